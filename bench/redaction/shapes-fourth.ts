// The fourth set: written after the third was learnt from, by other habits: longer texts, other tools, other names. Knows no redactor.
import type { Dice } from './random.ts';
import { begin, end, type NegativeShape, type PositiveShape, pemBody, sure } from './shape.ts';

const b64 = (text: string) => Buffer.from(text).toString('base64');
const hidden = (d: Dice) =>
  d.pick([d.alnum(14), `${d.alnum(5)}_${d.alnum(5)}`, `${d.lower(6)}${d.from('23456789', 3)}!`]);
const key = (d: Dice) => d.pick([d.hex(32), d.alnum(32), d.base64url(36), d.base64(24)]);
const klog = (d: Dice, text: string) =>
  `I0912 10:22:33.${d.from('0123456789', 6)}       1 main.go:${d.below(900)}] ${text}`;

/** Shapes that hold a secret. */
export const fourthPositives: Record<string, PositiveShape> = {
  'klog flag dump': (d) => sure(hidden(d), (s) => klog(d, `FLAG: --oidc-client-secret="${s}"`)),
  'klog struct': (d) =>
    sure(hidden(d), (s) => klog(d, `config: &{Endpoint:https://s3 AccessKey:app SecretAccessKey:${s} Region:eu}`)),
  'viper dump': (d) =>
    sure(
      hidden(d),
      (s) =>
        `Aliases:\nmap[string]string{}\nConfig:\nmap[string]interface {}{"db":map[string]interface {}{"host":"db", "pass":"${s}"}}`,
    ),
  'env sorted': (d) =>
    sure(hidden(d), (s) => `HOME=/root\nHOSTNAME=web-0\nLDAP_BIND_PW=${s}\nPATH=/usr/bin:/bin\nPWD=/app\nSHLVL=1`),
  'env export quoted': (d) =>
    sure(hidden(d), (s) => `declare -x CI="true"\ndeclare -x NEXUS_PASSWORD="${s}"\ndeclare -x PWD="/build"`),
  'fish set': (d) => sure(key(d), (s) => `set -gx LINEAR_API_KEY ${s}`),
  'csh setenv': (d) => sure(hidden(d), (s) => `setenv ORACLE_PASSWORD ${s}`),
  powershell: (d) => sure(hidden(d), (s) => `$env:SQL_PASSWORD = "${s}"; Invoke-Sqlcmd -Query "select 1"`),
  'powershell secure': (d) => sure(hidden(d), (s) => `ConvertTo-SecureString "${s}" -AsPlainText -Force`),
  'windows set': (d) => sure(hidden(d), (s) => `C:\\app> set ADMIN_PASSWORD=${s}`),
  'proc environ': (d) => sure(hidden(d), (s) => `PATH=/bin\0MARIADB_ROOT_PASSWORD=${s}\0HOME=/root\0`),
  'ps output': (d) =>
    sure(
      hidden(d),
      (s) => `root  17  0.0  0.1 S  10:00  0:00 /usr/bin/exporter --mongodb.password=${s} --web.listen=:9216`,
    ),
  'oom cmdline': (d) =>
    sure(hidden(d), (s) => `Killed process 4711 (java) args: java -Dspring.datasource.password=${s} -jar app.jar`),
  'crash args array': (d) => sure(hidden(d), (s) => `argv: ['node', 'server.js', '--db-pass', '${s}']`),
  'docker run e': (d) =>
    sure(hidden(d), (s) => `docker run -d -e POSTGRES_USER=a -e POSTGRES_PASSWORD=${s} -p 5432:5432 postgres:16`),
  'docker build arg': (d) => sure(key(d), (s) => `docker build --build-arg NPM_TOKEN=${s} -t web .`),
  'kubectl set env': (d) => sure(hidden(d), (s) => `kubectl set env deploy/web SMTP_PASSWORD=${s}`),
  'kubectl patch': (d) => sure(b64(hidden(d)), (s) => `kubectl patch secret db -p '{"data":{"password":"${s}"}}'`),
  'kubectl create json': (d) =>
    sure(
      b64(hidden(d)),
      (s) =>
        `I0912 request.go:1188] Request Body: {"apiVersion":"v1","data":{"tls.p12":"${s}"},"kind":"Secret","metadata":{"name":"x"}}`,
    ),
  'helm release notes': (d) =>
    sure(hidden(d), (s) => `NOTES:\n1. Login with the following credentials\n   username: admin\n   password: ${s}\n`),
  'helmfile set': (d) =>
    sure(
      hidden(d),
      (s) => `helm upgrade keycloak bitnami/keycloak --set auth.adminUser=admin --set auth.adminPassword=${s}`,
    ),
  'kustomize literal': (d) =>
    sure(hidden(d), (s) => `secretGenerator:\n- name: db\n  literals:\n  - username=app\n  - password=${s}\n`),
  'sealed inline': (d) =>
    sure(hidden(d), (s) => `apiVersion: v1\nstringData:\n  config.yaml: |\n    api: ${s}\n    host: x\nkind: Secret\n`),
  'secret list yaml': (d) =>
    sure(
      b64(hidden(d)),
      (s) =>
        `apiVersion: v1\nitems:\n- apiVersion: v1\n  data:\n    cert: ${s}\n  kind: Secret\n  metadata:\n    name: a\nkind: List\n`,
    ),
  'secret json lines': (d) =>
    sure(b64(hidden(d)), (s) => JSON.stringify({ kind: 'Secret', apiVersion: 'v1', data: { blob: s } }, null, 2)),
  'initial admin jenkins': (d) =>
    sure(
      d.hex(32),
      (s) =>
        `Jenkins initial setup is required. An admin user has been created and a password generated.\nPlease use the following password to proceed to installation:\n\n${s}\n\nThis may also be found at: /var/jenkins_home/secrets/initialAdminPassword`,
    ),
  'gitea admin': (d) => sure(hidden(d), (s) => `New user 'root' has been successfully created with password '${s}'`),
  'elastic setup': (d) =>
    sure(
      d.alnum(20),
      (s) => `✅ Password for the elastic user (reset with \`bin/elasticsearch-reset-password -u elastic\`):\n  ${s}`,
    ),
  'elastic bootstrap': (d) =>
    sure(d.alnum(20), (s) => `Changed password for user kibana_system\nPASSWORD kibana_system = ${s}`),
  'rancher bootstrap': (d) => sure(d.alnum(54), (s) => `2026/08/01 10:00:00 [INFO] Bootstrap Password: ${s}`),
  'minio start': (d) => sure(d.alnum(32), (s) => `MinIO Object Storage Server\nRootUser: admin \nRootPass: ${s} \n`),
  'mysql temp': (d) =>
    sure(
      `${d.alnum(5)}&${d.alnum(3)}#${d.alnum(3)}`,
      (s) =>
        `2026-08-01T10:00:00.1Z 6 [Note] [MY-010454] [Server] A temporary password is generated for root@localhost: ${s}`,
    ),
  'mysql generated': (d) => sure(d.alnum(32), (s) => `[Entrypoint]: GENERATED ROOT PASSWORD: ${s}`),
  'keycloak log': (d) =>
    sure(hidden(d), (s) => `KC-SERVICES0009: Added user 'admin' to realm 'master' with initial password ${s}`),
  'sonarqube login': (d) =>
    sure(`sqp_${d.hex(40)}`, (s) => `mvn sonar:sonar -Dsonar.host.url=http://sonar -Dsonar.login=${s}`),
  'airflow fernet': (d) => sure(d.base64(32), (s) => `[core]\nfernet_key = ${s}\nload_examples = False`),
  'airflow conn': (d) => sure(hidden(d).replace('!', 'x'), (s) => `AIRFLOW_CONN_PG=postgres://app:${s}@pg:5432/app`),
  'superset secret': (d) => sure(key(d), (s) => `SUPERSET_SECRET_KEY='${s}'`),
  'jupyter token': (d) => sure(d.hex(48), (s) => `    http://127.0.0.1:8888/lab?token=${s}`),
  'grafana datasource': (d) =>
    sure(hidden(d), (s) => `datasources:\n- name: pg\n  type: postgres\n  secureJsonData:\n    password: ${s}\n`),
  'alertmanager slack': (d) =>
    sure(
      d.alnum(24),
      (s) =>
        `receivers:\n- name: ops\n  slack_configs:\n  - api_url: https://hooks.slack.com/services/T01234567/B01234567/${s}\n`,
    ),
  'alertmanager smtp': (d) =>
    sure(hidden(d), (s) => `global:\n  smtp_auth_username: 'a@example.com'\n  smtp_auth_password: '${s}'\n`),
  'alertmanager pagerduty': (d) => sure(d.hex(32), (s) => `  pagerduty_configs:\n  - routing_key: ${s}\n`),
  'prometheus remote write': (d) =>
    sure(hidden(d), (s) => `remote_write:\n- url: https://mimir\n  basic_auth:\n    username: 1\n    password: ${s}\n`),
  'fluentd output': (d) =>
    sure(hidden(d), (s) => `<match **>\n  @type elasticsearch\n  user elastic\n  password ${s}\n</match>`),
  'logstash output': (d) =>
    sure(hidden(d), (s) => `output { elasticsearch { hosts => ["es:9200"] user => "elastic" password => "${s}" } }`),
  'vector toml': (d) => sure(hidden(d), (s) => `[sinks.es.auth]\nstrategy = "basic"\nuser = "v"\npassword = "${s}"\n`),
  'haproxy auth': (d) => sure(hidden(d), (s) => `userlist ops\n  user admin insecure-password ${s}\n`),
  'traefik basic': (d) =>
    sure(`$apr1$${d.alnum(8)}$${d.alnum(22)}`, (s) => `traefik.http.middlewares.auth.basicauth.users=admin:${s}`),
  'envoy oauth': (d) =>
    sure(key(d), (s) =>
      `inline_string: "${s}"  # hmac\ntoken_secret:\n  name: token`.replace('inline_string', 'client_secret'),
    ),
  'istio jwt log': (d) =>
    sure(d.base64url(60), (s) => `[warning][jwt] Failed to verify: header authorization=Bearer ${s}`),
  'pgbouncer users': (d) => sure(d.hex(32), (s) => `"app" "md5${s}"`),
  'pg conninfo uri': (d) =>
    sure(
      hidden(d).replace('!', 'x'),
      (s) => `primary_conninfo = 'user=repl password=${s} host=pg-0 port=5432 sslmode=prefer'`,
    ),
  'psycopg dsn': (d) =>
    sure(
      hidden(d),
      (s) =>
        `psycopg2.OperationalError: connection to server at "db" failed\nDSN: dbname=app user=app password=${s} host=db`,
    ),
  'jdbc mssql': (d) =>
    sure(hidden(d), (s) => `jdbc:sqlserver://sql:1433;databaseName=app;user=sa;password=${s};encrypt=true`),
  r2dbc: (d) => sure(hidden(d).replace('!', 'x'), (s) => `r2dbc:postgresql://app:${s}@db/app`),
  'nats url': (d) =>
    sure(
      hidden(d).replace('!', 'x'),
      (s) => `Connected to nats://svc:${s}@nats-0.nats:4222,nats://svc:${s}@nats-1.nats:4222`,
    ),
  'kafka properties': (d) =>
    sure(
      hidden(d),
      (s) => `security.protocol=SASL_SSL\nssl.truststore.password=${s}\nssl.truststore.location=/etc/t.jks`,
    ),
  'clickhouse xml': (d) =>
    sure(hidden(d), (s) => `<users><default><password>${s}</password><networks/></default></users>`),
  'influx toml': (d) =>
    sure(d.base64url(86), (s) => `[[outputs.influxdb_v2]]\n  urls = ["http://influx"]\n  token = "${s}=="\n`),
  'mongo uri options': (d) =>
    sure(
      hidden(d).replace('!', 'x'),
      (s) => `spring.data.mongodb.uri=mongodb://svc:${s}@m0:27017,m1:27017/app?authSource=admin`,
    ),
  'activemq xml': (d) =>
    sure(hidden(d), (s) => `<authenticationUser username="system" password="${s}" groups="users,admins"/>`),
  'hibernate cfg': (d) => sure(hidden(d), (s) => `<property name="hibernate.connection.password">${s}</property>`),
  weblogic: (d) => sure(hidden(d), (s) => `connect('weblogic','${s}','t3://admin:7001') password=${s}`),
  'spring actuator env': (d) =>
    sure(hidden(d), (s) =>
      JSON.stringify({
        propertySources: [
          {
            name: 'systemEnvironment',
            properties: { MAIL_PASSWORD: { value: s, origin: 'System Environment Property "MAIL_PASSWORD"' } },
          },
        ],
      }),
    ),
  'quarkus yaml nested': (d) =>
    sure(hidden(d), (s) => `quarkus:\n  oidc:\n    credentials:\n      secret: ${s}\n    client-id: app\n`),
  'dotnet appsettings': (d) =>
    sure(hidden(d), (s) => `{"ConnectionStrings":{"Default":"Host=db;Username=app;Password=${s}"},"Logging":{}}`),
  'dotnet double underscore': (d) => sure(key(d), (s) => `Authentication__Google__ClientSecret=${s}`),
  'express session': (d) => sure(hidden(d), (s) => `app.use(session({ secret: '${s}', resave: false }))`),
  'next auth': (d) => sure(d.base64(32), (s) => `NEXTAUTH_SECRET="${s}"`),
  'rails master': (d) => sure(d.hex(32), (s) => `RAILS_MASTER_KEY=${s}`),
  'phoenix endpoint': (d) => sure(d.base64(48), (s) => `config :app, AppWeb.Endpoint, secret_key_base: "${s}"`),
  'laravel dd': (d) =>
    sure(hidden(d), (s) => `array:3 [▼\n  "host" => "db"\n  "username" => "app"\n  "password" => "${s}"\n]`),
  'java map': (d) => sure(hidden(d), (s) => `Loaded properties {db.user=app, db.password=${s}, db.pool=10}`),
  'scala case class': (d) => sure(hidden(d), (s) => `DbConfig(url = jdbc:pg, user = app, password = ${s})`),
  'kotlin data': (d) => sure(hidden(d), (s) => `Credentials(login=svc, password=${s}, mfa=null)`),
  'python dataclass': (d) => sure(hidden(d), (s) => `DBConfig(host='db', port=5432, password='${s}')`),
  'python fstring log': (d) => sure(hidden(d), (s) => `DEBUG:root:login('bob', password='${s}')`),
  'ruby struct': (d) => sure(hidden(d), (s) => `#<struct Config host="db", password="${s}">`),
  'haskell record': (d) => sure(hidden(d), (s) => `Config {dbHost = "db", dbPassword = "${s}", dbPort = 5432}`),
  'graphql error echo': (d) =>
    sure(
      hidden(d),
      (s) => `Variable "$input" got invalid value {username: "bob", password: "${s}"}; Field "otp" is not defined`,
    ),
  'http form log': (d) =>
    sure(
      hidden(d).replace('!', 'x'),
      (s) => `POST /token body=client_id=web&client_secret=${s}&grant_type=authorization_code&code=abc`,
    ),
  'oauth callback': (d) => sure(d.base64url(43), (s) => `GET /callback?state=xyz&code=${s} 302`),
  'id token fragment': (d) =>
    sure(d.base64url(80), (s) => `redirect to https://app/#access_token=${s}&token_type=bearer`),
  'api key header curl': (d) => sure(key(d), (s) => `curl -s -H "apikey: ${s}" https://kong:8000/orders`),
  'http2 headers': (d) => sure(key(d), (s) => `http2: Transport encoding header "x-api-key" = "${s}"`),
  grpcurl: (d) => sure(key(d), (s) => `grpcurl -H 'authorization: Token ${s}' api:443 list`),
  'ws upgrade': (d) => sure(d.base64url(40), (s) => `Sec-WebSocket-Protocol: access_token, ${s}`),
  'cookie jar': (d) => sure(d.alnum(40), (s) => `example.com\tFALSE\t/\tTRUE\t1790000000\tsessionid\t${s}`),
  'gh token remote': (d) =>
    sure(d.alnum(36), (s) => `fatal: unable to access 'https://x-access-token:ghs_${s}@github.com/acme/app.git/'`),
  'git extraheader': (d) =>
    sure(
      b64(`x-access-token:${d.alnum(36)}`),
      (s) => `git config http.https://github.com/.extraheader AUTHORIZATION: basic ${s}`,
    ),
  'pip index': (d) =>
    sure(hidden(d).replace('!', 'x'), (s) => `Looking in indexes: https://bot:${s}@nexus.example.com/simple`),
  'gradle properties': (d) => sure(hidden(d), (s) => `nexusUsername=bot\nnexusPassword=${s}\norg.gradle.daemon=false`),
  'nuget config': (d) => sure(hidden(d), (s) => `<add key="ClearTextPassword" value="${s}" />`),
  'cargo credentials': (d) => sure(`cio${d.alnum(32)}`, (s) => `[registry]\ntoken = "${s}"`),
  'terraform state': (d) =>
    sure(hidden(d), (s) =>
      `{"resources":[{"type":"random_password","instances":[{"attributes":{"length":16,"result":"${s}","special":true}}]}]}`.replace(
        '"result"',
        '"password"',
      ),
    ),
  'terraform env': (d) => sure(key(d), (s) => `TF_VAR_datadog_api_key=${s}`),
  'ansible inventory': (d) =>
    sure(hidden(d), (s) => `web1 ansible_host=10.0.0.4 ansible_user=root ansible_ssh_pass=${s} ansible_become=yes`),
  'ansible become': (d) => sure(hidden(d), (s) => `ansible_become_password: "${s}"`),
  'cloud-init': (d) => sure(hidden(d), (s) => `#cloud-config\nchpasswd:\n  list: |\n    root:${s}\n  expire: false\n`),
  'sftp expect': (d) => sure(hidden(d), (s) => `expect "password:"\nsend "${s}\\r"`),
  'plain prompt': (d) => sure(hidden(d), (s) => `Password: ${s}\nLogin succeeded`),
  'imap login': (d) => sure(hidden(d), (s) => `a001 LOGIN bob@example.com ${s}`),
  pop3: (d) => sure(hidden(d), (s) => `+OK POP3 ready\nUSER bob\n+OK\nPASS ${s}\n+OK Logged in.`),
  'radius secret': (d) => sure(hidden(d), (s) => `client switch {\n  ipaddr = 10.0.0.2\n  secret = ${s}\n}`),
  'ipsec secrets': (d) => sure(hidden(d), (s) => `%any 10.0.0.1 : PSK "${s}"`),
  'bgp password': (d) => sure(hidden(d), (s) => `neighbor 10.0.0.2 password ${s}`),
  'vrrp auth': (d) => sure(d.alnum(8), (s) => `authentication {\n  auth_type PASS\n  auth_pass ${s}\n}`),
  'samba conf': (d) => sure(hidden(d), (s) => `smbclient //nas/share -U svc%${s} -c ls`),
  'two passwords': (d) => {
    const [a, b] = [hidden(d), hidden(d)];
    return { input: `changing password: old_password=${a} new_password=${b}`, secrets: [a, b] };
  },
  'three on one line': (d) => {
    const [a, b, c] = [hidden(d), key(d), d.alnum(30)];
    return { input: `boot db_pass=${a} api_key=${b} auth_token=${c} ok`, secrets: [a, b, c] };
  },
  'yaml flow': (d) => sure(hidden(d), (s) => `database: {host: db, user: app, password: ${s}, port: 5432}`),
  'yaml anchors': (d) =>
    sure(hidden(d), (s) => `default: &default\n  password: &pw ${s}\n  host: db\n`.replace('&pw ', '')),
  'json in env': (d) => sure(hidden(d), (s) => `CONFIG_JSON={"db":{"password":"${s}"}}`),
  'json single quotes': (d) => sure(hidden(d), (s) => `{'db': {'user': 'app', 'passwd': '${s}'}}`),
  'json cut': (d) => sure(hidden(d), (s) => `...,"user":"app","password":"${s}","por`),
  'json pretty escaped': (d) =>
    sure(hidden(d), (s) => `msg="{\\n  \\"user\\": \\"app\\",\\n  \\"password\\": \\"${s}\\"\\n}"`),
  'azure ad secret': (d) =>
    sure(`${d.alnum(3)}8Q~${d.alnum(34)}`, (s) => `az login --service-principal -u app -p ${s} --tenant t`),
  'gcp key inline': (d) =>
    sure(
      pemBody(d, 6).replaceAll('\n', '\\n'),
      (s) =>
        `GOOGLE_CREDENTIALS={"type":"service_account","private_key":"${begin('PRIVATE')}\\n${s}\\n${end('PRIVATE')}\\n","client_email":"x@y"}`,
    ),
  'pem log lines': (d) =>
    sure(
      d.base64(48),
      (s) => `[app] ${begin('RSA PRIVATE')}\n[app] ${s}\n[app] ${d.base64(30)}\n[app] ${end('RSA PRIVATE')}`,
    ),
  'pem base64': (d) =>
    sure(b64(`${begin('EC PRIVATE')}\n${pemBody(d, 3)}\n${end('EC PRIVATE')}\n`), (s) => `tls.key: ${s}`),
  'wallet words': (d) => sure(Array.from({ length: 12 }, () => d.word()).join(' '), (s) => `mnemonic: "${s}"`),
  dutch: (d) => sure(hidden(d), (s) => `wachtwoord: ${s}`),
  polish: (d) => sure(hidden(d), (s) => `hasło: ${s}`),
  japanese: (d) => sure(hidden(d), (s) => `パスワード：${s}`),
  italian: (d) => sure(hidden(d), (s) => `La parola d'ordine: ${s} password=${s}`),
};

/** Shapes that hold none. */
export const fourthNegatives: Record<string, NegativeShape> = {
  'scheduler line': (d) =>
    klog(
      d,
      `"Successfully bound pod to node" pod="auth/token-refresher-${d.lower(9)}-${d.lower(5)}" node="ip-10-0-3-${d.below(250)}.ec2.internal" evaluatedNodes=12`,
    ),
  'kubelet mount': (d) =>
    klog(
      d,
      `operationExecutor.VerifyControllerAttachedVolume started for volume "kube-api-access-${d.lower(5)}" (UniqueName: "kubernetes.io/projected/${d.uuid()}-kube-api-access-${d.lower(5)}") pod "vault-0" (UID: "${d.uuid()}")`,
    ),
  'secret volume': (d) =>
    klog(
      d,
      `MountVolume.SetUp succeeded for volume "webhook-secret" (UniqueName: "kubernetes.io/secret/${d.uuid()}-webhook-secret")`,
    ),
  'apiserver audit': (d) =>
    `{"auditID":"${d.uuid()}","stage":"ResponseComplete","objectRef":{"resource":"secrets","name":"db-password","uid":"${d.uuid()}"},"annotations":{"authorization.k8s.io/decision":"allow","authorization.k8s.io/reason":"RBAC: allowed by ClusterRoleBinding \\"admins\\""}}`,
  'kubectl get secrets wide': (d) =>
    `NAMESPACE   NAME                      TYPE                DATA   AGE\nshop        api-token-${d.word()}   Opaque              ${d.below(5)}      12d\nkube-system bootstrap-token-${d.lower(6)}    bootstrap.kubernetes.io/token   6   3d`,
  'kubectl get csr': (d) =>
    `NAME        AGE   SIGNERNAME                                    REQUESTOR                 CONDITION\ncsr-${d.lower(5)}   2m    kubernetes.io/kube-apiserver-client-kubelet   system:bootstrap:${d.lower(6)}   Approved,Issued`,
  'pods wide': (d) =>
    `NAME                                READY   STATUS    RESTARTS   AGE\npassword-reset-${d.lower(10)}-${d.lower(5)}   1/1     Running   0          3h\nkeycloak-0   1/1 Running 2 9d`,
  'hpa and pdb': (d) =>
    `deployment.apps/secret-scanner   ${d.below(5)}/5   5   5   20d\nservice/token-exchange ClusterIP 10.96.${d.below(255)}.12 <none> 80/TCP 20d`,
  rollout: (d) => `deployment "session-store" successfully rolled out (revision ${d.below(40)}, hash ${d.lower(10)})`,
  'docker inspect': (d) =>
    JSON.stringify({
      Id: `sha256:${d.hex(64)}`,
      RepoTags: ['acme/token-svc:1.2'],
      RepoDigests: [`acme/token-svc@sha256:${d.hex(64)}`],
      Env: ['PATH=/usr/bin', 'NODE_VERSION=24.1.0'],
    }),
  'oci manifest': (d) =>
    JSON.stringify({
      schemaVersion: 2,
      config: { digest: `sha256:${d.hex(64)}`, size: 7023 },
      layers: [{ digest: `sha256:${d.hex(64)}` }],
    }),
  cosign: (d) => `Verified OK: signature index ${d.below(99999999)} logID ${d.hex(64)}`,
  sbom: (d) => `pkg:npm/jsonwebtoken@9.0.2?checksum=sha1:${d.hex(40)} purl hash SHA-512 ${d.hex(128)}`,
  'git log': (d) =>
    `commit ${d.hex(40)}\nAuthor: bob <bob@example.com>\n\n    Do not log the password in AuthService\n    Fix token parsing`,
  'git diff': (d) =>
    `diff --git a/password.go b/password.go\nindex ${d.hex(7)}..${d.hex(7)} 100644\n--- a/password.go\n+++ b/password.go\n@@ -1,4 +1,4 @@`,
  'helm history': (d) =>
    `REVISION  UPDATED  STATUS  CHART\n${d.below(30)}  Mon Sep  1  deployed  external-secrets-0.9.${d.below(30)}`,
  'prometheus rules': () =>
    'alert: VaultTokenExpiring\nexpr: vault_token_ttl_seconds < 3600\nfor: 5m\nannotations:\n  summary: "Token of {{ $labels.instance }} expires soon"\n',
  'prometheus metrics': (d) =>
    `process_start_time_seconds ${d.below(99999)}\noauth2_token_requests_total{grant="password",status="ok"} ${d.below(999)}\nsecret_sync_errors{key="api-key",store="vault"} 0`,
  'grafana panel': (d) =>
    JSON.stringify({
      title: 'Token refresh rate',
      uid: d.alnum(9),
      targets: [{ expr: 'rate(token_refresh_total[5m])', refId: 'A' }],
    }),
  'span json': (d) =>
    JSON.stringify({
      traceId: d.hex(32),
      spanId: d.hex(16),
      parentSpanId: d.hex(16),
      name: 'POST /oauth/token',
      attributes: { 'http.route': '/oauth/token', 'enduser.id': 'bob' },
    }),
  'zipkin headers': (d) =>
    `X-Amzn-Trace-Id: Root=1-${d.hex(8)}-${d.hex(24)};Sampled=1 x-cloud-trace-context: ${d.hex(32)}/123;o=1`,
  'amz ids': (d) => `x-amz-request-id: ${d.from('ABCDEFGHIJ0123456789', 16)} x-amz-version-id: ${d.alnum(32)}`,
  'aws error': (d) =>
    `An error occurred (AccessDenied) when calling the GetSecretValue operation: User: arn:aws:sts::${d.from('0123456789', 12)}:assumed-role/app/i-${d.hex(17)} is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:${d.from('0123456789', 12)}:secret:prod/db-${d.alnum(6)}`,
  'gcp error': (d) =>
    `rpc error: code = PermissionDenied desc = Permission 'secretmanager.versions.access' denied for resource 'projects/${d.word()}/secrets/db-password/versions/latest'`,
  'azure error': (d) =>
    `AADSTS7000215: Invalid client secret provided. Trace ID: ${d.uuid()} Correlation ID: ${d.uuid()} Timestamp: 2026-08-01 10:00:00Z`,
  'oidc discovery': () =>
    '{"issuer":"https://sso","token_endpoint":"https://sso/token","token_endpoint_auth_methods_supported":["client_secret_basic","private_key_jwt"],"jwks_uri":"https://sso/jwks"}',
  'jwt claims': (d) =>
    JSON.stringify({
      sub: d.uuid(),
      iss: 'https://sso',
      aud: 'web',
      exp: 1790000000,
      jti: d.uuid(),
      scope: 'openid',
      azp: 'web',
    }),
  'login messages': (d) =>
    `User ${d.word()} logged in; password last changed 12 days ago; session lifetime 30m; MFA not configured`,
  'failed logins': (d) =>
    `sshd[${d.below(9999)}]: Failed password for invalid user ${d.word()} from 10.0.0.${d.below(250)} port ${d.below(60000)} ssh2`,
  'sshd accepted': (d) =>
    `sshd[${d.below(9999)}]: Accepted publickey for bob from 10.0.0.7 port 4422 ssh2: RSA SHA256:${d.alnum(43)}`,
  pam: () =>
    'pam_unix(sudo:auth): authentication failure; logname=bob uid=1000 euid=0 tty=/dev/pts/0 ruser=bob rhost=  user=bob',
  'redis noauth': () =>
    '(error) NOAUTH Authentication required. WRONGPASS invalid username-password pair or user is disabled.',
  'pg hba': () =>
    'no pg_hba.conf entry for host "10.0.0.7", user "app", database "app", no encryption; password_encryption=scram-sha-256',
  'rabbit auth': (d) =>
    `{handshake_error,starting,0,{amqp_error,access_refused,"PLAIN login refused: user '${d.word()}' - invalid credentials",'connection.start_ok'}}`,
  'kafka scram': () =>
    'Authentication failed during authentication due to invalid credentials with SASL mechanism SCRAM-SHA-512 (org.apache.kafka.common.network.Selector)',
  'bean names': () =>
    "Creating shared instance of singleton bean 'passwordEncoder' ... 'tokenStore' 'jwtAccessTokenConverter' 'secretsManagerClient'",
  'java trace': (d) =>
    `Caused by: java.security.UnrecoverableKeyException: Password verification failed\n\tat sun.security.provider.JavaKeyStore.engineLoad(JavaKeyStore.java:${d.below(900)})\n\tat com.acme.KeyStoreTokenLoader$$EnhancerBySpringCGLIB$$${d.hex(8)}.load(<generated>)`,
  'python trace': (d) =>
    `  File "/app/auth/tokens.py", line ${d.below(200)}, in decode_token\n    payload = jwt.decode(token, SECRET_KEY, algorithms=["HS256"])\njwt.exceptions.ExpiredSignatureError: Signature has expired`,
  'node trace': (d) =>
    `JsonWebTokenError: invalid signature\n    at /app/node_modules/jsonwebtoken/verify.js:${d.below(200)}:19\n    at getSecret (/app/node_modules/jsonwebtoken/verify.js:97:14)`,
  'go panic': (d) =>
    `panic: secret not found\n\ngoroutine 1 [running]:\nmain.mustToken(0xc000${d.hex(6)}, {0x${d.hex(6)}, 0x5})\n\t/src/token.go:${d.below(99)} +0x${d.hex(3)}`,
  'rust error': () =>
    'Error: missing field `password` at line 3 column 1; expected struct Config with fields host, password, token',
  'test names': (d) =>
    `=== RUN   TestPasswordHash/wrong_password\n--- PASS: TestPasswordHash/wrong_password (0.0${d.below(9)}s)\nok  	acme/token	0.${d.below(900)}s`,
  lint: (d) =>
    `src/auth.ts:${d.below(99)}:7 error 'token' is defined but never used no-unused-vars\nsrc/key.ts:3:1 warning Unexpected console statement`,
  'npm install': (d) =>
    `npm warn deprecated request@2.88.2\nadded ${d.below(900)} packages (token-types, keyv, passport-local, secret-handshake)`,
  'pnpm lock': (d) => `  /keytar@7.9.0:\n    resolution: {integrity: sha512-${d.base64(64)}}\n    requiresBuild: true`,
  'gradle hash': (d) =>
    `distributionSha256Sum=${d.hex(64)}\ndistributionUrl=https\\://services.gradle.org/distributions/gradle-8.9-bin.zip`,
  'terraform lock': (d) =>
    `provider "registry.terraform.io/hashicorp/vault" {\n  version = "4.2.0"\n  hashes = [\n    "h1:${d.base64(32)}",\n    "zh:${d.hex(64)}",\n  ]\n}`,
  'tls handshake': (d) =>
    `TLS 1.3 handshake ok cipher=TLS_AES_256_GCM_SHA384 sni=api peer_cert_sha256=${d.hex(64)} session_reused=false`,
  'cert manager': (d) =>
    `Certificate "web-tls" issued; secret "web-tls" updated; serial number ${d.hex(36)}; next renewal 2026-11-01T00:00:00Z; private key rotationPolicy=Always`,
  'openssl text': (d) =>
    `        Serial Number:\n            ${(d.hex(32).match(/../g) ?? []).join(':')}\n        Subject Key Identifier: \n            ${(d.hex(40).match(/../g) ?? []).join(':').toUpperCase()}`,
  'vault lookup': (d) =>
    `Key                  Value\n---                  -----\naccessor_type        service\ncreation_ttl         768h\npolicies             [root]\nentity_id            ${d.uuid()}`,
  'vault policies': () =>
    'path "secret/data/shop/*" { capabilities = ["read", "list"] }\npath "auth/token/lookup-self" { capabilities = ["read"] }',
  'values schema': () =>
    '"auth": {"type": "object", "properties": {"password": {"type": "string", "title": "Password", "form": true}, "existingSecret": {"type": "string"}}}',
  'values refs': (d) =>
    `auth:\n  existingSecret: ${d.name()}\n  existingSecretPasswordKey: password\n  secretName: ${d.name()}\n  usePasswordFiles: true\n  passwordUpdateJob:\n    enabled: false\n`,
  openapi: () =>
    'components:\n  securitySchemes:\n    bearerAuth:\n      type: http\n      scheme: bearer\n      bearerFormat: JWT\n    apiKeyAuth:\n      type: apiKey\n      in: header\n      name: X-API-Key\n',
  'graphql schema': () =>
    'type Mutation { login(email: String!, password: String!): Token! }\ninput ResetPassword { token: ID!, newPassword: String! }',
  'ts interface': () =>
    'export interface Credentials { username: string; password: string; token?: string | null }\ntype Secret = { key: string; value: Buffer };',
  'go struct def': () =>
    'type Config struct {\n\tPassword string `json:"password" yaml:"password"`\n\tToken    string `env:"API_TOKEN,required"`\n}',
  'java field': () =>
    `@Value("\${spring.datasource.password}")\nprivate String password;\nprivate final TokenService tokenService;`,
  'shell refs': () =>
    'export PGPASSWORD="$DB_PASSWORD"\ncurl -H "Authorization: Bearer $TOKEN" -u "$USER:$PASS" https://x\necho "$REGISTRY_PASSWORD" | docker login -u bot --password-stdin',
  'actions refs': () =>
    `env:\n  NPM_TOKEN: \${{ secrets.NPM_TOKEN }}\n  AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET }}\nwith:\n  token: \${{ github.token }}`,
  'actions masked': () =>
    '  env:\n    NODE_AUTH_TOKEN: ***\n    AWS_SECRET_ACCESS_KEY: ***\nAdding password mask\nLogin Succeeded!',
  'compose refs': () =>
    'environment:\n  POSTGRES_PASSWORD_FILE: /run/secrets/pg\n  MYSQL_RANDOM_ROOT_PASSWORD: "yes"\nsecrets:\n  - pg\n',
  'csp nonce': (d) => `content-security-policy: script-src 'nonce-${d.base64(16)}' 'sha256-${d.base64(32)}'`,
  'etag weak': (d) =>
    `"etag":"\\"${d.hex(32)}\\"","cacheKey":"products:list:page=${d.below(9)}","shardKey":"eu-${d.below(9)}"`,
  'partition keys': (d) =>
    `partitionKey=order#${d.below(99999)} sortKey=2026-08-01 rangeKey=created messageKey=${d.uuid()} foreignKey=fk_user`,
  'i18n german': () =>
    'Das Passwort muss mindestens 8 Zeichen lang sein. Passwort vergessen? Ihr Kennwort wurde geändert.',
  'french prose': () => 'Mot de passe oublié ? Le mot de passe doit contenir au moins 12 caractères.',
  'spanish prose': () => 'La contraseña es obligatoria. Contraseña incorrecta. Clave primaria: id',
  'code words': (d) =>
    `exit code 137; status code: ${d.below(500)}; error code ECONNREFUSED; the security code review is pending`,
  'community prose': () => 'community edition enabled; see the community support page; communityOperators: true',
  pipes: () =>
    'cat /etc/passwd | grep root\nkubectl get secret db -o json | jq .data | base64 -d\necho "done" | tee out.log',
  'hook urls': (d) =>
    `webhook https://webhook.cert-manager.svc:443/validate?timeout=10s called; hooks/pre-commit ok; POST /api/webhooks/github 202 ${d.below(90)}ms`,
  admission: (d) =>
    `failed calling webhook "validate.kyverno.svc-fail": failed to call webhook: Post "https://kyverno-svc.kyverno.svc:443/validate/fail?timeout=10s": x509: certificate signed by unknown authority (serial ${d.hex(20)})`,
  'auth table': () =>
    'AUTH METHOD   ENABLED   ACCESSOR\ntoken         true      auth_token\nuserpass      false     n/a',
  passing: (d) =>
    `readiness: pass, liveness: pass, startup: pass (${d.below(9)} checks); Pass rate 98%; passed=12 failed=0`,
  'base64 prose': (d) =>
    `annotation note=${b64(`The ${d.word()} team owns this service; call ${d.word()} before a restart.`)}`,
};
