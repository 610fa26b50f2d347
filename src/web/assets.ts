// The files that every page uses: style, script, mark. They say nothing of what waits, so they need no session.
import { readFileSync } from 'node:fs';

export type Asset = { readonly type: string; readonly text: string };

const types = {
  'page.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

const read = new Map<string, Asset>();

/** One of ours by its name, read from disk once; nothing else is ever read. */
export function asset(name: string): Asset | undefined {
  if (!Object.hasOwn(types, name)) return undefined;
  const found = read.get(name) ?? {
    type: types[name as keyof typeof types],
    text: readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8'),
  };
  read.set(name, found);
  return found;
}
