// Passwords in URLs: scheme://user:password@host. Query parameters are pair.ts.
import { lineAt, type Scene } from './scene.ts';
import { holdsPlaceholder, type Span } from './span.ts';
import { survives } from './survivors.ts';
import { looksRandom } from './worth.ts';

const FAR = 1024;
const NEAR = 256;

/** Reads the authority behind `://`. The password may hold `@`, `:`, percent escapes and, unescaped, even `/`, `?` or `#`. */
export function userinfo(scene: Scene, _start: number, end: number): Span[] | undefined {
  const { text } = scene;
  lineAt(scene, end);
  let slash = -1;
  let at = -1;
  let colon = -1;
  const limit = Math.min(scene.lineEnd, end + FAR);
  let i = end;
  for (; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code === 34 || code === 60 || code === 62 || code === 96 || code === 39 || code === 92) break;
    if (code === 47 || code === 63 || code === 35) {
      slash = i;
      break;
    }
    if (code === 64) at = i;
    else if (code === 58 && colon < 0) colon = i;
    else if (code === 44 && at < 0 && colon < 0) break;
  }
  if (at < 0 && slash > 0 && colon > 0 && !/^\d{0,5}$/.test(text.slice(colon + 1, Math.min(slash, colon + 16)))) {
    const rest = text.slice(slash, Math.min(limit, slash + NEAR));
    const stop = rest.search(/[\s"'<>`\\]/);
    const last = (stop < 0 ? rest : rest.slice(0, stop)).lastIndexOf('@');
    if (last > 0) at = slash + last;
  }
  if (at < 0 || holdsPlaceholder(text, end, at)) return undefined;
  if (colon < 0 || colon > at) {
    const user = text.slice(end, at);
    return looksRandom(user, 16) ? [{ start: end, end: at, class: 'url-token' }] : undefined;
  }
  const secret = text.slice(colon + 1, at);
  if (secret === '' || survives(secret) || /^(?:password|pass|passwd|pwd|secret|token)$/i.test(secret))
    return undefined;
  return [{ start: colon + 1, end: at, class: 'url-password' }];
}

/** jdbc:oracle:thin:user/password@host. */
export function oracle(scene: Scene, _start: number, end: number): Span[] | undefined {
  const found = /^[\w.$#-]{1,64}\/("?)([^\s"@]{1,128})\1@/.exec(scene.text.slice(end, end + 256));
  if (found === null || survives(found[2] as string)) return undefined;
  const start = end + found[0].length - 1 - (found[1] as string).length - (found[2] as string).length;
  return [{ start, end: start + (found[2] as string).length, class: 'url-password' }];
}

/** user:password@tcp(host:3306)/db, as Go's drivers write it. */
export function driver(scene: Scene, start: number, _end: number): Span[] | undefined {
  const { text } = scene;
  let from = start;
  const floor = Math.max(scene.cursor, start - 192);
  while (from > floor && !/[\s"'`=<>]/.test(text[from - 1] as string)) from--;
  const colon = text.slice(from, start).indexOf(':');
  const secret = text.slice(from + colon + 1, start);
  return colon < 1 || secret === '' || survives(secret) || holdsPlaceholder(text, from, start)
    ? undefined
    : [{ start: from + colon + 1, end: start, class: 'url-password' }];
}

/** user:password@host, with no scheme before it. image:tag@sha256:… is none. */
export function login(scene: Scene, start: number, end: number): Span[] | undefined {
  const { text } = scene;
  if (!/^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9.-]*[a-z0-9]|(?=[:/]\w))/i.test(text.slice(end, end + 256))) return undefined;
  if (/^sha\d+:/.test(text.slice(end, end + 8))) return undefined;
  let from = start;
  const floor = Math.max(scene.cursor, start - 192);
  while (from > floor && !/[\s"'`=<>(),/]/.test(text[from - 1] as string)) from--;
  const found = /^[\w.+-]{1,64}:([^:]{6,})$/.exec(text.slice(from, start));
  if (found === null || !looksRandom(found[1] as string, 8) || holdsPlaceholder(text, from, start)) return undefined;
  return [{ start: start - (found[1] as string).length, end: start, class: 'url-password' }];
}

/** A URL whose path is the secret, as webhooks have them: every part behind the mark that looks random, and what lies between. */
export function capability(scene: Scene, start: number, end: number): Span[] | undefined {
  const { text } = scene;
  // Slack's are a provider's mark.
  if (text.startsWith('slack.com', end)) return undefined;
  lineAt(scene, end);
  let from = start;
  const floor = Math.max(scene.lineStart, scene.cursor, start - NEAR);
  while (from > floor && !/[\s"'<>`|]/.test(text[from - 1] as string)) from--;
  if (!text.slice(from, start).includes('://')) return undefined;
  let first = -1;
  let last = -1;
  const limit = Math.min(scene.lineEnd, end + FAR);
  for (let at = end; at < limit; ) {
    let to = at;
    while (to < limit && /[\w~.@:%+-]/.test(text[to] as string)) to++;
    const part = text.slice(at, to);
    if (isCapability(part)) {
      if (first < 0) first = at;
      last = to;
    }
    if (text[to] !== '/') break;
    at = to + 1;
  }
  return first < 0 || holdsPlaceholder(text, first, last) ? undefined : [{ start: first, end: last, class: 'webhook' }];
}

function isCapability(part: string): boolean {
  return (
    /^[0-9a-f]{20,}$/.test(part) ||
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:@|$)/.test(part) ||
    (/^(?:\d{6,}:)?[\w~-]{16,}$/.test(part) && /\d/.test(part) && looksRandom(part, 16))
  );
}

/** host:port:database:user:password, a line of .pgpass. */
export function passFile(scene: Scene, start: number, end: number): Span[] | undefined {
  const { text } = scene;
  lineAt(scene, end);
  if (!/^\s*[\w.*-]{1,128}$/.test(text.slice(Math.max(scene.lineStart, start - 160), start))) return undefined;
  const found = /^[\w.*-]{1,64}:[\w.*@-]{1,64}:(\S{3,256})\s*$/.exec(
    text.slice(end, Math.min(scene.lineEnd, end + 400)),
  );
  const secret = found?.[1];
  if (secret === undefined || survives(secret)) return undefined;
  const from = end + (found?.[0] ?? '').indexOf(secret, (found?.[0] ?? '').indexOf(':'));
  return [{ start: from, end: from + secret.length, class: 'password' }];
}
