// Tokens that carry their maker's mark: prefix, alphabet, least length, class. Data only.

export const ALPHABETS = {
  alnum: /[A-Za-z0-9]/,
  word: /[A-Za-z0-9_-]/,
  hex: /[0-9a-f]/,
  upper: /[A-Z0-9]/,
  base64: /[A-Za-z0-9+/=]/,
  dots: /[A-Za-z0-9._-]/,
  path: /[A-Za-z0-9/_-]/,
  any: /[A-Za-z0-9._~+/=:-]/,
  digits: /\d/,
  hash: /[./A-Za-z0-9$=,+_:}-]/,
} as const;

export type Provider = {
  readonly prefix: string;
  readonly alphabet: keyof typeof ALPHABETS;
  readonly least: number;
  readonly class: string;
  readonly digitless?: boolean;
};

const rows: readonly (readonly [prefixes: string, alphabet: keyof typeof ALPHABETS, least: number, kind: string])[] = [
  ['AKIA ASIA AROA AIDA ABIA ACCA', 'upper', 16, 'aws-key-id'],
  ['ghp_ gho_ ghs_ ghu_ ghr_', 'alnum', 20, 'github-token'],
  ['github_pat_', 'word', 22, 'github-token'],
  ['glpat- glptt- gldt- glrt- glcbt- glsoat- glft- glagent- gloas- GR1348941', 'dots', 16, 'gitlab-token'],
  ['xoxb- xoxp- xoxa- xoxr- xoxs- xoxe- xoxe.xoxp- xapp- xoxc- xoxd-', 'dots', 10, 'slack-token'],
  ['v1.local. v2.local. v3.local. v4.local. v1.public. v2.public. v3.public. v4.public.', 'dots', 30, 'paseto'],
  ['sqp_ squ_ sqa_', 'hex', 40, 'sonar-token'],
  ['md5', 'hex', 32, 'password-hash'],
  ['hooks.slack.com/services/ hooks.slack.com/workflows/', 'path', 20, 'slack-webhook'],
  ['discord.com/api/webhooks/ discordapp.com/api/webhooks/', 'path', 30, 'discord-webhook'],
  ['sk_live_ sk_test_ rk_live_ rk_test_', 'alnum', 10, 'stripe-key'],
  ['whsec_', 'base64', 16, 'stripe-key'],
  ['AIza', 'word', 30, 'google-key'],
  ['ya29.', 'dots', 16, 'google-token'],
  ['GOCSPX-', 'word', 20, 'google-secret'],
  ['1//0', 'word', 20, 'google-token'],
  ['npm_', 'alnum', 30, 'npm-token'],
  ['pypi-', 'word', 40, 'pypi-token'],
  ['rubygems_', 'hex', 32, 'rubygems-token'],
  ['dckr_pat_ dckr_oat_', 'word', 16, 'docker-token'],
  ['hf_ api_org_', 'alnum', 24, 'huggingface-token'],
  ['sk-proj- sk-svcacct- sk-admin- sk-ant- sk-or-v1- sk-or- sk-lf-', 'word', 16, 'ai-key'],
  ['sk-', 'alnum', 20, 'ai-key'],
  ['gsk_ xai- pplx- r8_ csk- fw_ tgp_v1_ nvapi-', 'word', 20, 'ai-key'],
  ['SG.', 'dots', 30, 'sendgrid-key'],
  ['SK AC', 'hex', 32, 'twilio-key'],
  ['key-', 'hex', 32, 'mailgun-key'],
  ['xkeysib- xsmtpsib-', 'word', 30, 'brevo-key'],
  ['dop_v1_ doo_v1_ dor_v1_', 'hex', 32, 'digitalocean-token'],
  ['hvs. hvb. hvr.', 'word', 20, 'vault-token'],
  ['s. b. r.', 'alnum', 24, 'vault-token'],
  ['NRAK- NRII- NRJS- NRAA- NRBR- NRIQ- NRRA-', 'word', 16, 'newrelic-key'],
  ['shpat_ shpss_ shpca_ shppa_ shptka_', 'hex', 24, 'shopify-token'],
  ['dapi dose', 'hex', 32, 'databricks-token'],
  ['lin_api_ lin_oauth_', 'alnum', 20, 'linear-key'],
  ['AGE-SECRET-KEY-1', 'upper', 30, 'age-key'],
  ['sha256~', 'word', 30, 'openshift-token'],
  ['SWMTKN-1-', 'word', 30, 'swarm-token'],
  ['tskey-', 'word', 16, 'tailscale-key'],
  ['glsa_ glc_', 'base64', 24, 'grafana-token'],
  ['sntrys_ sntryu_', 'base64', 30, 'sentry-token'],
  ['pul-', 'hex', 32, 'pulumi-token'],
  ['PMAK-', 'word', 24, 'postman-key'],
  ['dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.', 'dots', 20, 'doppler-token'],
  ['figd_ figu_', 'word', 20, 'figma-token'],
  ['ntn_', 'alnum', 30, 'notion-token'],
  ['secret_', 'alnum', 40, 'notion-token'],
  ['ATATT3 ATCTT3 ATBB', 'any', 24, 'atlassian-token'],
  ['AKCp AP5 AP6', 'alnum', 40, 'artifactory-key'],
  ['cmVmdGtuO', 'alnum', 40, 'artifactory-key'],
  ['HRKU-', 'word', 20, 'heroku-key'],
  ['nfp_ nfc_ nfo_', 'alnum', 30, 'netlify-token'],
  ['fo1_ fm1r_ fm2_', 'base64', 20, 'fly-token'],
  ['v1.0-', 'word', 100, 'cloudflare-key'],
  ['LTAI', 'alnum', 12, 'alibaba-key-id'],
  ['AKID', 'alnum', 28, 'tencent-key-id'],
  ['sq0atp- sq0csp- EAAAE EAAAl', 'word', 20, 'square-token'],
  ['EAAC EAAB', 'alnum', 60, 'facebook-token'],
  ['ops_eyJ', 'word', 60, 'onepassword-token'],
  ['dt0c01. dt0s01. dt0s16.', 'dots', 60, 'dynatrace-token'],
  ['phx_', 'alnum', 30, 'posthog-key'],
  ['re_', 'word', 24, 'resend-key'],
  ['pscale_tkn_ pscale_pw_ pscale_oauth_', 'dots', 24, 'planetscale-token'],
  ['CFPAT-', 'word', 30, 'contentful-token'],
  ['ico-', 'alnum', 32, 'intercom-token'],
  ['vercel_ vcp_', 'alnum', 24, 'vercel-token'],
  ['cfut_ cfat_', 'alnum', 30, 'cloudflare-key'],
  ['rdme_', 'alnum', 60, 'readme-key'],
  ['pat-na1- pat-eu1-', 'word', 30, 'hubspot-token'],
  ['ddp_ ddapp_', 'alnum', 30, 'datadog-key'],
  ['bkua_', 'hex', 30, 'buildkite-token'],
  ['CCIPAT_', 'word', 30, 'circleci-token'],
];

/** Longest prefix first, so that sk-ant- is asked before sk-. */
export const PROVIDERS: readonly Provider[] = rows
  .flatMap(([prefixes, alphabet, least, kind]) =>
    prefixes.split(' ').map((prefix) => ({ prefix, alphabet, least, class: kind })),
  )
  .sort((a, b) => b.prefix.length - a.prefix.length);

/** Starts of a number in base64, which is how a Discord bot token starts. */
export const DISCORD_STARTS: readonly string[] = [...'MNO'].flatMap((a) =>
  [...'DTjz'].flatMap((b) => [...'AEIMQUYcgk'].map((c) => a + b + c)),
);

/** Marks of stored password hashes. */
export const HASHES: readonly string[] = [
  '$2a$',
  '$2b$',
  '$2x$',
  '$2y$',
  '$1$',
  '$5$',
  '$6$',
  '$7$',
  '$y$',
  '$gy$',
  '$apr1$',
  '$argon2',
  '$pbkdf2',
  '$scrypt$',
  '{SSHA',
  '{SHA}',
  '{SHA256}',
  '{SHA512}',
  '{CRYPT}',
  'pbkdf2_sha',
  'pbkdf2:sha',
  'scrypt:',
  'SCRAM-SHA-256$',
  'bcrypt_sha256$',
  'bcrypt$$2',
];
