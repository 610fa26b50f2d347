// The embedded cluster: manifests, a dump, a support bundle or the demo, read and written like a real one. Sends nothing
// anywhere, and keeps what is written in memory.
import { resolve as absolute, basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '../gate/fault.ts';
import type { Cluster, ListEnd, Permit, Response } from '../gate/ports.ts';
import type { OpenCluster } from './client.ts';
import { type Fields, fieldsOf, textOf } from './json.ts';
import { candidates } from './kinds.ts';
import { listTypesOf } from './list-types.ts';
import { linesWanted, readLog } from './logs.ts';
import { columnsOf } from './snapshot/columns.ts';
import { containerOf, cutLog, withoutLog } from './snapshot/container-logs.ts';
import { builtin, describe, rootOf } from './snapshot/describe.ts';
import { readSource, shifted } from './snapshot/manifests.ts';
import { fieldSelector, labelSelector } from './snapshot/selectors.ts';
import type { Served } from './snapshot/served.ts';
import { keyOf, openStore, type Store } from './snapshot/store.ts';
import { write } from './snapshot/writes.ts';
import { isMutation, targetOf } from './target.ts';
import { once, sendVirtual, virtualGroup, withVirtual } from './virtual.ts';

type World = { store: Store; readonly logs: ReadonlyMap<string, string>; readonly moment: number };

const demo = fileURLToPath(new URL('./demo/', import.meta.url));
/** The moment at which the demo's manifests were written down. */
const demoMoment = Date.parse('2026-01-15T10:00:00Z');

/**
 * Opens `demo`, or a folder or file. Its clock stands still: at the opening for the demo, whose times are moved there; else
 * at the latest moment its objects speak of, so that ages are those of when it was taken, and equal questions have equal
 * answers. Rejects with an Error that names file and document when a manifest is bad.
 */
export const openSnapshot = async (source: string, { now = () => new Date() } = {}): Promise<OpenCluster> => {
  const start = now().getTime();
  const world = source === 'demo' ? later(() => openDemo(start)) : await opened(source, start);
  const moment = source === 'demo' ? new Date(Math.floor(start / 1000) * 1000) : new Date((await world()).moment);
  const send: Cluster['send'] = async (permit, signal) => {
    const { path: _, answer } = targetOf(permit.request);
    if (signal?.aborted) throw new Fault('CANCELLED');
    const held = await world();
    const { store, logs, moment } = held;
    if (permit.request.group === virtualGroup)
      return sendVirtual(permit, {
        kinds: async () => store.kinds,
        explain: async (kind, path) => describe(kind, path),
      });
    const served = servedOf(store, permit.request);
    if (isMutation(permit.request.verb)) {
      // No moment passes between reading the store and putting the next one in its place.
      const { store: next, answer: object } = write(store, served, permit, { moment, now: now() });
      if (permit.request.options.dryRun === false) held.store = next;
      return { type: 'object', object: shaped(object, permit.request) };
    }
    if (permit.request.verb === 'list') return list(store, served, permit, moment);
    const object = objectOf(store, permit.request);
    return answer === 'text' ? log(object, logs, permit, moment) : one(object, served, permit, moment);
  };
  return {
    info: { name: source === 'demo' ? 'demo' : basename(absolute(source)), labels: {} },
    resolve: async (written) => candidates(withVirtual((await world()).store.kinds), written),
    moment: () => moment,
    send,
    listTypes: async (kind) => {
      const { store } = await world();
      const root = rootOf(store.kinds.find(isKind(kind)) ?? kind);
      return root ? listTypesOf(builtin(), root) : () => ({ type: 'atomic' });
    },
    health: async () => true,
    close: async () => {},
    identity: '',
  };
};

const opened = async (source: string, now: number): Promise<() => Promise<World>> => {
  const { objects, logs, latest } = await readSource(source, now);
  const world = { store: openStore(objects), logs, moment: latest || now };
  return async () => world;
};

// The demo is known to be good: it is read at the first question, so that the server starts without it.
const later = (open: () => Promise<World>): (() => Promise<World>) => {
  let world: Promise<World> | undefined;
  return () => {
    world ??= open();
    return world;
  };
};

const openDemo = async (now: number): Promise<World> => {
  const move = Math.floor(now / 1000) * 1000 - demoMoment;
  const { objects, logs } = await readSource(demo, now, (text) => shifted(text, move));
  return { store: openStore(objects), logs, moment: demoMoment + move };
};

type Request = Permit['request'];

const servedOf = (store: Store, { group, version, resource }: Request): Served => {
  const found = store.kinds.find(
    (kind) => kind.group === group && kind.version === version && kind.resource === resource,
  );
  if (!found) throw new Fault('NOT_FOUND', 'the server could not find the requested resource');
  return found;
};

const isKind =
  (wanted: { readonly group: string; readonly version: string; readonly kind: string }) =>
  ({ group, version, kind }: Served): boolean =>
    group === wanted.group && version === wanted.version && kind === wanted.kind;

const objectOf = (store: Store, { group, resource, namespace, name }: Request): Fields => {
  const object = store.find(group, resource, namespace, name);
  if (object) return object;
  throw new Fault('NOT_FOUND', `${resource}${group === '' ? '' : `.${group}`} "${name}" not found`);
};

const list = (store: Store, served: Served, { request, bounds, rowMetadata }: Permit, now: number): Response => {
  const { labels, fields } = request.selector;
  const [byLabel, byField] = [labelSelector(labels), fieldSelector(fields, served.selectable)];
  const all = store
    .objects(request.group, request.resource)
    .filter((object) => request.namespace === '' || fieldsOf(object.metadata).namespace === request.namespace)
    .filter((object) => byLabel(object) && byField(object));
  const after = placeOf(request.options.continue);
  const left = all.filter((object) => keyOf(object) > after);
  const some = left.slice(0, Math.max(1, bounds.items));
  const more = left.length - some.length;
  // An API server does not count what a selector leaves.
  const uncounted = more > 0 && labels + fields !== '';
  const last = some.at(-1);
  const end: ListEnd = {
    continue: more > 0 && last ? tokenOf(keyOf(last)) : '',
    remaining: uncounted ? null : more,
    restarted: false,
  };
  if (request.options.view !== 'table')
    return { type: 'items', items: once(some.map((object) => shaped(object, request))), end: () => end };
  const { columns, row } = columnsOf(request.resource, request.group, served.definition);
  const rows = some
    .map((object) => row(object, now))
    .map((made) => ({
      ...made,
      namespace: rowMetadata ? made.namespace : request.namespace,
    }));
  return { type: 'table', columns, rows: once(rows), end: () => end };
};

const tokenOf = (key: string): string => Buffer.from(JSON.stringify({ v: 1, after: key })).toString('base64url');

const placeOf = (token: string): string => {
  if (token === '') return '';
  try {
    const { after } = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as { after?: unknown };
    if (typeof after === 'string') return after;
  } catch {
    // Said below.
  }
  throw new Fault('CLUSTER_REFUSED', 'continue key is not valid');
};

const shaped = (object: Fields, { options }: Request): Fields => {
  const { apiVersion, kind, metadata, ...rest } = structuredClone(object);
  return options.view === 'metadata' ? { apiVersion, kind, metadata } : { apiVersion, kind, metadata, ...rest };
};

const one = (object: Fields, served: Served, { request }: Permit, now: number): Response => {
  if (!['', 'status'].includes(request.subresource)) throw new Fault('VERB_UNSUPPORTED');
  if (request.options.view !== 'table') return { type: 'object', object: shaped(object, request) };
  const { columns, row } = columnsOf(request.resource, request.group, served.definition);
  return {
    type: 'table',
    columns,
    rows: once([row(object, now)]),
    end: () => ({ continue: '', remaining: 0, restarted: false }),
  };
};

const log = async (
  object: Fields,
  logs: World['logs'],
  { request, bounds }: Permit,
  now: number,
): Promise<Response> => {
  const { options } = request;
  const container = containerOf(object, options);
  const { namespace, name } = fieldsOf(object.metadata);
  const text = logs.get(`${textOf(namespace)}/${textOf(name)}/${container}${options.previous ? '.previous' : ''}`);
  const whole = text ?? withoutLog(object, container, options.previous);
  const fetch = async (lines: number, bytes: number): Promise<string> => cutLog(whole, options, lines, bytes, now);
  return { type: 'text', ...(await readLog(fetch, linesWanted(options, bounds.lines), bounds)) };
};
