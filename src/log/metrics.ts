// Numbers for Prometheus, of few labels and bounded values. Must not know where they are served; prom-client is loaded only here, and only when asked for.
export type Metrics = {
  /** One decision: allow, approve or deny. */
  readonly decided: (effect: string) => void;
  /** One call, by how it ended. */
  readonly called: (outcome: string) => void;
  /** A policy became live. */
  readonly policyLoaded: (revision: string) => void;
  /** A policy could not be loaded; the one before, if any, stays live. */
  readonly policyFailed: () => void;
  readonly logHealth: (ok: boolean) => void;
  /** One request to the cluster: its verb, its outcome, how long it took. */
  readonly requested: (verb: string, outcome: string, seconds: number) => void;
  readonly redacted: (count: number) => void;
  /** The exposition text. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const valuesAtMost = 24;

/** A registry of our own; nothing of the process's default one is touched. */
export async function openMetrics(now: () => Date = () => new Date()): Promise<Metrics> {
  const { Counter, Gauge, Histogram, Registry } = (await import('prom-client')).default;
  const registry = new Registry();
  const registers = [registry];
  const bound = boundedValues();

  const decisions = new Counter({
    name: 'portcullis_decisions_total',
    help: 'Decisions, by effect.',
    labelNames: ['effect'],
    registers,
  });
  const calls = new Counter({
    name: 'portcullis_calls_total',
    help: 'Tool calls, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  const info = new Gauge({
    name: 'portcullis_policy_info',
    help: 'The live policy revision; always 1.',
    labelNames: ['revision'],
    registers,
  });
  const lastSuccess = new Gauge({
    name: 'portcullis_policy_last_success_timestamp_seconds',
    help: 'When a policy was last loaded, in seconds since 1970.',
    registers,
  });
  const failures = new Counter({
    name: 'portcullis_policy_load_failures_total',
    help: 'Policies that could not be loaded.',
    registers,
  });
  const policyOk = new Gauge({
    name: 'portcullis_policy_ok',
    help: '1 if the last policy that was offered is live, 0 if it was refused or there is none.',
    registers,
  });
  const logOk = new Gauge({
    name: 'portcullis_log_ok',
    help: '1 if decisions can be logged, 0 if not.',
    registers,
  });
  const requests = new Histogram({
    name: 'portcullis_cluster_request_duration_seconds',
    help: 'Requests to the cluster, by verb and outcome.',
    labelNames: ['verb', 'outcome'],
    buckets,
    registers,
  });
  const redactions = new Counter({
    name: 'portcullis_redactions_total',
    help: 'Secrets taken out of answers.',
    registers,
  });
  logOk.set(1);

  return {
    decided: (effect) => decisions.inc({ effect: bound('effect', effect) }),
    called: (outcome) => calls.inc({ outcome: bound('outcome', outcome) }),
    policyLoaded: (revision) => {
      info.reset();
      info.set({ revision }, 1);
      lastSuccess.set(now().getTime() / 1000);
      policyOk.set(1);
    },
    policyFailed: () => {
      failures.inc();
      policyOk.set(0);
    },
    logHealth: (ok) => logOk.set(ok ? 1 : 0),
    requested: (verb, outcome, seconds) =>
      requests.observe({ verb: bound('verb', verb), outcome: bound('ended', outcome) }, seconds),
    redacted: (count) => redactions.inc(count),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** Each label takes so many values and no more: whatever comes later is `other`. */
function boundedValues(): (label: string, value: string) => string {
  const seen = new Map<string, Set<string>>();
  return (label, value) => {
    const values = seen.get(label) ?? new Set<string>();
    seen.set(label, values);
    if (values.size < valuesAtMost) values.add(value);
    return values.has(value) ? value : 'other';
  };
}
