// What exists in the cluster, as resources that the line can decide and read like any other. Knows no HTTP.
import { Fault } from '../gate/fault.ts';
import type { Column, Permit, Response, Row } from '../gate/ports.ts';
import { candidates, fullName, type Kind, type Kinds, preferred } from './kinds.ts';

export const virtualGroup = 'discovery.portcullis';

const entry = { group: virtualGroup, version: 'v1', scope: 'Cluster', subresources: [], shortNames: [] } as const;

/** Our own kinds; they resolve like the cluster's, and are not listed among them. */
const virtualKinds: Kinds = [
  { ...entry, kind: 'APIResource', resource: 'apiresources', singular: 'apiresource', verbs: ['get', 'list'] },
  { ...entry, kind: 'APISchema', resource: 'apischemas', singular: 'apischema', verbs: ['get'] },
];

/** One field of a kind, as `explain` shows it. */
export type Explained = {
  readonly kind: string;
  readonly path: string;
  readonly description: string;
  readonly type: string;
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    /** Absent where the cluster says nothing. */
    readonly description?: string;
    readonly required: boolean;
  }[];
};

export type World = {
  readonly kinds: () => Promise<Kinds>;
  readonly explain: (kind: Kind, path: readonly string[]) => Promise<Explained>;
};

/** Answers a permitted request for one of {@link virtualKinds}. */
export const sendVirtual = async (permit: Permit, world: World): Promise<Response> => {
  const { verb, resource, version } = permit.request;
  const answer = Object.hasOwn(answers, `${verb} ${resource}`) ? answers[`${verb} ${resource}`] : undefined;
  if (!answer || version !== entry.version) throw new Fault('VERB_UNSUPPORTED');
  return answer(permit, world);
};

const answers: Readonly<Record<string, (permit: Permit, world: World) => Promise<Response>>> = {
  'list apiresources': async ({ request, bounds }, world) => {
    const all = preferred(await world.kinds());
    const from = startOf(request.options.continue);
    const some = all.slice(from, from + bounds.items);
    const remaining = Math.max(0, all.length - from - some.length);
    const end = { continue: remaining > 0 ? String(from + some.length) : '', remaining, restarted: false };
    return request.options.view === 'table'
      ? { type: 'table', columns, rows: once(some.map(rowOf)), end: () => end }
      : { type: 'items', items: once(some.map(objectOf)), end: () => end };
  },
  'get apiresources': async ({ request }, world) => {
    const kind = only(await world.kinds(), request.name);
    return request.options.view === 'table'
      ? {
          type: 'table',
          columns,
          rows: once([rowOf(kind)]),
          end: () => ({ continue: '', remaining: 0, restarted: false }),
        }
      : { type: 'object', object: objectOf(kind) };
  },
  'get apischemas': async ({ request }, world) => {
    const path = request.options.path.split('.').filter(Boolean);
    return { type: 'object', object: { ...(await world.explain(only(await world.kinds(), request.name), path)) } };
  },
};

/** The one kind meant by a name in which '~' stands for '/'. */
const only = (kinds: Kinds, name: string): Kind => {
  const found = candidates(kinds, name.replaceAll('~', '/'));
  if (found.length > 1) throw new Fault('KIND_AMBIGUOUS', found.map(fullName).join(', '));
  const [kind] = found;
  if (!kind) throw new Fault('KIND_UNKNOWN');
  return kind;
};

const startOf = (token: string): number => {
  if (!/^\d{0,6}$/.test(token)) throw new Fault('CURSOR_INVALID');
  return Number(token);
};

const columns: readonly Column[] = ['Name', 'ShortNames', 'APIVersion', 'Namespaced', 'Kind', 'Verbs'].map(
  (name, index) => ({ name, type: 'string', priority: index === 5 ? 1 : 0 }),
);

const apiVersion = ({ group, version }: Kind): string => (group === '' ? version : `${group}/${version}`);

const rowOf = (kind: Kind): Row => ({
  cells: [
    kind.resource,
    kind.shortNames.join(','),
    apiVersion(kind),
    String(kind.scope === 'Namespaced'),
    kind.kind,
    kind.verbs.join(','),
  ],
  namespace: '',
  name: kind.resource,
});

const objectOf = ({ group, version, kind, resource, scope, shortNames, verbs }: Kind): Record<string, unknown> => ({
  group,
  version,
  kind,
  resource,
  scope,
  namespaced: scope === 'Namespaced',
  shortNames,
  verbs,
});

export const once = async function* <T>(batch: T): AsyncGenerator<T> {
  yield batch;
};

/** What we serve ourselves, in a group that no custom resource can take from us. */
export const withVirtual = (kinds: Kinds): Kinds => [
  ...virtualKinds,
  ...kinds.filter(({ group }) => group !== virtualGroup),
];
