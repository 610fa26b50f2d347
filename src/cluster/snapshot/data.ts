// Reads the tables of builtin/: lines of tab-separated cells, `#` for a remark. Knows nothing of what they say.
import { readFileSync } from 'node:fs';

/** The rows of one table. */
export const tableOf = (file: string): string[][] =>
  readFileSync(new URL(`../builtin/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
