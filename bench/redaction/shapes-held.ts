// Held-out shapes, written before the redactor existed and not tuned for. Knows no redactor.
import { begin, end, type NegativeShape, type PositiveShape, pemBody, sure } from './shape.ts';

const b64 = (text: string) => Buffer.from(text).toString('base64');

/** Shapes that hold a secret: [input, secrets]. */
export const heldPositives: Record<string, PositiveShape> = {
  'logfmt password': (d) =>
    sure(d.password(), (s) => `ts=${d.time()} level=info msg=connecting user=${d.word()} password=${s} host=db`),
  'yaml password': (d) => sure(d.password(), (s) => `database:\n  host: ${d.name()}\n  password: ${s}\n  port: 5432\n`),
  'yaml quoted password': (d) => sure(d.password(), (s) => `smtp:\n  user: ${d.word()}\n  smtp_password: "${s}"\n`),
  'yaml env pair': (d) =>
    sure(
      d.password(),
      (s) =>
        `env:\n- name: ${d.pick(['DB_PASSWORD', 'REDIS_PASS', 'API_TOKEN'])}\n  value: ${s}\n- name: PORT\n  value: "80"\n`,
    ),
  'env dump': (d) =>
    sure(
      d.password(),
      (s) =>
        `PATH=/usr/bin\n${d.pick(['POSTGRES_PASSWORD', 'MYSQL_ROOT_PASSWORD', 'RABBITMQ_DEFAULT_PASS'])}=${s}\nHOME=/root`,
    ),
  'aws secret env': (d) =>
    sure(
      d.from('abcdefghijABCDEFGHIJ0123456789/+', 40),
      (s) => `AWS_REGION=eu-west-1 AWS_SECRET_ACCESS_KEY=${s} ./run`,
    ),
  'aws key id': (d) =>
    sure(
      `${d.pick(['AKI', 'ASI'])}A${d.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
      (s) => `using access key ${s} in region us-east-1`,
    ),
  'json log line': (d) =>
    sure(d.password(), (s) =>
      JSON.stringify({ ts: d.time(), level: 'debug', config: { user: d.word(), password: s }, n: 3 }),
    ),
  'json nested string': (d) =>
    sure(d.plainPassword(), (s) =>
      JSON.stringify({ log: `${JSON.stringify({ user: 'x', clientSecret: s })}\n`, stream: 'stdout' }),
    ),
  'bearer header': (d) =>
    sure(d.base64url(40), (s) => `> GET /v1/items HTTP/1.1\n> Authorization: Bearer ${s}\n> Accept: */*`),
  'basic header': (d) =>
    sure(
      b64(`${d.word()}:${d.plainPassword()}`),
      (s) => `request headers: {Authorization: Basic ${s}, Accept: text/html}`,
    ),
  'cookie header': (d) => sure(d.alnum(32), (s) => `Cookie: theme=dark; sessionid=${s}; lang=en`),
  'set cookie': (d) => sure(d.alnum(28), (s) => `< Set-Cookie: sid=${s}; Path=/; HttpOnly; Secure`),
  'x-api-key': (d) => sure(d.alnum(32), (s) => `curl -H 'X-Api-Key: ${s}' https://api.example.com/v2`),
  'postgres url': (d) =>
    sure(
      d.plainPassword(),
      (s) => `failed to connect to postgres://${d.word()}:${s}@${d.name()}:5432/app?sslmode=disable`,
    ),
  'url at sign': (d) => sure(`${d.alnum(5)}@${d.alnum(5)}`, (s) => `amqp://guest:${s}@rabbit.svc:5672/ refused`),
  'url percent': (d) =>
    sure(`${d.alnum(4)}%40${d.alnum(4)}%2F${d.alnum(3)}`, (s) => `dsn=mongodb+srv://app:${s}@cluster0.example.net/db`),
  'query token': (d) => sure(d.alnum(24), (s) => `GET /hook?id=7&access_token=${s}&v=2 200 12ms`),
  'presigned url': (d) =>
    sure(
      d.hex(64),
      (s) => `https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900&X-Amz-Signature=${s}`,
    ),
  'sql server string': (d) =>
    sure(
      d.plainPassword(),
      (s) => `Server=tcp:db.example.net,1433;Database=app;User ID=sa;Password=${s};Encrypt=true;`,
    ),
  'storage account': (d) =>
    sure(
      d.base64(64),
      (s) => `DefaultEndpointsProtocol=https;AccountName=${d.word()};AccountKey=${s};EndpointSuffix=core.windows.net`,
    ),
  'jdbc query': (d) => sure(d.plainPassword(), (s) => `jdbc:mysql://db:3306/app?user=root&password=${s}&useSSL=false`),
  'rsa block': (d) =>
    sure(pemBody(d, 6), (s) => `loaded key:\n${begin('RSA PRIVATE')}\n${s}\n${end('RSA PRIVATE')}\ndone`),
  'rsa one line': (d) =>
    sure(
      pemBody(d, 5).replaceAll('\n', '\\n'),
      (s) => `{"type":"service_account","private_key":"${begin('PRIVATE')}\\n${s}\\n${end('PRIVATE')}\\n"}`,
    ),
  'pem truncated': (d) => sure(pemBody(d, 4), (s) => `tls.key: |\n${begin('EC PRIVATE')}\n${s}`),
  'jwt in text': (d) => {
    const [a, b, c] = [
      b64('{"alg":"RS256","kid":"k1"}').replaceAll('=', ''),
      b64(`{"sub":"${d.uuid()}","exp":17}`).replaceAll('=', ''),
      d.base64url(86),
    ];
    return sure(`${a}.${b}.${c}`, (s) => `verifying ${s} for audience api`);
  },
  'github token': (d) =>
    sure(
      `gh${d.pick(['p', 'o', 's', 'u'])}_${d.alnum(36)}`,
      (s) => `fatal: could not read from https://example.com using ${s}`,
    ),
  'gitlab token': (d) => sure(`glpat${'-'}${d.base64url(20)}`, (s) => `remote: ${s} denied`),
  'slack token': (d) =>
    sure(
      `xox${d.pick(['b', 'p'])}-${d.from('0123456789', 11)}-${d.from('0123456789', 12)}-${d.alnum(24)}`,
      (s) => `slack client started with ${s}.`,
    ),
  'stripe key': (d) => sure(`sk_${'live'}_${d.alnum(24)}`, (s) => `stripe.setApiKey("${s}")`),
  'google key': (d) => sure(`AI${'za'}${d.base64url(35)}`, (s) => `maps?callback=x&key=${s}`),
  'openai key': (d) => sure(`sk-${'proj'}-${d.base64url(48)}`, (s) => `model client: ${s} (org 7)`),
  kubeconfig: (d) =>
    sure(
      d.base64(120),
      (s) =>
        `users:\n- name: admin\n  user:\n    client-certificate-data: LS0tLS1CRUdJTiBDRVJU\n    client-key-data: ${s}\n`,
    ),
  'bootstrap token': (d) =>
    sure(
      `${d.lower(6)}.${d.lower(16)}`,
      (s) => `kubeadm join 10.0.0.1:6443 --token ${s} --discovery-token-ca-cert-hash sha256:${d.hex(64)}`,
    ),
  'docker auth': (d) =>
    sure(b64(`${d.word()}:${d.plainPassword()}`), (s) =>
      JSON.stringify({ auths: { 'registry.example.com': { auth: s } } }),
    ),
  bcrypt: (d) => sure(`$2y$10$${d.from('./ABCDEFGHabcdefgh0123456789', 53)}`, (s) => `admin:${s}`),
  shadow: (d) =>
    sure(`$6$${d.alnum(8)}$${d.from('./ABCDEFGHabcdefgh0123456789', 86)}`, (s) => `root:${s}:19000:0:99999:7:::`),
  'prose is': (d) => sure(d.plainPassword(), (s) => `The password is ${s}, please change it after the first login.`),
  'temporary password': (d) => sure(d.password(), (s) => `A temporary password is generated for root@localhost: ${s}`),
  'xml element': (d) =>
    sure(
      d.password(),
      (s) => `<datasource><username>app</username><password>${s.replaceAll('&', '')}</password></datasource>`,
    ),
  'xml attribute': (d) => sure(d.plainPassword(), (s) => `<add key="SmtpPassword" value="${s}" />`),
  'escaped json': (d) =>
    sure(d.plainPassword(), (s) => `payload="{\\"user\\":\\"x\\",\\"password\\":\\"${s}\\"}" status=200`),
  'flag equals': (d) => sure(d.alnum(20), (s) => `exec: /app/server --listen=:80 --auth-token=${s} --verbose`),
  'flag space': (d) => sure(d.password(), (s) => `args: [server --db-password ${s} --port 80]`),
  'mysql -p': (d) => sure(d.plainPassword(), (s) => `+ mysql -h db -u root -p${s} app`),
  'curl -u': (d) => sure(d.plainPassword(), (s) => `$ curl -sS -u ${d.word()}:${s} https://nexus.example.com/repo`),
  'secret data yaml': (d) =>
    sure(
      b64(d.password()),
      (s) => `apiVersion: v1\ndata:\n  value: ${s}\nkind: Secret\nmetadata:\n  name: x\ntype: Opaque\n`,
    ),
  'base64 env file': (d) => {
    const blob = b64(`DB_HOST=db\nDB_PASSWORD=${d.plainPassword()}\nPORT=1\n`);
    return sure(blob, (s) => `{"apiVersion":"v1","data":{".env":"${s}"},"kind":"ConfigMap"}`);
  },
  'describe env': (d) =>
    sure(
      d.password(),
      (s) => `    Environment:\n      LOG_LEVEL:    info\n      DB_PASSWORD:  ${s}\n    Mounts:  <none>`,
    ),
  'yaml block scalar': (d) => sure(d.alnum(48), (s) => `auth:\n  password: |\n    ${s}\n  user: x\n`),
  'value env pair': (d) =>
    sure(d.password(), (s) => ({ spec: { containers: [{ name: 'a', env: [{ name: 'APP_SECRET_KEY', value: s }] }] } })),
  'value annotation': (d) =>
    sure(d.plainPassword(), (s) => ({
      metadata: {
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({ data: { 'db.password': s } }),
        },
      },
    })),
  'value array args': (d) =>
    sure(d.password(), (s) => ({ command: ['redis-server', '--requirepass', s, '--port', '6379'] })),
  'value nested yaml': (d) =>
    sure(d.password(), (s) => ({ data: { 'application.yml': `spring:\n  datasource:\n    password: ${s}\n` } })),
  'go struct dump': (d) =>
    sure(d.plainPassword(), (s) => `config: {Host:db Port:5432 User:app Password:${s} SSL:true}`),
  'python dict': (d) =>
    sure(d.plainPassword(), (s) => `DEBUG settings={'HOST': 'db', 'PASSWORD': '${s}', 'PORT': 5432}`),
  'ruby hash': (d) => sure(d.plainPassword(), (s) => `Parameters: {"user"=>"x", "api_token"=>"${s}", "page"=>"1"}`),
};

/** Shapes without a secret. */
export const heldNegatives: Record<string, NegativeShape> = {
  'image digest': (d) => `Successfully pulled image "registry.example.com/${d.name()}@sha256:${d.hex(64)}" in 2.1s`,
  'git sha': (d) => `HEAD is now at ${d.hex(40)} fix ${d.word()}`,
  'pod name': (d) => `Created pod: ${d.name()}-${d.lower(10)}-${d.lower(5)}`,
  uid: (d) => ({ metadata: { uid: d.uuid(), resourceVersion: String(d.below(1e9)), name: d.name() } }),
  trace: (d) => `level=info trace_id=${d.hex(32)} span_id=${d.hex(16)} msg="request done"`,
  'public cert': (d) => `caBundle:\n${begin('CERT', 'IFICATE')}\n${pemBody(d, 5)}\n${end('CERT', 'IFICATE')}\n`,
  'password policy': (d) =>
    d.pick([
      'password must be at least 8 characters',
      'Password: must contain a digit',
      'the password is too short',
      'password is required',
    ]),
  'token prose': (d) =>
    d.pick([
      'token expired',
      'invalid token: signature mismatch',
      'token is expired by 3h',
      'error: token has been revoked',
      'Unable to refresh token: connection refused',
    ]),
  'pull secret': (d) => `Failed to pull secret "${d.name()}": secret "${d.name()}" not found`,
  'secret name': (d) =>
    `volumes:\n- name: creds\n  secret:\n    secretName: ${d.name()}-password\n    defaultMode: 420\n`,
  'secret key ref': (d) =>
    `- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: ${d.name()}\n      key: password\n`,
  'secret ref json': (d) =>
    JSON.stringify({
      env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: d.name(), key: 'password' } } }],
    }),
  'projected token': (d) => ({
    projected: { sources: [{ serviceAccountToken: { expirationSeconds: 3607, path: 'token', audience: d.word() } }] },
  }),
  'token path': (d) => `reading token from /var/run/secrets/kubernetes.io/serviceaccount/token for ${d.word()}`,
  metrics: (d) => `token_count=${d.below(900)} max_tokens=4096 password_attempts=${d.below(9)} secrets_total=12`,
  booleans: (d) =>
    `passwordAuth: ${d.pick(['true', 'false', 'null', '""'])}\ntoken: ${d.pick(['true', 'null', '""', '~'])}\n`,
  placeholders: (d) =>
    d.pick([
      'password=***',
      'password: <redacted>',
      `DB_PASSWORD=\${DB_PASSWORD}`,
      'args: --password=$(PASSWORD)',
      'password: {{ .Values.password }}',
      'password=xxxxx',
      'token: ********',
    ]),
  arn: (d) =>
    `arn:aws:iam::${d.from('0123456789', 12)}:role/${d.name()} secretsmanager arn:aws:secretsmanager:eu-west-1:${d.from('0123456789', 12)}:secret:${d.word()}-${d.alnum(6)}`,
  'java stack': (d) =>
    `at org.springframework.security.authentication.UsernamePasswordAuthenticationToken.<init>(UsernamePasswordAuthenticationToken.java:${d.below(99)})`,
  labels: (d) => ({
    metadata: {
      labels: {
        'pod-template-hash': d.lower(10),
        'app.kubernetes.io/name': d.name(),
        'controller-revision-hash': `${d.word()}-${d.lower(9)}`,
      },
    },
  }),
  checksum: (d) => `md5: ${d.hex(32)}\nsha1: ${d.hex(40)}\nchecksum/secret: ${d.hex(64)}\n`,
  etag: (d) => `ETag: "${d.hex(32)}"\nContent-Length: 17`,
  'image pull secrets': (d) => ({ imagePullSecrets: [{ name: d.name() }], serviceAccountName: d.word() }),
  'plain url': (d) => `GET https://${d.name()}.example.com:8443/api/v1/${d.word()}?page=2&limit=10 200`,
  mail: (d) => `sent mail to ${d.word()}@example.com in 12ms`,
  png: (d) => `icon: data:image/png;base64,iVBORw0KGgoAAAANSUhEUg${d.base64(60)}`,
  table: (d) => `NAME   READY   STATUS\n${d.name()}-${d.lower(9)}-${d.lower(5)}   1/1   Running\n`,
  'describe ref': (d) => `      DB_PASSWORD:  <set to the key 'password' in secret '${d.name()}'>  Optional: false`,
  'k8s secret table': (d) =>
    `NAME              TYPE     DATA   AGE\n${d.word()}-token-${d.lower(5)}   kubernetes.io/service-account-token   3   4d\ndb-password   Opaque   1   9d`,
  'oauth config': (d) =>
    `token_endpoint: https://auth.example.com/oauth2/token\ntoken_type: Bearer\nexpires_in: ${d.below(9999)}`,
  'rbac denied': (d) =>
    `secrets is forbidden: User "system:serviceaccount:${d.word()}:default" cannot list resource "secrets" in API group "" in the namespace "${d.word()}"`,
  'public key': (d) => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${d.alnum(43)} ${d.word()}@host`,
  'cache key': (d) => `cache_key=user:${d.below(999)}:profile partition_key=${d.uuid()} primary_key=id hit=true`,
  continue: (d) => ({
    metadata: { continue: b64(JSON.stringify({ v: 'meta.k8s.io/v1', rv: d.below(9999), start: `${d.name()}\u0000` })) },
  }),
};
