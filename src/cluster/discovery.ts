// What a cluster's own discovery says exists. Keeps what it learnt; sends requests only through the function given.
import { Fault } from '../gate/fault.ts';
import { type Fields, fieldsOf, listOf, parseObject, textOf } from './json.ts';
import type { Kind, Kinds } from './kinds.ts';

/** Reads a discovery path. */
export type ReadPath = (path: string, accept: string, signal: AbortSignal | undefined) => Promise<string>;

export type Discovery = {
  readonly kinds: (signal?: AbortSignal) => Promise<Kinds>;
  /** Looked up anew, but not more often than every ten seconds: the kinds, or undefined when it is too early. */
  readonly refreshed: (signal?: AbortSignal) => Promise<Kinds | undefined>;
};

const aggregated =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,' +
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json';
const refreshMilliseconds = 10_000;
const keepMilliseconds = 600_000;

/** Discovery with a memory. Callers that come while it is looked up share one look; one that is cancelled leaves. */
export const openDiscovery = (read: ReadPath, clock: () => number = () => performance.now()): Discovery => {
  let held: { at: number; kinds: Promise<Kinds> } | undefined;
  const look = (): Promise<Kinds> => {
    const looked = discover((path, accept) => read(path, accept, undefined));
    const mine = { at: clock(), kinds: looked };
    const before = held;
    held = mine;
    // What failed is not remembered: the next call tries again.
    looked.catch(() => {
      if (held === mine) held = before;
    });
    return looked;
  };
  return {
    kinds: (signal) => unlessCancelled(held && clock() - held.at < keepMilliseconds ? held.kinds : look(), signal),
    refreshed: async (signal) =>
      held && clock() - held.at < refreshMilliseconds ? undefined : unlessCancelled(look(), signal),
  };
};

const unlessCancelled = async <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
  if (!signal) return work;
  if (signal.aborted) throw new Fault('CANCELLED');
  let leave = (): void => {};
  const left = new Promise<never>((_, fail) => {
    leave = () => fail(new Fault('CANCELLED'));
    signal.addEventListener('abort', leave, { once: true });
  });
  return Promise.race([work, left]).finally(() => signal.removeEventListener('abort', leave));
};

type Read = (path: string, accept: string) => Promise<string>;

const discover = async (read: Read): Promise<Kinds> => {
  const roots = await Promise.all(['/api', '/apis'].map((path) => read(path, aggregated).then(parseObject)));
  const found = await Promise.all(roots.map((root) => kindsOfRoot(root, read)));
  return found.flat();
};

const kindsOfRoot = async (root: Fields, read: Read): Promise<Kinds> => {
  if (root.kind === 'APIGroupDiscoveryList') return kindsOf(root);
  // A server from before 1.26 answers in the old form, one document for each version of a group.
  const groups =
    root.kind === 'APIVersions'
      ? listOf(root.versions).map((version) => ({ path: `/api/${version}`, group: '', version: textOf(version) }))
      : listOf(root.groups).map(fieldsOf).flatMap(oldVersions);
  const lists = await Promise.all(
    groups.map(async ({ path, group, version }) => {
      // One aggregated API that is down must not hide all others.
      const list = await read(path, 'application/json').then(parseObject, () => undefined);
      return list ? oldKinds(list, group, version) : [];
    }),
  );
  return lists.flat();
};

/** Reads the aggregated form (`apidiscovery.k8s.io/v2`), whose groups and versions come in order of priority. */
export const kindsOf = (list: Fields): Kinds =>
  listOf(list.items)
    .map(fieldsOf)
    .flatMap(({ metadata, versions }) => {
      const group = textOf(fieldsOf(metadata).name);
      return listOf(versions)
        .map(fieldsOf)
        .flatMap(({ version, resources }) =>
          listOf(resources)
            .map(fieldsOf)
            .flatMap((resource) => kindOf(resource, group, textOf(version))),
        );
    });

const kindOf = (entry: Fields, group: string, version: string): Kind[] => {
  const { resource, responseKind, scope, verbs, singularResource, shortNames, subresources } = entry;
  const kind = textOf(fieldsOf(responseKind).kind);
  // Some entries exist only for their subresources.
  if (kind === '') return [];
  return [
    {
      group,
      version,
      kind,
      resource: textOf(resource),
      singular: textOf(singularResource) || kind.toLowerCase(),
      shortNames: listOf(shortNames).map(textOf),
      scope: scope === 'Namespaced' ? 'Namespaced' : 'Cluster',
      subresources: listOf(subresources).map((subresource) => textOf(fieldsOf(subresource).subresource)),
      verbs: listOf(verbs).map(textOf),
    },
  ];
};

const oldVersions = (entry: Fields): { path: string; group: string; version: string }[] => {
  const group = textOf(entry.name);
  const first = textOf(fieldsOf(entry.preferredVersion).version);
  const versions = listOf(entry.versions).map((version) => textOf(fieldsOf(version).version));
  const ordered = [first, ...versions.filter((version) => version !== first)].filter(Boolean);
  return ordered.map((version) => ({ path: `/apis/${group}/${version}`, group, version }));
};

const oldKinds = (list: Fields, group: string, version: string): Kinds => {
  const entries = listOf(list.resources).map(fieldsOf);
  const under = (name: string): string[] =>
    entries
      .map((entry) => textOf(entry.name))
      .flatMap((full) => (full.startsWith(`${name}/`) ? [full.slice(name.length + 1)] : []));
  return entries
    .filter((entry) => !textOf(entry.name).includes('/'))
    .flatMap((entry) =>
      kindOf(
        {
          ...entry,
          resource: entry.name,
          responseKind: { kind: entry.kind },
          scope: entry.namespaced === true ? 'Namespaced' : 'Cluster',
          singularResource: entry.singularName,
          subresources: under(textOf(entry.name)).map((subresource) => ({ subresource })),
        },
        group,
        version,
      ),
    );
};
