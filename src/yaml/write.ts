// Values as YAML for people to read, byte for byte as the `yaml` package writes them, but without its trees for what is
// ordinary: a pod takes a fifth of the time. What is not ordinary goes to the package itself. Knows no Kubernetes.
import { stringify } from 'yaml';

const options = { lineWidth: 0, aliasDuplicateObjects: false } as const;

/** Plain words, paths, images, addresses and times: nothing here that YAML reads as anything but this text. */
const ordinary = /^(?:[A-Za-z/][\w./@+=%()-]*|\d[\w./-]*)(?:(?::(?=[\w/])|,? (?=[\w(/]))[\w./@+=%()-]+)*$/;
const word = /^(?:null|true|false)$/i;
const number = /^(?:\d+\.?\d*(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+)$/i;
const longest = 512;

const isPlain = (text: string): boolean =>
  text.length < longest && ordinary.test(text) && !word.test(text) && !number.test(text);

/** `value` as a YAML document, with a line feed at its end. */
export function writeYaml(value: unknown): string {
  return isFilled(value) ? `${lines(value, '')}\n` : stringify(value, options);
}

function lines(value: object, indent: string): string {
  return Array.isArray(value) ? items(value, indent) : pairs(value as Readonly<Record<string, unknown>>, indent);
}

function pairs(value: Readonly<Record<string, unknown>>, indent: string): string {
  let text = '';
  for (const key of Object.keys(value)) {
    const child = value[key];
    if (child === undefined) continue;
    if (text !== '') text += `\n${indent}`;
    const short = isPlain(key) ? scalar(child) : undefined;
    if (short !== undefined) text += `${key}: ${short}`;
    else if (isPlain(key) && isFilled(child)) text += `${key}:\n${indent}  ${lines(child, `${indent}  `)}`;
    else text += shifted({ [key]: child }, indent);
  }
  return text;
}

function items(value: readonly unknown[], indent: string): string {
  let text = '';
  for (const child of value) {
    if (text !== '') text += `\n${indent}`;
    const short = scalar(child);
    if (short !== undefined) text += `- ${short}`;
    else if (isFilled(child)) text += `- ${lines(child, `${indent}  `)}`;
    else text += shifted([child], indent);
  }
  return text;
}

/** What stands on the line of its key; undefined: this needs lines of its own, or the package's judgement. */
function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return isPlain(value) ? value : undefined;
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
  return undefined;
}

function isFilled(value: unknown): value is object {
  if (Array.isArray(value)) return value.length > 0;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const key of Object.keys(value)) if ((value as Record<string, unknown>)[key] !== undefined) return true;
  return false;
}

function shifted(value: object, indent: string): string {
  const text = stringify(value, options).slice(0, -1);
  return indent === '' ? text : text.replaceAll(/\n(?=[^\n])/g, `\n${indent}`);
}
