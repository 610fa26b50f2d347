// Label and field selectors as the API server reads them. Pure.
import { Fault } from '../../gate/fault.ts';
import { type Fields, fieldsOf } from '../json.ts';
import { valuesAt } from './jsonpath.ts';

export type Matches = (object: Fields) => boolean;

/** `a=b, a!=b, a in (x,y), a notin (x), a, !a, a>1`; all must hold. Throws CLUSTER_REFUSED for anything else. */
export const labelSelector = (text: string): Matches => {
  const tests = splitOutside(text).map(labelTest);
  return (object) => {
    const labels = fieldsOf(fieldsOf(object.metadata).labels);
    return tests.every((test) => test((key) => (Object.hasOwn(labels, key) ? String(labels[key]) : undefined)));
  };
};

type Label = (key: string) => string | undefined;

const key = String.raw`([A-Za-z0-9](?:[-\w./]*[A-Za-z0-9])?)`;
const value = String.raw`([-\w.]*)`;

const labelForms: readonly { form: RegExp; test: (key: string, value: string) => (label: Label) => boolean }[] = [
  {
    form: new RegExp(`^${key}\\s+in\\s*\\(([^()]*)\\)$`),
    test: (k, v) => (label) => wordsOf(v).includes(label(k) ?? NaN),
  },
  {
    form: new RegExp(`^${key}\\s+notin\\s*\\(([^()]*)\\)$`),
    test: (k, v) => (label) => !wordsOf(v).includes(label(k) ?? NaN),
  },
  { form: new RegExp(`^${key}\\s*!=\\s*${value}$`), test: (k, v) => (label) => label(k) !== v },
  { form: new RegExp(`^${key}\\s*==?\\s*${value}$`), test: (k, v) => (label) => label(k) === v },
  { form: new RegExp(`^${key}\\s*>\\s*(\\d+)$`), test: (k, v) => (label) => Number(label(k)) > Number(v) },
  { form: new RegExp(`^${key}\\s*<\\s*(\\d+)$`), test: (k, v) => (label) => Number(label(k)) < Number(v) },
  { form: new RegExp(`^!\\s*${key}$`), test: (k) => (label) => label(k) === undefined },
  { form: new RegExp(`^${key}$`), test: (k) => (label) => label(k) !== undefined },
];

const wordsOf = (list: string): (string | number)[] => list.split(',').map((word) => word.trim());

const labelTest = (text: string): ((label: Label) => boolean) => {
  for (const { form, test } of labelForms) {
    const match = form.exec(text);
    if (match) return test(match[1] ?? '', match[2] ?? '');
  }
  throw new Fault('CLUSTER_REFUSED', 'The label selector cannot be read.');
};

/** Splits at commas that stand outside of parentheses. */
const splitOutside = (text: string): string[] =>
  text.trim() === '' ? [] : text.split(/,(?![^()]*\))/).map((part) => part.trim());

/** `path=value, path==value, path!=value` over the fields this kind may be selected by. */
export const fieldSelector = (text: string, allowed: readonly string[]): Matches => {
  if (text.trim() === '') return () => true;
  const tests = text.split(',').map((part) => {
    const match = /^\s*([\w.-]+)\s*(!=|==?)\s*(.*?)\s*$/.exec(part);
    if (!match) throw new Fault('CLUSTER_REFUSED', 'The field selector cannot be read.');
    const [, path = '', operator, wanted = ''] = match;
    if (!['metadata.name', 'metadata.namespace', ...allowed].includes(path))
      throw new Fault('CLUSTER_REFUSED', `field label not supported: ${path}`);
    return (object: Fields): boolean => (textAt(object, path) === wanted) === (operator !== '!=');
  });
  return (object) => tests.every((test) => test(object));
};

// Events name their component in an old and a new place; the API server selects by either.
const elsewhere: Readonly<Record<string, readonly string[]>> = { source: ['source.component', 'reportingComponent'] };

const textAt = (object: Fields, path: string): string => {
  const paths = elsewhere[path] ?? [path];
  const found = paths
    .flatMap((one) => valuesAt(object, `.${one}`))
    .find((entry) => entry !== undefined && entry !== '');
  return found === undefined || found === null ? unset(path) : String(found);
};

/** A boolean that is not set is false to a field selector, a number 0. */
const unset = (path: string): string =>
  /unschedulable|hostNetwork/.test(path) ? 'false' : /replicas|successful/.test(path) ? '0' : '';
