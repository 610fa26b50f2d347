// Telling words: which names announce a secret, and which words around them take that back. Data only.

/** How much a name proves: `sure` needs a value, `likely` one that is no name or prose, `shown` one that looks random, `weak` a long one that does. */
export type Grade = 'sure' | 'likely' | 'shown' | 'weak';
export type Family = { readonly class: string; readonly grade: Grade };

const password: Family = { class: 'password', grade: 'sure' };
const secret: Family = { class: 'secret', grade: 'likely' };
const token: Family = { class: 'token', grade: 'likely' };
const apiKey: Family = { class: 'api-key', grade: 'likely' };
const privateKey: Family = { class: 'private-key', grade: 'likely' };
const credential: Family = { class: 'credential', grade: 'likely' };
const auth: Family = { class: 'auth', grade: 'weak' };
const header: Family = { class: 'authorization', grade: 'likely' };
const cookie: Family = { class: 'cookie', grade: 'likely' };
const session: Family = { class: 'session', grade: 'weak' };
const signature: Family = { class: 'signature', grade: 'weak' };
const connection: Family = { class: 'connection', grade: 'weak' };
const key: Family = { class: 'key', grade: 'weak' };

/** The last word of a name. */
export const HEADS: ReadonlyMap<string, Family> = new Map(
  Object.entries({
    password,
    passwords: password,
    passwd: password,
    passwds: password,
    pwd: password,
    pass: password,
    passphrase: password,
    passphrases: password,
    passcode: password,
    passwort: password,
    kennwort: password,
    senha: password,
    contraseña: password,
    contrasena: password,
    пароль: password,
    密码: password,
    passw: password,
    pw: password,
    pswd: password,
    psw: password,
    psk: password,
    pin: password,
    otp: password,
    totp: password,
    mnemonic: password,
    requirepass: password,
    masterauth: password,
    storepass: password,
    keypass: password,
    userpw: password,
    userpwd: password,
    userpassword: password,
    unicodepwd: password,
    ...Object.fromEntries(
      'wachtwoord parola passe clave hasło haslo heslo jelszó lösenord losenord passord adgangskode salasana şifre sifre parool κωδικός κωδικος パスワード 비밀번호 암호 密碼 口令 暗証番号 пароля паролем khẩu sandi segredo geheim'
        .split(' ')
        .map((word) => [word, password]),
    ),
    jeton: token,
    zugangsdaten: credential,
    community: { class: 'community', grade: 'likely' },
    secret,
    secrets: secret,
    sharedsecret: secret,
    token,
    tokens: token,
    jwt: token,
    bearer: token,
    pat: token,
    apikey: apiKey,
    apikeys: apiKey,
    accesskey: apiKey,
    secretkey: apiKey,
    authkey: apiKey,
    accountkey: apiKey,
    sharedkey: apiKey,
    appkey: apiKey,
    licensekey: apiKey,
    masterkey: apiKey,
    signingkey: apiKey,
    encryptionkey: apiKey,
    sharedaccesskey: apiKey,
    sharedaccesssignature: apiKey,
    storagekey: apiKey,
    privatekey: privateKey,
    privkey: privateKey,
    sshkey: privateKey,
    credential,
    credentials: credential,
    creds: credential,
    cred: credential,
    auth,
    authentication: auth,
    authorization: header,
    cookie,
    cookies: cookie,
    'set-cookie': cookie,
    sessionid: session,
    jsessionid: session,
    phpsessid: session,
    sid: session,
    signature,
    sig: signature,
    sas: signature,
    hmac: signature,
    dsn: connection,
    key,
    keys: key,
    seed: { class: 'secret', grade: 'weak' },
    salt: { class: 'secret', grade: 'weak' },
    pepper: { class: 'secret', grade: 'weak' },
  } satisfies Record<string, Family>),
);

/** Endings of names written in one piece: PGPASSWORD, clientsecret. */
export const ENDINGS: readonly string[] = [
  'password',
  'passwd',
  'passphrase',
  'passwort',
  'pwd',
  'secret',
  'token',
  'apikey',
  'secretkey',
  'accesskey',
  'privatekey',
  'credentials',
  'sessionid',
  'authkey',
  'signingkey',
  'encryptionkey',
  '密码',
  '密碼',
  '口令',
  'パスワード',
  '비밀번호',
  '암호',
];

/** Words that end like "pass" and are none. */
export const NO_PASS: ReadonlySet<string> = new Set(
  'compass bypass trespass surpass encompass underpass overpass byepass firstpass multipass singlepass onepass'.split(
    ' ',
  ),
);

/** What makes a "key" a secret one. */
export const KEY_OWNERS: ReadonlyMap<string, Family> = new Map([
  ...'api access secret auth account shared master app application admin license licence service subscription deploy consumer client storage integration ingest webhook function functions host write read rest admission tenant datadog stripe sendgrid openai anthropic mailgun twilio pagerduty algolia azure aws gcp google maps newrelic honeycomb segment rollbar'
    .split(' ')
    .map((word) => [word, apiKey] as const),
  ...'private signing sign encryption encrypt decryption crypto aes rsa hmac ssh session cookie jwt tls ssl server unseal recovery symmetric data wrapping kms fernet cipher base certificate backup gossip flask django rails pem gpg pgp age'
    .split(' ')
    .map((word) => [word, privateKey] as const),
]);

/** Two last words that mean something together. */
export const PAIRS: ReadonlyMap<string, Family> = new Map([
  ['key data', privateKey],
  ['connection string', connection],
  ['conn string', connection],
  ['connection uri', connection],
  ['connection url', connection],
  ['database url', connection],
  ['pass phrase', password],
  ['pass word', password],
  ['pass code', password],
  ['secret id', secret],
  ['session id', session],
  ['key base', apiKey],
  ['unseal key', privateKey],
  ['community string', { class: 'community', grade: 'likely' }],
  ...'verification security time login unlock backup confirmation sms'
    .split(' ')
    .map((word): [string, Family] => [`${word} code`, { class: 'otp', grade: 'sure' }]),
  ['auth code', auth],
  ['recovery codes', secret],
  ['webhook url', connection],
  ['connect sid', session],
  ['set cookie', cookie],
  ['tls key', privateKey],
  ['ssh key', privateKey],
  ['key material', privateKey],
]);

/** Words after a telling word that leave it what it is. */
export const TRAILERS: ReadonlySet<string> = new Set(
  'value val string str text txt plain plaintext raw b64 base64 encoded enc data old new current prev previous prod production staging stage dev test qa live primary secondary backup main default temp tmp env var param input confirm confirmation hash hashed digest x v'.split(
    ' ',
  ),
);

/** Last words that make the name something about a secret, never the secret. */
export const ABOUT: ReadonlySet<string> = new Set(
  'name names ref refs reference count counts total file files path paths dir directory folder url uri urls endpoint endpoints host hostname server port type types kind mode method methods provider providers policy policies length len size min max limit limits attempts attempt retries retry expiry expires expiration expired exp ttl age lifetime seconds sec secs minutes ms duration timeout interval time timestamp at date created updated changed rotated version versions revision id ids uid uuid enabled enable disabled required optional valid invalid verified status state format algorithm alg algo scope scopes audience audiences issuer issuers claims claim namespace selector mount volume location store storage manager class field fields column header headers label labels annotation annotations template description title help hint prompt message error errors reason strength complexity history reset rotation rotate usage used uses budget rate ratio per latency requests request controller cleaner signer signing review reviews reviewer requestor cache index prefix suffix pattern regex rule rules group groups user username owner role roles account resource resources api config configuration settings options spec schema list set keyring exists present absent length bytes bits chars character characters validator validation generator service client handler middleware filter factory exception failure failed failures success succeeded denied refresh_url needed hash_algorithm csr certificate cert certs bundle ca url_template dns link page form view button screen hashing encoder encoding window delay threshold tokenizer count_total lookup source sources'.split(
    ' ',
  ),
);

/** Words before the telling one that make it harmless. */
export const HARMLESS_BEFORE: ReadonlySet<string> = new Set(
  'existing public pub page next continue continuation cursor sync max min num number total prompt completion cancellation stop eos bos pad special partition primary foreign sort cache idempotency dedup row object index range has is no requires missing invalid expired forgot unknown'.split(
    ' ',
  ),
);

/** First words of a sentence about a secret rather than a secret. */
export const PROSE: ReadonlySet<string> = new Set(
  (
    'a an the this that these those it its is are was were be been being has have had must may might can cannot could should would will wont not no none never and or but if when while as at by for from in into of on onto to with without within via per about after before ' +
    'expired expires invalid valid missing required optional wrong incorrect correct mismatch bad malformed illegal unknown unexpected unauthorized forbidden denied error errors failed failure failing success successful ok okay unable refused rejected accepted revoked rotated changed updated created deleted removed reset set unset empty blank null nil undefined present absent found exists provided supplied given specified configured enabled disabled unavailable available needed needs contains does did do too weak strong short long secure insecure plain plaintext encrypted hashed stored loaded read written verified validated verification validation authentication authorization authenticated protected hidden masked redacted omitted removed filtered secret secrets password passwords token tokens key keys credential credentials ' +
    'string str text number integer int int32 int64 float boolean bool object array list map bytes byte any type uuid date date-time optional true false yes off on please enter use using used your you user users our their my his her same different other another new old current previous next last first connection connect context dial rpc http https timeout eof tls certificate x509 get post put delete unchanged default pending waiting ready done skipped skipping ignored ignoring retry retrying requested requesting received receiving sent sending issued signed unsigned matched match matches incorrect lookup refresh refreshed renewed renew exceeded limit length policy strength reuse format unsupported supported bearer basic jwt opaque kubernetes only already again still now here there where which who what why how all both each every some via auto automatic manual file env environment vault static dynamic rotate rotation generated generate autogenerated'
  ).split(' '),
);

/** What the one pass over a text looks for: short stems of the words above, and the few words too short to be looked for alone. */
export const STEMS: readonly string[] = (
  'pass pwd pswd psk secret token key cred auth cookie dsn jwt otp signature hmac mnemonic seed salt pepper kennwort senha contrase пароль 密码 wachtwoord parola connectionstring connection_string connection-string conn_string sessionid sharedaccesssignature masterauth session_id session-id sessionid community passe clave hasło haslo heslo jelsz senord adgangskode salasana şifre sifre κωδικ パスワード 비밀번호 암호 密碼 口令 暗証番号 khẩu sandi segredo jeton geheim zugangsdaten verification_code ' +
  'sig= sig% sid= sid: sid" pin= pin: pin" pw= pw: pw" psw= psw: sas= sas: _pat= _pat: _pat" _sas pat: pat='
)
  .split(' ')
  .concat('verification code', 'security code', 'one-time code', 'login code', 'unlock code', 'sms code');
