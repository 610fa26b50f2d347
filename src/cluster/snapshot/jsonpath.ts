// The part of Kubernetes' JSONPath that printer columns use: names, indexes, `[*]`, `['a.b']`, `[?(@.x=="y")]`. Pure.
import { isFields } from '../json.ts';

/** Every value a path leads to, in order. A path that cannot be read leads nowhere. */
export const valuesAt = (root: unknown, path: string): readonly unknown[] => {
  const steps = stepsOf(path);
  if (!steps) return [];
  return steps.reduce<unknown[]>((values, step) => values.flatMap(step), [root]);
};

type Step = (value: unknown) => unknown[];

const stepsOf = (path: string): Step[] | undefined => {
  const steps: Step[] = [];
  let rest = path
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .replace(/^\$/, '');
  if (rest === '.') return steps;
  while (rest !== '') {
    const found = forms.map(({ form, step }) => ({ match: form.exec(rest), step })).find(({ match }) => match);
    if (!found?.match) return undefined;
    steps.push(found.step(found.match));
    rest = rest.slice(found.match[0].length);
  }
  return steps;
};

const child =
  (name: string): Step =>
  (value) =>
    isFields(value) && Object.hasOwn(value, name) ? [value[name]] : [];

const every: Step = (value) => (Array.isArray(value) ? value : isFields(value) ? Object.values(value) : []);

const forms: readonly { form: RegExp; step: (match: RegExpExecArray) => Step }[] = [
  { form: /^(?:\.\*|\[\*\])/, step: () => every },
  {
    form: /^\.?\[(-?\d+)\]/,
    step:
      ([, index]) =>
      (value) =>
        Array.isArray(value) ? value.slice(Number(index)).slice(0, 1) : [],
  },
  { form: /^\.?\['((?:[^'\\]|\\.)*)'\]/, step: ([, name = '']) => child(name.replace(/\\(.)/g, '$1')) },
  {
    form: /^\.?\[\?\(@\.([\w.-]+) ?== ?["']([^"']*)["']\)\]/,
    step:
      ([, path = '', wanted]) =>
      (value) =>
        every(value).filter((entry) => valuesAt(entry, `.${path}`).some((found) => String(found) === wanted)),
  },
  // A dot in a name is written `\.`.
  { form: /^\.?((?:[\w/-]|\\.)+)/, step: ([, name = '']) => child(name.replace(/\\(.)/g, '$1')) },
];
