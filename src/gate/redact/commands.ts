// Commands that take a secret by place or by a flag of their own, and pipes that feed one: tables, and one reader for each. Data first.
import { lineAt, type Scene } from './scene.ts';
import { holdsPlaceholder, type Span } from './span.ts';
import { survives } from './survivors.ts';
import { isProse } from './worth.ts';

const AHEAD = 400;

/** What a command line says after the command's name, up to and with its secret, which is the last group. */
const PLACES: Readonly<Record<string, RegExp>> = {
  'convertto-securestring': /^(?: +-String)? +["']([^"']{3,})/,
  'wifi:': /^[^\n]{0,120}?\bP:([^;\s]{5,});/,
  sqlplus: /^(?: +-\S+)* +["']?[\w$#.]+\/["']?([^\s"'@]{3,})["']?@/,
  'rman target': /^ +["']?[\w$#.]+\/["']?([^\s"'@]{3,})/,
  'userid=': /^["']?[\w$#.]+\/["']?([^\s"'@]{3,})/,
  htpasswd: /^(?: +-(?:[A-Za-z]*b[A-Za-z]*))(?: +-\w+)*(?: +[^\s|;&>-]\S*){1,2} +["']?([^\s"'|;&>]{3,})/,
  mosquitto_passwd: /^(?: +-\w*b\w*)(?: +[^\s|;&>-]\S*){1,2} +["']?([^\s"'|;&>]{3,})/,
  'mc alias set': /^ +\S+ +\S+ +\S+ +["']?([^\s"']{3,})/,
  'mc config host add': /^ +\S+ +\S+ +\S+ +["']?([^\s"']{3,})/,
  'mc admin user add': /^ +\S+ +\S+ +["']?([^\s"']{3,})/,
  add_user: /^["',]* +["']?[\w@.-]+["',]* +["']?([^\s"']{3,})/,
  change_password: /^["',]* +["']?[\w@.-]+["',]* +["']?([^\s"']{3,})/,
  authenticate_user: /^["',]* +["']?[\w@.-]+["',]* +["']?([^\s"']{3,})/,
  'vault login': /^(?: +-\S+)* +([\w.-]{16,})/,
  'operator unseal': /^(?: +-\S+)* +([\w+/=]{20,})/,
  'vault unseal': /^(?: +-\S+)* +([\w+/=]{20,})/,
  'cargo login': /^ +([\w-]{16,})/,
  'nuget setapikey': /^ +([\w-]{16,})/,
  wpa_passphrase: /^ +["']?\S+ +["']?([^\s"']{8,})/,
  'reset-admin-password': /^(?: +-\S+)* +["']?([^\s"']{3,})/,
  mysqladmin: /^.{0,120}? password +["']?([^\s"']{3,})/,
  'addauth digest': /^ +[^\s:]+:([^\s"']{3,})/,
  snmp: /^(?:get|walk|bulkwalk|bulkget|getnext|set|table|trap|inform|status|test)\b.{0,120}? -[cAX][ =]?["']?([^\s"']{3,})/,
  rocommunity: /^6?[ \t]+["']?([^\s"']{3,})/,
  rwcommunity: /^6?[ \t]+["']?([^\s"']{3,})/,
  com2sec: /^6?[ \t]+\S+[ \t]+\S+[ \t]+([^\s"']{3,})/,
  'snmp-server community': /^ +([^\s"']{3,})/,
  lftp: /^.{0,80}? -u +["']?[^\s,]+,([^\s"']{3,})/,
  nodetool: /^.{0,80}? -pw +["']?([^\s"']{3,})/,
  'net user': /^ +\S+ +([^\s"'/*]{3,}) +\/add/i,
  'net use': /^.{0,120}? \/user:\S+ +["']?([^\s"'/]{3,})/i,
  cmdkey: /^.{0,120}? \/pass:["']?([^\s"']{3,})/i,
  freerdp: /^.{0,120}? \/p:["']?([^\s"']{3,})/i,
  'config set': /^.{0,60}? --secret +\S+ +["']?([^\s"']{3,})/,
  'acl setuser': /^ +.{0,80}? ?>([^\s"'>]{3,})/,
  ' on >': /^([^\s"'>]{3,})/,
  'config http-basic.': /^\S+ +\S+ +["']?([^\s"']{3,})/,
  'elasticsearch-users': /^.{0,80}? -p +["']?([^\s"']{3,})/,
  'auth init': /^.{0,40}? -t +([\w.-]{16,})/,
  'openssl enc': /^.{0,160}? -k +["']?([^\s"']{3,})/,
  plink: /^.{0,80}? -pw +["']?([^\s"']{3,})/,
  winscp: /^.{0,80}? \/password=["']?([^\s"']{3,})/,
  ksu: /^ -w +([^\s"']{3,})/,
  kadmin: /^(?:\.local)?.{0,80}? -(?:pw|w) +["']?([^\s"']{3,})/,
  xauth: /^ add +\S+ +\S+ +([0-9a-f]{16,})/,
  'config requirepass': /^ +["']?([^\s"']{3,})/,
  'set requirepass': /^ +["']?([^\s"']{3,})/,
  'twine upload': /^.{0,80}? -p +["']?([^\s"']{3,})/,
  'vsce publish': /^.{0,40}? -p +["']?([^\s"']{3,})/,
};

/** What reads a secret from its input: the secret stands earlier on the line, in an echo. */
const SINKS: readonly string[] = [
  '-stdin',
  'chpasswd',
  '--with-token',
  'sudo -s',
  '--passphrase-fd',
  '| kinit',
  'smbpasswd',
  '-pass stdin',
  '| passwd',
  'cryptsetup',
];

export const COMMANDS: readonly string[] = Object.keys(PLACES);
export const PIPES: readonly string[] = SINKS;

/** The secret behind a command's name. */
export function placedSecret(scene: Scene, end: number, command: string): Span[] | undefined {
  const { text } = scene;
  lineAt(scene, end);
  const rule = PLACES[command];
  const found = rule?.exec(text.slice(end, Math.min(scene.lineEnd, end + AHEAD)));
  const secret = found?.[1];
  if (found === null || found === undefined || secret === undefined || harmless(secret)) return undefined;
  const whole = found[0];
  const start = end + whole.lastIndexOf(secret);
  return holdsPlaceholder(text, end, start + secret.length)
    ? undefined
    : [{ start, end: start + secret.length, class: 'password' }];
}

/** `echo x | docker login --password-stdin`, `echo user:x | chpasswd`; goes to the scene's cells, since it lies behind us. */
export function piped(scene: Scene, start: number, sink: string): Span[] | undefined {
  const { text } = scene;
  lineAt(scene, start);
  if (start < scene.pipeDone) return undefined;
  scene.pipeDone = scene.lineEnd;
  const before = text.slice(Math.max(scene.lineStart, start - AHEAD), start);
  const found =
    /\b(?:echo|printf|print)(?: -\w+)*(?: ["']?%s(?:\\n)?["']?)? +(?:"([^"]{3,200})"|'([^']{3,200})'|([^\s|"']{3,200})) *\|[^|]*$/.exec(
      before,
    ) ?? (/\|/.test(before) ? null : /<<< *(?:"([^"]{3,200})"|'([^']{3,200})'|([^\s"']{3,200}))/.exec(before));
  let secret = found?.[1] ?? found?.[2] ?? found?.[3];
  if (found === null || secret === undefined) return undefined;
  let from = start - before.length + found.index + found[0].indexOf(secret);
  const colon = sink === 'chpasswd' ? secret.indexOf(':') : -1;
  if (colon > 0) {
    from += colon + 1;
    secret = secret.slice(colon + 1);
  }
  const newline = /\\n$/.exec(secret)?.index ?? secret.length;
  secret = secret.slice(0, newline);
  if (harmless(secret) || secret.includes('[redacted:')) return undefined;
  scene.cells.push({ start: from, end: from + secret.length, class: 'password' });
  return undefined;
}

function harmless(secret: string): boolean {
  return (
    survives(secret) || isProse(secret) || secret.startsWith('-') || secret.includes('$(') || /^[<[$]/.test(secret)
  );
}
