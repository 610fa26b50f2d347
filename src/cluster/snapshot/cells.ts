// How a table's cell is made of an object, as kubectl words it. builtin/columns.tsv says which column uses which.
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { ageOf, duration } from '../times.ts';
import { containersReady, containersRestarts, containersState } from './containers.ts';
import { valuesAt } from './jsonpath.ts';

/** A cell of an object, of the paths its column names, at a moment. */
export type Cell = (object: Fields, paths: readonly string[], now: number) => unknown;

/** The first of some paths (`a|b` tries b when a is empty) that leads to something. */
const first = (object: Fields, paths: readonly string[]): unknown =>
  paths
    .flatMap((path) => path.split('|'))
    .flatMap((path) => valuesAt(object, path))
    .find((value) => value !== undefined && value !== null && value !== '');

const text = (object: Fields, paths: readonly string[], none = ''): string => {
  const value = first(object, paths);
  return value === undefined ? none : String(value);
};

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

const pairs = (value: unknown): string =>
  Object.entries(fieldsOf(value))
    .map(([key, entry]) => `${key}=${entry}`)
    .sort()
    .join(',') || '<none>';

const conditions = (object: Fields): Map<string, string> =>
  new Map(
    listOf(fieldsOf(object.status).conditions)
      .map(fieldsOf)
      .map(({ type, status }) => [textOf(type), textOf(status)]),
  );

/** At most so many, and how many more. */
const few = (values: readonly unknown[], most: number): string =>
  values.length > most ? `${values.slice(0, most).join(',')} + ${values.length - most} more...` : values.join(',');

const deleted = (object: Fields): boolean => textOf(fieldsOf(object.metadata).deletionTimestamp) !== '';

const addresses = (value: unknown): string[] =>
  listOf(value)
    .map(fieldsOf)
    .map(({ ip, hostname }) => textOf(ip) || textOf(hostname))
    .filter(Boolean);

const modes: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};

export const cells: Readonly<Record<string, Cell>> = {
  text: (object, paths) => text(object, paths),
  orNone: (object, paths) => text(object, paths, '<none>'),
  orUnset: (object, paths) => text(object, paths, '<unset>'),
  orUnknown: (object, paths) => text(object, paths, '<unknown>'),
  orNA: (object, paths) => text(object, paths, 'N/A'),
  trimmed: (object, paths) => text(object, paths).trim(),
  flag: (object, paths) => first(object, paths) === true,
  capital: (object, paths) => (first(object, paths) === true ? 'True' : 'False'),
  number: (object, paths) => number(first(object, paths)),
  times: (object, paths) => number(first(object, paths)) || 1,
  size: (object, paths) =>
    paths
      .flatMap((path) => valuesAt(object, path))
      .reduce<number>((sum, value) => sum + Object.keys(value ?? {}).length, 0),
  ratio: (object, paths) => paths.map((path) => number(first(object, [path]))).join('/'),
  list: (object, paths) => valuesAt(object, paths[0] ?? '').join(','),
  join: (object, paths) =>
    paths
      .map((path) => text(object, [path]))
      .filter(Boolean)
      .join(', '),
  few: (object, paths) => few(valuesAt(object, paths[0] ?? ''), 3) || '<unset>',
  labels: (object, paths) => pairs(first(object, paths)),
  selector: (object, paths) => selectorText(fieldsOf(first(object, paths))),
  age: (object, paths, now) => ageOf(text(object, paths), now),
  ageOrNone: (object, paths, now) => (text(object, paths) === '' ? '<none>' : ageOf(text(object, paths), now)),
  lasted: (object, [from = '', to = ''], now) => {
    const start = text(object, [from]);
    const end = text(object, [to]);
    return start === '' ? '' : duration((end === '' ? now : Date.parse(end)) - Date.parse(start));
  },
  reference: (object, paths) => {
    const { kind, name } = fieldsOf(first(object, paths));
    return [textOf(kind).toLowerCase(), textOf(name)].filter(Boolean).join('/');
  },
  kindAndName: (object, paths) =>
    `${textOf(fieldsOf(first(object, paths)).kind)}/${textOf(fieldsOf(first(object, paths)).name)}`,
  path: (object, paths) => {
    const { namespace, name } = fieldsOf(first(object, paths));
    return [textOf(namespace), textOf(name)].filter(Boolean).join('/');
  },
  names: (object, paths) =>
    valuesAt(object, paths[0] ?? '')
      .map(fieldsOf)
      .map(({ namespace, name }) => [textOf(namespace), textOf(name)].filter(Boolean).join('/'))
      .join(', '),
  controller: (object, paths) => {
    const owner = listOf(first(object, paths))
      .map(fieldsOf)
      .find((entry) => entry.controller === true);
    if (!owner) return '<none>';
    const group = textOf(owner.apiVersion).split('/').slice(0, -1).join('');
    return `${textOf(owner.kind).toLowerCase()}${group && `.${group}`}/${textOf(owner.name)}`;
  },
  nameOrDefault: (object) => {
    const { name, annotations } = fieldsOf(object.metadata);
    const standard = fieldsOf(annotations)['storageclass.kubernetes.io/is-default-class'] === 'true';
    return `${textOf(name)}${standard ? ' (default)' : ''}`;
  },
  phase: (object) => (deleted(object) ? 'Terminating' : textOf(fieldsOf(object.status).phase)),
  ifBound: (object, paths) => (text(object, ['.spec.volumeName']) === '' ? '' : text(object, paths)),
  accessModes: (object, paths) =>
    listOf(first(object, paths))
      .map((mode) => modes[textOf(mode)] ?? textOf(mode))
      .join(','),
  gates: (object) => {
    const gates = valuesAt(object, '.spec.readinessGates[*].conditionType');
    const met = conditions(object);
    return gates.length === 0
      ? '<none>'
      : `${gates.filter((gate) => met.get(String(gate)) === 'True').length}/${gates.length}`;
  },
  containersReady,
  containersState,
  containersRestarts,
  machineState: (object) => {
    const ready = conditions(object).get('Ready');
    const state = ready === undefined ? 'Unknown' : ready === 'True' ? 'Ready' : 'NotReady';
    return fieldsOf(object.spec).unschedulable === true ? `${state},SchedulingDisabled` : state;
  },
  kernel: (object, paths) => {
    const [version, architecture] = paths.map((path) => text(object, [path]));
    return `${version || '<unknown>'}${architecture ? ` (${architecture})` : ''}`;
  },
  roles: (object, paths) => {
    const prefix = 'node-role.kubernetes.io/';
    const labels = Object.entries(fieldsOf(first(object, paths)));
    const roles = labels.flatMap(([key, value]) => {
      if (key === 'kubernetes.io/role' && value !== '') return [String(value)];
      return key.startsWith(prefix) && key.length > prefix.length ? [key.slice(prefix.length)] : [];
    });
    return roles.sort().join(',') || '<none>';
  },
  externalAddress: (object) => {
    const { type, externalName, externalIPs } = fieldsOf(object.spec);
    if (type === 'ExternalName') return textOf(externalName) || '<none>';
    const balanced = addresses(valuesAt(object, '.status.loadBalancer.ingress')[0]);
    const all = [...(type === 'LoadBalancer' ? balanced : []), ...listOf(externalIPs)];
    return all.join(',') || (type === 'LoadBalancer' ? '<pending>' : '<none>');
  },
  servicePorts: (object, paths) =>
    listOf(first(object, paths))
      .map(fieldsOf)
      .map(({ port, nodePort, protocol }) => `${port}${nodePort ? `:${nodePort}` : ''}/${textOf(protocol) || 'TCP'}`)
      .join(',') || '<none>',
  hosts: (object, paths) => few(valuesAt(object, paths[0] ?? '').filter(Boolean), 3) || '*',
  addresses: (object, paths) => addresses(first(object, paths)).join(','),
  webPorts: (object, paths) => (listOf(first(object, paths)).length > 0 ? '80, 443' : '80'),
  completions: (object) => {
    const { completions, parallelism } = fieldsOf(object.spec);
    const done = number(fieldsOf(object.status).succeeded);
    if (typeof completions === 'number') return `${done}/${completions}`;
    return number(parallelism) > 1 ? `${done}/1 of ${parallelism}` : `${done}/1`;
  },
  workState: (object) => {
    const state = conditions(object);
    const is = (type: string): boolean => state.get(type) === 'True';
    const ended = ['Complete', 'Failed'].find(is);
    if (ended) return ended;
    if (deleted(object)) return 'Terminating';
    return ['Suspended', 'FailureTarget', 'SuccessCriteriaMet'].find(is) ?? 'Running';
  },
  targets: (object) => {
    const current = valuesAt(object, '.status.currentMetrics[*]').map(fieldsOf);
    const wanted = valuesAt(object, '.spec.metrics[*]').map(fieldsOf);
    return wanted.map((metric, index) => targetText(metric, current[index] ?? {})).join(', ') || '<none>';
  },
  quota: (object, [path = '', prefix = '']) => {
    const { hard, used } = fieldsOf(first(object, [path]));
    return Object.keys(fieldsOf(hard))
      .filter((name) => name.startsWith('limits.') === (prefix === 'limits'))
      .sort()
      .map((name) => `${name}: ${fieldsOf(used)[name] ?? 0}/${fieldsOf(hard)[name]}`)
      .join(', ');
  },
};

const selectorText = (selector: Fields): string => {
  const labels = Object.entries(fieldsOf(selector.matchLabels)).map(
    ([key, value]) => [key, `${key}=${value}`] as const,
  );
  const expressions = listOf(selector.matchExpressions)
    .map(fieldsOf)
    .map(({ key, operator, values }) => {
      const list = `(${listOf(values).map(String).sort().join(',')})`;
      const forms: Readonly<Record<string, string>> = {
        In: `${key} in ${list}`,
        NotIn: `${key} notin ${list}`,
        Exists: `${key}`,
        DoesNotExist: `!${key}`,
      };
      return [textOf(key), forms[textOf(operator)] ?? textOf(key)] as const;
    });
  const all = [...labels, ...expressions].sort(([a], [b]) => (a < b ? -1 : 1));
  return all.map(([, words]) => words).join(',') || '<none>';
};

/** What is measured against what is wanted: `cpu: 34%/80%`. */
const targetText = (metric: Fields, current: Fields): string => {
  const field = textOf(metric.type).replace(/^./, (letter) => letter.toLowerCase());
  const { name, target } = fieldsOf(metric[field]);
  const now = fieldsOf(fieldsOf(current[field]).current);
  const goal = fieldsOf(target);
  const percent = typeof goal.averageUtilization === 'number';
  const measured = percent ? now.averageUtilization : (now.averageValue ?? now.value);
  const wanted = percent ? `${goal.averageUtilization}%` : String(goal.averageValue ?? goal.value ?? '<auto>');
  const shown = measured === undefined ? '<unknown>' : `${measured}${percent ? '%' : ''}`;
  return `${typeof name === 'string' ? `${name}: ` : ''}${shown}/${wanted}`;
};
