// A kubelet as far as logs go: the API server dials it for `pods/log`. Runs nothing; knows pods only through the API.
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Api, api } from './api.ts';
import type { Cluster } from './control-plane.ts';
import { cutLog, type LogOptions } from './log-text.ts';

/** `namespace/pod/container`, with `.previous` for the container before. */
export type LogKey = string;

/** Where logs come from: a folder of `<key>.log` files, a table, or a function. Undefined: there is none. */
export type LogSource = string | Record<LogKey, string> | ((key: LogKey) => string | undefined);

export type Kubelet = { node: string; port: number; stop: () => Promise<void> };

type Log = { text: string; written: number };

/**
 * Starts the kubelet, registers its Node, and enters it into `cluster.kubelet`, so that `seed` points other Nodes at it.
 * Without `logs` it serves the folder `cluster.logs`, into which any process of a test run may write.
 */
export const startKubelet = async (cluster: Cluster, logs: LogSource = cluster.logs): Promise<Kubelet> => {
  const node = 'portcullis-test';
  const ask = api(cluster);
  const read = reader(logs);
  const [cert, key] = await Promise.all([readFile(cluster.pki.cert), readFile(cluster.pki.key)]);
  const server = createServer({ cert, key }, (request, response) => {
    answer(ask, read, request, response).catch((error: Error) => refuse(response, 500, error.message));
  });
  await new Promise<void>((done, fail) => server.on('error', fail).listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  cluster.kubelet = { node, port };
  await registerNode(ask, node, port);
  const stop = async (): Promise<void> => {
    ask.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { node, port, stop };
};

/** The part of a Node's status that leads the API server to a kubelet on this machine. */
export const nodeAddress = (port: number) => ({
  addresses: [{ type: 'InternalIP', address: '127.0.0.1' }],
  daemonEndpoints: { kubeletEndpoint: { Port: port } },
});

/** Makes a ready Node of this name whose kubelet listens on `port`; one that exists is pointed there. */
export const registerNode = async (ask: Api, name: string, port: number): Promise<void> => {
  const labels = { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux' };
  await ask('POST', '/api/v1/nodes', { body: { apiVersion: 'v1', kind: 'Node', metadata: { name, labels } } });
  const ready = { type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' };
  const room = { cpu: '8', memory: '32Gi', pods: '110' };
  const status = { ...nodeAddress(port), conditions: [ready], capacity: room, allocatable: room };
  const path = `/api/v1/nodes/${name}`;
  const type = 'application/merge-patch+json';
  const pointed = await ask('PATCH', `${path}/status`, { body: { status }, type });
  if (pointed.status !== 200) throw new Error(`Node ${name}: ${pointed.text}`);
  // Admission gives every new Node the not-ready taint, and no controller takes it away here.
  await ask('PATCH', path, { body: { spec: { taints: null } }, type });
};

const reader = (source: LogSource): ((key: LogKey) => Promise<Log | undefined>) => {
  const started = Date.now();
  if (typeof source === 'string') {
    return async (key) => {
      const file = join(source, `${key}.log`);
      const text = await readFile(file, 'utf8').catch(() => undefined);
      return text === undefined ? undefined : { text, written: (await stat(file)).mtimeMs };
    };
  }
  const get = typeof source === 'function' ? source : (key: LogKey) => source[key];
  return async (key) => {
    const text = get(key);
    return text === undefined ? undefined : { text, written: started };
  };
};

const answer = async (
  ask: Api,
  read: (key: LogKey) => Promise<Log | undefined>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'https://kubelet');
  const [room, namespace, pod, container, ...rest] = url.pathname.slice(1).split('/');
  if (room !== 'containerLogs' || !namespace || !pod || !container || rest.length > 0)
    return refuse(response, 404, '404 page not found');
  const previous = url.searchParams.get('previous') === 'true';
  const log = await read(`${namespace}/${pod}/${container}${previous ? '.previous' : ''}`);
  if (!log) {
    const [status, why] = await absence(ask, namespace, pod, container, previous);
    return status === 200 ? void response.writeHead(200).end() : refuse(response, status, why);
  }
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.end(cutLog(log.text, optionsOf(url.searchParams), log.written, Date.now()));
};

const optionsOf = (query: URLSearchParams): LogOptions => {
  const number = (name: string): number | undefined => (query.has(name) ? Number(query.get(name)) : undefined);
  return {
    tailLines: number('tailLines'),
    limitBytes: number('limitBytes'),
    sinceSeconds: number('sinceSeconds'),
    sinceTime: query.get('sinceTime') ?? undefined,
    timestamps: query.get('timestamps') === 'true',
  };
};

type State = { name: string; state?: { running?: object; terminated?: object; waiting?: { reason?: string } } };
type Pod = { status?: { containerStatuses?: State[]; initContainerStatuses?: State[] } };

/** Why there is no log, as a kubelet says it. A container that runs and wrote nothing has an empty one. */
const absence = async (
  ask: Api,
  namespace: string,
  pod: string,
  container: string,
  previous: boolean,
): Promise<[number, string]> => {
  const found = await ask('GET', `/api/v1/namespaces/${namespace}/pods/${pod}`);
  if (found.status !== 200) return [404, `pod "${pod}" does not exist`];
  const where = `container "${container}" in pod "${pod}"`;
  if (previous) return [400, `previous terminated ${where} not found`];
  const { status = {} } = found.json as Pod;
  const all = [...(status.containerStatuses ?? []), ...(status.initContainerStatuses ?? [])];
  const state = all.find(({ name }) => name === container)?.state;
  if (state?.running || state?.terminated) return [200, ''];
  const reason = state?.waiting?.reason ?? 'ContainerCreating';
  const pulling = ['ErrImagePull', 'ImagePullBackOff'].includes(reason);
  return [400, `${where} is waiting to start: ${pulling ? 'trying and failing to pull image' : reason}`];
};

const refuse = (response: ServerResponse, status: number, why: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(why);
};
