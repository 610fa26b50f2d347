// Where a list goes on: rows of the last chunk that were already shown, and the API server's own token.
import { Fault } from './fault.ts';

export type Cursor = { readonly skip: number; readonly token: string };

/** `<skip>.<token>`, as an answer gives it. */
export function writeCursor(cursor: Cursor): string {
  return `${cursor.skip}.${cursor.token}`;
}

/** What an answer gave, read back; '' is the start. Throws CURSOR_INVALID for anything else. */
export function readCursor(text: string): Cursor {
  if (text === '') return { skip: 0, token: '' };
  const match = /^(\d{1,7})\.([A-Za-z0-9+/=_~.-]{0,4096})$/.exec(text);
  if (!match) throw new Fault('CURSOR_INVALID');
  return { skip: Number(match[1]), token: match[2] ?? '' };
}
