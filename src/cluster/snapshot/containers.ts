// The three columns that sum up containers, by the rules of kubectl's own printer. Pure.
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { duration } from '../times.ts';

type Summary = { ready: number; total: number; state: string; restarts: number; last: number };

export const containersReady = (object: Fields): string => {
  const { ready, total } = summed(object);
  return `${ready}/${total}`;
};

export const containersState = (object: Fields): string => summed(object).state;

/** `9 (2m56s ago)` when something ended before. */
export const containersRestarts = (object: Fields, _: readonly string[], now: number): string => {
  const { restarts, last } = summed(object);
  return restarts === 0 || last === 0 ? String(restarts) : `${restarts} (${duration(now - last)} ago)`;
};

const summed = (object: Fields): Summary => {
  const spec = fieldsOf(object.spec);
  const status = fieldsOf(object.status);
  const setUp = listOf(spec.initContainers).map(fieldsOf);
  const sidecars = new Set(setUp.filter(({ restartPolicy }) => restartPolicy === 'Always').map(({ name }) => name));
  const conditions = listOf(status.conditions).map(fieldsOf);
  const gated = conditions.find(({ type, reason }) => type === 'PodScheduled' && reason === 'SchedulingGated');
  const sum: Summary = {
    ready: 0,
    total: listOf(spec.containers).length + sidecars.size,
    state: gated ? 'SchedulingGated' : textOf(status.reason) || textOf(status.phase),
    restarts: 0,
    last: 0,
  };
  const before = initialized(sum, listOf(status.initContainerStatuses).map(fieldsOf), sidecars, setUp.length);
  const is = (type: string): boolean => conditions.some((entry) => entry.type === type && entry.status === 'True');
  if (!before.waiting || is('Initialized'))
    running(sum, listOf(status.containerStatuses).map(fieldsOf), before.sidecars, is('Ready'));
  if (textOf(fieldsOf(object.metadata).deletionTimestamp) !== '') {
    const over = ['Failed', 'Succeeded'].includes(textOf(status.phase));
    if (status.reason === 'NodeLost') sum.state = 'Unknown';
    else if (!over) sum.state = 'Terminating';
  }
  return sum;
};

const endedAt = (container: Fields): number =>
  Date.parse(textOf(fieldsOf(fieldsOf(container.lastState).terminated).finishedAt)) || 0;

const restartsOf = (container: Fields): number =>
  typeof container.restartCount === 'number' ? container.restartCount : 0;

const exitText = ({ reason, signal, exitCode }: Fields): string =>
  textOf(reason) || (signal ? `Signal:${signal}` : `ExitCode:${exitCode ?? 0}`);

/** Containers that run before the others; the first that is not done says so. */
const initialized = (
  sum: Summary,
  containers: readonly Fields[],
  sidecars: ReadonlySet<unknown>,
  total: number,
): { waiting: boolean; sidecars: { restarts: number; last: number } } => {
  const own = { restarts: 0, last: 0 };
  for (const [index, container] of containers.entries()) {
    const sidecar = sidecars.has(container.name);
    sum.restarts += restartsOf(container);
    sum.last = Math.max(sum.last, endedAt(container));
    if (sidecar) {
      own.restarts += restartsOf(container);
      own.last = Math.max(own.last, endedAt(container));
    }
    const { terminated, waiting } = fieldsOf(container.state);
    const end = terminated === undefined ? undefined : fieldsOf(terminated);
    if (end && (end.exitCode ?? 0) === 0) continue;
    if (sidecar && container.started === true) {
      if (container.ready === true) sum.ready++;
      continue;
    }
    const reason = textOf(fieldsOf(waiting).reason);
    if (end) sum.state = `Init:${exitText(end)}`;
    else sum.state = reason !== '' && reason !== 'PodInitializing' ? `Init:${reason}` : `Init:${index}/${total}`;
    return { waiting: true, sidecars: own };
  }
  return { waiting: false, sidecars: own };
};

const running = (
  sum: Summary,
  containers: readonly Fields[],
  sidecars: { restarts: number; last: number },
  ready: boolean,
): void => {
  let runs = false;
  Object.assign(sum, sidecars);
  for (const container of [...containers].reverse()) {
    sum.restarts += restartsOf(container);
    sum.last = Math.max(sum.last, endedAt(container));
    const { terminated, waiting, running: since } = fieldsOf(container.state);
    const reason = textOf(fieldsOf(waiting).reason);
    if (reason !== '') sum.state = reason;
    else if (terminated !== undefined) sum.state = exitText(fieldsOf(terminated));
    else if (container.ready === true && since !== undefined) {
      runs = true;
      sum.ready++;
    }
  }
  if (sum.state === 'Completed' && runs) sum.state = ready ? 'Running' : 'NotReady';
};
