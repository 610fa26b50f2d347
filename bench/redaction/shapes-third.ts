// The third set: what the pods, tools and files of a cluster write, as another author would. Knows no redactor.
import type { Dice } from './random.ts';
import { begin, end, type NegativeShape, type PositiveShape, pemBody, sure } from './shape.ts';

const b64 = (text: string) => Buffer.from(text).toString('base64');
const wrap = (text: string, width: number, indent = '') =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(`\n${indent}`);
const escaped = (value: unknown) => JSON.stringify(JSON.stringify(value)).slice(1, -1);
const small = (d: Dice) => d.pick([`${d.from('abcdefghkmnprstw', 4)}${d.from('23456789', 3)}`, d.alnum(6), d.alnum(8)]);
const odd = (d: Dice) =>
  `${d.alnum(4)}${d.pick(['$', '&', '#', '!', '%', '^'])}${d.alnum(4)}${d.pick(['?', '*', '~', '='])}${d.alnum(4)}`;

/** Shapes that hold a secret. */
export const thirdPositives: Record<string, PositiveShape> = {
  // What frameworks write.
  'spring generated': (d) =>
    sure(
      d.uuid(),
      (s) => `\nUsing generated security password: ${s}\n\nThis generated password is for development use only.`,
    ),
  'spring bound property': (d) =>
    sure(
      d.password(),
      (s) =>
        `Failed to bind properties under 'spring.datasource.password' to java.lang.String:\n\n    Property: spring.datasource.password\n    Value: "${s}"\n    Origin: class path resource [application.yml]`,
    ),
  'hikari debug': (d) =>
    sure(
      d.plainPassword(),
      (s) =>
        `${d.time()} DEBUG 1 --- [main] com.zaxxer.hikari.HikariConfig : dataSourceProperties.............{user=app, password=${s}}`,
    ),
  'rails database.yml': (d) =>
    sure(d.password(), (s) => `production:\n  adapter: postgresql\n  username: app\n  password: '${s}'\n  pool: 5\n`),
  'rails inspect': (d) =>
    sure(
      d.plainPassword(),
      (s) => `#<User id: 7, email: "a@example.com", encrypted_password: "${s}", created_at: "2026-01-01">`,
    ),
  'rails secret_key_base': (d) => sure(d.hex(128), (s) => `config.secret_key_base = '${s}'`),
  'django settings': (d) => sure(d.alnum(44), (s) => `SECRET_KEY = 'django-insecure-${s}'\nDEBUG = True`),
  'django databases': (d) =>
    sure(
      d.password(),
      (s) =>
        `DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'USER': 'app', 'PASSWORD': '${s}', 'HOST': 'db'}}`,
    ),
  'python locals': (d) =>
    sure(
      d.plainPassword(),
      (s) =>
        `Traceback (most recent call last):\n  File "/app/main.py", line 12, in connect\n    conn = psycopg2.connect(dsn)\nlocals:\n  host = 'db'\n  passwd = '${s}'\n  retries = 3`,
    ),
  'python repr': (d) =>
    sure(d.alnum(28), (s) => `Settings(debug=False, host='0.0.0.0', api_key=SecretStr('${s}'), workers=4)`),
  'python kwargs': (d) =>
    sure(
      d.password(),
      (s) => `TypeError: connect() got an unexpected keyword argument: {'host': 'db', 'pwd': '${s}', 'timeout': 5}`,
    ),
  'zap fields': (d) =>
    sure(
      d.plainPassword(),
      (s) => `2026-08-01T10:00:00.000Z\tINFO\tcmd/main.go:42\tloaded config\t{"addr": ":8080", "dbPass": "${s}"}`,
    ),
  'logrus map': (d) =>
    sure(d.plainPassword(), (s) => `time="${d.time()}" level=debug msg="config: map[host:db password:${s} port:5432]"`),
  'go struct': (d) => sure(d.plainPassword(), (s) => `cfg={Host:db Port:5432 User:app Password:${s} SSLMode:disable}`),
  'go struct plus names': (d) => sure(d.plainPassword(), (s) => `main.Config{Host:"db", Password:"${s}", Retries:3}`),
  'slog group': (d) =>
    sure(d.alnum(24), (s) => `time=${d.time()} level=INFO msg=start db.user=app db.password=${s} db.port=5432`),
  'dotnet connection': (d) =>
    sure(d.password(), (s) => `Server=tcp:sql.example.com,1433;Initial Catalog=app;User ID=app;Pwd=${s};Encrypt=True;`),
  'dotnet log state': (d) =>
    sure(
      d.alnum(40),
      (s) =>
        `{"Timestamp":"${d.time()}","Level":"Debug","MessageTemplate":"Loaded {@Options}","Properties":{"Options":{"ApiKey":"${s}","Retries":3}}}`,
    ),
  'node inspect': (d) =>
    sure(d.password(), (s) => `{\n  host: 'db',\n  user: 'app',\n  password: '${s}',\n  port: 5432\n}`),
  'node axios': (d) =>
    sure(
      d.alnum(32),
      (s) =>
        `AxiosError: Request failed with status code 401\n  config: {\n    headers: AxiosHeaders {\n      Accept: 'application/json',\n      'X-Api-Key': '${s}',\n    },\n  }`,
    ),
  'php var_dump': (d) =>
    sure(
      d.plainPassword(),
      (s) => `array(3) {\n  ["host"]=>\n  string(2) "db"\n  ["password"]=>\n  string(${s.length}) "${s}"\n}`,
    ),
  'php print_r': (d) =>
    sure(d.plainPassword(), (s) => `Array\n(\n    [host] => db\n    [password] => ${s}\n    [port] => 3306\n)`),
  'wp-config': (d) =>
    sure(
      d.password(),
      (s) => `define( 'DB_USER', 'wp' );\ndefine( 'DB_PASSWORD', '${s}' );\ndefine( 'DB_HOST', 'mysql' );`,
    ),
  'wp salt': (d) => sure(d.alnum(60), (s) => `define('AUTH_KEY',         '${s}');`),
  'laravel app key': (d) => sure(d.base64(32), (s) => `APP_NAME=shop\nAPP_KEY=base64:${s}\nAPP_ENV=production`),
  'java exception url': (d) =>
    sure(
      d.plainPassword(),
      (s) =>
        `java.sql.SQLException: No suitable driver found for jdbc:mysql://db:3306/app?user=app&password=${s}&useSSL=false\n\tat java.sql.DriverManager.getConnection(DriverManager.java:689)`,
    ),
  'java system property': (d) =>
    sure(
      d.plainPassword(),
      (s) => `Picked up JAVA_TOOL_OPTIONS: -Xmx512m -Djavax.net.ssl.keyStorePassword=${s} -Dfile.encoding=UTF-8`,
    ),
  'java toString': (d) => sure(d.plainPassword(), (s) => `LoginRequest[username=bob, password=${s}, remember=true]`),
  'elixir inspect': (d) =>
    sure(d.plainPassword(), (s) => `** (Mix) [hostname: "db", username: "app", password: "${s}", pool_size: 10]`),
  'rust debug': (d) => sure(d.alnum(26), (s) => `Config { host: "db", auth_token: Some("${s}"), retries: 3 }`),
  'erlang tuple': (d) =>
    sure(d.plainPassword(), (s) => `[{default_user,<<"guest">>},{default_pass,<<"${s}">>},{loopback_users,[]}]`),
  'rabbitmq conf': (d) =>
    sure(d.plainPassword(), (s) => `default_vhost = /\ndefault_user = app\ndefault_pass = ${s}\n`),
  'redis conf': (d) => sure(d.plainPassword(), (s) => `bind 0.0.0.0\nrequirepass ${s}\nappendonly yes`),
  'redis masterauth': (d) => sure(d.plainPassword(), (s) => `replicaof redis-0 6379\nmasterauth ${s}`),
  'redis monitor': (d) => sure(d.plainPassword(), (s) => `1690000000.123 [0 10.0.0.9:4411] "AUTH" "${s}"`),
  'redis acl': (d) => sure(d.plainPassword(), (s) => `ACL SETUSER app on >${s} ~* +@all`),
  'postgres statement log': (d) =>
    sure(
      d.password().replace(/'/g, ''),
      (s) => `2026-08-01 10:00:00 UTC [77] LOG:  statement: ALTER ROLE app WITH LOGIN PASSWORD '${s}';`,
    ),
  'mysql general log': (d) =>
    sure(d.plainPassword(), (s) => `2026-08-01T10:00:00Z  9 Query  SET PASSWORD FOR 'app'@'%' = PASSWORD('${s}')`),
  'mysql grant': (d) =>
    sure(
      d.plainPassword(),
      (s) => `GRANT ALL PRIVILEGES ON app.* TO 'app'@'%' IDENTIFIED WITH mysql_native_password BY '${s}';`,
    ),
  'mysql my.cnf': (d) =>
    sure(d.password(), (s) => `[client]\nuser=root\npassword="${s}"\nsocket=/var/run/mysqld/mysqld.sock`),
  'sql insert': (d) =>
    sure(
      d.plainPassword(),
      (s) => `INSERT INTO users (id, name, password, created) VALUES (7, 'bob', '${s}', '2026-01-01');`,
    ),
  'pg copy dump': (d) =>
    sure(d.alnum(28), (s) => `COPY public.api_clients (id, name, api_secret) FROM stdin;\n1\tweb\t${s}\n\\.\n`),
  'kafka sasl log': (d) =>
    sure(
      d.plainPassword(),
      (s) => `\tsasl.mechanism = SCRAM-SHA-512\n\tssl.keystore.password = ${s}\n\tssl.protocol = TLSv1.3`,
    ),
  'nginx upstream header': (d) =>
    sure(d.alnum(36), (s) => `        proxy_set_header X-Auth-Token "${s}";\n        proxy_pass http://backend;`),
  'nginx access query': (d) =>
    sure(
      d.alnum(32),
      (s) =>
        `10.0.0.7 - - [01/Aug/2026:10:00:00 +0000] "GET /ws?access_token=${s}&room=7 HTTP/1.1" 101 0 "-" "curl/8.4"`,
    ),
  'vault init': (d) => sure(d.base64(33), (s) => `Unseal Key 1: ${s}\n\nInitial Root Token: see your operator`),
  'vault root': (d) => sure(d.alnum(24), (s) => `Initial Root Token: hvs.${s}\n\nVault initialized with 5 key shares`),
  'vault kv get': (d) =>
    sure(
      d.plainPassword(),
      (s) => `====== Data ======\nKey         Value\n---         -----\npassword    ${s}\nusername    app`,
    ),
  'vault approle': (d) => sure(d.uuid(), (s) => `vault write auth/approle/login role_id=app secret_id=${s}`),
  'terraform plan': (d) =>
    sure(
      d.plainPassword(),
      (s) =>
        `  ~ resource "aws_db_instance" "main" {\n      ~ password = "${d.word()}" -> "${s}"\n        id       = "db-1"\n    }`,
    ),
  'terraform tfvars': (d) =>
    sure(d.password().replace(/\$/g, '_'), (s) => `region = "eu-west-1"\nmaster_password = "${s}"\n`),
  'helm set': (d) =>
    sure(
      d.plainPassword(),
      (s) => `helm upgrade --install pg bitnami/postgresql --set auth.postgresPassword=${s},replicaCount=2 -n db`,
    ),
  'helm set-string': (d) =>
    sure(d.alnum(20), (s) => `+ helm template web ./chart --set-string global.apiKey=${s} --debug`),
  'helm values': (d) =>
    sure(d.password(), (s) => `USER-SUPPLIED VALUES:\nauth:\n  rootPassword: ${JSON.stringify(s)}\n  enabled: true\n`),
  'argocd initial': (d) =>
    sure(d.alnum(16), (s) => `argocd login argocd.example.com --username admin --password ${s} --insecure`),
  'flux bootstrap': (d) =>
    sure(d.alnum(36), (s) => `export GITHUB_TOKEN=ghp_${s} && flux bootstrap github --owner=acme`),
  'cert-manager dns': (d) =>
    sure(d.base64(32), (s) => `{"level":"debug","msg":"rfc2136 solver","tsigKeyName":"acme","tsigSecret":"${s}"}`),
  'envoy header dump': (d) =>
    sure(
      d.alnum(40),
      (s) =>
        `[debug][http] [C12][S99] request headers complete:\n':authority', 'api'\n':path', '/v1'\n'x-api-key', '${s}'\n'accept', '*/*'`,
    ),
  'actions runner env': (d) =>
    sure(d.alnum(30), (s) => `Run npm publish\n  env:\n    NODE_AUTH_TOKEN: ${s}\n    CI: true`),
  // Files.
  pgpass: (d) => sure(d.plainPassword(), (s) => `# ~/.pgpass\npg-0.pg.svc:5432:app:app_owner:${s}\n`),
  netrc: (d) => sure(d.password(), (s) => `machine git.example.com\n  login bot\n  password ${s}\n`),
  npmrc: (d) =>
    sure(d.uuid(), (s) => `registry=https://registry.example.com/\n//registry.example.com/:_authToken=${s}\n`),
  'npmrc auth': (d) =>
    sure(b64(`bot:${d.plainPassword()}`), (s) => `//registry.example.com/:_auth="${s}"\nalways-auth=true`),
  pypirc: (d) =>
    sure(d.plainPassword(), (s) => `[internal]\nrepository: https://pypi.example.com\nusername: bot\npassword: ${s}\n`),
  'git-credentials': (d) => sure(d.alnum(32), (s) => `https://bot:${s}@git.example.com\n`),
  'docker config': (d) =>
    sure(
      b64(`bot:${d.plainPassword()}`),
      (s) => `{\n\t"auths": {\n\t\t"registry.example.com": {\n\t\t\t"auth": "${s}"\n\t\t}\n\t}\n}`,
    ),
  'kubeconfig user': (d) =>
    sure(
      d.base64(90),
      (s) =>
        `users:\n- name: admin\n  user:\n    client-certificate-data: LS0tLS1CRUdJTiBDRVJU\n    client-key-data: ${s}\n`,
    ),
  'kubeconfig token': (d) => sure(d.alnum(40), (s) => `users:\n- name: bot\n  user:\n    token: ${s}\n`),
  properties: (d) =>
    sure(
      d.password(),
      (s) => `quarkus.datasource.username=app\nquarkus.datasource.password=${s}\nquarkus.http.port=8080`,
    ),
  toml: (d) => sure(d.password(), (s) => `[smtp]\nhost = "mail"\nuser_password = ${JSON.stringify(s)}\n`),
  'xml tomcat': (d) => sure(d.plainPassword(), (s) => `<user username="admin" password="${s}" roles="manager-gui"/>`),
  'xml maven': (d) =>
    sure(
      d.plainPassword(),
      (s) => `<server>\n  <id>nexus</id>\n  <username>bot</username>\n  <password>${s}</password>\n</server>`,
    ),
  'xml property': (d) =>
    sure(
      d.plainPassword(),
      (s) => `<property>\n  <name>javax.jdo.option.ConnectionPassword</name>\n  <value>${s}</value>\n</property>`,
    ),
  'web.config': (d) =>
    sure(
      d.plainPassword(),
      (s) =>
        `<add name="Main" connectionString="Data Source=sql;User Id=sa;Password=${s};" providerName="System.Data.SqlClient" />`,
    ),
  'wpa psk': (d) => sure(d.plainPassword(), (s) => `network={\n  ssid="lab"\n  psk="${s}"\n  key_mgmt=WPA-PSK\n}`),
  'snmp community': (d) => sure(d.alnum(10), (s) => `rocommunity ${s} 10.0.0.0/8\nsyslocation rack 4`),
  snmpget: (d) => sure(d.alnum(12), (s) => `+ snmpget -v2c -c ${s} 10.0.0.1 1.3.6.1.2.1.1.1.0`),
  'ldap bind': (d) =>
    sure(d.plainPassword(), (s) => `ldap.bindDN: cn=admin,dc=example,dc=org\nldap.bindCredentials: ${s}\n`),
  ldapsearch: (d) =>
    sure(
      d.plainPassword(),
      (s) => `ldapsearch -x -H ldap://ldap:389 -D "cn=admin,dc=example,dc=org" -w ${s} -b dc=example,dc=org`,
    ),
  'openvpn inline': (d) =>
    sure(
      d.hex(32),
      (s) =>
        `<tls-auth>\n${begin('OpenVPN Static', 'KEY').replace('KEY', 'key V1')}\n${s}\n${end('OpenVPN Static', 'KEY').replace('KEY', 'key V1')}\n</tls-auth>`,
    ),
  wireguard: (d) => sure(d.base64(32), (s) => `[Interface]\nPrivateKey = ${s}\nAddress = 10.8.0.2/24`),
  'otp uri': (d) =>
    sure(d.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 32), (s) => `otpauth://totp/Shop:bob?secret=${s}&issuer=Shop`),
  'otp seed': (d) => sure(d.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 32), (s) => `mfa: totp seed ${s} stored for bob`),
  // Connection strings.
  sqlalchemy: (d) =>
    sure(
      d.plainPassword(),
      (s) => `sqlalchemy.exc.OperationalError: could not connect (postgresql+psycopg2://app:${s}@db:5432/app)`,
    ),
  'url encoded password': (d) => sure(encodeURIComponent(odd(d)), (s) => `amqp://app:${s}@rabbit:5672/%2F`),
  'mongodb srv': (d) =>
    sure(
      d.plainPassword(),
      (s) => `MongoParseError: mongodb+srv://svc:${s}@cluster0.ab1cd.mongodb.net/?retryWrites=true`,
    ),
  'redis url no user': (d) => sure(d.plainPassword(), (s) => `celery broker: redis://:${s}@redis:6379/0`),
  'go mysql dsn': (d) => sure(d.plainPassword(), (s) => `dsn="app:${s}@tcp(mysql:3306)/shop?parseTime=true"`),
  'pg keywords': (d) =>
    sure(
      d.plainPassword(),
      (s) => `connecting with "host=db port=5432 user=app password=${s} dbname=app sslmode=disable"`,
    ),
  'azure storage': (d) =>
    sure(
      d.base64(64),
      (s) => `DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=${s};EndpointSuffix=core.windows.net`,
    ),
  'azure sas': (d) =>
    sure(
      encodeURIComponent(d.base64(32)),
      (s) => `https://acme.blob.core.windows.net/c/f.txt?sv=2022-11-02&se=2026-09-01&sr=b&sp=r&sig=${s}`,
    ),
  'service bus': (d) =>
    sure(
      d.base64(32),
      (s) => `Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${s}`,
    ),
  's3 presigned': (d) =>
    sure(
      d.hex(64),
      (s) => `https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900&X-Amz-Signature=${s}`,
    ),
  'gcs signed': (d) =>
    sure(d.hex(128), (s) => `GET https://storage.googleapis.com/b/o?X-Goog-Expires=600&X-Goog-Signature=${s} 200`),
  'cloudfront signed': (d) =>
    sure(
      d.base64url(100),
      (s) => `https://d1.cloudfront.net/v.mp4?Expires=1790000000&Signature=${s}&Key-Pair-Id=K2JCJMDEHXQW5F`,
    ),
  'odbc braces': (d) =>
    sure(d.password(), (s) => `DRIVER={ODBC Driver 18 for SQL Server};SERVER=sql;UID=sa;PWD={${s}};Encrypt=yes`),
  'oracle sqlplus': (d) => sure(d.plainPassword(), (s) => `+ sqlplus -s system/${s}@//oracle:1521/XEPDB1 @init.sql`),
  'cassandra yaml': (d) =>
    sure(
      d.plainPassword(),
      (s) =>
        `client_encryption_options:\n    enabled: true\n    keystore: conf/.keystore\n    keystore_password: ${s}\n`,
    ),
  'smb mount': (d) =>
    sure(
      d.plainPassword(),
      (s) => `Mounting arguments: -t cifs -o username=svc,password=${s},vers=3.0 //nas/share /mnt`,
    ),
  // Command lines and traces.
  'set -x export': (d) =>
    sure(d.password().replace(/'/g, ''), (s) => `+ export 'PGPASSWORD=${s}'\n+ psql -h db -U app -c 'select 1'`),
  'set -x curl header': (d) =>
    sure(d.alnum(40), (s) => `++ curl -sSf -H 'PRIVATE-TOKEN: ${s}' https://gitlab.example.com/api/v4/projects`),
  'curl user': (d) =>
    sure(d.plainPassword(), (s) => `curl --user admin:${s} -X POST http://grafana:3000/api/datasources`),
  'curl data': (d) => sure(d.plainPassword(), (s) => `curl -X POST -d 'username=bob&password=${s}' https://sso/login`),
  'curl json data': (d) =>
    sure(d.plainPassword(), (s) => `curl -d '{"user":"bob","password":"${s}"}' https://sso/login`),
  wget: (d) => sure(d.plainPassword(), (s) => `wget --http-user=bot --http-password=${s} https://files/x.tgz`),
  'redis-cli': (d) => sure(d.plainPassword(), (s) => `redis-cli -h redis-master -p 6379 -a ${s} ping`),
  mysqldump: (d) =>
    sure(d.plainPassword(), (s) => `mysqldump -h mysql -uroot -p'${s}' --all-databases > /backup/all.sql`),
  'mongo shell': (d) =>
    sure(d.plainPassword(), (s) => `mongosh --host m -u root -p ${s} --authenticationDatabase admin`),
  sshpass: (d) => sure(d.plainPassword(), (s) => `sshpass -p '${s}' scp -r ./out deploy@host:/srv`),
  'docker login': (d) => sure(d.plainPassword(), (s) => `docker login registry.example.com -u bot -p ${s}`),
  'docker login stdin': (d) => sure(d.alnum(36), (s) => `echo "${s}" | docker login ghcr.io -u bot --password-stdin`),
  'kubectl secret': (d) =>
    sure(
      d.password().replace(/'/g, ''),
      (s) => `kubectl create secret generic db --from-literal=password='${s}' -n shop`,
    ),
  'kubectl registry': (d) =>
    sure(
      d.plainPassword(),
      (s) =>
        `kubectl create secret docker-registry r --docker-server=r.example.com --docker-username=bot --docker-password=${s}`,
    ),
  'kubectl token flag': (d) => sure(d.alnum(50), (s) => `kubectl --server https://10.0.0.1:6443 --token ${s} get pods`),
  'openssl pass': (d) =>
    sure(d.plainPassword(), (s) => `openssl pkcs12 -export -in c.pem -out k.p12 -passout pass:${s}`),
  keytool: (d) =>
    sure(d.plainPassword(), (s) => `keytool -importkeystore -srckeystore a.p12 -srcstorepass ${s} -destkeystore b.jks`),
  htpasswd: (d) => sure(d.plainPassword(), (s) => `htpasswd -bc /auth/htpasswd admin ${s}`),
  chpasswd: (d) => sure(d.plainPassword(), (s) => `+ echo 'root:${s}' | chpasswd`),
  'mc alias': (d) => sure(d.alnum(32), (s) => `mc alias set minio http://minio:9000 admin ${s}`),
  'argument list mysql': (d) =>
    sure(d.plainPassword(), (s) => `{"command":["mysql","-uroot","-p${s}","-e","select 1"]}`),
  'argument list spaced': (d) => sure(d.plainPassword(), (s) => `args: ["mysql","-u","root","-p","${s}","app"]`),
  'argument list long': (d) =>
    sure(d.plainPassword(), (s) => `Command: ["/bin/app", "--db-password", "${s}", "--port", "80"]`),
  'yaml list args': (d) =>
    sure(
      d.plainPassword(),
      (s) => `    args:\n    - --user\n    - root\n    - --password\n    - ${s}\n    - --verbose`,
    ),
  'describe args': (d) =>
    sure(
      d.plainPassword(),
      (s) => `    Args:\n      --listen=:8080\n      --admin-password=${s}\n    State:          Running`,
    ),
  'describe env': (d) =>
    sure(
      d.password(),
      (s) =>
        `    Environment:\n      LOG_LEVEL:          info\n      MYSQL_ROOT_PASSWORD:  ${s}\n      POD_IP:              (v1:status.podIP)\n    Mounts:`,
    ),
  'event message': (d) =>
    sure(
      d.plainPassword(),
      (s) => `Warning  Unhealthy  2m  kubelet  Liveness probe failed: command "redis-cli -a ${s} ping" timed out`,
    ),
  'exec probe json': (d) =>
    sure(d.plainPassword(), (s) => ({
      livenessProbe: { exec: { command: ['sh', '-c', `pg_isready && PGPASSWORD=${s} psql -c 'select 1'`] } },
    })),
  'argv json': (d) =>
    sure(d.plainPassword(), (s) => ({
      spec: { containers: [{ name: 'a', command: ['mongosh', '-u', 'root', '-p', s] }] },
    })),
  'env object': (d) =>
    sure(d.password(), (s) => ({ spec: { containers: [{ name: 'a', env: [{ name: 'SMTP_PASS', value: s }] }] } })),
  'configmap properties': (d) =>
    sure(d.password(), (s) => ({
      kind: 'ConfigMap',
      data: { 'app.properties': `db.url=jdbc:postgresql://db/app\ndb.password=${s}\n` },
    })),
  // Over the wire.
  'http dump': (d) =>
    sure(
      b64(`bob:${d.plainPassword()}`),
      (s) => `> GET /v2/ HTTP/1.1\n> Host: registry\n> Authorization: Basic ${s}\n> User-Agent: curl/8\n>`,
    ),
  'http digest': (d) =>
    sure(
      d.hex(32),
      (s) => `Authorization: Digest username="bob", realm="r", nonce="${d.hex(16)}", uri="/", response="${s}"`,
    ),
  'session cookie': (d) => sure(d.alnum(32), (s) => `< Set-Cookie: JSESSIONID=${s}; Path=/; Secure; HttpOnly`),
  'php session': (d) => sure(d.lower(26), (s) => `Cookie: lang=en; PHPSESSID=${s}; theme=dark`),
  'session id field': (d) => sure(d.base64url(43), (s) => `{"event":"login","session_id":"${s}","user":"bob"}`),
  'csrf header': (d) => sure(d.base64(48), (s) => `X-CSRF-Token: ${s}`),
  'smtp auth plain': (d) =>
    sure(b64(`\0bob@example.com\0${d.plainPassword()}`), (s) => `C: AUTH PLAIN ${s}\nS: 235 2.7.0 Accepted`),
  'smtp auth login': (d) => sure(b64(d.plainPassword()), (s) => `S: 334 UGFzc3dvcmQ6\nC: ${s}\nS: 235 ok`),
  'ftp pass': (d) =>
    sure(d.plainPassword(), (s) => `USER bob\n331 Please specify the password.\nPASS ${s}\n230 Login successful.`),
  graphql: (d) =>
    sure(
      d.plainPassword(),
      (s) => `{"query":"mutation { login(email: \\"b@example.com\\", password: \\"${s}\\") { id } }"}`,
    ),
  'graphql variables': (d) =>
    sure(d.plainPassword(), (s) =>
      JSON.stringify({ operationName: 'Login', variables: { input: { email: 'b@example.com', password: s } } }),
    ),
  'form encoded': (d) =>
    sure(encodeURIComponent(odd(d)), (s) => `body: username=bob%40example.com&password=${s}&submit=1`),
  'form encoded twice': (d) =>
    sure(d.plainPassword(), (s) => `redirect=https%3A%2F%2Fsso%2Fcb%3Faccess_token%3D${s}%26state%3D1`),
  multipart: (d) =>
    sure(
      d.plainPassword(),
      (s) => `------x\r\nContent-Disposition: form-data; name="password"\r\n\r\n${s}\r\n------x--`,
    ),
  'json escaped once': (d) =>
    sure(d.plainPassword(), (s) => `level=info body="${escaped({ user: 'bob', password: s })}"`),
  'json escaped twice': (d) =>
    sure(
      d.plainPassword(),
      (s) => `{"log":"${escaped(JSON.stringify({ user: 'bob', client_secret: s }))}","stream":"stdout"}`,
    ),
  'json escaped quote inside': (d) => sure(`${d.alnum(6)}\\"${d.alnum(6)}`, (s) => `{"password":"${s}","a":1}`),
  jwt: (d) =>
    sure(
      d.base64url(43),
      (s) => `verify failed: eyJhbGciOiJSUzI1NiJ9.${b64('{"sub":"bob","exp":1}').replace(/=/g, '')}.${s}`,
    ),
  jwe: (d) =>
    sure(
      d.base64url(86),
      (s) => `token eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..${d.base64url(16)}.${s}.${d.base64url(22)}`,
    ),
  paseto: (d) => sure(d.base64url(90), (s) => `session v4.local.${s} rejected`),
  'slack webhook': (d) =>
    sure(
      d.alnum(24),
      (s) =>
        `POST https://hooks.slack.com/services/T0${d.from('ABCDEF0123456789', 8)}/B0${d.from('ABCDEF0123456789', 8)}/${s} 404`,
    ),
  'discord webhook': (d) =>
    sure(d.base64url(68), (s) => `alert sent to https://discord.com/api/webhooks/${d.from('123456789', 18)}/${s}`),
  'teams webhook': (d) =>
    sure(
      d.hex(32),
      (s) => `url: https://acme.webhook.office.com/webhookb2/${d.uuid()}@${d.uuid()}/IncomingWebhook/${s}/${d.uuid()}`,
    ),
  'telegram bot': (d) =>
    sure(d.base64url(35), (s) => `https://api.telegram.org/bot${d.from('123456789', 10)}:${s}/sendMessage`),
  'aws credentials': (d) =>
    sure(
      d.alnum(40),
      (s) =>
        `[default]\naws_access_key_id = AKIA${d.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}\naws_secret_access_key = ${s}`,
    ),
  'stripe key': (d) => sure(d.alnum(24), (s) => `StripeAuthError: Invalid API Key provided: sk_live_${s}`),
  'openai key': (d) =>
    sure(d.alnum(48), (s) => `Incorrect API key provided: sk-${s}. You can find your API key at the dashboard.`),
  'google api': (d) =>
    sure(d.base64url(35), (s) => `https://maps.googleapis.com/maps/api/js?key=AIza${s}&callback=init`),
  'gitlab ci': (d) => sure(d.base64url(20), (s) => `Registering runner... token glrt-${s}`),
  // Keys.
  'pem tail': (d) => sure(pemBody(d, 6).slice(70), (s) => `${s}\n${end('RSA PRIVATE')}\ndone`),
  'pem in yaml': (d) =>
    sure(
      d.base64(48),
      (s) => `tls.key: |\n  ${begin('EC PRIVATE')}\n  ${s}\n  ${d.base64(30)}\n  ${end('EC PRIVATE')}\n`,
    ),
  'pem escaped': (d) =>
    sure(
      pemBody(d, 4).replaceAll('\n', '\\n'),
      (s) => `{"msg":"loaded","pem":"${begin('PRIVATE')}\\n${s}\\n${end('PRIVATE')}\\n"}`,
    ),
  'ssh key cut': (d) => sure(d.base64(48), (s) => `${begin('OPENSSH PRIVATE')}\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU\n${s}`),
  putty: (d) =>
    sure(
      d.base64(48),
      (s) =>
        `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: bob\nPublic-Lines: 1\n${d.base64(30)}\nPrivate-Lines: 1\n${s}\nPrivate-MAC: ${d.hex(64)}`,
    ),
  'age key': (d) =>
    sure(d.from('ABCDEFGHJKLMNPQRSTUVWXYZ023456789', 58), (s) => `# public key: age1x\nAGE-SECRET-KEY-1${s}`),
  jwk: (d) =>
    sure(
      d.base64url(43),
      (s) => `{"kty":"EC","crv":"P-256","x":"${d.base64url(43)}","y":"${d.base64url(43)}","d":"${s}"}`,
    ),
  'wrapped base64': (d) => sure(d.base64(150), (s) => `private_key: |\n  ${wrap(s, 64, '  ')}\npublic: x`),
  // Encoded wholes.
  'base64 json': (d) => sure(b64(JSON.stringify({ user: 'bob', password: d.plainPassword() })), (s) => `payload=${s}`),
  'base64 yaml': (d) => sure(b64(`db:\n  host: db\n  password: ${d.plainPassword()}\n`), (s) => `config: ${s}`),
  'secret yaml': (d) =>
    sure(
      b64(d.plainPassword()),
      (s) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ntype: Opaque\ndata:\n  value: ${s}\n`,
    ),
  'secret stringData': (d) =>
    sure(d.password(), (s) => ({ apiVersion: 'v1', kind: 'Secret', stringData: { conn: s } })),
  'last applied': (d) =>
    sure(b64(d.plainPassword()), (s) => ({
      metadata: {
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({ kind: 'Secret', data: { x: s } }),
        },
      },
    })),
  // Short, odd, foreign, spoken.
  'short password colon': (d) => sure(small(d), (s) => `user: admin password: ${s}`),
  'short pin': (d) => sure(d.from('0123456789', 6), (s) => `pin=${s} accepted`),
  'short otp': (d) => sure(d.from('123456789', 6), (s) => `Your verification code is ${s}`),
  'odd password yaml': (d) => sure(odd(d), (s) => `password: "${s}"\nuser: app`),
  'odd password env': (d) => sure(odd(d), (s) => `DB_PASS=${s}\nDB_HOST=db`),
  'spaces in quotes': (d) => sure(`${d.word()} horse ${d.lower(6)} staple`, (s) => `passphrase="${s}" user=bob`),
  'unicode password': (d) => sure(`${d.alnum(4)}ß€${d.alnum(4)}ü${d.alnum(3)}`, (s) => `password=${s}`),
  german: (d) => sure(d.plainPassword(), (s) => `Benutzer: bob Passwort: ${s}`),
  german2: (d) => sure(d.plainPassword(), (s) => `Das Kennwort lautet ${s}`),
  french: (d) => sure(d.plainPassword(), (s) => `mot de passe : ${s}`),
  spanish: (d) => sure(d.plainPassword(), (s) => `usuario=bob contraseña=${s}`),
  portuguese: (d) => sure(d.plainPassword(), (s) => `senha: ${s}`),
  russian: (d) => sure(d.plainPassword(), (s) => `пароль: ${s}`),
  chinese: (d) => sure(d.plainPassword(), (s) => `用户名：bob 密码：${s}`),
  'prose set': (d) => sure(d.plainPassword(), (s) => `admin password has been set to ${s}`),
  'prose using': (d) => sure(d.plainPassword(), (s) => `trying to authenticate as bob with password ${s}`),
  'prose parens': (d) => sure(d.plainPassword(), (s) => `login failed for bob (password: ${s})`),
  'basic auth words': (d) => sure(d.plainPassword(), (s) => `using basic auth bob:${s} against nexus`),
  'credentials words': (d) => sure(d.plainPassword(), (s) => `default credentials: admin / ${s}`),
  'credentials colon': (d) => sure(d.plainPassword(), (s) => `login with credentials admin:${s}`),
  'user slash pass': (d) => sure(d.plainPassword(), (s) => `Created user bob/${s} (username/password)`),
  'table view': (d) => sure(d.plainPassword(), (s) => `USERNAME   PASSWORD          ROLE\nbob        ${s}   admin\n`),
  'psql table': (d) =>
    sure(d.plainPassword(), (s) => ` id | login | passwd\n----+-------+--------------\n  1 | bob   | ${s}\n(1 row)`),
  'mysql vertical': (d) =>
    sure(
      d.plainPassword(),
      (s) =>
        `*************************** 1. row ***************************\n      id: 7\n   login: bob\npassword: ${s}\n`,
    ),
  'ini spaced': (d) => sure(d.password(), (s) => `[security]\nadmin_user = admin\nadmin_password = ${s}\n`),
  'grafana env': (d) => sure(d.password(), (s) => `GF_SECURITY_ADMIN_PASSWORD=${s}`),
  'camel prefix': (d) => sure(d.alnum(30), (s) => `stripeWebhookSigningSecretV2: ${s}`),
  'dotted kebab': (d) => sure(d.alnum(30), (s) => `app.oauth2.client-secret-prod = ${s}`),
  'encryption key': (d) => sure(d.hex(64), (s) => `ENCRYPTION_KEY=${s}`),
  'etcd encryption config': (d) =>
    sure(
      d.base64(32),
      (s) =>
        `resources:\n- resources: ["secrets"]\n  providers:\n  - aescbc:\n      keys:\n      - name: key1\n        secret: ${s}\n`,
    ),
  'hmac secret': (d) => sure(d.alnum(40), (s) => `webhook verified with hmac key "${s}"`),
  'join command': (d) =>
    sure(
      `${d.lower(6)}.${d.lower(16)}`,
      (s) => `kubeadm join 10.0.0.1:6443 --token ${s} --discovery-token-ca-cert-hash sha256:${d.hex(64)}`,
    ),
  'k3s token': (d) => sure(d.hex(32), (s) => `K3S_TOKEN=K10${d.hex(64)}::server:${s}`),
};

/** Shapes that hold none. */
export const thirdNegatives: Record<string, NegativeShape> = {
  'image digest': (d) => `Successfully pulled image "ghcr.io/acme/token-service:1.4.2" (sha256:${d.hex(64)}) in 1.2s`,
  'git sha': (d) => `HEAD is now at ${d.hex(7)} Rotate password hashing; parent ${d.hex(40)}`,
  'flux revision': (d) => `Applied revision: main@sha1:${d.hex(40)}`,
  'argo sync': (d) =>
    `{"level":"info","msg":"Comparing app state (cluster: https://kubernetes.default.svc, namespace: secrets)","application":"vault","revision":"${d.hex(40)}"}`,
  uids: (d) => ({
    metadata: {
      name: 'password-reset',
      uid: d.uuid(),
      resourceVersion: '812734',
      ownerReferences: [{ kind: 'ReplicaSet', name: 'password-reset-7c9d', uid: d.uuid() }],
    },
  }),
  'trace context': (d) => `traceparent: 00-${d.hex(32)}-${d.hex(16)}-01`,
  'b3 headers': (d) => `x-b3-traceid: ${d.hex(32)} x-b3-spanid: ${d.hex(16)} x-request-id: ${d.uuid()}`,
  'json trace': (d) =>
    `{"msg":"token validated","trace_id":"${d.hex(32)}","span_id":"${d.hex(16)}","request_id":"${d.uuid()}"}`,
  'replica set': (d) =>
    `replicaset.apps/token-issuer-${d.lower(10)} created; pod token-issuer-${d.lower(10)}-${d.lower(5)} scheduled`,
  certificate: (d) => `${begin('', 'CERTIFICATE')}\n${pemBody(d, 5)}\n${end('', 'CERTIFICATE')}`,
  'ca bundle': (d) =>
    `    caBundle: ${b64(`${begin('', 'CERTIFICATE')}\n${pemBody(d, 5)}\n${end('', 'CERTIFICATE')}`)}`,
  'ca data kubeconfig': (d) =>
    `clusters:\n- cluster:\n    certificate-authority-data: ${b64(`${begin('', 'CERTIFICATE')}\n${pemBody(d, 3)}`)}\n    server: https://10.0.0.1:6443\n`,
  csr: (d) => `${begin('', 'CERTIFICATE REQUEST')}\n${pemBody(d, 4)}\n${end('', 'CERTIFICATE REQUEST')}`,
  'public key pem': (d) => `jwt.publicKey: |\n  ${begin('PUBLIC')}\n  ${d.base64(48)}\n  ${end('PUBLIC')}\n`,
  'ssh public': (d) => `authorized key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${d.alnum(43)} bob@laptop`,
  'known hosts': (d) => `github.com ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTY${d.alnum(90)}=`,
  'fingerprint ssh': (d) => `Server host key: ssh-ed25519 SHA256:${d.alnum(43)}`,
  'cert fingerprint': (d) =>
    `fingerprint=${(d.hex(64).match(/../g) ?? []).join(':').toUpperCase()} serial=${d.hex(32)}`,
  'discovery hash': (d) => `--discovery-token-ca-cert-hash sha256:${d.hex(64)}`,
  'jwks public': (d) =>
    `{"keys":[{"kty":"RSA","kid":"${d.base64url(43)}","use":"sig","alg":"RS256","n":"${d.base64url(342)}","e":"AQAB"}]}`,
  'secret table': (d) =>
    `NAME                     TYPE                                  DATA   AGE\ndb-password              Opaque                                1      ${d.below(90)}d\ndefault-token-${d.lower(5)}      kubernetes.io/service-account-token   3      12d`,
  'secret event': (d) =>
    `Warning  FailedMount  MountVolume.SetUp failed for volume "tls-secret" : secret "web-${d.word()}-tls" not found`,
  'secret describe': (d) =>
    `Name:         db-credentials\nType:  Opaque\n\nData\n====\npassword:  ${d.below(40) + 8} bytes\nusername:  5 bytes`,
  'describe secretRef': (d) =>
    `    Environment:\n      DB_PASSWORD:  <set to the key 'password' in secret '${d.name()}'>  Optional: false\n      TOKEN_URL:    https://sso.example.com/token`,
  'describe volumes': (d) =>
    `Volumes:\n  kube-api-access-${d.lower(5)}:\n    Type:                    Projected (a volume that contains injected data from multiple sources)\n    TokenExpirationSeconds:  3607\n    ConfigMapName:           kube-root-ca.crt`,
  'describe sa': (d) =>
    `Name:                default\nImage pull secrets:  regcred\nMountable secrets:   default-token-${d.lower(5)}\nTokens:              default-token-${d.lower(5)}`,
  'volume secretName': (d) => ({
    volumes: [{ name: 'creds', secret: { secretName: `${d.name()}-credentials`, defaultMode: 420 } }],
    imagePullSecrets: [{ name: 'regcred' }],
  }),
  'env from': (d) => ({
    env: [
      { name: 'PASSWORD_FILE', value: '/run/secrets/db/password' },
      { name: 'TOKEN_TTL', value: '3600' },
      { name: 'KEY', valueFrom: { secretKeyRef: { name: d.name(), key: 'api-key' } } },
    ],
  }),
  'external secret': (d) =>
    `spec:\n  refreshInterval: 1h\n  secretStoreRef:\n    name: vault\n    kind: ClusterSecretStore\n  target:\n    name: ${d.name()}\n  data:\n  - secretKey: password\n    remoteRef:\n      key: prod/db\n      property: password\n`,
  'issuer ref': (d) =>
    `spec:\n  acme:\n    privateKeySecretRef:\n      name: letsencrypt-${d.word()}\n    solvers:\n    - dns01:\n        route53:\n          accessKeyID: ""\n`,
  'gateway auth': () =>
    `authentication:\n  enabled: true\n  existingSecret: app-auth\n  secretKeys:\n    adminPasswordKey: postgres-password\n`,
  'token settings': () => 'token_ttl=3600 token_max_ttl=24h token_type=service token_policies=default renewable=true',
  'password policy': (d) =>
    `password_policy: strict\npassword_min_length: ${d.below(8) + 8}\npasswordHistory: 5\nrequire_password_change: true`,
  'auth flags': () => 'auth: enabled\nauthMethod: kubernetes\nbasic_auth: false\nauth_type=oidc\nAUTH_REQUIRED=true',
  'key settings': (d) =>
    `key_length: 4096\nkeyAlgorithm: ECDSA\nkeyId: ${d.word()}-key-1\npartition_key=customer_id\nprimaryKey: id\nsort_key: created_at`,
  'hash settings': () => 'passwordEncoder=bcrypt password.hash.iterations=310000 password_hash_algorithm: argon2id',
  timeouts: (d) =>
    `session_timeout=1800 session.cookie.name=SID session_affinity: ClientIP secret_rotation_days=${d.below(90)}`,
  'go duration': (d) => `tokenExpiration: ${d.below(24)}h0m0s accessTokenLifespan=300 refresh-token-rotation=true`,
  'error wrong password': (d) => `FATAL:  password authentication failed for user "${d.word()}"`,
  'mysql denied': (d) => `ERROR 1045 (28000): Access denied for user '${d.word()}'@'10.0.0.7' (using password: YES)`,
  'mongo failed': () =>
    'MongoServerError: Authentication failed. SCRAM-SHA-256 authentication failed, storedKey mismatch',
  'token expired': (d) =>
    `Unable to authenticate the request: [invalid bearer token, token has expired at ${d.time()}]`,
  'jwt error': (d) =>
    `io.jsonwebtoken.SignatureException: JWT signature does not match locally computed signature\n\tat com.acme.security.JwtTokenProvider.validateToken(JwtTokenProvider.java:${d.below(300)})`,
  'spring filter': (d) =>
    `o.s.s.w.a.UsernamePasswordAuthenticationFilter : Set SecurityContextHolder to UsernamePasswordAuthenticationToken [Principal=${d.word()}, Credentials=[PROTECTED], Authenticated=true]`,
  'prose rotation': (d) =>
    `The password for ${d.word()} was rotated successfully; tokens issued before today are no longer accepted.`,
  'prose token bucket': (d) =>
    `rate limiter: token bucket exhausted, refill rate ${d.below(99)} tokens/s, secret sauce disabled`,
  'prose reset': (d) => `A password reset link has been sent to ${d.word()}@example.com. It is valid for 30 minutes.`,
  'prose missing': () =>
    'Error: missing required parameter: password. Please provide a password via --password or the DB_PASSWORD environment variable.',
  'prose secret': (d) => `Reconciling Secret shop/${d.name()}: key "password" unchanged, nothing to do`,
  'prose keys': () =>
    'The key is rotated every 90 days; keys older than this are archived. See the API key section of the manual.',
  'usage text': () =>
    '  -p, --password string   Password for the registry\n      --password-stdin    Take the password from stdin\n  -u, --username string   Username',
  'cobra help': () =>
    '      --token string               Bearer token for authentication to the API server\n      --client-key string          Path to a client key file for TLS\n      --as string                  Username to impersonate',
  'unexpected token': (d) =>
    `SyntaxError: Unexpected token '<', "<!DOCTYPE "... is not valid JSON at position ${d.below(99)}`,
  'parser token': (d) => `line ${d.below(99)}: syntax error near unexpected token \`done'`,
  'llm tokens': (d) =>
    `prompt_tokens=${d.below(4000)} completion_tokens=${d.below(900)} total_tokens=${d.below(5000)} max_tokens=4096`,
  'code java': () =>
    'public boolean matches(String password, String token) { return this.passwordEncoder.matches(password, user.getPassword()); }',
  'code go': () =>
    'if token == "" { return nil, errors.New("token must not be empty") }\npassword := os.Getenv("DB_PASSWORD")\nsecret, err := client.CoreV1().Secrets(ns).Get(ctx, name, opts)',
  'code python': () =>
    'password = os.environ["DB_PASSWORD"]\ntoken = get_token(user)\nsecret_key = settings.SECRET_KEY\napi_key = config.get("api_key")',
  'code ruby': () => "password: ENV.fetch('DB_PASSWORD')\nsecret_key_base: <%= ENV['SECRET_KEY_BASE'] %>",
  'code ts': () =>
    'const { password, token } = req.body;\nconst key = await crypto.subtle.importKey("raw", secret, algo, false, ["sign"]);',
  'code sql': () => 'SELECT id, password_hash, token_id FROM users WHERE token = $1 AND password IS NOT NULL',
  'code shell': () =>
    'read -s PASSWORD\nexport TOKEN=$(cat /var/run/secrets/token)\nmysql -p"$MYSQL_ROOT_PASSWORD" -e "select 1"',
  'helm template': () => 'password: {{ .Values.auth.password | b64enc | quote }}\ntoken: {{ include "app.token" . }}',
  'terraform ref': () =>
    'password = var.db_password\nsecret_key = data.vault_generic_secret.app.data["key"]\ntoken = (sensitive value)',
  'terraform output': () =>
    '  + password = (sensitive value)\n  + token    = (known after apply)\n  + key_name = "deployer"',
  masked: () => 'password=******** token=<redacted> secret=[FILTERED] api_key=xxxxxxxx pwd=(hidden)',
  placeholders: () =>
    `password: <your-password>\ntoken: YOUR_TOKEN_HERE\napi_key: "changeme"\nsecret: \${SECRET}\npass: %(password)s`,
  'env empty': () => 'DB_PASSWORD=\nTOKEN=""\nSECRET=null\nAPI_KEY=undefined\nPASS=none',
  metrics: (d) =>
    `# HELP vault_token_count Number of tokens\n# TYPE vault_token_count gauge\nvault_token_count{namespace="root",auth_method="token"} ${d.below(900)}\napiserver_authentication_token_cache_hits_total ${d.below(9000)}`,
  'prom labels': (d) =>
    `kube_secret_info{namespace="shop",secret="${d.name()}"} 1\nkube_secret_type{secret="sh.helm.release.v1.${d.word()}.v${d.below(9)}",type="helm.sh/release.v1"} 1`,
  'package lock': (d) =>
    `"node_modules/js-tokens": {\n  "version": "4.0.0",\n  "resolved": "https://packages.example.com/js-tokens/-/js-tokens-4.0.0.tgz",\n  "integrity": "sha512-${d.base64(64)}"\n}`,
  'go sum': (d) =>
    `github.com/golang-jwt/jwt/v5 v5.2.1 h1:${d.base64(32)}\ngithub.com/zalando/go-keyring v0.2.3/go.mod h1:${d.base64(32)}`,
  'yarn lock': (d) =>
    `passport-oauth2@^1.6.0:\n  version "1.7.0"\n  resolved "https://packages.example.com/passport-oauth2/-/passport-oauth2-1.7.0.tgz#${d.hex(40)}"\n  integrity sha512-${d.base64(64)}`,
  'pip hash': (d) => `pyjwt==2.8.0 --hash=sha256:${d.hex(64)} \\\n    --hash=sha256:${d.hex(64)}`,
  'cargo lock': (d) => `[[package]]\nname = "secrecy"\nversion = "0.8.0"\nchecksum = "${d.hex(64)}"`,
  'cache key': (d) => `Cache restored from key: node-${d.word()}-${d.hex(64)}\nkey: Linux-go-${d.hex(64)}`,
  etag: (d) => `ETag: W/"${d.hex(32)}"\nLast-Modified: Tue, 01 Sep 2026 10:00:00 GMT\nX-Cache-Key: /v1/tokens/list`,
  'config checksum': (d) => ({
    metadata: {
      annotations: { 'checksum/secret': d.hex(64), 'checksum/config': d.hex(64), 'pod-template-hash': d.lower(10) },
    },
  }),
  'leader lease': (d) =>
    `successfully acquired lease kube-system/cert-manager-controller holderIdentity=${d.name()}-${d.lower(10)}-${d.lower(5)}_${d.uuid()}`,
  'continue token': (d) => ({
    metadata: {
      continue: b64(`{"v":"meta.k8s.io/v1","rv":${d.below(99999)},"start":"pod-${d.lower(6)}\\u0000"}`),
      remainingItemCount: 900,
    },
  }),
  'base64 text': (d) => `motd=${b64(`Welcome to ${d.word()}! This is a friendly machine, please be kind to it.`)}`,
  'base64 image': (d) => `icon: data:image/png;base64,iVBORw0KGgo${d.base64(120)}`,
  'uuid key': (d) => `cache entry key=${d.uuid()} hit=true; session started for pod ${d.uuid()}`,
  'job id': (d) =>
    `job ${d.uuid()} picked by worker ${d.hex(12)}; correlation_id=${d.uuid()} idempotency_key_present=true`,
  'ips and ports': (d) =>
    `endpoints: 10.0.0.${d.below(255)}:8080,10.0.1.${d.below(255)}:8080 keys=3 allow=10.0.0.0/8,192.168.0.0/16`,
  cron: () =>
    'schedule: "*/5 * * * *" job: rotate-secrets timezone: Europe/Berlin token_rotation_schedule: "0 3 * * 0"',
  versions: (d) =>
    `secrets-store-csi-driver v1.4.${d.below(9)} token-controller:2.${d.below(20)}.0-rc.1+build.${d.below(999)} keycloak=24.0.1`,
  'istio config': () =>
    '  meshConfig:\n    defaultConfig:\n      holdApplicationUntilProxyStarts: true\n  jwtRules:\n  - issuer: https://sso.example.com\n    jwksUri: https://sso.example.com/certs\n    fromHeaders:\n    - name: Authorization\n      prefix: "Bearer "\n',
  'rbac rule': () =>
    `rules:\n- apiGroups: [""]\n  resources: ["secrets", "serviceaccounts/token"]\n  verbs: ["get", "create"]\n`,
  'token review': (d) =>
    `POST /apis/authentication.k8s.io/v1/tokenreviews 201 ${d.below(20)}ms audit-id=${d.uuid()} user=system:serviceaccount:shop:token-reader`,
  'audit id': (d) =>
    `{"kind":"Event","level":"Metadata","auditID":"${d.uuid()}","requestURI":"/api/v1/namespaces/shop/secrets/db-password","verb":"get","user":{"username":"bob","uid":"${d.uuid()}","groups":["sre"]}}`,
  'user url': (d) =>
    `cloning https://git@github.com/acme/${d.name()}.git and ssh://git@git.example.com:22/${d.word()}.git`,
  'oauth urls': (d) =>
    `token_endpoint: https://sso.example.com/realms/${d.word()}/protocol/openid-connect/token\nauthorization_endpoint=https://sso.example.com/auth?response_type=code&client_id=${d.name()}`,
  scopes: () =>
    'scopes: openid profile email offline_access; grant_types=client_credentials,refresh_token; token_endpoint_auth_method: client_secret_basic',
  'client id': (d) => `client_id=${d.uuid()} tenant_id=${d.uuid()} username=svc-${d.word()} auth_provider=azure`,
  'cookie names': () =>
    'cookie "session" missing; Set-Cookie header dropped; sameSite=Lax cookie_domain=.example.com cookie_secure=true',
  'nginx conf': () =>
    'ssl_certificate_key /etc/nginx/tls/tls.key;\nauth_basic "Restricted";\nauth_basic_user_file /etc/nginx/.htpasswd;\nproxy_set_header Authorization $http_authorization;',
  'file listing': (d) =>
    `-rw------- 1 root root ${d.below(4000)} Sep  1 10:00 id_rsa\n-rw-r--r-- 1 root root  566 Sep  1 10:00 id_rsa.pub\ndrwxr-xr-x 2 root root 4096 Sep  1 10:00 secrets`,
  'k8s warn': (d) =>
    `W0901 10:00:00.000000       1 reflector.go:${d.below(900)}] failed to list *v1.Secret: secrets is forbidden: User "system:serviceaccount:shop:default" cannot list resource "secrets"`,
  'kafka auth': () =>
    '[SocketServer listenerType=BROKER] Failed authentication with /10.0.0.7 (channelId=x) (SSL handshake failed) sasl.mechanism=PLAIN sasl.jaas.config=[hidden]',
  'key value generic': (d) =>
    `cache.put key=user:${d.below(9999)} value=${d.word()} ttl=60 evicted=false; object key: backups/2026/09/${d.word()}.tar.gz`,
  keyboard: (d) =>
    `KeyError: 'password' at index ${d.below(9)}; monkey patching keyspace compass bypass passenger tokenizer secretary`,
  'otp off': () => 'otp_enabled: false mfa=optional 2fa_grace_days=7 pin_length=6 totp.issuer=Shop',
  compliance: () =>
    'CIS 1.2.1 PASS anonymous-auth=false\nCIS 1.2.3 FAIL --token-auth-file is set\n[PASS] 5.4.1 Prefer using secrets as files over secrets as environment variables',
  'test results': (d) =>
    `PASS src/password.test.ts (${d.below(9)} tests)\nPASS: TestTokenRefresh (0.0${d.below(9)}s)\npass 42 fail 0 pass_rate=100%`,
  passed: (d) => `health check pass: ${d.below(99)} of 99; pass=true; compass: north; passthrough=enabled`,
  'annotations list': (d) =>
    `Annotations:  cni.projectcalico.org/containerID: ${d.hex(64)}\n              kubernetes.io/psp: eks.privileged\n              vault.hashicorp.com/agent-inject-secret-db: secret/data/db`,
  'crd schema': () =>
    'properties:\n  passwordSecretRef:\n    description: Reference to a Secret holding the password.\n    type: object\n  token:\n    type: string\n    description: The token to use\n',
  'helm notes': (d) =>
    `To get your password run:\n  kubectl get secret --namespace db ${d.name()} -o jsonpath="{.data.password}" | base64 -d`,
  'html form': () =>
    '<input type="password" name="password" id="password" placeholder="Password" autocomplete="current-password">',
  i18n: () =>
    '"login.password.label": "Password", "login.password.hint": "Enter your password", "token.invalid": "Invalid token"',
  'mermaid prose': (d) =>
    `Step ${d.below(9)}: the client sends its credentials, the server answers with a session cookie and an access token.`,
  'debug secret len': (d) =>
    `loaded secret db (len=${d.below(64)}), token present: yes, password set: true, key size: 256 bits`,
  'docker layers': (d) => `${d.hex(12)}: Pull complete\n${d.hex(12)}: Already exists\nDigest: sha256:${d.hex(64)}`,
  'storage account': (d) =>
    `container id containerd://${d.hex(64)} imageID docker.io/library/redis@sha256:${d.hex(64)}`,
};
