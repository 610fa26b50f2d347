// Who may knock at the tests' API server: tokens, the service account key, kubeconfigs. Knows no process.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { User } from './api.ts';

/** A user to be. A token not given is made up. */
export type Wanted = { name: string; token?: string; groups?: string[] };

/** Writes `tokens.csv` and `sa.key` into `run`. The first user is `admin`, of system:masters. */
export const writeIdentity = async (run: string, wanted: Wanted[]): Promise<User[]> => {
  const all: Wanted[] = [{ name: 'admin', groups: ['system:masters'] }, ...wanted];
  const users = all.map(({ name, token = randomBytes(16).toString('hex'), groups = [] }) => ({ name, token, groups }));
  const rows = users.map(({ name, token, groups }, index) => `${token},${name},uid-${index},"${groups.join(',')}"`);
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(join(run, 'sa.key'), privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
  await writeFile(join(run, 'tokens.csv'), `${rows.join('\n')}\n`, { mode: 0o600 });
  return users;
};

/**
 * Writes a kubeconfig: context `test` for the first user, and one for each other by their name. For a recorder, give its
 * `url`; plain HTTP needs no `ca`.
 */
export const writeKubeconfig = async (
  file: string,
  { url, ca, users }: { url: string; ca?: string; users: User[] },
): Promise<string> => {
  const trust = ca === undefined ? {} : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'test',
    clusters: [{ name: 'test', cluster: { server: url, ...trust } }],
    users: users.map(({ name, token }) => ({ name, user: { token } })),
    contexts: users.map(({ name }, index) => ({
      name: index === 0 ? 'test' : name,
      context: { cluster: 'test', user: name },
    })),
  };
  await writeFile(file, stringify(config), { mode: 0o600 });
  return file;
};
