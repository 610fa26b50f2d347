// The gate: what transports and commands hold. A call comes in with whoever asks; the line does the rest.
import { failure } from './answer/refusal.ts';
import { clock } from './decide.ts';
import type { Catalog, Planning } from './documents.ts';
import { misused } from './ending.ts';
import { asFault } from './fault.ts';
import { createLine } from './line.ts';
import type { Call, Gate, Policy, Ports, Result, Subject, Transport, Watch } from './ports.ts';
import { callEvent } from './record.ts';
import { redactors } from './redactors.ts';

/** Catalogs kept at a time: one for each policy revision and subject. */
const catalogsMost = 256;

/** The gate over these ports. */
export function createGate(ports: Ports): Gate {
  const pending = new Set<Promise<void>>();
  const running = new Map<Promise<Result>, AbortController>();
  const keep = (event: Parameters<Ports['record']>[0], policy: Policy) => {
    const kept = ports.record(event, policy).catch(() => {});
    pending.add(kept);
    kept.finally(() => pending.delete(kept));
    return kept;
  };
  const redactorFor = redactors(ports);
  const insist = (event: Parameters<Ports['record']>[0], policy: Policy) =>
    ports.record(event, policy, { durable: true });
  const line = createLine(ports, redactorFor, { keep, insist });
  const catalogs = new Map<string, Catalog>();

  async function catalogOf(
    policy: Policy,
    subject: Subject,
    transport: Transport,
    signal?: AbortSignal,
  ): Promise<Catalog> {
    const key = ports.canonical([policy.revision, { ...subject, agent: '' }, transport]);
    const known = catalogs.get(key);
    if (known) return known;
    const catalog = await policy.catalog(opening(ports, subject, transport), signal);
    const sorted = { ...catalog, tools: [...catalog.tools].sort(byName), prompts: [...catalog.prompts].sort(byName) };
    if (catalogs.size >= catalogsMost) catalogs.clear();
    catalogs.set(key, sorted);
    return sorted;
  }

  /** Runs a call that can be ended from here as well as by its caller. */
  async function ending(go: typeof run, call: Call, watch: Watch = {}): Promise<Result> {
    const stop = new AbortController();
    const signal = watch.signal ? AbortSignal.any([watch.signal, stop.signal]) : stop.signal;
    const going = go(call, { ...watch, signal });
    running.set(going, stop);
    return going.finally(() => running.delete(going));
  }

  async function run(call: Call, watch: Parameters<Gate['call']>[1] = {}): Promise<Result> {
    const callId = ports.id();
    try {
      const policy = ports.policy();
      const { tools } = await catalogOf(policy, call.subject, call.transport, watch.signal);
      const card = tools.find(({ name }) => name === call.tool);
      const refuse = (code: string, result: Result): Result => {
        keep(callEvent(ports.id(), callId, call, code, result.text, policy.revision, ports, redactorFor()), policy);
        return result;
      };
      if (!card) return refuse('UNKNOWN_TOOL', unknown(policy.revision));
      const accepted = policy.accept(card, call.arguments);
      if ('problems' in accepted) return refuse('ARGUMENTS', misused(card.name, accepted.problems, policy.revision));
      return await line(call, accepted, policy, callId, watch);
    } catch (thrown) {
      const fault = asFault(thrown);
      return {
        outcome: 'fault',
        code: fault.code,
        text: failure(fault, []),
        classification: 'public',
        decisions: [],
        revision: '',
        cause: fault.cause,
      };
    }
  }

  return {
    call: (call, watch) => ending(run, call, watch),
    catalog: (subject, transport, signal) => catalogOf(ports.policy(), subject, transport, signal),
    complete: async ({ prompt, argument, value, context }, subject, transport, watch = {}) => {
      try {
        const policy = ports.policy();
        const { prompts } = await catalogOf(policy, subject, transport, watch.signal);
        const wanted = prompts
          .find(({ name }) => name === prompt)
          ?.arguments.find(({ name }) => name === argument)?.complete;
        if (!wanted) return [];
        const args = { ...wanted.arguments, value: value.slice(0, 256), context: bounded(context) };
        const call = { tool: wanted.tool, arguments: args, subject, transport };
        const { outcome, text } = await line(call, { args }, policy, ports.id(), watch);
        return outcome === 'allow' ? values(text, value) : [];
      } catch {
        return [];
      }
    },
    settle: async () => {
      for (const stop of running.values()) stop.abort();
      await Promise.allSettled(running.keys());
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

function opening(ports: Ports, subject: Subject, transport: Transport): Planning {
  return {
    version: 'portcullis.planning/v1',
    call: { id: '', tool: '', arguments: {}, lap: 0, transport },
    subject,
    cluster: ports.cluster.info,
    observations: [],
    waited: false,
    now: clock(ports.now()),
  };
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
}

function unknown(revision: string): Result {
  return {
    outcome: 'usage',
    code: 'UNKNOWN_TOOL',
    text: 'There is no such tool for you. Ask for the list of tools.',
    classification: 'public',
    decisions: [],
    revision,
  };
}

function bounded(context: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(context)
      .slice(0, 16)
      .map(([key, value]) => [key.slice(0, 64), value.slice(0, 256)]),
  );
}

/** At most a hundred values (MCP's limit), one a line, that begin with what is already typed. */
function values(text: string, typed: string): readonly string[] {
  return [...new Set(text.split('\n').filter((line) => line !== '' && line.startsWith(typed)))].slice(0, 100);
}
