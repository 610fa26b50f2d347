// JSON Web Tokens: three (or, encrypted, five) base64url parts, the first of which begins like a JSON object.
import { is, KIND, type Scene, skip } from './scene.ts';
import type { Span } from './span.ts';

/** Reads the token whose `eyJ` stands at `start`. One part alone (a continue token, a blob) is none. */
export function webToken(scene: Scene, start: number, end: number): Span[] | undefined {
  const { text } = scene;
  if (text.slice(start, end) !== 'eyJ') return undefined;
  if (is(text, start - 1, KIND.url64) && !(text[start - 2] === '\\' && /[nrt]/.test(text[start - 1] as string)))
    return undefined;
  let at = skip(text, end, KIND.url64);
  if (text[at] !== '.' || at - start < 10) return undefined;
  const second = at + 1;
  at = skip(text, second, KIND.url64);
  if (at - second < 6 || (text[at] !== '.' && !text.startsWith('eyJ', second))) return undefined;
  for (let part = 2; part < 5 && text[at] === '.'; part++) {
    const to = skip(text, at + 1, KIND.url64);
    if (to === at + 1) break;
    at = to;
  }
  return [{ start, end: at, class: 'jwt' }];
}
