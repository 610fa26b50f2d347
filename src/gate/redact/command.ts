// Passwords behind one-letter flags, which mean a password only after certain commands. Long flags are pair.ts.
import { is, KIND, lineAt, type Scene } from './scene.ts';
import type { Span } from './span.ts';
import { survives } from './survivors.ts';
import { readValue } from './value.ts';

type Rule = { readonly command: RegExp; readonly glued: boolean; readonly spaced: boolean; readonly user: boolean };
const BEFORE = 200;

/** Which commands make which flag a secret's. `user` flags carry user:password (or user%password). */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  '-p': [
    {
      command:
        /\b(?:mysql|mysqldump|mysqladmin|mysqlimport|mysqlsh|mysqlbinlog|mysqlcheck|mysqld|mariadb|mariadb-dump|mariadb-admin|mysqlslap|7z[ar]?)\b/,
      glued: true,
      spaced: false,
      user: false,
    },
    { command: /\bsshpass\b/, glued: true, spaced: true, user: false },
    {
      command:
        /\b(?:docker|podman|nerdctl|helm|skopeo|crane|buildah|oras|az|registry|oc|regctl|cf|argocd|heroku)\b.{0,80}\blogin\b/,
      glued: false,
      spaced: true,
      user: false,
    },
    {
      command:
        /\b(?:mongo|mongosh|mongodump|mongorestore|mongoexport|mongoimport|mongostat|rabbitmqadmin|cqlsh|kinit|oc login|ipmitool|pgbadger|unrar|expect|influx|vsql)\b/,
      glued: false,
      spaced: true,
      user: false,
    },
  ],
  '-P': [
    {
      command: /\b(?:sqlcmd|bcp|ipmitool|mosquitto_pub|mosquitto_sub|osql|unzip|zip|isql|tsql)\b/,
      glued: true,
      spaced: true,
      user: false,
    },
  ],
  '-a': [
    {
      command: /\b(?:redis-cli|redis-benchmark|valkey-cli|keydb-cli|sentinel)\b/,
      glued: false,
      spaced: true,
      user: false,
    },
    { command: /\bhttps?\b/, glued: false, spaced: true, user: true },
  ],
  '-w': [
    { command: /\bldap(?:search|add|modify|delete|passwd|whoami|compare)\b/, glued: true, spaced: true, user: false },
  ],
  '-u': [{ command: /\b(?:curl|wget|http|https|ab|wrk|jfrog|mvn)\b/, glued: true, spaced: true, user: true }],
  '-U': [{ command: /\b(?:smbclient|rpcclient|net|smbget|winexe|curl)\b/, glued: true, spaced: true, user: true }],
  '--user': [
    { command: /\b(?:curl|smbclient|http|etcdctl|nats|influx|ctr|crictl)\b/, glued: false, spaced: true, user: true },
  ],
  '--proxy-user': [{ command: /\bcurl\b/, glued: false, spaced: true, user: true }],
};
export const FLAGS: readonly string[] = Object.keys(RULES);

/** Reads what follows a flag, if the command before it on the line makes it a secret. */
export function shortFlag(scene: Scene, start: number, flag: string): Span[] | undefined {
  const { text } = scene;
  if (!text.startsWith(flag, start) || !/[\s"',[]/.test(text[start - 1] ?? '')) return undefined;
  lineAt(scene, start);
  const before = text
    .slice(Math.max(0, start - BEFORE), start)
    .replace(/[\r\n]+[ \t]*-?/g, ' ')
    .toLowerCase();
  const near = text.slice(Math.max(scene.lineStart, start - BEFORE), start).toLowerCase();
  const after = start + flag.length;
  const list = /^["'](?:,\s{0,40}|\s{1,40})["']?|^\r?\n[ \t]{0,40}- ["']?/.exec(text.slice(after, after + 64))?.[0];
  const spaced = /^[ =]["']?$/.test(text.slice(after, after + 1)) || list !== undefined;
  const inList = list !== undefined || /["']$|^\s*-\s$/.test(text.slice(Math.max(scene.lineStart, start - 64), start));
  for (const rule of RULES[flag] ?? []) {
    if (!rule.command.test(inList ? before : near)) continue;
    if (list === undefined && (spaced ? !rule.spaced : !rule.glued)) continue;
    const from = list !== undefined && spaced ? after + list.replace(/["']$/, '').length : spaced ? after + 1 : after;
    lineAt(scene, from);
    const value = readValue(text, from, scene.lineEnd, { query: false, line: false });
    if (value === undefined || value.end <= value.start) continue;
    let head = value.start;
    if (rule.user) {
      const split = text
        .slice(value.start, Math.min(value.end, value.start + 256))
        .search(flag === '-U' ? /[:%]/ : /:/);
      if (split < 0) continue;
      head = value.start + split + 1;
    }
    const secret = text.slice(head, Math.min(value.end, head + 512));
    if (
      secret.length < 3 ||
      survives(secret) ||
      secret.startsWith('-') ||
      /^\d{1,5}(?::\d{1,5})?(?:\/tcp|\/udp)?$/.test(secret)
    )
      continue;
    return [{ start: head, end: value.end, class: 'password' }];
  }
  return undefined;
}

/** `echo user:password | chpasswd`, `openssl … pass:x`. */
export function passSource(scene: Scene, start: number, end: number): Span[] | undefined {
  const { text } = scene;
  if (is(text, start - 1, KIND.url64)) return undefined;
  lineAt(scene, end);
  if (!/-pass(?:in|out)?[ =]["']?$|-k ["']?$/.test(text.slice(Math.max(0, start - 12), start))) return undefined;
  const value = readValue(text, end, scene.lineEnd, { query: false, line: false });
  return value === undefined ? undefined : [{ start: value.start, end: value.end, class: 'password' }];
}
