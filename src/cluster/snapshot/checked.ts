// Whether an API server would take an object: fields it does not declare, values of another type or out of bounds, what
// may never change. What stood there before is not held against a write. Knows the rules, not the kinds they are for.
import { isDeepStrictEqual } from 'node:util';
import { Fault } from '../../gate/fault.ts';
import type { Permit } from '../../gate/ports.ts';
import { type Fields, fieldsOf, isFields, textOf } from '../json.ts';
import { type Problem, problemsOf } from './declared.ts';
import { builtin } from './describe.ts';
import type { Served } from './served.ts';
import { apiVersionOf } from './store.ts';

type Write = { readonly kind: Served; readonly permit: Permit; readonly root: Fields | undefined };

/** Throws CLUSTER_REFUSED for the first thing that is wrong with `next` and was not wrong with `live`. */
export const checked = (
  { kind, permit, root }: Write,
  live: Fields | undefined,
  next: Fields,
  whys: readonly Problem['why'][],
): void => {
  const of = (object: Fields | undefined): Problem[] =>
    root && object ? problemsOf(builtin(), root, object).filter(({ why }) => whys.includes(why)) : [];
  const known = new Set(of(live).map(keyOf));
  const [problem] = of(next).filter((one) => !known.has(keyOf(one)));
  const { options, name } = permit.request;
  const namespace = textOf(fieldsOf(next.metadata).namespace);
  if (problem)
    throw new Fault('CLUSTER_REFUSED', words[problem.why](problem, kind, { namespace, name }, options.patch));
  const invalid = whys.includes('required') ? invalidOf(live, next) : undefined;
  if (invalid) throw new Fault('CLUSTER_REFUSED', invalidWords(kind, name, invalid));
};

const keyOf = ({ path, why, text }: Problem): string => `${why} ${path} ${text}`;

type Named = { readonly namespace: string; readonly name: string };

const words: Readonly<Record<Problem['why'], (problem: Problem, kind: Served, named: Named, patch: string) => string>> =
  {
    unknown: ({ path }, kind, named, patch) =>
      patch === 'apply'
        ? `${typed(kind, named)}: .${path}: field not declared in schema`
        : `${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}: strict decoding error: unknown field ${JSON.stringify(path)}`,
    type: ({ path, text }, kind, named, patch) =>
      patch === 'apply'
        ? `${typed(kind, named)}: .${path}: ${text}`
        : `${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}: ${path}: ${text}`,
    required: ({ path }, kind, { name }) => invalidWords(kind, name, `${path}: Required value`),
  };

const typed = (kind: Served, { namespace, name }: Named): string =>
  `failed to create typed patch object (${namespace}/${name}; ${apiVersionOf(kind)}, Kind=${kind.kind})`;

const invalidWords = ({ kind, group }: Served, name: string, why: string): string =>
  `${kind}${group === '' ? '' : `.${group}`} ${JSON.stringify(name)} is invalid: ${why}`;

/** Numbers that count something. */
const counts = [
  ...['replicas', 'minReadySeconds', 'revisionHistoryLimit', 'parallelism', 'completions', 'backoffLimit'],
  ...['activeDeadlineSeconds', 'terminationGracePeriodSeconds', 'minReplicas', 'maxReplicas'],
];

/** What no schema says. */
const invalidOf = (live: Fields | undefined, next: Fields): string | undefined => {
  const [spec, before] = [fieldsOf(next.spec), fieldsOf(live?.spec)];
  const template = fieldsOf(spec.template);
  const labels = fieldsOf(fieldsOf(template.metadata).labels);
  const { matchLabels } = fieldsOf(spec.selector);
  for (const field of counts) {
    const value = spec[field];
    if (typeof value === 'number' && value < 0 && value !== before[field])
      return `spec.${field}: Invalid value: ${value}: must be greater than or equal to 0`;
  }
  if (
    spec.template !== undefined &&
    before.selector !== undefined &&
    !isDeepStrictEqual(spec.selector, before.selector)
  )
    return `spec.selector: Invalid value: …: field is immutable`;
  const stray = Object.entries(fieldsOf(matchLabels)).some(([key, value]) => labels[key] !== value);
  if (isFields(spec.template) && stray && !isDeepStrictEqual(template, before.template))
    return `spec.template.metadata.labels: Invalid value: …: \`selector\` does not match template \`labels\``;
  return next.immutable === true && live?.immutable === true && !isDeepStrictEqual(next.data, live.data)
    ? 'data: Forbidden: field is immutable when `immutable` is set'
    : undefined;
};
