// What clients say to servers to prove who they are: SMTP, IMAP and Redis AUTH, and the answers to their prompts. Knows no names.
import { is, KIND, lineAt, type Scene, skip, skipBlanks } from './scene.ts';
import type { Span } from './span.ts';
import { BARE, readValue } from './value.ts';
import { isProse, looksRandom, strikes } from './worth.ts';

/** What a server's prompts look like: Username: and Password: in base64. */
export const PROMPTS: readonly string[] = ['UGFzc3dvcmQ6', 'UGFzc3dvcmQA', 'cGFzc3dvcmQ6'];

/** `AUTH PLAIN x`, `AUTHENTICATE XOAUTH2 x`, `AUTH x`, `"AUTH" "x"`. */
export function authCommand(scene: Scene, start: number, end: number): Span[] | undefined {
  const { text } = scene;
  const word = text.slice(start, end);
  const call =
    text[start - 1] === '.'
      ? /^\(\s?["'][^"'\n]{1,80}["'],\s?(?=["'])/.exec(text.slice(end, end + 100))?.[0]
      : undefined;
  if (call !== undefined) {
    lineAt(scene, end);
    return spanIf(scene, end + call.length, (value) => looksRandom(value, 5));
  }
  if ((word !== 'AUTH' && word !== 'auth') || is(text, start - 1, KIND.url64)) return undefined;
  const found =
    /^(?:ENTICATE)?["']?(?: +["']?(?:PLAIN|LOGIN|XOAUTH2|OAUTHBEARER|CRAM-MD5|default|EXTERNAL)["']?(?:\r?\n(?:S: |< )?(?:334|\+)[^\n]{0,80}\n(?:C: |> )?|(?= )))? */.exec(
      text.slice(end, end + 160),
    )?.[0];
  if (found === undefined || found === '') return undefined;
  const at = end + found.length;
  lineAt(scene, at);
  // A command, not a word in a sentence: quoted, or the first and last thing of its line.
  const bare = text[end] === ' ';
  if (
    bare &&
    (word !== 'AUTH' ||
      (!/(?:^|[>:"'\]|] ?|HELLO \d )$/.test(text.slice(Math.max(scene.lineStart, start - 8), start)) &&
        start > scene.lineStart))
  )
    return undefined;
  if (!bare && !/["']/.test(text[end] ?? '')) return undefined;
  return spanIf(scene, at, (value) => looksRandom(value, 6) && !isProse(value));
}

/** The line after a prompt in base64 answers it. */
export function prompted(scene: Scene, start: number, end: number, prompt: string): Span[] | undefined {
  const { text } = scene;
  if (!text.startsWith(prompt, start) || is(text, end, KIND.base64)) return undefined;
  const found = /^[^\n]{0,8}\n[^\n]{0,60}?(?=[A-Za-z0-9+/]{4,200}={0,2}\s*(?:\n|$))/.exec(
    text.slice(end, end + 300),
  )?.[0];
  if (found === undefined) return undefined;
  const at = end + found.length;
  const to = skip(text, at, KIND.base64);
  return to - at >= 4 ? [{ start: at, end: to, class: 'password' }] : undefined;
}

/** IMAP's `a1 LOGIN user x`. */
export function loginCommand(scene: Scene, start: number, end: number): Span[] | undefined {
  const { text } = scene;
  if (text.slice(start, end) !== ' LOGIN ') return undefined;
  lineAt(scene, end);
  const user = /^["']?[\w.@+-]{2,80}["']? +/.exec(text.slice(end, end + 100))?.[0];
  return user === undefined ? undefined : spanIf(scene, end + user.length, (value) => looksRandom(value, 5));
}

/** An authorization code on its way back to the client. */
export function code(scene: Scene, _start: number, end: number): Span[] | undefined {
  const found = /^[\w.~%/+-]{20,512}/.exec(scene.text.slice(end, end + 512))?.[0];
  return found !== undefined && strikes(found) ? [{ start: end, end: end + found.length, class: 'code' }] : undefined;
}

function spanIf(scene: Scene, at: number, accepts: (value: string) => boolean): Span[] | undefined {
  const value = readValue(scene.text, skipBlanks(scene.text, at, at + 8), scene.lineEnd, BARE, accepts);
  return value === undefined ? undefined : [{ start: value.start, end: value.end, class: 'password' }];
}
