// Whether a value is a secret, given what its name proves. Knows no text around it.
import { has, isName, survives } from './survivors.ts';
import { type Grade, PROSE } from './words.ts';

/** Past this length nothing is a harmless word, path or reference any more. */
export const LONG = 512;

/** Whether a value looks random: letters and digits (or symbols) mixed, and none of the known harmless shapes. */
export function looksRandom(value: string, least: number): boolean {
  if (value.length < least) return false;
  const head = value.slice(0, LONG);
  const digits = /\d/.test(head);
  const lower = /[a-z]/.test(head);
  const upper = /[A-Z]/.test(head);
  const symbols = /[^\p{L}\d\s._/:-]/u.test(head);
  if (!lower && !upper) return false;
  if (!digits && !symbols && !(head.length >= 12 && jumbled(head)) && !(least < 12 && scrambled(head))) return false;
  if (survives(head) || isName(head) || /\s/.test(head)) return false;
  if (has('dotted', head) && !head.split('.').some((part) => part.length > 15 && jumbled(part))) return false;
  for (const shape of ['stamp', 'address', 'version', 'quantity', 'duration', 'uuid', 'constant', 'scheme'] as const)
    if (has(shape, head)) return false;
  if (
    /^[\w.-]{1,100}\.(?:ya?ml|json|txt|conf|cfg|ini|go|ts|js|py|java|rb|log|crt|key|pem|sh|com|net|org|io|local|svc|dev|internal)(?::\d+)?$/.test(
      head,
    )
  )
    return false;
  return true;
}

/** Whether letters change case as no camelCase does: fKPty_GiZUj. */
function scrambled(text: string): boolean {
  return (
    text.length >= 8 &&
    jumbled(text.replace(/[^A-Za-z]/g, '')) &&
    text.split(/[^A-Za-z]/).some((part) => !/^(?:[a-z]{2,})?(?:[A-Z]{1,4}[a-z]{2,})*[A-Z]{0,4}$/.test(part))
  );
}

/** Whether a word stands out as random all by itself: long, of several kinds of characters, no plain hex. */
export function strikes(value: string): boolean {
  if (value.length < 20 || value.length > LONG || !/^[\w+/=~.-]+$/.test(value) || /^[0-9a-fA-F-]+$/.test(value))
    return false;
  if (/^[A-Z2-7]{20,}=*$/.test(value)) return /[2-7]/.test(value);
  return (
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    /\d/.test(value) &&
    looksRandom(value, 20) &&
    jumbled(value.replace(/[^A-Za-z]/g, ''))
  );
}

/** Whether upper and lower case change more often than words would make them. */
function jumbled(text: string): boolean {
  let changes = 0;
  for (let i = 1; i < text.length; i++)
    if (/[a-z]/.test(text[i - 1] as string) !== /[a-z]/.test(text[i] as string)) changes++;
  return changes * 3 > text.length;
}

/** Whether a value reads like words about a secret: "must be …", "expired", "not found". */
export function isProse(value: string): boolean {
  const words = value.slice(0, 200).split(/\s+/);
  const first = bare(words[0] ?? '');
  if (PROSE.has(first.toLowerCase())) return true;
  if (!/^[A-Za-z]+$/.test(first)) return false;
  if (words.length === 1) return /^[A-Z]?[a-z]{2,}(?:ed|ing|tion|able|ible)$/.test(first);
  return words.length > 1 && words.some((word) => PROSE.has(bare(word).toLowerCase()));
}

function bare(word: string): string {
  return word
    .replace(/^["'`(]/, '')
    .replace(/["'`),.;:!?]{1,3}$/, '')
    .replace(/n't$|'s$/, '');
}

/** Whether the value of a telling name is a secret. `qualified` is a name of more than one word (client_secret, not secret). */
export function isSecret(grade: Grade, value: string, qualified: boolean): boolean {
  const text = value.trim();
  if (text === '') return false;
  if (text.length > LONG) return grade !== 'weak' || looksRandom(text, 16);
  if (survives(text) || has('scheme', text) || has('jdbc', text)) return false;
  if (has('number', text)) return text.length >= (grade === 'sure' ? 4 : 10);
  if (grade === 'weak') return looksRandom(text, 16);
  if (grade === 'shown') return looksRandom(text, 8);
  if (isProse(text)) return false;
  if (grade === 'sure') return true;
  if (has('quantity', text) || has('duration', text) || has('address', text)) return false;
  if (text.length < 3) return false;
  if (isName(text))
    return qualified ? /\d/.test(text) || !/[./:]/.test(text) : /\d{3,}/.test(text) && !/[-./:]/.test(text);
  if (has('constant', text) || has('dotted', text)) return looksRandom(text, 8);
  if (/\s/.test(text) && /^[A-Za-z ,.'"()-]+$/.test(text)) return false;
  return true;
}
