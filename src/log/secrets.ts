// What no policy can switch off: tokens, passwords, contents of objects and kubeconfigs never reach the log. Must not know any kind or tool.

export const MASKED = '[masked]';
const deepest = 96;

/** Keys whose values are secrets, compared without case, dashes, dots and underscores. */
const tellingKey =
  /^(?:(?:proxy)?auth(?:orization)?|(?:set)?cookies?|pass|pwd|pgpassword|htpasswd|secrets?|bearer|kubeconfig|dockercfg|dockerconfigjson|connectionstring|dsn|(?:clientkey|clientcertificate)data)$|(?:token|password|passwd|passphrase|secret|credentials?|(?:api|access|secret|private|signing|encryption|ssh|auth)key(?:id|data)?)$/;

/** Where a Kubernetes object keeps contents instead of intentions. */
const contentKeys = new Set(['data', 'stringData', 'binaryData']);

/** Texts that are masked whole: they carry contents or credentials in lines that cannot be told apart. */
const tellingText =
  /^[ \t-]*["']?(?:data|stringData|binaryData)["']?[ \t]*:|\b(?:current-context|client-key-data|certificate-authority-data)["']?[ \t]*:/m;

/** Secrets inside other text, each pattern linear: a start is bounded or cannot lie inside its own run. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,60}-----|$)/g, MASKED],
  [/(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)*/g, MASKED],
  [/((?:authorization|cookie)["']?[ \t]{0,8}[:=][ \t]{0,8})[^\n]+/gi, `$1${MASKED}`],
  [/\b((?:bearer|basic|negotiate)[ \t]{1,8})[\w.~+/=-]{16,}/gi, `$1${MASKED}`],
  [/(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{0,256}):[^\s@/]{1,512}@/gi, `$1:${MASKED}@`],
  [
    /((?:passwords?|passwd|passphrase|secrets?|tokens?|credentials?|(?:api|access|secret|private)[_-]?key)["']?[ \t]{0,8}[:=][ \t]{0,8})(?:"[^"\n]*"?|'[^'\n]*'?|[^\s,;&"']+)/gi,
    `$1${MASKED}`,
  ],
  [
    /(?<![A-Za-z0-9])(?:gh[opsur]_|github_pat_|glpat-|xox[abeprs]-|A[KS]IA|sk-|[rs]k_live_|AIza|npm_|hf_|dop_v1_)[\w-]{12,}/g,
    MASKED,
  ],
];

/** Further redaction of a text, given by whoever opens the log. It comes on top of ours, never instead. */
export type Redact = (text: string) => string;

/** Short texts found harmless before, by each redactor: most of a line is the same as in the line before. */
const harmless = new WeakMap<Redact, Set<string>>();
const same: Redact = (text) => text;

/** The same text without what looks like a secret. */
export function hideText(text: string, redact: Redact = same): string {
  if (text.length < 8) return text;
  const known = harmless.get(redact) ?? new Set<string>();
  if (known.has(text)) return text;
  const clean = redact(hidePatterns(text));
  if (clean === text && text.length < 128) {
    if (known.size >= 8192) known.clear();
    harmless.set(redact, known.add(text));
  }
  return clean;
}

function hidePatterns(text: string): string {
  if (tellingText.test(text)) return MASKED;
  const inner = asJson(text);
  if (inner !== undefined) {
    const masked: string[] = [];
    const clean = hide(inner, masked);
    if (masked.length > 0) return JSON.stringify(clean);
  }
  let out = text;
  for (const [pattern, replacement] of patterns) out = out.replace(pattern, replacement);
  return out;
}

function asJson(text: string): unknown {
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A copy that JSON can say, without its secrets: values under telling keys, contents of Kubernetes objects, values of
 * name/value pairs with a telling name, changes to any of these, and secrets inside texts.
 * JSON pointers of what was masked are added to `masked`.
 */
export function hide(value: unknown, masked: string[], redact?: Redact): unknown {
  return copy(value, { masked, redact }, undefined, false);
}

type Walk = { readonly masked: string[]; readonly redact: Redact | undefined };
/** Where the walk is; spelled out only when something is masked. */
type Place = { readonly key: string; readonly up: Place; readonly depth: number } | undefined;

function copy(value: unknown, walk: Walk, place: Place, secret: boolean): unknown {
  if (typeof value === 'string') return copyText(value, walk, place, secret);
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number' || typeof value === 'bigint') {
    if (secret) return mask(walk, place);
    return typeof value === 'bigint' ? String(value) : Number.isFinite(value) ? value : null;
  }
  if (typeof value !== 'object') return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if ((place?.depth ?? 0) > deepest || ArrayBuffer.isView(value)) return mask(walk, place);
  if (Array.isArray(value)) return value.map((item, index) => copy(item, walk, below(place, String(index)), secret));
  return copyObject(value as Record<string, unknown>, walk, place, secret);
}

function copyText(value: string, walk: Walk, place: Place, secret: boolean): string {
  if (secret && value !== '') return mask(walk, place);
  const text = value.isWellFormed() ? value : value.toWellFormed();
  const clean = hideText(text, walk.redact);
  if (clean !== text) walk.masked.push(pointer(place));
  return clean;
}

function copyObject(
  object: Record<string, unknown>,
  walk: Walk,
  place: Place,
  secret: boolean,
): Record<string, unknown> {
  const secretHere = secretKeys(object, place);
  const entries: [string, unknown][] = [];
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (value === undefined || typeof value === 'function') continue;
    const shown = key.length < 20 && key.isWellFormed() ? key : hideText(key.toWellFormed());
    entries.push([shown, copy(value, walk, below(place, key), secret || telling(key) || secretHere(key))]);
  }
  return Object.fromEntries(entries);
}

const nothing = () => false;
const wholeObjects = new Set(['body', 'live', 'namespace']);

/** Which further keys of this object hold secrets, told by what stands beside them. */
function secretKeys(object: Record<string, unknown>, place: Place): (key: string) => boolean {
  const isObject = 'kind' in object || 'apiVersion' in object || wholeObjects.has(place?.key ?? '');
  const named =
    'value' in object && [object.name, object.key].some((name) => typeof name === 'string' && telling(name));
  const changed =
    Array.isArray(object.path) && object.path.some((part) => typeof part === 'string' && isSecretPath(part));
  const contents = isObject || 'stringData' in object || 'binaryData' in object;
  if (!contents && !named && !changed) return nothing;
  return (key) =>
    (contents && contentKeys.has(key)) ||
    (named && key === 'value') ||
    (changed && (key === 'from' || key === 'to' || key === 'value'));
}

function isSecretPath(part: string): boolean {
  return contentKeys.has(part) || telling(part);
}

const known = new Map<string, boolean>();

function telling(key: string): boolean {
  const seen = known.get(key);
  if (seen !== undefined) return seen;
  const answer = key.length < 256 && tellingKey.test(key.replace(/[^A-Za-z0-9]/g, '').toLowerCase());
  if (known.size >= 8192) known.clear();
  known.set(key, answer);
  return answer;
}

function below(up: Place, key: string): Place {
  return { key, up, depth: (up?.depth ?? 0) + 1 };
}

function mask(walk: Walk, place: Place): string {
  walk.masked.push(pointer(place));
  return MASKED;
}

/** RFC 6901. */
function pointer(place: Place): string {
  let text = '';
  for (let here = place; here; here = here.up) text = `/${here.key.replaceAll('~', '~0').replaceAll('/', '~1')}${text}`;
  return text;
}
