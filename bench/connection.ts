// How to reach the cluster of a kubeconfig as the tests write it: one server, its CA, a token. Light, so that what starts
// with it starts fast; it must not be taken for a reader of any kubeconfig.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Connection } from '../test/cluster/api.ts';

type Named<Key extends string, Value> = { readonly name: string } & { readonly [key in Key]: Value };
type Kubeconfig = {
  readonly 'current-context': string;
  readonly contexts: readonly Named<'context', { readonly cluster: string; readonly user: string }>[];
  readonly clusters: readonly Named<'cluster', { server: string; 'certificate-authority-data': string }>[];
  readonly users: readonly Named<'user', { readonly token: string }>[];
};

/** Of the current context. */
export const connectionOf = (file: string): Pick<Connection, 'url' | 'ca' | 'token'> => {
  const config = parse(readFileSync(file, 'utf8')) as Kubeconfig;
  const context = config.contexts.find(({ name }) => name === config['current-context'])?.context;
  const cluster = config.clusters.find(({ name }) => name === context?.cluster)?.cluster;
  const user = config.users.find(({ name }) => name === context?.user)?.user;
  if (!cluster || !user) throw new Error(`${file} names no cluster with a token.`);
  const ca = Buffer.from(cluster['certificate-authority-data'], 'base64').toString('utf8');
  return { url: cluster.server, ca, token: user.token };
};
