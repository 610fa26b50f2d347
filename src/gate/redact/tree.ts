// Redacts structure: by the name of a field, by name/value partners, by kind, and then every string as text. Reads no text itself.

import { decode } from './blob.ts';
import type { Leaf, Node } from './json.ts';
import type { Judge, Verdict } from './key.ts';
import type { Span } from './span.ts';
import { isSecret, looksRandom } from './worth.ts';

export type Hit = {
  readonly leaf: Leaf /** Within the leaf's string. */;
  readonly spans: readonly Span[] /** The whole leaf is one secret. */;
  readonly whole?: string;
};
type Bond = Verdict & { readonly forced?: boolean };

const NAMES =
  /^(?:name|key|field|header|variable|var|env|envname|k|parameter|parametername|property|id|label|setting)$/i;
const VALUES = /^(?:value|val|v|default|defaultvalue|stringvalue|current|data|plaintext|plain)$/i;
const CARRIERS =
  /^(?:value|data|plain|plaintext|raw|content|contents|text|current|previous|old|new|inline|inlinestring|stringvalue|literal|string)$/i;
const MEMBERS = /^(?:d|p|q|dp|dq|qi|k)$/;
const FLAG = /^--?[A-Za-z][\w.-]*$/;

/** Whether a text under this key may tell what stands beside it: without such texts a value is not judged as it stands. */
export function isNaming(key: string): boolean {
  return NAMES.test(key) || key === 'kind' || key === 'kty';
}

/** Walks a tree and reports the leaves that must change. `read` finds secrets in one string. */
export function walk(root: Node, judgeKey: Judge, read: (text: string) => readonly Span[]): Hit[] {
  const hits: Hit[] = [];
  const leafAt = (leaf: Leaf, bond: Bond | undefined, name: string) => {
    const { value } = leaf;
    if (typeof value === 'number' || typeof value === 'bigint') {
      if (bond !== undefined && isSecret(bond.grade, String(value), bond.qualified))
        hits.push({ leaf, spans: [], whole: bond.class });
      return;
    }
    if (typeof value !== 'string' || value === '') return;
    if (bond?.forced === true) {
      if (!value.startsWith('[redacted:') && !isPublic(value, read)) hits.push({ leaf, spans: [], whole: bond.class });
      return;
    }
    if (bond !== undefined) {
      // The text scanner knows headers, cookies, connection strings and PEM: let it read "name: value" as one line.
      const prefix = `${name}: `;
      const structured =
        /authorization|cookie|connection/.test(bond.class) ||
        /^-----BEGIN|^\s*[[{]|:\/\/|;.{0,80}=/.test(value.slice(0, 200)) ||
        /^(?:bearer|basic) /i.test(value);
      if (structured) {
        const spans = read(prefix + value).filter((span) => span.start >= prefix.length);
        if (spans.length > 0)
          hits.push({
            leaf,
            spans: spans.map((span) => ({ ...span, start: span.start - prefix.length, end: span.end - prefix.length })),
          });
        return;
      }
      if (isSecret(bond.grade, value, bond.qualified)) {
        if (bond.class === 'auth' && !looksRandom(value, 8)) return;
        hits.push({ leaf, spans: [], whole: bond.class });
        return;
      }
    }
    const spans = read(value);
    if (spans.length > 0) hits.push({ leaf, spans });
  };
  const visit = (node: Node, bond: Bond | undefined, name: string): void => {
    if (node.kind === 'leaf') leafAt(node, bond, name);
    else if (node.kind === 'array') {
      const strict =
        bond !== undefined &&
        bond.class !== 'password' &&
        bond.class !== 'authorization' &&
        bond.class !== 'cookie' &&
        bond.forced !== true;
      let held: string | undefined;
      const command =
        node.items.length > 1 && node.items.every((item) => item.kind === 'leaf' && typeof item.value === 'string');
      const joined = command ? node.items.map((item) => (item.kind === 'leaf' ? String(item.value) : '')) : [];
      const spans =
        command && bond === undefined && joined.some((word) => /^-[a-zA-Z]/.test(word))
          ? inList(joined, read)
          : new Map<number, Span[]>();
      // ["password", "x"]: an entry of a map written as a list.
      const text0 = joined.length === 2 ? (joined[0] as string) : '';
      const entry = text0 === '' || text0.startsWith('-') || text0.length > 64 ? undefined : judgeKey(text0);
      const pair = entry !== undefined && /\d/.test(joined[1] as string) ? entry : undefined;
      for (const [i, item] of node.items.entries()) {
        const own = spans.get(i);
        if (own !== undefined && item.kind === 'leaf') hits.push({ leaf: item, spans: own });
        else if (i === 1 && pair !== undefined) visit(item, pair, text0);
        else if (
          held !== undefined &&
          item.kind === 'leaf' &&
          typeof item.value === 'string' &&
          !item.value.startsWith('-')
        )
          visit(item, flagBond(held, judgeKey), held.replace(/^-+/, ''));
        else visit(item, strict && bond !== undefined ? { ...bond, grade: 'weak' } : bond, name);
        held = item.kind === 'leaf' && typeof item.value === 'string' && FLAG.test(item.value) ? item.value : undefined;
      }
    } else objectAt(node, bond, name);
  };
  const objectAt = (node: Extract<Node, { kind: 'object' }>, bond: Bond | undefined, name: string): void => {
    let partner: string | undefined;
    let isSecretKind = false;
    let isWebKey = false;
    for (const [key, value] of node.entries) {
      if (value.kind !== 'leaf' || typeof value.value !== 'string') continue;
      if (key === 'kty') isWebKey = true;
      if (key === 'kind' && value.value === 'Secret') isSecretKind = true;
      if (NAMES.test(key) && (partner === undefined || judgeKey(partner) === undefined)) partner = value.value;
    }
    const paired = partner === undefined || partner.length > 200 ? undefined : judgeKey(partner);
    for (const [key, value, keyNode] of node.entries) {
      const inKey = key.length > 8 ? read(key) : [];
      if (inKey.length > 0) hits.push({ leaf: keyNode, spans: inKey });
      if (isSecretKind && (key === 'data' || key === 'stringData') && value.kind === 'object') {
        for (const [inner, one] of value.entries)
          visit(
            one,
            { class: judgeKey(inner)?.class ?? 'secret', grade: 'sure', qualified: true, forced: true },
            inner,
          );
      } else if (isWebKey && MEMBERS.test(key))
        visit(value, { class: 'private-key', grade: 'sure', qualified: true }, key);
      else if (paired !== undefined && paired.grade !== 'weak' && VALUES.test(key))
        visit(value, { ...paired, qualified: true }, partner as string);
      else if (paired !== undefined && VALUES.test(key)) visit(value, paired, partner as string);
      else if (bond !== undefined && CARRIERS.test(key)) visit(value, bond, name);
      else if (NAMES.test(key) && value.kind === 'leaf') visit(value, undefined, key);
      else visit(value, judgeKey(key), key);
    }
  };
  visit(root, undefined, '');
  return hits;
}

function flagBond(word: string, judgeKey: Judge): Bond | undefined {
  const verdict = judgeKey(word.replace(/^-+/, ''));
  return verdict === undefined || verdict.class === 'key' ? undefined : { ...verdict, qualified: true };
}

/** Data of a Secret that is public all the same: a certificate. */
function isPublic(value: string, read: (text: string) => readonly Span[]): boolean {
  const plain = value.includes('-----BEGIN')
    ? value
    : /^[A-Za-z0-9+/=\s]{40,}$/.test(value.slice(0, 4096))
      ? (decode(value) ?? '')
      : '';
  return /^\s*-----BEGIN (?:CERTIFICATE|PUBLIC KEY)/.test(plain) && read(plain).length === 0;
}

/** Reads the words of a command as one line, and says which word each find lies in. */
function inList(words: readonly string[], read: (text: string) => readonly Span[]): Map<number, Span[]> {
  const found = new Map<number, Span[]>();
  const line = words.join(' ');
  if (line.length > 8192 || line.includes('\n')) return found;
  const place = (spans: readonly Span[], begin: number, gap: number) => {
    let at = begin;
    for (const [i, word] of words.entries()) {
      const own = spans
        .filter((span) => span.start >= at && span.end <= at + word.length)
        .map((span) => ({ ...span, start: span.start - at, end: span.end - at }));
      if (own.length > 0 && !found.has(i)) found.set(i, own);
      at += word.length + gap;
    }
  };
  place(read(line), 0, 1);
  // A short flag and its value as two words mean the same as one only in a list: read it as such too.
  if (words.some((word) => /^-[a-zA-Z]$/.test(word)) && !line.includes("'"))
    place(read(`'${words.join("', '")}'`), 1, 4);
  return found;
}
