// Shapes that survive: values that stand where a secret could stand and are none. Looks at one short value, never at its name.

const WHOLE: readonly RegExp[] = [
  /^(?:true|false|yes|no|on|off|null|nil|none|undefined|unset|empty|n\/a|nan|~|-+|todo|tbd|\(none\)|\(empty\)|\(null\)|\(unset\)|\(hidden\)|\(set\)|\(sensitive\)|\(sensitive value\)|\(known after apply\))$/i,
  /^(?:\*{2,}.{0,6}|x{3,}|\.{2,}|•{2,}.{0,4}|#{3,}|_{3,}|-{3,}|={3,}|\?{3,}|●{2,})$/i, // masks
  /^.{0,4}\*{3,}.{0,4}$/, // masks that leave the ends
  /^[[(<*{]{0,3}(?:redacted|masked|hidden|filtered|removed|omitted|scrubbed|sensitive|protected|secret|password|token|elided|obfuscated)[\])>*}]{1,3}$/i,
  /^\((?:sensitive|known|hidden|none|not|no|set|unset|empty|redacted|omitted)\b/i,
  /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this)|(?:insert|enter|put|your|my|the)[-_][\w-]{2,40}|placeholder|example|fixme|dummy)$/i,
  /^(?:[0-9a-f]{2}:){5,}/i,
  /^(?:\[)?[A-Z][A-Za-z]{1,30}!?\]?!$/, // a type in GraphQL
  /^<[^<>]{0,200}>?/, // <set to the key …>, <none>, <nil>, <string>
  /^\$\{[^}]{0,200}\}?/,
  /^\$\([^)]{0,200}\)?/,
  /^\$[A-Za-z_][A-Za-z0-9_]{0,60}(?:$|\[|->|::)/,
  /^Ag[A-D][A-Za-z0-9+/]{150,}={0,2}$/, // a sealed secret
  /^[A-Za-z_]{1,40}(?:\.[A-Za-z_]{1,40}){0,4}\.(?:password|passwd|pwd|pass|token|secret|key|value|apikey|credentials?|text|data)(?:\(\))?$/i,
  /^[^\p{L}\d]{1,4}$/u,
  /^\{\{/,
  /^\{%/,
  /^%[A-Z_]{2,40}%$/,
  /^%(?:\([a-z_]{1,40}\))?[sdvqr+#]{1,2}$/,
  /^\{[A-Za-z0-9_.:]{0,40}\}$/,
  /^#\{[^}]{0,100}\}$/,
  /^@[A-Za-z._]{1,60}@$/,
  /^:[a-z_]{1,40}$/,
  /^\?$/,
  /^(?:sha(?:1|224|256|384|512)|md5)[:=-][0-9a-z+/]{8,128}={0,2}$/i,
  /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-\S{1,40}|sk-ssh-\S{1,40}|x25519|ed25519|curve25519-sha256\S{0,40})$/i,
  /^ENC\[/,
  /^\$ANSIBLE_VAULT/,
  /^!vault/,
  /^(?:vault|op|ref\+[a-z0-9]{1,20}|awssm|gcpsm|secretref|env|file|arn|ssm|keyvault|doppler|kms|bitwarden|1password):[^\s]{0,200}$/i,
  /^(?:secretKeyRef|valueFrom|configMapKeyRef|fieldRef)\b/,
  /^(?:self|this|os|process|req|request|config|cfg|env|ctx|args|opts|options|params|data|user|settings|values|input|props|state|secrets|vars|var|local|module|each|inputs|steps|github|Values|System|Environment)\.[A-Za-z_]/,
  /^(?:process\.env|os\.environ|getenv|os\.Getenv|System\.getenv)\b/,
  /^(?:new )?[A-Za-z_][A-Za-z0-9_.]{0,60}\((?:(?:[^()]{0,100}|[\w.]{1,60}\([^()]{0,60}\))\)?)?;?$/, // a call in code
  /^(?:\d{1,9}) (?:bytes|chars|characters|items|keys|entries|seconds|minutes|hours|days|of \d{1,9})\b/i,
  /^\[redacted:/,
  /^\[\]$/,
  /^\{\}$/,
  /^\(\)$/,
  /^""$/,
  /^''$/,
  /^\\"\\"$/,
];

const SHAPES = {
  scheme: /^[a-z][a-z0-9+.-]{1,30}:\/\//i,
  jdbc: /^jdbc:[a-z]/i,
  number: /^[+-]?\d{1,20}$/,
  decimal: /^[+-]?\d{1,15}\.\d{1,15}%?$/,
  quantity:
    /^\d{1,12}(?:\.\d{1,6})?(?:ns|us|µs|ms|s|m|h|d|w|y|k|ki|mi|gi|kb|mb|gb|b|%|px|bytes|bits|seconds|minutes|hours|days)$/i,
  duration: /^(?:\d{1,6}(?:\.\d{1,9})?(?:h|m|s|ms|d)){1,4}$/,
  stamp: /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)/,
  address: /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?::\d{1,5})?(?:\/\d{1,2})?$/,
  version: /^v?\d{1,5}(?:\.\d{1,5}){1,3}(?:[-+][a-z0-9.-]{1,30})?$/i,
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  letters: /^[A-Za-z]{1,80}$/,
  dotted: /^[A-Za-z]{1,40}(?:\.[A-Za-z]{1,60}){1,10}$/,
  kubernetesName: /^[a-z0-9]{1,63}(?:[-./:][a-z0-9]{1,63}){1,12}$/,
  constant: /^[A-Z]{2,30}(?:_[A-Z]{1,30}){1,8}$/,
} as const;

// Most values begin with a letter or digit; the shapes that never do need not be asked then. Two expressions, joined once.
const probe = (shape: RegExp) => /^\^(?:\\[$[{(?]|[<%#!@:"'])/.test(shape.source);
const join = (shapes: readonly RegExp[]) => new RegExp(shapes.map((shape) => `(?:${shape.source})`).join('|'), 'iu');
const WORDY = join(WHOLE.filter((shape) => !probe(shape)));
const ANY = join(WHOLE);

/** Whether a text is nothing secret whatever its name says. Values are short: callers cut at 512 characters. */
export function survives(value: string): boolean {
  const code = value.charCodeAt(0);
  const wordy = (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123);
  return (wordy ? WORDY : ANY).test(value) || isPath(value) || SHAPES.decimal.test(value) || SHAPES.stamp.test(value);
}

/** Whether a text has one of the named shapes. */
export function has(shape: keyof typeof SHAPES, value: string): boolean {
  return SHAPES[shape].test(value);
}

/** A file path: it starts like one, and none of its parts looks random. */
export function isPath(value: string): boolean {
  if (!/^(?:\/|\.{1,2}\/|~\/|[A-Za-z]:\\|file:\/)[\w.@~%\\/:-]{1,300}$/.test(value)) return false;
  const parts = value.split(/[\\/]/).filter((part) => part !== '');
  return (
    parts.length > 0 &&
    (parts.length > 1 || /^[a-z0-9._-]{1,24}$/.test(parts[0] ?? '')) &&
    parts.every((part) => !/[A-Z]/.test(part) || !/\d/.test(part) || part.length < 12)
  );
}

/** A name as Kubernetes gives them: lower-case parts, each a word, a number or a short generated suffix. */
export function isName(value: string): boolean {
  if (/^[a-z]{1,63}$/.test(value)) return true;
  if (!has('kubernetesName', value)) return false;
  const parts = value.split(/[-./:]/);
  return (
    /^[a-z]/.test(parts[0] ?? '') &&
    parts.every((part, i) => /^[a-z]{1,20}\d{0,3}$|^\d{1,6}$|^v\d{1,3}$/.test(part) || (i > 0 && part.length <= 10))
  );
}
