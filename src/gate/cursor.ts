// Where a list goes on: rows of the last chunk that were already shown, and the API server's own token, sealed.
import { Fault } from './fault.ts';

/** `sealed` is '' at the start of a list. */
export type Cursor = { readonly skip: number; readonly sealed: string };

/** `<skip>.<sealed token>`, as an answer gives it. */
export function writeCursor(cursor: Cursor): string {
  return `${cursor.skip}.${cursor.sealed}`;
}

/** What an answer gave, read back; '' is the start. Throws CURSOR_INVALID for anything else. */
export function readCursor(text: string): Cursor {
  if (text === '') return { skip: 0, sealed: '' };
  const match = /^(\d{1,7})\.([A-Za-z0-9+/=_~.-]{0,4096})$/.exec(text);
  if (!match) throw new Fault('CURSOR_INVALID');
  return { skip: Number(match[1]), sealed: match[2] ?? '' };
}
