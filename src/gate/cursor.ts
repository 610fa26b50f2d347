// Where a list goes on: the API server's own token, and how many of the items behind it were shown already. Sealed as
// one and bound to one list, so that neither tells anything, nor fits another list.
import { Fault } from './fault.ts';
import type { Ports, Request } from './ports.ts';

export type Cursor = { readonly token: string; readonly skip: number };

type Seals = Pick<Ports, 'seal' | 'unseal' | 'canonical'>;

/** A cursor as an answer gives it. */
export function writeCursor({ token, skip }: Cursor, request: Request, { seal, canonical }: Seals): string {
  return seal(canonical([token, skip, listOf(request)]));
}

/** What an answer gave, read back; '' is the start. Throws CURSOR_INVALID for anything that was not given for this list. */
export function readCursor(request: Request, { unseal, canonical }: Seals): Cursor {
  const sealed = request.options.continue;
  if (sealed === '') return { token: '', skip: 0 };
  const text = /^[A-Za-z0-9_-]{1,8192}$/.test(sealed) ? unseal(sealed) : undefined;
  if (text === undefined) throw new Fault('CURSOR_INVALID');
  const [token, skip, list] = JSON.parse(text);
  if (canonical(list) !== canonical(listOf(request))) throw new Fault('CURSOR_INVALID');
  return { token, skip };
}

function listOf({ verb, group, resource, subresource, namespace, selector }: Request): readonly unknown[] {
  return [verb, group, resource, subresource, namespace, selector.labels, selector.fields];
}
