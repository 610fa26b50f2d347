// A gate that answers without a cluster or a policy: what the transports are tried on.
import { setTimeout } from 'node:timers/promises';
import { Fault } from '../../src/gate/fault.ts';
import type { Call, Card, Gate, Result, Subject, Watch } from '../../src/gate/ports.ts';

export const subject: Subject = { id: 'tester', groups: [], claims: {}, agent: '', verified: true };

export const hints = { readOnly: true, destructive: false, idempotent: true, openWorld: false };

export const card = (name: string, properties: Record<string, unknown> = {}): Card => ({
  name,
  title: `The ${name} tool`,
  description: `Does ${name}.`,
  arguments: { type: 'object', properties, additionalProperties: false },
  hints,
});

/** Arguments of every kind, with bounds. */
const bounded = {
  text: { type: 'string', description: 'a pattern', minLength: 1, maxLength: 9, pattern: '^[a-z]+$' },
  list: { type: 'array', maxItems: 2, items: { type: 'string', maxLength: 9, pattern: '^[a-z]+$' } },
  number: { type: 'integer', minimum: 1, maximum: 9 },
  type: { type: 'string', enum: ['a', 'b'] },
  pattern: { type: 'string', enum: ['a', 'b'] },
};

export const result = (outcome: Result['outcome'], text: string, code = ''): Result => ({
  outcome,
  text,
  code,
  classification: 'internal',
  decisions: [],
  revision: 'r1',
});

type Tool = (call: Call, watch: Watch) => Promise<Result>;

/** Waits until the call is cancelled; the gate's own way to say so is a fault. */
const wait: Tool = (_, watch) =>
  new Promise((resolve) => {
    const cancelled = (): void => resolve(result('fault', 'CANCELLED: The call was cancelled.', 'CANCELLED'));
    if (watch.signal?.aborted) cancelled();
    watch.signal?.addEventListener('abort', cancelled, { once: true });
  });

export const tools: Record<string, Tool> = {
  echo: async (call) => result('allow', JSON.stringify(call.arguments)),
  whoami: async (call) => result('allow', JSON.stringify({ ...call.subject, transport: call.transport })),
  refused: async () => result('deny', 'NAMESPACE_CLOSED: closed. Ask for another namespace.', 'NAMESPACE_CLOSED'),
  pending: async () => result('approve', 'APPROVAL_NEEDED: a person must approve this.', 'APPROVAL_NEEDED'),
  picky: async () => result('usage', "Argument 'name' must be a string.", 'ARGUMENTS_INVALID'),
  crash: () => Promise.reject(new TypeError('at /secret/place.ts:1 token=hunter2')),
  broken: () => Promise.reject(new Fault('CLUSTER_UNREACHABLE', '', new Error('10.0.0.1 refused'))),
  steps: async (_, watch) => {
    for (const done of [0, 50, 50, 20, 100]) {
      watch.progress?.(done, 100, `at ${done}`);
      // The clients drop progress that arrives in one chunk with the result.
      await setTimeout(20);
    }
    return result('allow', 'done');
  },
  wait,
};

/** The gate, and what it was asked. Its tools `cancelled` and `edit` tell what was cancelled, and change the policy. */
export function fakeGate(more: Record<string, Tool> = {}, overrides: Partial<Gate> = {}) {
  const calls: Call[] = [];
  const cancelled: string[] = [];
  const listeners = new Set<() => void>();
  const all: Record<string, Tool> = {
    ...tools,
    cancelled: async () => result('allow', JSON.stringify(cancelled)),
    edit: async () => {
      for (const listener of listeners) listener();
      return result('allow', 'The policy has changed.');
    },
    ...more,
  };
  const plain = { text: { type: 'string' }, name: { type: 'string' } };
  const cards = Object.keys(all).map((name) => card(name, name === 'echo' ? bounded : plain));
  const catalog = {
    tools: cards,
    prompts: [
      {
        name: 'diagnose',
        title: 'Diagnose',
        description: 'Why does it fail?',
        arguments: [
          { name: 'namespace', description: 'Where it runs', required: true, complete: { tool: 'x', arguments: {} } },
          { name: 'name', description: 'What it is called', required: false },
        ],
        text: 'Find out why {{name}} in {{namespace}} fails.',
      },
      { name: 'about', title: 'About', description: 'What can be done here?', arguments: [], text: 'What can I do?' },
    ],
    instructions: 'Reads only.',
  };
  const gate: Gate = {
    call: (call, watch = {}) => {
      calls.push(call);
      watch.signal?.addEventListener('abort', () => cancelled.push(call.tool), { once: true });
      if (!Object.hasOwn(all, call.tool)) return Promise.resolve(result('usage', 'Unknown tool.', 'UNKNOWN_TOOL'));
      return all[call.tool]!(call, watch);
    },
    catalog: async () => catalog,
    complete: async ({ value }) => ['shop', 'shelf', 'kitchen'].filter((name) => name.startsWith(value)),
    settle: async () => {},
    ...overrides,
  };
  const onPolicyChange = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { gate, onPolicyChange, calls, cancelled, catalog, listeners };
}

export const serving = { subject, name: 'portcullis', version: '0.0.0' };
