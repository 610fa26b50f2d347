// How to be let into a cluster: its address, and credentials that stay fresh. Sends nothing to the cluster.
import { registerHooks } from 'node:module';
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { Fault } from '../gate/fault.ts';
import { type Chosen, choose, type Sources, stampOf } from './kubeconfig.ts';

/** What a connection is made of. Equal `key`s are the same connection. */
export type Credentials = {
  readonly server: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly tls: {
    readonly ca?: Buffer | string;
    readonly cert?: Buffer | string;
    readonly key?: Buffer | string;
    readonly servername?: string;
    readonly rejectUnauthorized?: boolean;
  };
  readonly proxy: string;
};

export type Access = {
  /** The context, fixed when opened: switching contexts elsewhere does not move a running server. */
  readonly name: string;
  /** The kubeconfig's user. */
  readonly identity: string;
  /** Fresh ones are fetched anew: the kubeconfig is read and its plugin run again. Throws a {@link Fault}. */
  readonly credentials: (fresh: boolean) => Promise<Credentials>;
};

const keepMilliseconds = 5_000;
const renewMilliseconds = 1_000;
const pluginMilliseconds = 30_000;

/**
 * Opens by kubectl's rules. A file or context that was named and is not there throws an Error for the operator; with
 * none named, every later call says so and recovers when one appears.
 */
export const openAccess = async (sources: Sources & { readonly context?: string | undefined }): Promise<Access> => {
  const named = sources.kubeconfig !== undefined || sources.context !== undefined;
  const first = await choose(sources, sources.context).catch((error: Error) => {
    if (named) throw error;
    return undefined;
  });
  const context = sources.context ?? first?.name;
  let loaded: { stamp: string; config: KubeConfig; chosen: Chosen } | undefined;
  let held: { at: number; fresh: boolean; value: Promise<Credentials> } | undefined;

  const load = async (fresh: boolean): Promise<Credentials> => {
    const stamp = await stampOf(sources);
    if (fresh || loaded?.stamp !== stamp) {
      const chosen = await choose(sources, context === 'in-cluster' ? undefined : context);
      loaded = { stamp, chosen, config: await configOf(chosen) };
    }
    return credentialsOf(loaded.config, loaded.chosen);
  };

  const credentials = (fresh: boolean): Promise<Credentials> => {
    const now = performance.now();
    // Many requests that are refused at once renew once.
    const keep = !fresh ? keepMilliseconds : held?.fresh ? renewMilliseconds : 0;
    if (held && now - held.at < keep) return held.value;
    const value = load(fresh).catch((error: unknown) => {
      if (held?.value === value) held = undefined;
      throw faultOf(error);
    });
    held = { at: now, fresh, value };
    return value;
  };
  return { name: context ?? 'none', identity: first?.user.name || 'anonymous', credentials };
};

const faultOf = (error: unknown): Fault =>
  error instanceof Fault ? error : new Fault('CLUSTER_UNREACHABLE', messageOf(error), error);

// Our own messages of a kubeconfig are for people; a plugin's words may hold anything.
const messageOf = (error: unknown): string =>
  error instanceof Error && /kubeconfig/.test(error.message) && !/[\\/]/.test(error.message)
    ? error.message
    : 'The credentials of the kubeconfig could not be read.';

const configOf = async ({ name, cluster, user }: Chosen): Promise<KubeConfig> => {
  const { KubeConfig } = await kubeConfigClass();
  const config = new KubeConfig();
  const plain = {
    clusters: [{ name: cluster.name, cluster: cluster.fields }],
    users: [{ name: user.name || 'anonymous', user: withPluginInfo(user.fields, cluster.fields) }],
    contexts: [{ name, context: { cluster: cluster.name, user: user.name || 'anonymous' } }],
    'current-context': name,
  };
  config.loadFromString(JSON.stringify(plain));
  return config;
};

/** What kubectl tells a credential plugin, and a token file under the name the library reads again and again. */
const withPluginInfo = (user: Record<string, unknown>, cluster: Record<string, unknown>): Record<string, unknown> => {
  const { tokenFile, exec, ...rest } = user;
  const file = tokenFile ? { 'auth-provider': { name: 'tokenFile', config: { tokenFile } } } : {};
  if (typeof exec !== 'object' || exec === null) return { ...rest, ...file };
  const plugin = exec as { apiVersion?: string; env?: unknown[] | null; provideClusterInfo?: boolean };
  const about = plugin.provideClusterInfo ? { cluster } : {};
  const value = JSON.stringify({
    apiVersion: plugin.apiVersion,
    kind: 'ExecCredential',
    spec: { interactive: false, ...about },
  });
  const env = [...(plugin.env ?? []), { name: 'KUBERNETES_EXEC_INFO', value }];
  return { ...rest, ...file, exec: { ...plugin, env } };
};

const credentialsOf = async (config: KubeConfig, { cluster, user }: Chosen): Promise<Credentials> => {
  const server = String(cluster.fields.server).replace(/\/+$/, '');
  // The library refuses plain HTTP unless certificates are not checked; without TLS there is none to check.
  const current = config.getCurrentCluster() as { skipTLSVerify?: boolean } | null;
  if (current && server.startsWith('http:')) current.skipTLSVerify = true;
  const options: Parameters<KubeConfig['applyToHTTPSOptions']>[0] = {};
  await withDeadline(config.applyToHTTPSOptions(options));
  const { ca, cert, key, servername, rejectUnauthorized, auth } = options;
  const headers = headersOf({ ...(options.headers as Record<string, unknown> | undefined) }, user.fields);
  if (auth) headers.authorization = `Basic ${Buffer.from(auth).toString('base64')}`;
  const tls = Object.fromEntries(
    Object.entries({ ca, cert, key, servername, rejectUnauthorized }).filter(([, value]) => value !== undefined),
  ) as Credentials['tls'];
  const proxy = cluster.fields['proxy-url'];
  return { server, headers, tls, proxy: typeof proxy === 'string' ? proxy : '' };
};

const headersOf = (
  given: Record<string, unknown>,
  user: Record<string, unknown>,
): Record<string, string | string[]> => {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(given)) headers[name.toLowerCase()] = String(value).trim();
  const groups = user['as-groups'];
  if (Array.isArray(groups)) headers['impersonate-group'] = groups.map(String);
  if (typeof user['as-uid'] === 'string') headers['impersonate-uid'] = user['as-uid'];
  return headers;
};

const withDeadline = async (work: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, fail) => {
    timer = setTimeout(
      () => fail(new Error('The credential plugin of the kubeconfig took too long.')),
      pluginMilliseconds,
    );
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
};

let imported: Promise<typeof import('@kubernetes/client-node/dist/config.js')> | undefined;

/**
 * The library's KubeConfig without its generated models (700 files, 250 ms and 40 MB), of which it needs none unless it
 * makes clients, which we do not ask of it. Loaded at the first request.
 */
const kubeConfigClass = (): Promise<typeof import('@kubernetes/client-node/dist/config.js')> => {
  imported ??= (async () => {
    const models = 'data:text/javascript,export const createConfiguration=0,ServerConfiguration=0';
    const hooks = registerHooks?.({
      resolve: (wanted, from, next) =>
        wanted === './gen/index.js' && from.parentURL?.endsWith('/client-node/dist/config.js')
          ? { url: models, format: 'module', shortCircuit: true }
          : next(wanted, from),
    });
    try {
      return await import('@kubernetes/client-node/dist/config.js');
    } finally {
      hooks?.deregister();
    }
  })();
  return imported;
};
