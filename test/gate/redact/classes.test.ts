// What each class of secret looks like in the wild, a sentence each, and what must never be touched.
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../../src/gate/redact/redactor.ts';
import { fingerprint } from './fingerprint.ts';

const redactor = createRedactor({ fingerprint });
const mark = (kind: string, secret: string) => `[redacted:${kind}:${fingerprint(secret)}]`;
const hex = (length: number) => '0123456789abcdef'.repeat(9).slice(3, 3 + length);
const mixed = (length: number) => 'aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY'.repeat(6).slice(0, length);
const dashes = '-'.repeat(5);
const pem = (kind: string, body: string) => `${dashes}BEGIN ${kind}${dashes}\n${body}\n${dashes}END ${kind}${dashes}`;

type Sentence = readonly [says: string, secret: string, write: (secret: string) => string, kind: string];

const found: readonly Sentence[] = [
  ['a password in logfmt', 'hunter22', (s) => `user=x password=${s} host=db`, 'password'],
  ['a password in YAML', 'hunter22', (s) => `db:\n  password: ${s}\n`, 'password'],
  ['a quoted password keeps its quotes', 'hun ter22', (s) => `password: "${s}"`, 'password'],
  ['a password in a sentence', 'hunter22', (s) => `The password is ${s}.`, 'password'],
  ['a long flag', 'hunter22', (s) => `run --password ${s} --port 80`, 'password'],
  ['a short flag after its command', 'hunter22', (s) => `mysql -u root -p${s} app`, 'password'],
  ['the password of curl -u, not the user', 'hunter22', (s) => `curl -u bob:${s} https://x`, 'password'],
  ['the password of a URL', 'hun@ter22', (s) => `postgres://u:${s}@h:5432/db`, 'url-password'],
  [
    'the password of a login at a host without a scheme',
    'hunter2Zk93',
    (s) => `lookup app:${s}@db.shop.svc: no`,
    'url-password',
  ],
  ['a token at the end of a name', `gh${'p_'}${mixed(36)}`, (s) => `open /run/token-${s}: no`, 'github-token'],
  ['an env variable', mixed(40), (s) => `AWS_SECRET_ACCESS_KEY=${s}`, 'api-key'],
  ['an env pair in YAML', 'hunter22', (s) => `- name: DB_PASSWORD\n  value: ${s}\n`, 'password'],
  ['a bearer token', mixed(30), (s) => `Authorization: Bearer ${s}`, 'bearer'],
  ['basic credentials', 'dXNlcjpodW50ZXIyMg==', (s) => `Authorization: Basic ${s}`, 'basic'],
  ['a cookie', mixed(20), (s) => `Cookie: a=b; sid=${s}; c=d`, 'cookie'],
  ['a set cookie, not its attributes', mixed(20), (s) => `Set-Cookie: sid=${s}; Path=/; HttpOnly`, 'cookie'],
  ['a query token', mixed(20), (s) => `/x?a=1&token=${s}&b=2`, 'token'],
  ['a query signature', hex(64), (s) => `/x?X-Amz-Signature=${s}&b=2`, 'signature'],
  ['a connection string', 'hunter22', (s) => `Server=db;Password=${s};Encrypt=true`, 'password'],
  ['a private key', `MIIE${mixed(60)}\n${mixed(64)}`, (s) => pem(`RSA PRIVATE ${'KEY'}`, s), 'private-key'],
  ['a JWT', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${mixed(43)}`, (s) => `got ${s} here`, 'jwt'],
  ['a GitHub token', `gh${'p_'}${mixed(36)}`, (s) => `using ${s}`, 'github-token'],
  ['an AWS key id', `AK${'IA'}ABCDEFGH23456789`, (s) => `id ${s}`, 'aws-key-id'],
  ['a stored hash', `$2y$10$${mixed(53)}`, (s) => `admin:${s}`, 'password-hash'],
  ['a bootstrap token', 'abcdef.0123456789abcdef', (s) => `kubeadm join --token ${s} x`, 'token'],
  ['escaped JSON in a line', 'hunter22', (s) => `body="{\\"password\\":\\"${s}\\"}" n=1`, 'password'],
  ['an XML element', 'hunter22', (s) => `<a><password>${s}</password></a>`, 'password'],
  ['an XML attribute', 'hunter22', (s) => `<add key="DbPassword" value="${s}"/>`, 'password'],
  ['base64 that unpacks to a password', btoa('DB_PASSWORD=hunter22\n'), (s) => `data: ${s}`, 'encoded'],
  ['a column called password', 'hunter22', (s) => `user,password\nbob,${s}\n`, 'password'],
  ['an argument list', 'hunter22', (s) => `args: ["mysql", "-p", "${s}", "app"]`, 'password'],
  ['a long flag in a list', 'hunter22', (s) => `["--password","${s}"]`, 'password'],
  ['basic auth in words', 'hunter22', (s) => `using basic auth bob:${s} here`, 'password'],
  [
    'the tail of a key',
    `${mixed(64)}\n${mixed(40)}`,
    (s) => `${s}\n${dashes}END PRIVATE ${'KEY'}${dashes}`,
    'private-key',
  ],
  ['a PuTTY key', mixed(64), (s) => `Private-Lines: 1\n${s}\nPrivate-MAC: 00`, 'private-key'],
  ['an echo into a login', mixed(20), (s) => `echo ${s} | docker login --password-stdin`, 'password'],
  ['a column of an insert', 'hunter22', (s) => `INSERT INTO u (a, password) VALUES (1, '${s}')`, 'password'],
  ['the argument beside a name', 'hunter22', (s) => `define('DB_PASSWORD', '${s}');`, 'password'],
  ['the new value of a change', 'hunter22', (s) => `password = "" -> "${s}"`, 'password'],
  ['SQL', 'hunter22', (s) => `CREATE USER a IDENTIFIED BY '${s}'`, 'password'],
];

describe('redacts, and leaves the rest as it is', () => {
  test.each(found)('%s', (_says, secret, write, kind) => {
    const result = redactor.text(write(secret));
    expect(result.text).toBe(write(mark(kind, secret)));
    expect(result).toMatchObject({ count: 1, classes: [kind] });
  });
});

describe('leaves alone', () => {
  test.each([
    ['an image digest', `nginx@sha256:${hex(64)}`],
    ['a trace id', `trace_id=${hex(32)} span_id=${hex(16)}`],
    ['a certificate', pem('CERTIFICATE', mixed(64))],
    ['a public key', pem('PUBLIC KEY', mixed(64))],
    ['a rule about passwords', 'password must be at least 8 characters'],
    ['an expired token', 'token expired'],
    ['the name of a Secret', 'secret "db-password-7f9c" not found'],
    ['a reference to a Secret', 'secretKeyRef:\n  name: db\n  key: password\n'],
    ['a projected token', '- serviceAccountToken:\n    path: token\n    expirationSeconds: 3607\n'],
    ['a path', 'token=/var/run/secrets/kubernetes.io/serviceaccount/token'],
    ['counts', 'token_count=17 max_tokens: 4096 password_attempts=3'],
    ['nothing', 'password: ""\ntoken: null\nsecret: false'],
    ['a mask', 'password=*** token=xxxxx'],
    ['a variable', `password: \${DB_PASSWORD} token=$(TOKEN) pass: {{ .Values.pass }}`],
    ['a class name', 'org.example.UsernamePasswordAuthenticationToken: failed'],
    ['an image by tag and digest', `registry.example.com/shop/web:1.4.2-rc1@sha256:${hex(64)}`],
    ['a user at a host', 'ssh deploy@host-7.example.com:22 and system:node@cluster'],
    ['a continue token', 'continue: eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MTcsInN0YXJ0IjoiYSJ9'],
  ])('%s', (_says, text) => {
    expect(redactor.text(text)).toEqual({ text, count: 0, classes: [] });
  });
});
