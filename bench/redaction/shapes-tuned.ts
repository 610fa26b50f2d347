// Shapes the redactor was tuned on. Knows no redactor.
import { begin, end, type NegativeShape, type PositiveShape, pemBody, sure } from './shape.ts';

const b64 = (text: string) => Buffer.from(text).toString('base64');

/** Shapes that hold a secret. */
export const tunedPositives: Record<string, PositiveShape> = {
  'spring properties': (d) =>
    sure(d.password(), (s) => `spring.datasource.username=app\nspring.datasource.password=${s}\nserver.port=80`),
  'ini file': (d) => sure(d.password(), (s) => `[mysqld]\nuser = root\npassword = ${s}\nport = 3306`),
  toml: (d) => sure(d.plainPassword(), (s) => `[redis]\naddr = "r:6379"\npassword = "${s}"\n`),
  'single quotes': (d) => sure(d.password(), (s) => `auth:\n  admin-password: '${s}'\n  user: admin`),
  'flow yaml': (d) => sure(d.plainPassword(), (s) => `db: {user: app, password: ${s}, host: db}`),
  'passphrase words': (d) => {
    const phrase = `${d.word()} ${d.word()} ${d.word()} ${d.word()}`;
    return sure(phrase, (s) => `vault:\n  passphrase: ${s}\n  on: true`);
  },
  'pretty json': (d) =>
    sure(d.password(), (s) => JSON.stringify({ host: 'db', credentials: { user: 'x', passwd: s }, port: 1 }, null, 2)),
  'number password': (d) => sure(d.from('123456789', 8), (s) => `{"user":"x","password":${s},"port":5432}`),
  'go header map': (d) =>
    sure(d.base64url(44), (s) => `headers=map[Accept:[*/*] Authorization:[Bearer ${s}] Host:[x]]`),
  'session cookie': (d) => sure(d.alnum(32), (s) => `{"request":{"headers":{"cookie":"JSESSIONID=${s}; a=b"}}}`),
  'header pair': (d) =>
    sure(d.base64url(40), (s) =>
      JSON.stringify({
        headers: [
          { name: 'Authorization', value: `Bearer ${s}` },
          { name: 'Accept', value: '*/*' },
        ],
      }),
    ),
  'header object': (d) =>
    sure(d.base64url(40), (s) => ({ headers: { Authorization: [`Bearer ${s}`], Accept: ['*/*'] } })),
  'private token header': (d) =>
    sure(d.alnum(20), (s) => `curl --header "PRIVATE-TOKEN: ${s}" https://gitlab.example.com/api`),
  'redis url': (d) => sure(d.plainPassword(), (s) => `REDIS_URL=redis://:${s}@redis:6379/0`),
  'url slash': (d) =>
    sure(`${d.alnum(5)}/${d.alnum(5)}`, (s) => `dial postgresql://app:${s}@db.example.com/app: timeout`),
  'git url token': (d) => sure(d.alnum(30), (s) => `Cloning into 'x'... https://oauth2:${s}@git.example.com/a/b.git`),
  'sas url': (d) =>
    sure(
      `${d.alnum(42)}%3D`,
      (s) => `https://x.blob.core.windows.net/c/f?sv=2024-01-01&se=2026-09-01&sr=b&sp=r&sig=${s}`,
    ),
  'form body': (d) => sure(d.plainPassword(), (s) => `POST /login body: username=${d.word()}&password=${s}&remember=1`),
  odbc: (d) => sure(d.plainPassword(), (s) => `Driver={PostgreSQL};Server=db;Uid=app;Pwd=${s};`),
  npgsql: (d) =>
    sure(d.plainPassword(), (s) => `{"ConnectionStrings":{"Default":"Host=db;Username=app;Password=${s};Database=a"}}`),
  'openssh block': (d) =>
    sure(pemBody(d, 6), (s) => `id_rsa\n${begin('OPENSSH PRIVATE')}\n${s}\n${end('OPENSSH PRIVATE')}\n`),
  'pem indented': (d) => {
    const body = pemBody(d, 4);
    return {
      input: `data:\n  key.pem: |\n    ${begin('RSA PRIVATE')}\n${body
        .split('\n')
        .map((line) => `    ${line}`)
        .join('\n')}\n    ${end('RSA PRIVATE')}\n`,
      secrets: body.split('\n'),
    };
  },
  'pem base64': (d) => sure(b64(`${begin('PRIVATE')}\n${pemBody(d, 4)}\n${end('PRIVATE')}\n`), (s) => `tls.key: ${s}`),
  'jwt cookie': (d) =>
    sure(
      `${b64('{"alg":"HS256","typ":"JWT"}').replaceAll('=', '')}.${b64(`{"sub":"${d.name()}"}`).replaceAll('=', '')}.${d.base64url(43)}`,
      (s) => `[debug] id=${s};next`,
    ),
  'aws pair': (d) =>
    sure(
      d.from('abcdefghijABCDEFGHIJ0123456789/+', 40),
      (s) =>
        `[default]\naws_access_key_id = ${'AKI'}A${d.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}\naws_secret_access_key = ${s}\n`,
    ),
  'anthropic key': (d) => sure(`sk-${'ant'}-api03-${d.base64url(93)}AA`, (s) => `ANTHROPIC: ${s}`),
  sendgrid: (d) => sure(`S${'G'}.${d.base64url(22)}.${d.base64url(43)}`, (s) => `mailer key ${s} rejected`),
  twilio: (d) => sure(`S${'K'}${d.hex(32)}`, (s) => `twilio sid ${s}`),
  'npm token': (d) => sure(`npm${'_'}${d.alnum(36)}`, (s) => `//packages.example.com/:_authToken=${s}`),
  'npmrc plain': (d) => sure(d.uuid(), (s) => `//packages.example.com/:_authToken=${s}`),
  'vault token': (d) => sure(`hv${'s'}.${d.base64url(90)}`, (s) => `Key token Value ${s}`),
  'telegram bot': (d) =>
    sure(`${d.from('123456789', 9)}:AA${d.base64url(33)}`, (s) =>
      `https://api.telegram.org/bot${s}/getMe`.replace('/bot', '/bot '),
    ),
  'discord bot': (d) =>
    sure(`M${'T'}A${d.alnum(21)}.${d.base64url(6)}.${d.base64url(38)}`, (s) => `logging in with ${s}`),
  'terraform token': (d) =>
    sure(`${d.alnum(14)}.atlas${'v1'}.${d.base64url(67)}`, (s) => `credentials "app.terraform.io" { x = "${s}" }`),
  'azure client': (d) => sure(`${d.alnum(3)}8Q${'~'}${d.base64url(34)}`, (s) => `az login with ${s}`),
  'datadog env': (d) => sure(d.hex(32), (s) => `DD_SITE=datadoghq.eu DD_API_KEY=${s} agent`),
  'newrelic license': (d) => sure(`${d.hex(36)}NRAL`, (s) => `newrelic:\n  license_key: ${s}\n`),
  'slack hook': (d) =>
    sure(
      `T${d.from('ABCDEFGH0123', 8)}/B${d.from('ABCDEFGH0123', 8)}/${d.alnum(24)}`,
      (s) => `webhook https://hooks.slack.com/services/${s} failed`,
    ),
  'htpasswd apr1': (d) => sure(`$apr1$${d.alnum(8)}$${d.alnum(22)}`, (s) => `auth: |\n  admin:${s}\n`),
  'prose colon': (d) => sure(d.plainPassword(), (s) => `Login with user admin and password: ${s} on port 80`),
  'prose for user': (d) => sure(d.plainPassword(), (s) => `Created password for user ${d.word()}: ${s}`),
  'prose bare': (d) => sure(`${d.word()}${d.below(9000) + 100}`, (s) => `trying user root with password ${s} failed`),
  'prose quoted': (d) => sure(d.password(), (s) => `Access denied using password "${s}" (attempt 2)`),
  'prose token': (d) => sure(d.alnum(32), (s) => `Using token ${s} for the session`),
  'prose api key': (d) => sure(d.hex(32), (s) => `Your API key is ${s}. Keep it safe.`),
  'secret access key title': (d) =>
    sure(d.from('abcdefghijABCDEFGHIJ0123456789/+', 40), (s) => `AWS Secret Access Key: ${s}`),
  'xml property': (d) =>
    sure(d.plainPassword(), (s) => `<property name="javax.persistence.jdbc.password" value="${s}"/>`),
  'xml namespaced': (d) =>
    sure(
      d.plainPassword(),
      (s) => `<wsse:UsernameToken><wsse:Password Type="x">${s}</wsse:Password></wsse:UsernameToken>`,
    ),
  'twice escaped': (d) =>
    sure(d.plainPassword(), (s) => JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ password: s }) }) })),
  'broken json': (d) => sure(d.plainPassword(), (s) => `{"level":"info","db":{"user":"x","password":"${s}","ho`),
  'broken in value': (d) => sure(d.alnum(24), (s) => `{"level":"info","db":{"user":"x","apiToken":"${s}`),
  'flag list json': (d) => sure(d.password(), (s) => `args=["--user","x","--password",${JSON.stringify(s)}]`),
  'flag list yaml': (d) => sure(d.password(), (s) => `args:\n- --db-password\n- ${s}\n- --port\n`),
  'mysql list': (d) => sure(d.plainPassword(), (s) => ({ command: ['mysql', '-uroot', `-p${s}`, '-e', 'select 1'] })),
  'redis-cli': (d) => sure(d.plainPassword(), (s) => `exec redis-cli -h r -a ${s} ping`),
  'docker login': (d) => sure(d.plainPassword(), (s) => `docker login -u ${d.word()} -p ${s} registry.example.com`),
  sshpass: (d) => sure(d.plainPassword(), (s) => `sshpass -p '${s}' ssh root@host`),
  pgpassword: (d) => sure(d.plainPassword(), (s) => `+ PGPASSWORD=${s} psql -h db -U app`),
  'export quoted': (d) => sure(d.password(), (s) => `export GITEA_ADMIN_PASS='${s}'; ./run`),
  sql: (d) => sure(d.plainPassword(), (s) => `CREATE USER 'app'@'%' IDENTIFIED BY '${s}'`),
  'sql password': (d) => sure(d.plainPassword(), (s) => `ALTER ROLE app WITH LOGIN PASSWORD '${s}';`),
  'secret json': (d) =>
    sure(b64(d.password()), (s) => ({ kind: 'Secret', data: { whatever: s }, metadata: { name: 'x' } })),
  'secret stringData': (d) =>
    sure(
      d.alnum(16),
      (s) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\nstringData:\n  config.ini: |\n    x ${s}\n`,
    ),
  'secret list yaml': (d) =>
    sure(
      b64(d.password()),
      (s) =>
        `apiVersion: v1\nitems:\n- apiVersion: v1\n  data:\n    some: ${s}\n  kind: Secret\n  metadata:\n    name: y\nkind: List\n`,
    ),
  dockerconfigjson: (d) =>
    sure(
      b64(JSON.stringify({ auths: { r: { username: 'u', password: d.alnum(12), auth: b64(`u:${d.alnum(12)}`) } } })),
      (s) => ({ data: { '.dockerconfigjson': s } }),
    ),
  'literal flag': (d) =>
    sure(
      d.plainPassword(),
      (s) => `kubectl create secret generic db --from-literal=user=app --from-literal=password=${s}`,
    ),
  'helm set': (d) => sure(d.plainPassword(), (s) => `helm upgrade x y --set image.tag=1,auth.rootPassword=${s},a.b=c`),
  'python kwargs': (d) => sure(d.plainPassword(), (s) => `connect(host='db', user='app', password='${s}', port=1)`),
  'java toString': (d) => sure(d.plainPassword(), (s) => `DbConfig(url=jdbc:x, username=app, password=${s}, pool=5)`),
  'url encoded': (d) => sure(d.plainPassword(), (s) => `body=user%3Dx%26password%3D${s}%26y%3D1`),
  'html escaped': (d) => sure(d.plainPassword(), (s) => `&quot;password&quot;:&quot;${s}&quot;,&quot;a&quot;:1`),
  netrc: (d) => sure(d.plainPassword(), (s) => `machine git.example.com login ${d.word()} password ${s}`),
  'markdown table': (d) => sure(d.plainPassword(), (s) => `| user | app |\n| password | ${s} |\n`),
  'multi line quoted': (d) => {
    const [one, two] = [d.alnum(16), d.alnum(16)];
    return { input: `secret: "${one}\n  ${two}"\nport: 1\n`, secrets: [one, two] };
  },
  'nested value': (d) => sure(d.password(), (s) => ({ spec: { password: { value: s }, port: 1 } })),
  'config env list': (d) =>
    sure(d.plainPassword(), (s) => JSON.stringify({ Env: ['PATH=/bin', `MYSQL_PASSWORD=${s}`] })),
  german: (d) => sure(d.plainPassword(), (s) => `Das Passwort lautet ${s}`),
  'openshift token': (d) =>
    sure(`sha256${'~'}${d.base64url(43)}`, (s) => `oc login --server=https://api:6443 --token=${s}`),
  'age key': (d) =>
    sure(`AGE-SECRET-${'KEY'}-1${d.from('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58)}`, (s) => `# created: 2026\n${s}\n`),
};

/** Shapes without a secret. */
export const tunedNegatives: Record<string, NegativeShape> = {
  'prose more': (d) =>
    d.pick([
      'Password authentication failed for user "app"',
      'no password supplied',
      'the token is not valid yet',
      'token has expired at 2026-01-01',
      'password changed successfully',
      'Password reset requested',
      'secret is missing',
      'API key is required',
      'unable to fetch credentials: timeout',
      'credentials: none',
    ]),
  'token error': (d) => `error="token validation failed: token is malformed" user=${d.word()}`,
  'http 401': (d) =>
    `WWW-Authenticate: Bearer realm="https://auth.example.com/token",service="registry",scope="repository:${d.word()}:pull"`,
  'basic prose': (d) =>
    d.pick([
      'basic auth enabled',
      'using basic authentication',
      'bearer token required',
      'Bearer authentication configured',
      'Basic information about the node',
    ]),
  'metrics text': (d) =>
    `vault_token_ttl_seconds{namespace="${d.word()}"} ${d.below(9000)}\npassword_resets_total ${d.below(99)}`,
  'secret label': (d) => `kube_secret_info{namespace="${d.word()}",secret="${d.name()}-tls"} 1`,
  'mount failure': (d) =>
    `MountVolume.SetUp failed for volume "${d.name()}" : secret "${d.name()}-credentials" not found`,
  'service account': (d) =>
    `Mountable secrets:   ${d.word()}-token-${d.lower(5)}\nTokens:              ${d.word()}-token-${d.lower(5)}\nImage pull secrets:  <none>`,
  'projected yaml': (d) =>
    `- serviceAccountToken:\n    expirationSeconds: 3607\n    path: token\n- configMap:\n    name: ${d.word()}`,
  flags: (d) =>
    `--token-ttl=24h --authorization-mode=Node,RBAC --service-account-key-file=/etc/kubernetes/pki/sa.pub --tls-private-key-file=/etc/${d.word()}.key`,
  usages: (d) =>
    `usages:\n- digital signature\n- key encipherment\n- client auth\nsignerName: kubernetes.io/${d.word()}`,
  'key ref': (d) =>
    `valueFrom:\n  secretKeyRef:\n    key: ${d.word()}-password\n    name: ${d.name()}\n    optional: false`,
  'tls secret': (d) => ({ spec: { tls: [{ hosts: [`${d.word()}.example.com`], secretName: `${d.word()}-tls` }] } }),
  'cert data': (d) => ({ caBundle: b64(`${begin('CERT', 'IFICATE')}\n${pemBody(d, 4)}\n${end('CERT', 'IFICATE')}\n`) }),
  explain: () =>
    'FIELDS:\n  password\t<string>\n  secretRef\t<SecretReference>\n  token\t<string> -required-\n    The token used to authenticate.',
  'crd schema': () => ({
    properties: { password: { type: 'string', description: 'Password of the user' }, token: { type: 'string' } },
    required: ['password'],
  }),
  events: (d) =>
    `Warning  FailedMount  kubelet  Unable to attach or mount volumes: unmounted volumes=[${d.word()}-secret], unattached volumes=[kube-api-access-${d.lower(5)}]`,
  'csi ref': (d) => ({
    nodePublishSecretRef: { name: `${d.word()}-secret`, namespace: d.word() },
    secretRef: { name: d.name() },
  }),
  'external secret': (d) => `remoteRef:\n  key: prod/${d.word()}/db\n  property: password\nsecretKey: password\n`,
  code: (d) =>
    d.pick([
      'password = os.getenv("DB_PASSWORD")',
      'token := r.Header.Get("Authorization")',
      'const password = process.env.PASSWORD;',
      'if (password == null) return',
      'String password = getPassword();',
      'self.token = token',
    ]),
  'helm template': () => 'password: {{ .Values.auth.password | quote }}\ntoken: "{{ .Values.token }}"',
  masked: (d) =>
    d.pick([
      'password=****',
      'password: "*****"',
      'Password: [FILTERED]',
      'token=[REDACTED]',
      'secret=<hidden>',
      'api_key: XXXXXXXX',
      'connecting to postgres://app:***@db/app',
      'postgres://app:xxxxx@db/app',
    ]),
  'url without': (d) =>
    `token_url: https://login.example.com/${d.uuid()}/oauth2/token\npassword_reset_url=https://example.com/reset`,
  'npm integrity': (d) => `"integrity": "sha512-${d.base64(64)}"`,
  'session uuid': (d) => `request_id=${d.uuid()} session_id=${d.uuid()} correlationId=${d.uuid()}`,
  'leader election': (d) => `successfully acquired lease kube-system/${d.name()} holder=${d.name()}_${d.uuid()}`,
  llm: (d) =>
    `{"usage":{"prompt_tokens":${d.below(999)},"completion_tokens":${d.below(999)},"total_tokens":${d.below(999)}},"max_tokens":2048}`,
  'page token': (d) => `{"nextPageToken":"${d.alnum(40)}","items":[]}`,
  tokenizer: (d) => `tokenizer=bpe tokens=${d.below(999)} token_type=bearer tokens_per_second=${d.below(99)}.5`,
  'public key': (d) => `publicKey: MIIB${d.base64(60)}\npublic_key=${d.hex(64)}`,
  fingerprint: (d) => `SHA256:${d.alnum(43)} (RSA) key fingerprint`,
  'config keys': (d) => `Data\n====\npassword:  16 bytes\ntoken:     ${d.below(900)} bytes\nca.crt:    1099 bytes`,
  ssh: (d) =>
    `Accepted publickey for ${d.word()} from 10.0.0.${d.below(250)} port 2222 ssh2: RSA SHA256:${d.alnum(43)}`,
  ports: (d) =>
    `docker run -p 8080:80 -u 1000:1000 ${d.word()}:latest; mkdir -p /var/${d.word()}; tar -a x; curl -u admin`,
  exception: (d) =>
    `javax.security.auth.login.FailedLoginException: Password Incorrect/Password Required\nCaused by: io.jsonwebtoken.ExpiredJwtException: JWT expired at 2026-01-0${d.below(9) + 1}T00:00:00Z`,
  'hash columns': (d) =>
    `revision-hash=${d.lower(10)} config-hash: ${d.hex(64)} pod-template-hash=${d.lower(10)} commit: ${d.hex(40)}`,
  'secret uri': (d) =>
    `vault:secret/data/${d.word()}#password in arn:aws:secretsmanager:eu-west-1:${d.from('0123456789', 12)}:secret:prod/db-AbCdEf`,
  'etcd key': (d) => `range request key="/registry/secrets/${d.word()}/${d.name()}" took too long (${d.below(900)}ms)`,
  rotate: (d) => `Rotating token for ${d.word()} in 3600s; token ttl 24h; secret version 7; key 12 of 20`,
  'describe pod': (d) =>
    `Volumes:\n  creds:\n    Type:        Secret (a volume populated by a Secret)\n    SecretName:  ${d.name()}\n    Optional:    false`,
};
