// A telling name and its value as neighbours in a call, a tuple or a list of pairs: define('DB_PASSWORD', 'x'), {pass,<<"x">>}. Knows no names.
import type { Key, Verdict } from './key.ts';
import { quoteAt } from './quote.ts';
import { lineAt, type Scene, skipBlanks } from './scene.ts';
import { type Span, spanOf } from './span.ts';
import { isName } from './survivors.ts';
import { BARE, readValue } from './value.ts';
import { isSecret, looksRandom, strikes } from './worth.ts';

/** Reads the argument behind a name that is followed by `(` or, being quoted or an atom, by a comma. */
export function argument(scene: Scene, key: Key, verdict: Verdict, quoted: boolean, at: number): Span[] | undefined {
  const { text } = scene;
  const accepts = (head: string, wrapped: boolean) =>
    wrapped &&
    (isName(head)
      ? verdict.grade === 'sure' && /\d/.test(head)
      : looksRandom(head, verdict.grade === 'weak' ? 20 : 5)) &&
    isSecret(verdict.grade, head, verdict.qualified);
  if (text[at] === '(' && quoteAt(text, at + 1) !== undefined)
    return spanOf(verdict.class, readValue(text, at + 1, scene.lineEnd, BARE, accepts));
  if (text[at] === ',' && text[at + 1] === ' ' && !quoted && verdict.grade !== 'weak') {
    const word = readValue(text, at + 2, scene.lineEnd, BARE, (head, wrapped) => !wrapped && strikes(head));
    if (word !== undefined) return spanOf(verdict.class, word);
  }
  if (text[at] !== ',' || (!quoted && !/[{([]/.test(text[key.start - 1] ?? ''))) return undefined;
  let from = skipBlanks(text, at + 1, at + 40);
  if (text[from] === '\n') from = skipBlanks(text, from + 1, from + 80);
  if (text.startsWith('<<', from)) from += 2;
  if (quoteAt(text, from) === undefined) return undefined;
  lineAt(scene, from);
  return spanOf(verdict.class, readValue(text, from, scene.lineEnd, BARE, accepts));
}
