// A real cluster as the gate sees it: permits in, responses out. Speaks Kubernetes; http.ts speaks HTTP.
import type { Fault } from '../gate/fault.ts';
import type { Cluster, Permit, Response } from '../gate/ports.ts';
import { openAccess } from './access.ts';
import type { Timeouts } from './connections.ts';
import { openDiscovery, type ReadPath } from './discovery.ts';
import { explain } from './explain.ts';
import { unknownOutcome } from './failures.ts';
import { openHttp } from './http.ts';
import { type Fields, fieldsOf, isFields, parseObject } from './json.ts';
import { candidates } from './kinds.ts';
import { openListTypes } from './list-types.ts';
import { linesWanted, readLog } from './logs.ts';
import { mutationOf } from './mutation.ts';
import { openOpenApi } from './openapi.ts';
import { openPages, type Pages } from './pages.ts';
import { entriesOf, keyOf, shapeOf } from './rows.ts';
import { isMutation, targetOf } from './target.ts';
import { once, sendVirtual, virtualGroup, withVirtual } from './virtual.ts';

/** A cluster that can be closed and asked whether it answers. */
export type OpenCluster = Cluster & {
  readonly close: () => Promise<void>;
  /** True when the cluster answers and accepts our credentials. Never throws; also warms the connection. */
  readonly health: (signal?: AbortSignal) => Promise<boolean>;
  /** Who we are to the cluster: the kubeconfig's user. */
  readonly identity: string;
};

export type ClusterOptions = {
  readonly kubeconfig?: string | undefined;
  readonly context?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly timeouts?: Timeouts | undefined;
  readonly signal?: AbortSignal | undefined;
};

const json = 'application/json';
const view = {
  object: { get: json, list: json },
  metadata: {
    get: `application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io,${json}`,
    list: `application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,${json}`,
  },
  table: {
    get: `application/json;as=Table;v=v1;g=meta.k8s.io,${json}`,
    list: `application/json;as=Table;v=v1;g=meta.k8s.io,${json}`,
  },
} as const;

/** A row without its object is 150 bytes, an object 10 KiB. */
const chunk = { rows: 10_000, items: 500 } as const;

/**
 * Opens a cluster by kubectl's rules. Needs no cluster that answers: calls fail with a fault until one does. Rejects
 * only when a file or a context was named that is not there, with a message for the operator.
 */
export const openCluster = async (options: ClusterOptions = {}): Promise<OpenCluster> => {
  const access = await openAccess(options);
  const http = openHttp(access, options.timeouts);
  options.signal?.addEventListener('abort', () => void http.close(), { once: true });
  const read: ReadPath = (path, accept, signal) => http.read({ path, accept, signal });
  const discovery = openDiscovery(read);
  const openApi = openOpenApi(read);

  const resolve: Cluster['resolve'] = async (written, signal) => {
    const known = candidates(withVirtual(await discovery.kinds(signal)), written);
    if (known.length > 0) return known;
    const fresh = await discovery.refreshed(signal);
    return fresh ? candidates(withVirtual(fresh), written) : [];
  };

  const list = async (permit: Permit, path: string, signal: AbortSignal | undefined): Promise<Pages> => {
    const { request, bounds } = permit;
    const { labels, fields } = request.selector;
    const table = request.options.view === 'table';
    return openPages({
      fetch: (limit, token, stop) =>
        http.read({
          path,
          query: { ...selection(permit), labelSelector: labels, fieldSelector: fields, limit, continue: token },
          accept: view[request.options.view].list,
          signal: stop,
        }),
      from: request.options.continue,
      total: Math.max(1, bounds.items),
      size: table ? chunk.rows : chunk.items,
      signal,
      entries: entriesOf,
      key: keyOf,
    });
  };

  const log = async ({ request, bounds }: Permit, path: string, signal: AbortSignal | undefined): Promise<Response> => {
    const { container, previous, sinceSeconds, timestamps } = request.options;
    const chosen = {
      container,
      previous: previous || undefined,
      sinceSeconds: sinceSeconds || undefined,
      timestamps: timestamps || undefined,
    };
    const fetch = (tailLines: number, limitBytes: number): Promise<string> =>
      http.read({ path, query: { ...chosen, tailLines, limitBytes }, accept: '*/*', signal });
    return { type: 'text', ...(await readLog(fetch, linesWanted(request.options, bounds.lines), bounds)) };
  };

  const one = async (permit: Permit, path: string, signal: AbortSignal | undefined): Promise<Response> => {
    const { request } = permit;
    const accept = view[request.options.view].get;
    const body = parseObject(await http.read({ path, query: selection(permit), accept, signal }));
    if (request.options.view !== 'table') return { type: 'object', object: shaped(request, body) };
    const { columns, row } = shapeOf(body, request.namespace, Date.now());
    const end = { continue: '', remaining: 0, restarted: false };
    return { type: 'table', columns, rows: once(entriesOf(body).map(row)), end: () => end };
  };

  const write = async (permit: Permit, path: string, signal: AbortSignal | undefined): Promise<Response> => {
    const { dryRun } = permit.request.options;
    const text = await http.write({ path, ...mutationOf(permit, new Date()), dryRun, signal });
    try {
      return { type: 'object', object: parseObject(text) };
    } catch (error) {
      throw dryRun ? error : unknownOutcome('The cluster accepted it, but its answer cannot be read.', error);
    }
  };

  const send: Cluster['send'] = async (permit, signal) => {
    const { request } = permit;
    const { path, answer } = targetOf(request);
    if (request.group === virtualGroup)
      return sendVirtual(permit, {
        kinds: () => discovery.kinds(signal),
        explain: async (kind, steps) => {
          const { schemas, root } = await openApi(kind, signal);
          return explain(schemas, root, kind, steps);
        },
      });
    if (isMutation(request.verb)) return write(permit, path, signal);
    if (answer === 'text') return log(permit, path, signal);
    if (request.verb === 'get') return one(permit, path, signal);
    const pages = await list(permit, path, signal);
    return request.options.view === 'table' ? rowsOf(pages, request.namespace) : itemsOf(pages, request);
  };

  const health = (signal?: AbortSignal): Promise<boolean> =>
    http.read({ path: '/version', accept: json, signal }).then(
      () => true,
      // Who may not even see the version was known all the same.
      (fault: Fault) => fault.code === 'CLUSTER_FORBIDDEN',
    );
  const info = { name: access.name, labels: { ...options.labels } };
  const listTypes = openListTypes(openApi);
  return { info, resolve, send, listTypes, health, close: http.close, identity: access.identity };
};

/** How much of each object comes along with a table's rows. */
const selection = ({ request, rowMetadata }: Permit): Record<string, string> =>
  request.options.view === 'table' ? { includeObject: rowMetadata ? 'Metadata' : 'None' } : {};

const rowsOf = ({ head, entries, end }: Pages, namespace: string): Response => {
  const { columns, row } = shapeOf(head, namespace, Date.now());
  const rows = async function* () {
    for await (const batch of entries()) yield batch.map(row);
  };
  return { type: 'table', columns, rows: rows(), end };
};

const itemsOf = ({ entries, end }: Pages, request: Permit['request']): Response => {
  const items = async function* () {
    for await (const batch of entries()) yield batch.filter(isFields).map((item) => shaped(request, item));
  };
  return { type: 'items', items: items(), end };
};

/** Items of a list do not say what they are, and metadata alone says it is metadata: the request knows. */
const shaped = ({ group, version, kind, subresource, options }: Permit['request'], item: Fields): Fields => {
  if (subresource !== '') return item;
  const type = { apiVersion: group === '' ? version : `${group}/${version}`, kind };
  return options.view === 'metadata' ? { ...type, metadata: fieldsOf(item.metadata) } : { ...type, ...item, ...type };
};
