// Logs of an embedded cluster, cut as a kubelet cuts them. Pure; knows no clock.
import { Fault } from '../../gate/fault.ts';
import type { Options } from '../../gate/ports.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';

// A line as container runtimes store it: time, stream, whole or partial, text; or as `kubectl logs --timestamps` prints it.
const stored = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}(?:Z|[+-]\d\d:\d\d)) (?:std(?:out|err) [FP] )?(.*)$/s;

type LogOptions = Pick<Options, 'container' | 'previous' | 'sinceSeconds' | 'timestamps'>;

/** Which container's log is meant, or the API server's own refusal. */
export const containerOf = (object: Fields, { container }: LogOptions): string => {
  const { initContainers, containers, ephemeralContainers } = fieldsOf(object.spec);
  const names = [containers, initContainers, ephemeralContainers].map((list) =>
    listOf(list).map((entry) => textOf(fieldsOf(entry).name)),
  );
  const name = textOf(fieldsOf(object.metadata).name);
  if (container === '' && names[0]?.length === 1) return names[0][0] as string;
  if (container === '')
    throw new Fault(
      'CLUSTER_REFUSED',
      `a container name must be specified for pod ${name}, choose one of: [${names.flat().join(' ')}]`,
    );
  if (!names.flat().includes(container))
    throw new Fault('CLUSTER_REFUSED', `container ${container} is not valid for pod ${name}`);
  return container;
};

/** Why there is no log, as a kubelet says it; a container that runs or ran and wrote nothing has an empty one. */
export const withoutLog = (object: Fields, container: string, previous: boolean): string => {
  const where = `container "${container}" in pod "${textOf(fieldsOf(object.metadata).name)}"`;
  if (previous) throw new Fault('CLUSTER_REFUSED', `previous terminated ${where} not found`);
  const { containerStatuses, initContainerStatuses } = fieldsOf(object.status);
  const all = [...listOf(containerStatuses), ...listOf(initContainerStatuses)].map(fieldsOf);
  const { running, terminated, waiting } = fieldsOf(all.find(({ name }) => name === container)?.state);
  if (running !== undefined || terminated !== undefined) return '';
  const reason = textOf(fieldsOf(waiting).reason) || 'ContainerCreating';
  const pulling = ['ErrImagePull', 'ImagePullBackOff'].includes(reason);
  throw new Fault(
    'CLUSTER_REFUSED',
    `${where} is waiting to start: ${pulling ? 'trying and failing to pull image' : reason}`,
  );
};

/** The last lines of a log since a moment, then so many bytes from their start, as a kubelet gives them. */
export const cutLog = (
  log: string,
  { sinceSeconds, timestamps }: LogOptions,
  lines: number,
  bytes: number,
  now: number,
): string => {
  const all = (log.endsWith('\n') ? log.slice(0, -1) : log).split('\n');
  const tail = log === '' ? [] : all.slice(Math.max(0, all.length - lines));
  const since = sinceSeconds === 0 ? Number.NEGATIVE_INFINITY : now - sinceSeconds * 1000;
  const kept = tail.flatMap((line) => {
    const [, stamp, text] = stored.exec(line) ?? [];
    // A line without a time cannot be too old.
    if (stamp === undefined || text === undefined) return [`${line}\n`];
    return Date.parse(stamp) < since ? [] : [`${timestamps ? `${stamp} ` : ''}${text}\n`];
  });
  const whole = kept.join('');
  return Buffer.byteLength(whole) <= bytes ? whole : Buffer.from(whole).subarray(0, bytes).toString('utf8');
};
