// Which cluster and user are meant, by kubectl's rules, as plain data. Reads files; holds no connection, starts no plugin.
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { documentsOf } from '../yaml/documents.ts';

type Fields = Record<string, unknown>;
type Named = { readonly name: string; readonly fields: Fields };

/** One context with its cluster and user. */
export type Chosen = { readonly name: string; readonly cluster: Named; readonly user: Named };

export type Sources = {
  readonly kubeconfig?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
};

const secrets = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The files kubectl would read: the one named, those of KUBECONFIG, or the one in the home folder. */
export const filesOf = ({ kubeconfig, env = process.env }: Sources): readonly string[] => {
  if (kubeconfig) return [kubeconfig];
  const listed = (env.KUBECONFIG ?? '').split(delimiter).filter(Boolean);
  return listed.length > 0 ? listed : [join(env.HOME ?? homedir(), '.kube', 'config')];
};

/**
 * Reads and merges; of two entries with one name the first wins, as does the first current-context. A file that is
 * missing is skipped unless it was named. Without any, a pod's own service account. Throws an Error whose message is
 * for the operator.
 */
export const choose = async (sources: Sources, context?: string): Promise<Chosen> => {
  const files = filesOf(sources);
  const read = (await Promise.all(files.map((file) => readOne(file, sources.kubeconfig !== undefined)))).flat();
  if (read.length === 0) return inPod(sources.env ?? process.env);
  const entries = (list: string, inner: string): Named[] => read.flatMap((file) => entriesOf(file, list, inner));
  const name = context ?? read.map((file) => file['current-context']).find((text) => typeof text === 'string' && text);
  if (typeof name !== 'string') throw new Error('The kubeconfig has no current-context: choose one with --context.');
  const contexts = entries('contexts', 'context');
  const found = contexts.find((entry) => entry.name === name);
  if (!found) {
    const names = contexts.map((entry) => entry.name).sort();
    throw new Error(`The kubeconfig has no context "${name}". It has: ${names.join(', ') || 'none'}.`);
  }
  const cluster = entries('clusters', 'cluster').find((entry) => entry.name === found.fields.cluster);
  if (typeof cluster?.fields.server !== 'string')
    throw new Error(`The kubeconfig has no server for the cluster of context "${name}".`);
  const user = entries('users', 'user').find((entry) => entry.name === found.fields.user);
  return { name, cluster, user: user ?? { name: '', fields: {} } };
};

/** Changes when one of the files does. */
export const stampOf = async (sources: Sources): Promise<string> => {
  const stamps = filesOf(sources).map((file) =>
    stat(file).then(
      (found) => `${found.mtimeMs}:${found.size}:${found.ino}`,
      () => '',
    ),
  );
  return (await Promise.all(stamps)).join(' ');
};

const readOne = async (file: string, named: boolean): Promise<Fields[]> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !named) return [];
    throw new Error(`The kubeconfig ${file} cannot be read (${code}).`);
  }
  const read = documentsOf(text);
  if ('why' in read) throw new Error(`The kubeconfig ${file} is not YAML, line ${read.line}.`);
  const config = read.documents[0];
  return isFields(config) ? [absolute(config, dirname(file))] : [];
};

const pathFields = ['certificate-authority', 'client-certificate', 'client-key', 'tokenFile'];

/** Paths in a kubeconfig are relative to its folder. */
const absolute = (config: Fields, folder: string): Fields => {
  for (const [list, inner] of [
    ['clusters', 'cluster'],
    ['users', 'user'],
  ] as const)
    for (const { fields } of entriesOf(config, list, inner))
      for (const field of pathFields) {
        const path = fields[field];
        if (typeof path === 'string' && path !== '' && !isAbsolute(path)) fields[field] = join(folder, path);
      }
  return config;
};

const entriesOf = (config: Fields, list: string, inner: string): Named[] => {
  const entries = config[list];
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    if (!isFields(entry) || typeof entry.name !== 'string') return [];
    const fields = entry[inner];
    return [{ name: entry.name, fields: isFields(fields) ? fields : {} }];
  });
};

const inPod = async (env: Readonly<Record<string, string | undefined>>): Promise<Chosen> => {
  const token = join(secrets, 'token');
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } = env;
  const there = await stat(token).then(
    () => true,
    () => false,
  );
  if (!host || !port || !there)
    throw new Error('No kubeconfig was found. Name one with --kubeconfig, or use --cluster with a folder or the demo.');
  const server = `https://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const ca = join(secrets, 'ca.crt');
  return {
    name: 'in-cluster',
    cluster: { name: 'in-cluster', fields: { server, 'certificate-authority': ca } },
    user: { name: 'service-account', fields: { tokenFile: token } },
  };
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
