// The fifth set: written last, plain and everyday, as an operator remembers what leaked. Knows no redactor.
import type { Dice } from './random.ts';
import { begin, end, type NegativeShape, type PositiveShape, pemBody, sure } from './shape.ts';

const b64 = (text: string) => Buffer.from(text).toString('base64');
const pw = (d: Dice) => d.password().replace(/["'\\&$]/g, 'k');
const short = (d: Dice) => `${d.lower(4)}${d.from('23456789', 2)}${d.from('ABCDEFGHJK', 2)}`;

/** Shapes that hold a secret. */
export const fifthPositives: Record<string, PositiveShape> = {
  'startup banner': (d) => sure(pw(d), (s) => `==> Starting with DB_HOST=pg DB_USER=app DB_PASSWORD=${s} DB_NAME=app`),
  'config table': (d) =>
    sure(
      pw(d),
      (s) =>
        `+----------+----------------+\n| setting  | value          |\n+----------+----------------+\n| password | ${s} |\n+----------+----------------+`,
    ),
  'dotted debug': (d) => sure(pw(d), (s) => `DEBUG c.a.Config - mail.smtp.password -> ${s}`),
  brackets: (d) => sure(short(d), (s) => `[password=${s}] [user=app]`),
  'parens colon': (d) => sure(short(d), (s) => `connecting (user: app, password: ${s}) to db`),
  'json number': (d) => sure(d.from('123456789', 8), (s) => `{"user":"bob","pin":${s},"ok":true}`),
  'json array of pairs': (d) =>
    sure(pw(d), (s) =>
      JSON.stringify([
        ['user', 'app'],
        ['password', s],
      ]),
    ),
  'json header list': (d) => sure(d.alnum(40), (s) => JSON.stringify({ headers: [{ name: 'X-Api-Key', value: s }] })),
  'json nested token': (d) =>
    sure(d.alnum(40), (s) => JSON.stringify({ auth: { oauth: { token: { value: s, type: 'x' } } } })),
  'json camel': (d) => sure(d.alnum(24), (s) => JSON.stringify({ dbUserPassword: s, retries: 1 })),
  'json upper': (d) => sure(pw(d), (s) => JSON.stringify({ PASSWORD: s, USER: 'a' })),
  'json spaced key': (d) => sure(pw(d), (s) => JSON.stringify({ 'Admin Password': s })),
  'yaml quoted key': (d) => sure(pw(d), (s) => `"spring.rabbitmq.password": "${s}"\n`),
  'yaml folded': (d) => sure(d.alnum(40), (s) => `token: >-\n  ${s}\nnext: 1\n`),
  'yaml list of maps': (d) =>
    sure(pw(d), (s) => `env:\n  - name: ADMIN_PASS\n    value: "${s}"\n  - name: A\n    value: b\n`),
  'yaml value first': (d) => sure(d.alnum(16), (s) => `env:\n  - value: ${s}\n    name: ADMIN_PASSWORD\n`),
  'ini colon': (d) => sure(pw(d), (s) => `[database]\npasswd: ${s}\n`),
  'toml inline': (d) => sure(pw(d), (s) => `auth = { username = "a", password = "${s}" }`),
  hcl: (d) => sure(d.alnum(30), (s) => `provider "grafana" {\n  auth = "${s}"\n  api_key = "${s}"\n}`),
  'properties escaped': (d) => sure(short(d), (s) => `jdbc.url=jdbc\\:mysql\\://db/app\njdbc.password=${s}\n`),
  'xml attr order': (d) => sure(short(d), (s) => `<dataSource password='${s}' user='app'/>`),
  'xml namespaced': (d) => sure(short(d), (s) => `<wsse:Password Type="PasswordText">${s}</wsse:Password>`),
  'soap escaped': (d) => sure(short(d), (s) => `&lt;password&gt;${s}&lt;/password&gt;`),
  plist: (d) => sure(short(d), (s) => `<key>Password</key>\n<string>${s}</string>`),
  'csv export': (d) => sure(pw(d).replace(/,/g, 'k'), (s) => `id,email,password,role\n1,a@example.com,${s},admin\n`),
  tsv: (d) => sure(pw(d), (s) => `login\tpassword\nbob\t${s}\n`),
  'sql update': (d) => sure(short(d), (s) => `UPDATE users SET password = '${s}', updated = now() WHERE id = 7`),
  'sql select where': (d) => sure(d.alnum(32), (s) => `SELECT * FROM sessions WHERE token = '${s}' LIMIT 1`),
  'sql bind': (d) => sure(short(d), (s) => `binding parameter [2] as [VARCHAR] - [password=${s}]`),
  'sql create user mysql': (d) => sure(short(d), (s) => `CREATE USER 'app'@'%' IDENTIFIED BY '${s}';`),
  'sql pg role': (d) => sure(short(d), (s) => `CREATE ROLE app WITH LOGIN ENCRYPTED PASSWORD '${s}';`),
  'mongo createUser': (d) => sure(short(d), (s) => `db.createUser({user: "app", pwd: "${s}", roles: []})`),
  'mongo shell auth': (d) => sure(short(d), (s) => `db.auth("app", "${s}")`),
  'redis hello': (d) => sure(short(d), (s) => `HELLO 3 AUTH default ${s}`),
  'curl -u quoted': (d) => sure(pw(d), (s) => `curl -u "elastic:${s}" -k https://es:9200/_cat/health`),
  'curl long': (d) => sure(d.alnum(40), (s) => `curl --header "Authorization: Bearer ${s}" https://api/x`),
  'curl url auth': (d) => sure(short(d), (s) => `curl -s http://admin:${s}@rabbit:15672/api/overview`),
  'curl form': (d) => sure(short(d), (s) => `curl -F user=bob -F password=${s} http://x/login`),
  'http pie': (d) => sure(short(d), (s) => `http -a admin:${s} GET :8080/x`),
  'psql env': (d) => sure(pw(d), (s) => `PGPASSWORD='${s}' pg_dump -h db -U app app > dump.sql`),
  'mysql glued': (d) => sure(short(d), (s) => `+ mysql -h db -u root -p${s} -e 'show databases'`),
  'mysql long': (d) => sure(short(d), (s) => `mysqladmin --user=root --password=${s} ping`),
  'helm repo': (d) => sure(short(d), (s) => `helm repo add acme https://charts --username bot --password ${s}`),
  'oc login': (d) => sure(d.base64url(43), (s) => `oc login --token=sha256~${s} --server=https://api:6443`),
  'kubectl config': (d) => sure(d.alnum(32), (s) => `kubectl config set-credentials bot --token=${s}`),
  'skopeo creds': (d) => sure(short(d), (s) => `skopeo copy --src-creds bot:${s} docker://a docker://b`),
  'aws configure': (d) => sure(d.alnum(40), (s) => `aws configure set aws_secret_access_key ${s}`),
  'aws sts': (d) => sure(d.base64(120), (s) => `export AWS_SESSION_TOKEN="${s}"`),
  s3cmd: (d) => sure(d.alnum(40), (s) => `secret_key = ${s}\nhost_base = s3.example.com`),
  restic: (d) => sure(pw(d), (s) => `RESTIC_PASSWORD=${s} restic backup /data`),
  'rclone conf': (d) => sure(d.base64url(40), (s) => `[remote]\ntype = sftp\npass = ${s}\n`),
  'vault wrapped': (d) => sure(d.alnum(24), (s) => `wrapping_token:                  hvs.${s}`),
  'consul token': (d) => sure(d.uuid(), (s) => `CONSUL_HTTP_TOKEN=${s}`),
  'nomad secret id': (d) =>
    sure(d.uuid(), (s) => `Accessor ID  = 1\nSecret ID    = ${s}\nName         = Bootstrap Token`),
  etcdctl: (d) => sure(short(d), (s) => `etcdctl --user root:${s} get / --prefix`),
  'ssh config key': (d) => sure(pemBody(d, 5), (s) => `${begin('OPENSSH PRIVATE')}\n${s}\n${end('OPENSSH PRIVATE')}`),
  'pgp block': (d) =>
    sure(
      pemBody(d, 5),
      (s) => `${begin('PGP PRIVATE', 'KEY BLOCK')}\n\n${s}\n=aB3d\n${end('PGP PRIVATE', 'KEY BLOCK')}`,
    ),
  'pem one line': (d) => sure(d.base64(60), (s) => `KEY="${begin('PRIVATE')}\\n${s}\\n${end('PRIVATE')}"`),
  'bearer in json message': (d) =>
    sure(d.alnum(36), (s) =>
      JSON.stringify({ level: 'debug', message: `sending request with header Authorization: Bearer ${s}` }),
    ),
  'basic in proxy log': (d) =>
    sure(b64(`bob:${pw(d)}`), (s) => `proxy request headers: {Accept=[*/*], Authorization=[Basic ${s}]}`),
  'cookie in json': (d) =>
    sure(d.alnum(40), (s) => JSON.stringify({ req: { headers: { cookie: `sid=${s}; lang=en` } } })),
  'rails session': (d) => sure(d.base64url(80), (s) => `Cookie: _app_session=${s}--abc; path=/`),
  'django csrf': (d) => sure(d.alnum(64), (s) => `csrftoken=${s}`),
  'asp cookie': (d) => sure(d.base64url(120), (s) => `.AspNetCore.Cookies=${s}; path=/; httponly`),
  'jwt cookie': (d) =>
    sure(d.base64url(43), (s) => `access_token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJib2IifQ.${s}; Path=/`),
  'github app': (d) => sure(d.alnum(82), (s) => `remote: github_pat_${s}`),
  datadog: (d) => sure(d.hex(32), (s) => `DD_API_KEY=${s}`),
  newrelic: (d) => sure(d.hex(36), (s) => `NEW_RELIC_LICENSE_KEY: ${s}NRAL`),
  twilio: (d) => sure(d.hex(32), (s) => `TWILIO_AUTH_TOKEN=${s}`),
  sentry: (d) => sure(d.hex(32), (s) => `dsn: "https://${s}@o99.ingest.sentry.io/1"`),
  'sms code': (d) => sure(d.from('123456789', 6), (s) => `Your one-time code is ${s}. Do not share it.`),
  'reset link': (d) => sure(d.base64url(48), (s) => `sent mail: https://app.example.com/reset-password?token=${s}`),
  'invite path': (d) => sure(d.base64url(43), (s) => `https://app.example.com/reset_password/${s}`),
  'wifi qr': (d) => sure(short(d), (s) => `WIFI:T:WPA;S:lab;P:${s};;`),
  'german prose': (d) => sure(short(d), (s) => `Neues Passwort für bob: ${s}`),
  'chinese is': (d) => sure(short(d), (s) => `管理员密码是 ${s}`),
  korean: (d) => sure(short(d), (s) => `비밀번호: ${s}`),
  'spoken with quotes': (d) => sure(short(d), (s) => `User 'root' logged in with password "${s}"`),
  'spoken wrong': (d) => sure(short(d), (s) => `authentication failed: wrong password '${s}' for user bob`),
  'base64 env': (d) => sure(b64(`DB_PASSWORD=${pw(d)}\nAPI_TOKEN=${d.alnum(20)}\n`), (s) => `envfile: ${s}`),
  'base64 basic in url': (d) =>
    sure(b64(JSON.stringify({ auths: { r: { auth: b64(`a:${pw(d)}`) } } })), (s) => `.dockerconfigjson: ${s}`),
  'url encoded json': (d) => sure(short(d), (s) => encodeURIComponent(JSON.stringify({ user: 'a', password: s }))),
  'twice escaped': (d) =>
    sure(short(d), (s) => JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ password: s }) }) })),
  'crlf env': (d) => sure(pw(d), (s) => `A=b\r\nDB_PASSWORD=${s}\r\nC=d\r\n`),
  'ansi colours': (d) => sure(short(d), (s) => `\u001b[32mpassword\u001b[0m=${s}\u001b[0m ok`),
  tabs: (d) => sure(pw(d), (s) => `password\t=\t${s}\nuser\t=\tapp`),
};

/** Shapes that hold none. */
export const fifthNegatives: Record<string, NegativeShape> = {
  'deploy yaml': (d) =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: token-service\n  uid: ${d.uuid()}\nspec:\n  template:\n    spec:\n      serviceAccountName: token-service\n      automountServiceAccountToken: false\n      imagePullSecrets:\n      - name: regcred\n      containers:\n      - name: app\n        image: acme/token-service@sha256:${d.hex(64)}\n        envFrom:\n        - secretRef:\n            name: token-service-env\n`,
  'ingress tls': (d) => `  tls:\n  - hosts:\n    - ${d.word()}.example.com\n    secretName: ${d.name()}-tls\n`,
  'sa describe': (d) => ({
    kind: 'ServiceAccount',
    metadata: { name: 'secret-reader' },
    secrets: [{ name: `secret-reader-token-${d.lower(5)}` }],
  }),
  rolebinding: () => ({
    kind: 'RoleBinding',
    roleRef: { kind: 'Role', name: 'secret-reader' },
    subjects: [{ kind: 'User', name: 'token-bot' }],
  }),
  probe: () => ({
    livenessProbe: {
      httpGet: { path: '/auth/health', port: 8080, httpHeaders: [{ name: 'X-Probe', value: 'kubelet' }] },
    },
  }),
  labels: (d) => ({
    metadata: {
      labels: {
        app: 'password-manager',
        'pod-template-hash': d.lower(9),
        'controller-revision-hash': d.lower(10),
        'helm.sh/chart': 'vault-0.28.1',
      },
    },
  }),
  'node info': (d) => ({
    status: {
      nodeInfo: { machineID: d.hex(32), systemUUID: d.uuid(), bootID: d.uuid(), kernelVersion: '6.8.0-45-generic' },
    },
  }),
  'container status': (d) => ({
    containerID: `containerd://${d.hex(64)}`,
    imageID: `ghcr.io/acme/key-server@sha256:${d.hex(64)}`,
    ready: true,
  }),
  'managed fields': () => ({
    managedFields: [{ manager: 'kubectl', fieldsV1: { 'f:data': { 'f:password': {}, 'f:token': {} } } }],
  }),
  'backoff event': (d) =>
    `Back-off restarting failed container token-sync in pod token-sync-${d.lower(9)}-${d.lower(5)}_auth(${d.uuid()})`,
  'pull error': (d) =>
    `Failed to pull image "registry.example.com/secret/app:${d.hex(8)}": unauthorized: authentication required`,
  forbidden: (d) =>
    `secrets "api-key-${d.word()}" is forbidden: User "bob" cannot get resource "secrets" in API group "" in the namespace "shop"`,
  'missing key': (d) => `couldn't find key password in Secret shop/${d.name()}`,
  'config invalid': () =>
    'invalid configuration: password is required; token must not be empty; secret key should be at least 32 characters long',
  hint: () => 'Hint: set the password with --password or PASSWORD=<value>; never pass tokens on the command line',
  'warning cli': () =>
    'WARNING! Using --password via the CLI is insecure. Use --password-stdin.\nmysql: [Warning] Using a password on the command line interface can be insecure.',
  'login ok': () => 'Login Succeeded\nPassword updated successfully\nToken revoked\nSecret synced\nAPI key rotated',
  'log levels': (d) =>
    `level=info component=auth msg="token cache warmed" entries=${d.below(999)} hit_ratio=0.9 ttl=5m0s`,
  'auth flow': (d) =>
    `oauth2: token request took ${d.below(900)}ms grant_type=client_credentials status=200 client=${d.word()}`,
  'session stats': (d) =>
    `sessions active=${d.below(99)} idle=${d.below(99)} session_timeout=30m session.max=100 cookie.secure=true`,
  'kv cache': (d) =>
    `cache get key=product:${d.below(9999)}:v2 hit; key=user:${d.uuid()} miss; key=page:/home:${d.hex(32)}`,
  'kafka keys': (d) =>
    `ConsumerRecord(topic = orders, partition = ${d.below(9)}, offset = ${d.below(99999)}, key = order-${d.below(9999)}, value = created)`,
  'redis keys': (d) =>
    `redis: SETEX session-count:${d.word()} 60 ${d.below(99)}; KEYS token-bucket:*; DEL lock:${d.uuid()}`,
  's3 keys': (d) =>
    `uploaded s3://backups/${d.word()}/${d.hex(40)}.tar.zst etag=${d.hex(32)} key=backups/2026/${d.hex(16)}`,
  'docker history': (d) =>
    `<missing>   2 weeks ago   RUN /bin/sh -c echo ok # buildkit   0B\nsha256:${d.hex(64)}   CMD ["node" "token.js"]`,
  'make output': () => 'gcc -O2 -c token.c -o token.o\nld: key.o password.o secret.o -lcrypto\nPASS: 12 FAIL: 0',
  jest: (d) =>
    ` PASS  test/auth/password.test.ts (${d.below(9)}.1 s)\n  ✓ rejects a wrong password (12 ms)\n  ✓ token expires after 1h (3 ms)`,
  pytest: () =>
    'tests/test_token.py::test_password_hash PASSED [ 50%]\ntests/test_token.py::test_secret_key PASSED [100%]',
  'go vet': () => './auth.go:12:2: declared and not used: token\n./auth.go:19:9: undefined: secretKey',
  'code kotlin': () =>
    'val password: String by config\nfun login(user: String, password: String): Token = client.login(user, password)',
  'code csharp': () =>
    'var token = await _tokenService.GetTokenAsync(user);\npublic string Password { get; set; } = string.Empty;',
  'code php': () =>
    "$password = $_POST['password'];\n$token = bin2hex(random_bytes(32));\nif (!password_verify($password, $hash)) { return; }",
  'code js': () =>
    "const token = localStorage.getItem('token');\nheaders: { Authorization: `Bearer $" +
    '{token}` }, password: form.password.value',
  'code bash': () => 'PASSWORD="$(openssl rand -hex 16)"\nTOKEN=`cat token.txt`\n: "$' + '{API_KEY:?must be set}"',
  dockerfile: () => 'ARG NPM_TOKEN\nENV TOKEN_PATH=/run/token\nRUN --mount=type=secret,id=npm_token npm ci',
  'helm values default': () =>
    'auth:\n  username: ""\n  password: ""\n  existingSecret: ""\n  tokenTTL: 1h\n  passwordLength: 16\n',
  'argocd app': (d) =>
    `  syncResult:\n    revision: ${d.hex(40)}\n    source:\n      path: charts/secrets\n      targetRevision: v1.${d.below(9)}.0`,
  tekton: (d) =>
    `taskrun.tekton.dev/sign-token-${d.lower(5)} created; results: digest=sha256:${d.hex(64)} commit=${d.hex(40)}`,
  'sops meta': (d) => `password: ENC[AES256_GCM,data:${d.base64(12)},iv:${d.base64(32)},tag:${d.base64(16)},type:str]`,
  'sealed secret': (d) => `kind: SealedSecret\nspec:\n  encryptedData:\n    password: AgB${d.alnum(200)}\n`,
  'spf dkim': (d) => `default._domainkey TXT "v=DKIM1; k=rsa; p=${d.base64(120)}"`,
  dns: (d) =>
    `token.example.com. 300 IN A 10.0.0.${d.below(250)}\n_acme-challenge.example.com. 60 IN TXT "${d.base64url(43)}"`,
  'tls secret name': (d) =>
    `cert ok: CN=${d.word()}.example.com SAN=auth.example.com notAfter=2026-12-01 sha1=${d.hex(40)} keyUsage=digitalSignature`,
  'wireguard peer': (d) => `peer: ${d.base64(32)}\n  endpoint: 10.0.0.1:51820\n  latest handshake: 1 minute ago`,
  'public ids': (d) =>
    `client_id: ${d.uuid()}\ntenantId: ${d.uuid()}\nkid=${d.hex(20)} nonce_count=00000001 realm="secret area"`,
  mails: (d) =>
    `sent mail to ${d.word()}@example.com subject="Your password was changed" message-id=<${d.uuid()}@example.com>`,
  'http access': (d) =>
    `10.0.0.7 - bob [12/Sep/2026:10:00:00 +0000] "POST /oauth/token HTTP/1.1" 200 ${d.below(9999)} "https://sso/login?next=%2Ftokens" "Mozilla/5.0"`,
  'http errors': (d) =>
    `401 Unauthorized WWW-Authenticate: Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/${d.word()}:pull"`,
  'query flags': (d) => `GET /search?key=name&sort=token&passing=true&page=${d.below(9)} 200`,
  numbers: (d) =>
    `tokens: ${d.below(9999)} secrets: ${d.below(99)} passwords: ${d.below(9)} keys: ${d.below(999)} sessions: ${d.below(99)}`,
  dates: () =>
    'token_expires=2026-09-01T10:00:00Z password_changed_at: 2026-08-01 secret_created=1790000000 key_rotation="90d"',
  'prose english': (d) =>
    `${d.word()} asked for the password again. Please keep the secret safe, and the token fresh; the key to success is patience.`,
  'prose docs': () =>
    'The secret key is stored in the vault. A token consists of three parts. Your password is never logged. The session key is derived from the shared secret.',
  emoji: () => '🔑 key loaded · 🔒 secret sealed · ✅ token ok · password: ✔',
};
