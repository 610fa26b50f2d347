// What the controllers of a cluster would do after a write, done at once: the counters of a workload reach what is wanted,
// and a changed pod template becomes a revision. No pod is made. What was unhealthy before stays so.
import { isDeepStrictEqual } from 'node:util';
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { tableOf } from './data.ts';
import { rolled } from './revisions.ts';
import type { Served } from './served.ts';
import type { Store } from './store.ts';

type Rule = {
  readonly wanted: readonly string[];
  readonly counters: readonly string[];
  readonly gone: readonly string[];
  readonly revisions: string;
};

let kept: Map<string, Rule> | undefined;

const rules = (): Map<string, Rule> => {
  kept ??= new Map(
    tableOf('settled.tsv').map(([kind = '', wanted = '', counters = '', gone = '', revisions = '']) => [
      kind,
      { wanted: wanted.split('.'), counters: words(counters), gone: words(gone), revisions },
    ]),
  );
  return kept;
};

const words = (cell: string): string[] => cell.split(',').filter(Boolean);

/** The cluster after its controllers have seen `after`; `before` is undefined for an object that is new. */
export const settled = (store: Store, kind: Served, before: Fields | undefined, after: Fields, time: string): Store => {
  const rule = rules().get(`${kind.resource}.${kind.group}`);
  const healthy = !before || (rule !== undefined && isHealthy(before, rule));
  const now = rule
    ? rolled(store, rule.revisions, before, after, healthy ? wantedOf(after, rule) : undefined, time)
    : { store, owner: after };
  const owner = { ...now.owner, ...statusOf(now.owner, rule, healthy, before === undefined, time) };
  return isDeepStrictEqual(owner, after) ? now.store : now.store.put(kind, owner);
};

const wantedOf = (object: Fields, { wanted }: Rule): number => {
  const value = wanted.reduce<unknown>((part, name) => fieldsOf(part)[name], object);
  return typeof value === 'number' ? value : wanted[0] === 'spec' ? 1 : 0;
};

/** Whether all that is wanted was there, so far as the status says anything. */
const isHealthy = (object: Fields, rule: Rule): boolean => {
  const status = fieldsOf(object.status);
  if (Object.keys(status).length === 0) return true;
  const failing = listOf(status.conditions)
    .map(fieldsOf)
    .some(({ type, status: value }) => ['Available', 'Progressing'].includes(textOf(type)) && value === 'False');
  const [ready = ''] = rule.counters;
  return !failing && Number(status[ready] ?? 0) >= wantedOf(object, rule);
};

const statusOf = (
  object: Fields,
  rule: Rule | undefined,
  healthy: boolean,
  fresh: boolean,
  time: string,
): { status?: Fields } => {
  const { generation } = fieldsOf(object.metadata);
  const old = fieldsOf(object.status);
  // Of other kinds it is known only that somebody looked.
  if (!rule && old.observedGeneration === undefined) return {};
  const seen = typeof generation === 'number' ? { observedGeneration: generation } : {};
  if (!rule || !healthy) return { status: { ...old, ...seen } };
  const wanted = wantedOf(object, rule);
  const left = Object.entries(old).filter(([name]) => !rule.gone.includes(name));
  const counters = rule.counters.map((name) => [name, wanted] as const);
  const conditions = fresh && rule.gone.length > 1 ? { conditions: conditionsOf(time) } : {};
  return { status: { ...Object.fromEntries([...left, ...counters]), ...conditions, ...seen } };
};

/** What a rollout that is complete says of itself. */
const conditionsOf = (time: string): Fields[] =>
  [
    ['Available', 'MinimumReplicasAvailable', 'Deployment has minimum availability.'],
    ['Progressing', 'NewReplicaSetAvailable', 'The new ReplicaSet has successfully progressed.'],
  ].map(([type, reason, message]) => ({
    ...{ type, status: 'True', reason, message, lastUpdateTime: time, lastTransitionTime: time },
  }));
