// Fresh shapes, written after the redactor was tuned and before it was run on them. Knows no redactor.
import { begin, end, type NegativeShape, type PositiveShape, pemBody, sure } from './shape.ts';

const b64 = (text: string) => Buffer.from(text).toString('base64');

/** Shapes that hold a secret. */
export const freshPositives: Record<string, PositiveShape> = {
  'docker inspect env': (d) =>
    sure(d.password(), (s) => JSON.stringify([{ Config: { Env: [`KEYCLOAK_ADMIN_PASSWORD=${s}`, 'A=b'] } }], null, 2)),
  'cri prefix': (d) => sure(d.plainPassword(), (s) => `${d.time()} stdout F {"msg":"cfg","secretKey":"${s}"}`),
  'tail of line': (d) => sure(d.plainPassword(), (s) => `[INFO] starting with --redis-password=${s}`),
  'rails params': (d) =>
    sure(d.plainPassword(), (s) => `Started POST "/login" {"email"=>"x@example.com", "password"=>"${s}"}`),
  'grpc metadata': (d) => sure(d.base64url(48), (s) => `metadata: [authorization: bearer ${s}, user-agent: grpc-go]`),
  'proxy authorization': (d) => sure(b64(`${d.word()}:${d.plainPassword()}`), (s) => `Proxy-Authorization: Basic ${s}`),
  'x-auth-token': (d) => sure(d.hex(40), (s) => `"X-Auth-Token": "${s}"`),
  'x-vault-token': (d) => sure(d.uuid(), (s) => `curl -H "X-Vault-Token: ${s}" https://vault:8200/v1/sys`),
  'env with quotes': (d) => sure(d.password(), (s) => `SMTP_PASSWORD="${s}"\nSMTP_HOST=mail`),
  dockerfile: (d) => sure(d.plainPassword(), (s) => `ENV JDBC_PASSWORD ${s}`),
  systemd: (d) => sure(d.plainPassword(), (s) => `Environment="API_SECRET=${s}" "B=c"`),
  'compose list': (d) =>
    sure(d.plainPassword(), (s) => `environment:\n  - POSTGRES_USER=app\n  - POSTGRES_PASSWORD=${s}\n`),
  'kafka jaas': (d) =>
    sure(
      d.plainPassword(),
      (s) =>
        `sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="${s}";`,
    ),
  'mongo uri flag': (d) =>
    sure(d.plainPassword(), (s) => `--mongo-uri=mongodb://root:${s}@m-0.m:27017,m-1.m:27017/?replicaSet=rs0`),
  'jdbc oracle': (d) => sure(d.plainPassword(), (s) => `jdbc:oracle:thin:app/${s}@//db:1521/XE password=${s}`),
  'ftp url': (d) => sure(d.plainPassword(), (s) => `wget ftp://${d.word()}:${s}@files.example.com/x.tgz`),
  'https proxy': (d) => sure(d.plainPassword(), (s) => `HTTPS_PROXY=http://proxyuser:${s}@proxy:3128`),
  'sentry dsn': (d) => sure(d.hex(32), (s) => `SENTRY_DSN=https://${s}@o1.ingest.sentry.io/42`),
  'oauth body': (d) => sure(d.alnum(36), (s) => `grant_type=client_credentials&client_id=app&client_secret=${s}`),
  'oauth answer': (d) =>
    sure(d.base64url(60), (s) => `{"access_token":"${s}","token_type":"Bearer","expires_in":3600}`),
  'refresh token': (d) => sure(d.base64url(60), (s) => `{"scope":"a","refresh_token":"${s}"}`),
  'api key query': (d) => sure(d.hex(32), (s) => `GET https://api.example.com/w?apikey=${s}&q=x`),
  'credential process': (d) =>
    sure(d.base64(90), (s) => `{"Version":1,"SessionToken":"${s}","Expiration":"2026-01-01T00:00:00Z"}`),
  'gcp account': (d) =>
    sure(pemBody(d, 8), (s) =>
      JSON.stringify({
        type: 'service_account',
        project_id: 'x',
        private_key_id: d.hex(40),
        private_key: `${begin('PRIVATE')}\n${s}\n${end('PRIVATE')}\n`,
      }),
    ),
  'encrypted pem': (d) =>
    sure(
      pemBody(d, 5),
      (s) =>
        `${begin('RSA PRIVATE')}\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,${d.hex(32).toUpperCase()}\n\n${s}\n${end('RSA PRIVATE')}`,
    ),
  pgp: (d) =>
    sure(
      pemBody(d, 6),
      (s) =>
        `${'-'.repeat(5)}BEGIN PGP PRIVATE ${'KEY'} BLOCK${'-'.repeat(5)}\n\n${s}\n=aB3d\n${'-'.repeat(5)}END PGP PRIVATE ${'KEY'} BLOCK${'-'.repeat(5)}`,
    ),
  'pem in yaml quotes': (d) =>
    sure(
      pemBody(d, 3).replaceAll('\n', '\\n'),
      (s) => `key: "${begin('EC PRIVATE')}\\n${s}\\n${end('EC PRIVATE')}\\n"`,
    ),
  'jwt header': (d) =>
    sure(
      `${b64('{"alg":"RS256","typ":"JWT"}').replaceAll('=', '')}.${b64(`{"iss":"kubernetes/serviceaccount","sub":"${d.name()}"}`).replaceAll('=', '')}.${d.base64url(342)}`,
      (s) => `Authorization: Bearer ${s}`,
    ),
  shopify: (d) => sure(`shp${'at_'}${d.hex(32)}`, (s) => `X-Shopify-Access-Token: ${s}`),
  databricks: (d) => sure(`da${'pi'}${d.hex(32)}`, (s) => `databricks configure --token ${s}`),
  digitalocean: (d) => sure(`do${'p_v1_'}${d.hex(64)}`, (s) => `doctl auth init -t ${s}`),
  'hugging face': (d) =>
    sure(`h${'f_'}${d.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', 34)}`, (s) => `login(token="${s}")`),
  linear: (d) => sure(`lin_${'api_'}${d.alnum(40)}`, (s) => `key in use: ${s}`),
  pypi: (d) => sure(`pypi-${'AgEI'}${d.base64url(150)}`, (s) => `twine upload -u __token__ -p ${s} dist/*`),
  'docker pat': (d) => sure(`dckr_${'pat_'}${d.base64url(27)}`, (s) => `echo ${s} | docker login --password-stdin`),
  mailgun: (d) => sure(`key${'-'}${d.hex(32)}`, (s) => `curl --user 'api:${s}' https://api.mailgun.net/v3`),
  'new relic': (d) =>
    sure(`NR${'AK-'}${d.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 27)}`, (s) => `newrelic profile add --key ${s}`),
  'google oauth': (d) => sure(`ya${'29.'}${d.base64url(120)}`, (s) => `token source returned ${s}`),
  'github fine': (d) =>
    sure(`github_${'pat_'}${d.alnum(22)}_${d.alnum(59)}`, (s) => `git clone https://x:${s}@github.com/a/b`),
  'session key hex': (d) => sure(d.hex(64), (s) => `SESSION_SECRET=${s}`),
  django: (d) => sure(`${d.alnum(20)}#$%${d.alnum(20)}`, (s) => `SECRET_KEY = '${s}'`),
  'encryption key': (d) => sure(d.base64(32), (s) => `encryptionKey: ${s}`),
  'kubeadm cert key': (d) => sure(d.hex(64), (s) => `kubeadm join --control-plane --certificate-key ${s}`),
  'k8s token kubeconfig': (d) => sure(d.base64url(60), (s) => `users:\n- name: sa\n  user:\n    token: ${s}\n`),
  'argocd admin': (d) =>
    sure(d.plainPassword(), (s) => `argocd login cd.example.com --username admin --password ${s} --insecure`),
  'prose was': (d) => sure(d.plainPassword(), (s) => `password was ${s} before the reset`),
  'prose changed to': (d) => sure(d.plainPassword(), (s) => `admin password has been changed to ${s}`),
  'prose credentials': (d) => sure(d.plainPassword(), (s) => `Initial admin credentials: admin / ${s}`),
  'prose with user': (d) => sure(d.password(), (s) => `Authentication failed for ${d.word()} with password '${s}'`),
  'jenkins initial': (d) =>
    sure(
      d.hex(32),
      (s) => `Please use the following password to proceed to installation:\n\n${s}\n\nThis may also be found at`,
    ),
  'xml text': (d) =>
    sure(d.alnum(20), (s) => `<settings><server><id>n</id>\n<passphrase>${s}</passphrase></server></settings>`),
  csv: (d) => sure(d.plainPassword(), (s) => `user,password,mail\n${d.word()},${s},a@example.com\n`),
  table: (d) => sure(d.plainPassword(), (s) => `USER     PASSWORD         HOST\nadmin    ${s}    db-1\n`),
  'configmap value': (d) => sure(d.password(), (s) => ({ kind: 'ConfigMap', data: { REDIS_PASSWORD: s, HOST: 'x' } })),
  'helm values annotation': (d) =>
    sure(d.plainPassword(), (s) => ({
      metadata: { annotations: { 'meta/values': `adminPassword: ${s}\nport: 1\n` } },
    })),
  'init args': (d) =>
    sure(d.plainPassword(), (s) => ({ args: ['sh', '-c', `mysqldump -uroot -p'${s}' app > /tmp/x`] })),
  'probe header': (d) =>
    sure(d.base64url(30), (s) => ({ httpGet: { httpHeaders: [{ name: 'Authorization', value: `Bearer ${s}` }] } })),
  'crd plain': (d) => sure(d.plainPassword(), (s) => ({ spec: { auth: { basic: { username: 'u', password: s } } } })),
  'unquoted js': (d) => sure(d.plainPassword(), (s) => `{ user: 'x', password: '${s}', ssl: true }`),
  'rust debug': (d) => sure(d.plainPassword(), (s) => `Config { user: "x", api_key: Some("${s}"), port: 1 }`),
  'base64 of json': (d) =>
    sure(b64(JSON.stringify({ user: 'x', password: d.alnum(14) })), (s) => `decoded payload=${s}`),
};

/** Shapes without a secret. */
export const freshNegatives: Record<string, NegativeShape> = {
  'deployment status': (d) => ({
    status: {
      conditions: [
        {
          type: 'Available',
          reason: 'MinimumReplicasAvailable',
          message: `ReplicaSet "${d.name()}-${d.lower(10)}" has timed out progressing.`,
        },
      ],
    },
  }),
  'container id': (d) => ({
    containerID: `containerd://${d.hex(64)}`,
    imageID: `docker.io/library/nginx@sha256:${d.hex(64)}`,
  }),
  traceparent: (d) => `traceparent: 00-${d.hex(32)}-${d.hex(16)}-01 x-b3-traceid=${d.hex(32)}`,
  kubelet: (d) => `Failed to create pod sandbox: rpc error: code = Unknown desc = failed to get sandbox "${d.hex(64)}"`,
  'failed mount': (d) =>
    `MountVolume.SetUp failed for volume "kube-api-access-${d.lower(5)}" : failed to fetch token: serviceaccounts "default" is forbidden`,
  'auth log': (d) =>
    d.pick([
      'Failed password for invalid user admin from 10.0.0.1 port 22 ssh2',
      'authentication token is no longer valid; new one required',
      'pam_unix(sshd:auth): authentication failure',
      'bad password attempts: 3',
      'user entered wrong password twice',
    ]),
  'tls errors': (d) =>
    d.pick([
      'tls: private key does not match public key',
      'x509: certificate signed by unknown authority',
      'failed to load key pair: open /tls/tls.key: no such file',
      'secret key not found in keyring',
      'token signature is invalid: crypto/rsa: verification error',
    ]),
  'flags help': () =>
    '      --password string   Password for basic authentication to the API server\n      --token string      Bearer token for authentication to the API server\n',
  'openapi text': () =>
    'password <string>\n  Password used by the client. secretRef <Object>\n  Reference to a secret key; token must exist.',
  'vault path': (d) => `path "secret/data/${d.word()}/*" { capabilities = ["read"] } token_policies = ["default"]`,
  'sealed secret': (d) =>
    `secretName: ${d.name()}\nkeyName: tls\npasswordSecretRef:\n  name: ${d.word()}\n  key: password\n`,
  'ingress annotation': (d) => ({
    annotations: {
      'nginx.ingress.kubernetes.io/auth-secret': `${d.word()}/basic-auth`,
      'nginx.ingress.kubernetes.io/auth-type': 'basic',
      'nginx.ingress.kubernetes.io/auth-realm': 'Authentication Required',
    },
  }),
  'cert manager': (d) => ({
    spec: {
      secretName: `${d.word()}-tls`,
      privateKey: { algorithm: 'RSA', size: 2048, rotationPolicy: 'Always' },
      issuerRef: { name: 'letsencrypt' },
    },
  }),
  'env from': (d) => `envFrom:\n- secretRef:\n    name: ${d.name()}-secrets\n- configMapRef:\n    name: ${d.word()}`,
  'boolean flags': () =>
    '--allow-privileged=true --enable-bootstrap-token-auth=true --anonymous-auth=false --token-auth-file=',
  'password ages': (d) =>
    `password_last_changed=2026-01-0${d.below(9) + 1} password_expires=never passwordMinLength: 12 password.history.size=5`,
  lease: (d) => ({
    spec: { holderIdentity: `${d.name()}-${d.lower(9)}-${d.lower(5)}_${d.uuid()}`, leaseDurationSeconds: 15 },
  }),
  storage: (d) => `volumeHandle: ${d.uuid()}\nstorageClassName: gp3\npv: pvc-${d.uuid()}`,
  keyboard: () => 'monkey tokens tokenizer keyboard passenger compass secretary authority author passive bypass=true',
  'helm notes': (d) =>
    `To get your password run:\n  kubectl get secret --namespace ${d.word()} ${d.name()} -o jsonpath="{.data.password}" | base64 -d`,
  jsonpath: () => 'kubectl get secret x -o go-template={{.data.password}} --field-selector type=Opaque',
  'select sql': () => 'SELECT id, password_hash, token FROM users WHERE password IS NOT NULL AND token = ?',
  i18n: () =>
    '{"login.password.label":"Password","login.password.hint":"Enter your password","token.expired":"Your token has expired"}',
  'cookies prose': () =>
    d0(['no cookie found in request', 'cookie: missing', 'Set-Cookie header ignored', 'session cookie expired']),
  'go panic': (d) =>
    `goroutine 1 [running]:\nmain.(*TokenSource).Token(0xc000${d.hex(6)}, {0x1${d.hex(6)}, 0x8})\n\t/app/token.go:${d.below(99)} +0x1d`,
  apparmor: (d) => `key="container_name" val="${d.name()}" sort_key=${d.below(99)} keyId=${d.uuid()} kid: ${d.hex(40)}`,
  csr: (d) =>
    `certificatesigningrequest.certificates.k8s.io/csr-${d.lower(5)} approved; requestor system:bootstrap:${d.lower(6)}`,
  'git url': (d) =>
    `remote: https://github.com/${d.word()}/${d.name()}.git git@github.com:${d.word()}/x.git ssh://git@example.com:22/a`,
  'auth modes': () =>
    'auth: enabled\nauthentication: ldap\nauthorization: RBAC\nauth_type=oidc\nauth=none\ncredentials: include\n',
  hpa: (d) =>
    `the HPA was unable to compute the replica count: failed to get cpu utilization: missing request for cpu in container ${d.word()} of Pod ${d.name()}-${d.lower(9)}`,
  'public jwk': (d) => ({
    keys: [{ kty: 'RSA', kid: d.hex(20), use: 'sig', alg: 'RS256', n: d.base64url(342), e: 'AQAB' }],
  }),
  'object key': (d) =>
    `uploaded s3://bucket/${d.word()}/${d.hex(32)}.tar.gz key=backups/${d.name()}.tar.gz etag=${d.hex(32)}`,
  'csv plain': (d) => `pod,node,age\n${d.name()}-${d.lower(5)},node-1,3d\n`,
  rate: () =>
    'token bucket: 100 tokens, refill 10 tokens/s; secret sharing: 3 of 5; pass 2 of 4; key count 12; basic tier',
};

function d0(options: readonly string[]): string {
  return options.join('\n');
}
