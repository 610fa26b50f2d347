// What kinds there are and what a written kind may mean. Pure; knows no server.
import type { Resource } from '../gate/ports.ts';

/** One resource type, with the names people use for it. */
export type Kind = Resource & { readonly singular: string; readonly shortNames: readonly string[] };

/** In the cluster's own order: groups by priority, the core group first; in each, the preferred version first. */
export type Kinds = readonly Kind[];

/**
 * What a written kind may mean. Accepted: `deploy`, `Deployment`, `deployments`, `deployments.apps`,
 * `deployments.v1.apps`, `pods.v1.`, `v1/Pod`, `apps/v1/Deployment`; case does not count, parts never match.
 *
 * Without a version, each group answers with its first version that has the resource. Without a group: a full name
 * (plural, singular, kind) goes before a short name, and the core group before any other, as kubectl decides.
 * kubectl would then take the first group of all; here, two other groups are two candidates, and the caller must choose.
 */
export const candidates = (kinds: Kinds, written: string): Kinds => {
  const parts = written.toLowerCase().split('/');
  if (parts.length > 3 || parts.some((part) => part === '')) return [];
  if (parts.length > 1) {
    const [group, version, name] = parts.length === 3 ? parts : ['', ...parts];
    return best(
      kinds.filter((kind) => kind.group === group && kind.version === version),
      name as string,
    );
  }
  const [name, ...qualifiers] = (parts[0] as string).split('.');
  if (qualifiers.length > 0) return qualified(kinds, name as string, qualifiers);
  const named = best(preferred(kinds), name as string);
  const core = named.filter((kind) => kind.group === '');
  return core.length > 0 ? core : named;
};

const qualified = (kinds: Kinds, name: string, qualifiers: readonly string[]): Kinds => {
  const group = qualifiers.join('.');
  const [version, ...rest] = qualifiers;
  const exact = best(
    kinds.filter((kind) => kind.version === version && kind.group === rest.join('.')),
    name,
  );
  // `pods.v1.` is kubectl's way to say version v1 of the core group; `pods.v1` would be a group of that name.
  const versioned = qualifiers.length > 1 ? exact : [];
  return [
    ...versioned,
    ...best(
      preferred(kinds).filter((kind) => kind.group === group && group !== ''),
      name,
    ),
  ];
};

const best = (kinds: Kinds, name: string): Kinds => {
  const full = kinds.filter((kind) => [kind.resource, kind.singular, kind.kind.toLowerCase()].includes(name));
  return full.length > 0 ? full : kinds.filter((kind) => kind.shortNames.includes(name));
};

/** Of each resource of a group, its first version. */
export const preferred = (kinds: Kinds): Kinds => {
  const seen = new Set<string>();
  return kinds.filter((kind) => {
    const key = `${kind.resource}.${kind.group}`;
    return !seen.has(key) && seen.add(key);
  });
};

/** `apps/v1/Deployment`, the name that is never ambiguous. */
export const fullName = ({ group, version, kind }: Resource): string =>
  [...(group === '' ? [] : [group]), version, kind].join('/');
