// Which kinds an embedded cluster serves: the built-in ones, those its objects define, and those merely found. Pure.
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import type { Kind } from '../kinds.ts';
import { tableOf } from './data.ts';

export type Served = Kind & {
  /** Fields that may be selected by, besides name and namespace. */
  readonly selectable: readonly string[];
  /** The version of the definition that brought this kind. */
  readonly definition?: Fields;
};

const reads = ['get', 'list'];

/** The kinds of a plain cluster, in its order. */
export const builtinKinds = (): Served[] =>
  tableOf('kinds.tsv').map(
    ([
      group = '',
      version = '',
      resource = '',
      kind = '',
      singular = '',
      scope,
      shortNames,
      subresources,
      verbs,
      selectable,
    ]) => ({
      group,
      version,
      resource,
      kind,
      singular,
      scope: scope === 'Namespaced' ? 'Namespaced' : 'Cluster',
      shortNames: words(shortNames),
      subresources: words(subresources),
      verbs: words(verbs),
      selectable: words(selectable),
    }),
  );

const words = (cell: string | undefined): string[] => (cell ?? '').split(',').filter(Boolean);

/** The kinds that an object defines, when it is a definition of one (apiextensions.k8s.io). */
export const definedKinds = (object: Fields): Served[] => {
  const { group, scope, names, versions } = fieldsOf(object.spec);
  const { plural, singular, kind, shortNames } = fieldsOf(names);
  if (!textOf(object.apiVersion).startsWith('apiextensions.k8s.io/')) return [];
  // As an API server takes them; anything else would stand in our own sentences.
  if (!isLabel(plural) || !isWord(kind) || !textOf(group).split('.').every(isLabel)) return [];
  return listOf(versions)
    .map(fieldsOf)
    .filter(({ served, name }) => served !== false && isLabel(name))
    .sort((a, b) => byPriority(textOf(a.name), textOf(b.name)))
    .map((definition) => ({
      group: textOf(group),
      version: textOf(definition.name),
      resource: textOf(plural),
      kind: textOf(kind),
      singular: isWord(singular) ? textOf(singular) : textOf(kind).toLowerCase(),
      scope: scope === 'Cluster' ? 'Cluster' : 'Namespaced',
      shortNames: listOf(shortNames).map(textOf).filter(isWord),
      subresources: Object.keys(fieldsOf(definition.subresources)),
      verbs: ['delete', 'deletecollection', 'get', 'list', 'patch', 'create', 'update', 'watch'],
      selectable: listOf(definition.selectableFields).map((field) => textOf(fieldsOf(field).jsonPath).slice(1)),
      definition,
    }));
};

/** RFC 1123, as names of groups, versions and plurals are. */
const isLabel = (value: unknown): boolean => /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(textOf(value));

const isWord = (value: unknown): boolean => /^[A-Za-z][-A-Za-z0-9]{0,62}$/.test(textOf(value));

/** Kubernetes' order of versions: v2, v1, v1beta2, v1beta1, v1alpha1, then the rest by name. */
const byPriority = (a: string, b: string): number => {
  const rank = (version: string): [number, number, number] => {
    const [, major, stage, minor] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? [];
    if (major === undefined) return [3, 0, 0];
    return [stage === undefined ? 0 : stage === 'beta' ? 1 : 2, -Number(major), -Number(minor ?? 0)];
  };
  const [x, y] = [rank(a), rank(b)];
  const at = x.findIndex((part, index) => part !== y[index]);
  return at === -1 ? (a < b ? -1 : 1) : (x[at] as number) - (y[at] as number);
};

/**
 * A kind of which there are objects but no definition, as in a dump of some of a cluster: its plural is guessed, but for
 * those of builtin/plurals.tsv, which nobody could guess.
 */
export const foundKind = (apiVersion: string, kind: string, namespaced: boolean): Served => {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  const known = tableOf('plurals.tsv').find(([of, named]) => of === group && named === kind);
  const [, , resource = pluralOf(kind.toLowerCase()), singular = kind.toLowerCase()] = known ?? [];
  return {
    group,
    version,
    resource,
    kind,
    singular,
    scope: namespaced ? 'Namespaced' : 'Cluster',
    shortNames: [],
    subresources: [],
    verbs: reads,
    selectable: [],
  };
};

const pluralOf = (singular: string): string => {
  if (/(s|x|z|ch|sh)$/.test(singular)) return `${singular}es`;
  return /[^aeiou]y$/.test(singular) ? `${singular.slice(0, -1)}ies` : `${singular}s`;
};
