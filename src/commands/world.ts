// Ties the islands together: a policy, a cluster and a log become the gate's ports.
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { fileURLToPath } from 'node:url';
import { told } from '../gate/execute.ts';
import { Fault } from '../gate/fault.ts';
import { createGate } from '../gate/gate.ts';
import type { Call, Gate, Ports, Result, Subject } from '../gate/ports.ts';
import { redactors } from '../gate/redactors.ts';
import { type DecisionLog, openDecisionLog } from '../log/decision-log.ts';
import { canonical, digest } from '../log/digest.ts';
import type { Metrics } from '../log/metrics.ts';
import { createCompiler } from '../policy/compiler.ts';
import { cacheFolder } from '../policy/compiler-module.ts';
import { type LivePolicy, openPolicy } from '../policy/live.ts';
import { PolicyError } from '../policy/problems.ts';
import { writeYaml } from '../yaml/write.ts';
import { withApprovalRequests } from './approval-requests.ts';
import { type Approving, approving as openApproving } from './approving.ts';
import { type Flags, Mistake } from './flags.ts';
import { openKey } from './key.ts';
import { version } from './version.ts';

/** What every command that makes calls holds. */
export type World = {
  readonly gate: Gate;
  readonly subject: Subject;
  readonly onPolicyChange: (listener: () => void) => () => void;
  /** What `/readyz` asks. */
  readonly checks: Readonly<Record<string, () => Promise<{ readonly ok: boolean; readonly message: string }>>>;
  readonly metrics: () => Promise<string>;
  readonly approving: Approving;
  /** Tells the operator, on stderr, in one line. */
  readonly report: (problem: unknown) => void;
  readonly close: () => Promise<void>;
};

const shippedPolicy = fileURLToPath(new URL('../../policies', import.meta.url));

export type WorldOptions = {
  /** Whether nothing is watched, because the process ends after what it was asked. */
  readonly quiet?: boolean;
  readonly metrics?: boolean;
  /** What the command has to load besides, while the policy's thread starts. */
  readonly meanwhile?: () => void;
};

/** Opens everything the flags name. Rejects with words for the operator. */
export async function openWorld(flags: Flags, options: WorldOptions = {}): Promise<World> {
  const { quiet = false, metrics: counted = false, meanwhile } = options;
  const listeners = new Set<() => void>();
  const metrics = counted ? await openCounters() : undefined;
  const [cluster, key] = await Promise.all([openClusterOf(flags), openKey()]);
  const redactorFor = redactors(key);
  // What is reported may be the words of a caller or of the cluster: as untrusted here as in an answer. Ours keep their lines.
  const report = (problem: unknown) => {
    const lines = wordsOf(problem)
      .slice(0, 8192)
      .split('\n')
      .map((line) => told(line, redactorFor()));
    process.stderr.write(`portcullis: ${(problem instanceof PolicyError ? lines : [lines.join(' ')]).join('\n')}\n`);
  };
  const log = await openDecisionLog({
    file: flags.log,
    stderr: flags.logStderr,
    labels: { app: 'portcullis', version },
    redact: (text) => redactorFor().text(text).text,
  });
  const approving = openApproving({ where: flags.approvals, log, logFile: flags.log, report });
  const policy = await openPolicy({
    ...(await sourceOf(flags.policy ?? shippedPolicy)),
    preset: flags.preset,
    ...(flags.configData === undefined ? {} : { configData: flags.configData }),
    compiler: createCompiler(flags.opa === undefined ? {} : { native: flags.opa }),
    cacheDir: cacheFolder(),
    watch: !quiet,
    meanwhile,
    onChange: ({ revision }) => {
      metrics?.policyLoaded(revision);
      report(`policy ${revision} is live.`);
      for (const listener of listeners) listener();
    },
    onProblem: (problem) => {
      metrics?.policyFailed();
      report(problem);
    },
  }).catch(async (error: unknown) => {
    await Promise.all([cluster.close(), log.close(), approving.close()]);
    throw notLoaded(error, flags);
  });
  metrics?.policyLoaded(policy.current().revision);
  const ports: Ports = {
    policy: policy.current,
    cluster: withApprovalRequests(metrics ? timed(cluster, metrics) : cluster, approving.list),
    record: (event, live, how) => recorded(event, live, how, log, metrics),
    lasting: log.onDisk,
    approvals: approving.port,
    now: () => new Date(),
    id: randomUUID,
    canonical,
    digest,
    ...key,
    yaml: writeYaml,
  };
  const gate = watched(createGate(ports), approving, report, metrics);
  return {
    gate,
    approving,
    subject: { id: cluster.identity || userInfo().username, groups: [], claims: {}, agent: '', verified: true },
    onPolicyChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checks: {
      policy: async () => ready(policy),
      cluster: async () =>
        (await cluster.health()) ? { ok: true, message: 'answers' } : { ok: false, message: 'does not answer' },
      log: async () => ({ ok: log.health().ok, message: log.health().reason || 'is written' }),
    },
    metrics: async () => {
      metrics?.logHealth(log.health().ok);
      return (await metrics?.text()) ?? '';
    },
    report,
    close: async () => {
      await gate.settle();
      await approving.close();
      await Promise.all([policy.close(), cluster.close(), log.close()]);
    },
  };
}

/** A folder is compiled; a file is a bundle. */
async function sourceOf(path: string): Promise<{ readonly dir: string } | { readonly bundle: string }> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Mistake(`There is no policy at ${path}. Give --policy a folder or a bundle.tar.gz.`, 2);
  return found.isDirectory() ? { dir: path } : { bundle: path };
}

/** Why there is no policy to start with, and the command that shows the same without a server. */
function notLoaded(error: unknown, { policy, preset, configData }: Flags): Error {
  const choice = preset === 'default' ? '' : ` --preset ${preset}`;
  const own = configData === undefined ? '' : ` --config-data ${configData}`;
  // Without a place in a file it is not a matter of the policy.
  const problems = (error as { problems?: readonly { readonly file: string }[] }).problems ?? [];
  if (problems.every(({ file }) => file === '')) return new Mistake(wordsOf(error));
  const way = `To see this without a server: portcullis policy check ${policy ?? 'policies'}${choice}${own}`;
  return new Mistake(`The policy cannot be used.\n${wordsOf(error)}\n${way}`);
}

async function openClusterOf({ cluster, kubeconfig, context, clusterLabel: labels = {} }: Flags) {
  if (cluster === undefined) return (await import('../cluster/client.ts')).openCluster({ kubeconfig, context, labels });
  const embedded = await (await import('../cluster/snapshot.ts')).openSnapshot(cluster);
  return { ...embedded, info: { ...embedded.info, labels } };
}

async function openCounters(): Promise<Metrics> {
  return (await import('../log/metrics.ts')).openMetrics();
}

/** The last good policy still decides; a failed reload is said here and in the metrics. */
function ready(policy: LivePolicy): { ok: boolean; message: string } {
  const { revision, lastError } = policy.state();
  return {
    ok: true,
    message: lastError ? `revision ${revision}; the newest edit does not work: ${lastError}` : `revision ${revision}`,
  };
}

/** Masks an event by the policy that decided it; when that fails, everything maskable is masked. */
async function recorded(
  event: Parameters<Ports['record']>[0],
  live: ReturnType<Ports['policy']>,
  how: { readonly durable?: boolean } = {},
  log: DecisionLog,
  metrics: Metrics | undefined,
): Promise<void> {
  if (how.durable && !log.onDisk) throw new Fault('LOG_MISSING');
  // A change has two lines and is one decision.
  if (!how.durable) metrics?.decided(event.custom.effect);
  metrics?.redacted(event.custom.redactions);
  const { hideAll } = await import('../log/mask.ts');
  const mask = await live.mask(event).catch(() => hideAll);
  await log.record(event, mask, how);
}

function timed(cluster: Ports['cluster'], metrics: Metrics): Ports['cluster'] {
  return {
    ...cluster,
    send: async (permit, signal) => {
      const start = performance.now();
      const tell = (outcome: string) =>
        metrics.requested(permit.request.verb, outcome, (performance.now() - start) / 1000);
      try {
        const response = await cluster.send(permit, signal);
        tell('ok');
        return response;
      } catch (error) {
        tell(error instanceof Fault ? error.code : 'INTERNAL');
        throw error;
      }
    },
  };
}

/** Faults that a caller can bring about at will: they stand in the decision log, and do not fill the operator's own. */
const callers = new Set([
  'CANCELLED',
  'NOT_FOUND',
  'CLUSTER_REFUSED',
  'CLUSTER_GONE',
  'INPUT_TOO_LARGE',
  'VERB_UNSUPPORTED',
  'CLUSTER_CONFLICT',
  'APPROVAL_USED',
  'APPROVAL_CLOSED',
]);

/** What lies behind a fault goes to the operator's own log, and the outcome into the metrics. */
function watched(
  gate: Gate,
  approving: Approving,
  report: (words: string) => void,
  metrics: Metrics | undefined,
): Gate {
  return {
    ...gate,
    call: async (call: Call, watch): Promise<Result> => {
      const result = await gate.call(call, watch);
      metrics?.called(result.outcome);
      await approving.told(result);
      if (result.cause !== undefined && !callers.has(result.code)) report(`${result.code}: ${wordsOf(result.cause)}`);
      return result;
    },
  };
}

function wordsOf(problem: unknown): string {
  if (problem instanceof Error) return problem.message;
  if (typeof problem === 'object' && problem !== null && 'message' in problem) return String(problem.message);
  return typeof problem === 'string' ? problem : JSON.stringify(problem);
}
