import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/gate/documents.ts';
import { Fault, type FaultCode, faults } from '../../src/gate/fault.ts';
import { allow, batches, deny, fake, over, pods, subject } from './fake.ts';

const get = { id: 'one', verb: 'get', kind: 'pod', namespace: 'shop', name: 'web-1' };

describe('an allowed call', () => {
  it('sends exactly the decided request, under its decision id', async () => {
    const { call, sent, events } = fake();
    const result = await call();
    expect(result.outcome).toBe('allow');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.request).toMatchObject({ verb: 'get', resource: 'pods', namespace: 'shop', name: 'web-1' });
    expect(sent[0]?.decisionId).toBe(events[0]?.decision_id);
    expect(result.text).toContain('web-1');
  });

  it('is remembered with one line for each decision', async () => {
    const { call, events } = fake({
      policy: { plan: () => ({ requests: [get, { ...get, id: 'two', name: 'web-2' }] }) },
    });
    await call();
    expect(events.map(({ custom }) => [custom.effect, custom.outcome])).toEqual([
      ['allow', 'executed'],
      ['allow', 'executed'],
    ]);
  });

  it('gives the same text for the same state', async () => {
    const one = await fake().call();
    const two = await fake().call();
    expect(one.text).toBe(two.text);
  });
});

describe('a denied call', () => {
  it('sends nothing, says why and what to do', async () => {
    const { call, sent, events } = fake({ policy: { decide: () => deny } });
    const result = await call();
    expect(sent).toEqual([]);
    expect(result).toMatchObject({ outcome: 'deny', code: 'closed' });
    expect(result.text).toContain('It is closed. (x)');
    expect(result.text).toContain('What to do: Use another.');
    expect(result.text).toContain(events[0]?.decision_id);
  });

  it('sends nothing of a lap when one of its requests is denied', async () => {
    const plan = () => ({ requests: [get, { ...get, id: 'two', name: 'web-2' }] });
    const { call, sent, events } = fake({
      policy: { plan, decide: (input) => (input.request.name === 'web-2' ? deny : allow) },
    });
    expect((await call()).outcome).toBe('deny');
    expect(sent).toEqual([]);
    expect(events.map(({ custom }) => custom.outcome)).toEqual(['refused', 'refused']);
  });

  it('goes on without an optional read', async () => {
    const plan = () => ({ requests: [get, { ...get, id: 'two', name: 'web-2', optional: true }] });
    const { call, sent } = fake({
      policy: { plan, decide: (input) => (input.request.name === 'web-2' ? deny : allow) },
    });
    const result = await call();
    expect(result.outcome).toBe('allow');
    expect(sent.map(({ request }) => request.name)).toEqual(['web-1']);
    expect(result.text).toContain('refused: closed');
  });
});

describe('a call that needs approval', () => {
  it('sends nothing and says that a person must say yes', async () => {
    const { call, sent } = fake({ policy: { decide: () => ({ ...deny, effect: 'approve' }) } });
    const result = await call();
    expect(sent).toEqual([]);
    expect(result.outcome).toBe('approve');
    expect(result.text).toContain('APPROVAL_UNAVAILABLE');
  });
});

describe('a request that is only to be decided', () => {
  it('is decided, not sent, and observed as its decision', async () => {
    const seen: unknown[] = [];
    const { call, sent, events } = fake({
      policy: {
        plan: () => ({ requests: [{ ...get, execute: false }], answer: true }),
        decide: () => deny,
        answer: async (planning) => {
          seen.push(planning.observations[0]?.data);
          return { blocks: [{ text: 'no' }] };
        },
      },
    });
    const result = await call();
    expect(result).toMatchObject({ outcome: 'allow', text: 'no' });
    expect(sent).toEqual([]);
    expect(seen).toMatchObject([{ effect: 'deny', request: { resource: 'pods' } }]);
    expect(events[0]?.custom.outcome).toBe('not_executed');
  });
});

describe('laps', () => {
  it('let a plan see what earlier laps observed, and no raw response', async () => {
    const laps: unknown[] = [];
    const { call, sent } = fake({
      policy: {
        plan: ({ observations }) => {
          laps.push(observations.map(({ data }) => data));
          return observations.length === 0
            ? { requests: [get], more: true }
            : { requests: [get, { ...get, id: 'two', name: 'web-2' }] };
        },
        decide: () => ({ ...allow, obligations: [{ type: 'fields', paths: ['metadata.name'], columns: [] }] }),
      },
    });
    await call();
    expect(laps).toEqual([[], [{ metadata: { name: 'web-1' } }]]);
    expect(sent.map(({ request }) => request.name)).toEqual(['web-1', 'web-2']);
  });

  it('end after six', async () => {
    let lap = 0;
    const { call } = fake({ policy: { plan: () => ({ requests: [{ ...get, id: `r${++lap}` }], more: true }) } });
    expect(await call()).toMatchObject({ outcome: 'fault', code: 'PLAN_TOO_LARGE' });
    expect(lap).toBe(6);
  });

  it('hold sixty-four requests', async () => {
    const requests = Array.from({ length: 65 }, (_, at) => ({ ...get, id: `r${at}` }));
    const { call, sent } = fake({ policy: { plan: () => ({ requests }) } });
    expect(await call()).toMatchObject({ code: 'PLAN_TOO_LARGE' });
    expect(sent).toEqual([]);
  });
});

describe('the time of a plan', () => {
  const times = async (moment?: () => Date) => {
    const seen: string[] = [];
    const {
      call,
      gate: _,
      events,
    } = fake({
      policy: {
        plan: ({ now }) => {
          seen.push(now.rfc3339);
          return { requests: [get], answer: true };
        },
        decide: ({ now }) => {
          seen.push(now.rfc3339);
          return allow;
        },
        answer: async ({ now }) => {
          seen.push(now.rfc3339);
          return { blocks: [{ text: 'done' }] };
        },
      },
      ...(moment ? { cluster: { moment } } : {}),
    });
    await call();
    return [...seen, events[0]?.timestamp];
  };
  const now = '2026-11-21T10:14:00.000Z';

  it('is now', async () => {
    expect(await times()).toEqual([now, now, now, now]);
  });

  it('and that of its answer is the one that the objects live in; decisions and the log go by the clock', async () => {
    const then = '2026-01-15T10:00:00.000Z';
    expect(await times(() => new Date(then))).toEqual([then, now, then, now]);
  });
});

describe('facts', () => {
  const needs = (need: 'live' | 'namespace' | 'dry_run') => (input: { facts: { live: unknown; namespace: unknown } }) =>
    input.facts.live === null && input.facts.namespace === null
      ? { ...allow, needs: [need] }
      : { ...allow, reasons: [] };

  it('are fetched under the asking decision, and the request is decided again with them', async () => {
    const { call, sent, events } = fake({ policy: { decide: needs('live') } });
    expect((await call()).outcome).toBe('allow');
    expect(sent).toHaveLength(2);
    expect(sent[0]?.decisionId).toBe(sent[1]?.decisionId);
    expect(events[0]?.custom.facts).toEqual(['live']);
  });

  it('stand in the log as digests only', async () => {
    const { call, events } = fake({ policy: { decide: needs('live') } });
    await call();
    expect(events[0]?.input).toMatchObject({ facts: { live: expect.stringMatching(/^sha256:/) } });
  });

  it.each(['dry_run'] as const)('that cannot be had refuse the request: %s', async (need) => {
    const { call, sent } = fake({ policy: { decide: needs(need) } });
    expect(await call()).toMatchObject({ outcome: 'fault', code: 'FACT_UNAVAILABLE' });
    expect(sent).toEqual([]);
  });

  it('that are asked for a third time refuse the request', async () => {
    const wants = (facts: Input['facts']) => (!facts.live ? 'live' : !facts.namespace ? 'namespace' : 'access');
    const { call } = fake({
      policy: { decide: ({ facts }) => ({ ...allow, needs: [wants(facts)] }) },
      resolve: async () => [pods],
    });
    expect(await call()).toMatchObject({ code: 'FACT_UNAVAILABLE' });
  });
});

describe('fail closed', () => {
  const boom = (code: FaultCode) => () => {
    throw new Fault(code);
  };
  const broken: readonly (readonly [string, Parameters<typeof fake>[0], FaultCode])[] = [
    ['no policy', { ports: { policy: boom('POLICY_MISSING') } }, 'POLICY_MISSING'],
    ['a plan that throws', { policy: { plan: boom('POLICY_FAILED') } }, 'POLICY_FAILED'],
    ['a decision that takes too long', { policy: { decide: boom('POLICY_TIMEOUT') } }, 'POLICY_TIMEOUT'],
    ['a decision of the wrong shape', { policy: { decide: boom('POLICY_INVALID') } }, 'POLICY_INVALID'],
    ['an input too large', { policy: { decide: boom('INPUT_TOO_LARGE') } }, 'INPUT_TOO_LARGE'],
    ['an empty plan', { policy: { plan: () => ({ requests: [] }) } }, 'PLAN_EMPTY'],
    ['two requests of one id', { policy: { plan: () => ({ requests: [get, get] }) } }, 'POLICY_INVALID'],
    [
      'an unknown obligation',
      { policy: { decide: () => ({ ...allow, obligations: [{ type: 'praise' }] }) } },
      'OBLIGATION_UNKNOWN',
    ],
    [
      'a prototype as obligation',
      { policy: { decide: () => ({ ...allow, obligations: [{ type: 'constructor' }] }) } },
      'OBLIGATION_UNKNOWN',
    ],
    [
      'an obligation of another shape',
      { policy: { decide: () => ({ ...allow, obligations: [{ type: 'limit', items: -1 }] }) } },
      'OBLIGATION_UNKNOWN',
    ],
    [
      'a field path that is none',
      { policy: { decide: () => ({ ...allow, obligations: [{ type: 'fields', paths: ['a..b'], columns: [] }] }) } },
      'OBLIGATION_UNKNOWN',
    ],
    ['an unknown kind', { policy: { plan: () => ({ requests: [{ ...get, kind: 'wombat' }] }) } }, 'KIND_UNKNOWN'],
    [
      'a kind that is a path',
      { policy: { plan: () => ({ requests: [{ ...get, kind: '../pods' }] }) } },
      'KIND_UNKNOWN',
    ],
    ['a verb that is none', { policy: { plan: () => ({ requests: [{ ...get, verb: 'GET ' }] }) } }, 'REQUEST_INVALID'],
    ['a name with a slash', { policy: { plan: () => ({ requests: [{ ...get, name: 'a/b' }] }) } }, 'NAME_INVALID'],
    ['a name that goes up', { policy: { plan: () => ({ requests: [{ ...get, name: '..' }] }) } }, 'NAME_INVALID'],
    ['an encoded slash', { policy: { plan: () => ({ requests: [{ ...get, name: 'a%2fb' }] }) } }, 'NAME_INVALID'],
    [
      'a namespace in capitals',
      { policy: { plan: () => ({ requests: [{ ...get, namespace: 'Shop' }] }) } },
      'NAME_INVALID',
    ],
    ['get without a name', { policy: { plan: () => ({ requests: [{ ...get, name: '' }] }) } }, 'NAME_INVALID'],
    [
      'delete without a name',
      { policy: { plan: () => ({ requests: [{ ...get, verb: 'delete', name: '' }] }) } },
      'NAME_INVALID',
    ],
    ['a node in a namespace', { policy: { plan: () => ({ requests: [{ ...get, kind: 'node' }] }) } }, 'SCOPE_MISMATCH'],
    [
      'a cursor of somebody else',
      { policy: { plan: () => ({ requests: [{ ...get, verb: 'list', name: '', options: { continue: 'x' } }] }) } },
      'CURSOR_INVALID',
    ],
    [
      'a chosen field that stands for more ways than there is time',
      { policy: { plan: () => ({ requests: [{ ...get, options: { fields: ['{a,b}'.repeat(50)] } }] }) } },
      'REQUEST_INVALID',
    ],
    [
      'a chosen field that is no path',
      { policy: { plan: () => ({ requests: [{ ...get, options: { fields: ['['] } }] }) } },
      'REQUEST_INVALID',
    ],
  ];

  it.each(broken)('%s: nothing is sent', async (_, world, code) => {
    const { call, sent } = fake(world);
    const result = await call();
    expect(result).toMatchObject({ outcome: 'fault', code });
    expect(result.text).toContain(faults[code].remedy);
    expect(sent).toEqual([]);
  });

  it('ambiguous kinds are refused with the candidates', async () => {
    const both = ['a.example', 'b.example'].map((group) => ({
      group,
      version: 'v1',
      kind: 'Widget',
      resource: 'widgets',
      scope: 'Namespaced' as const,
      subresources: [],
      verbs: [],
    }));
    const { call, sent } = fake({ resolve: async () => both });
    const { text, code } = await call();
    expect(code).toBe('KIND_AMBIGUOUS');
    expect(text).toContain('widgets.v1.a.example, widgets.v1.b.example');
    expect(sent).toEqual([]);
  });

  it('a call that broke before any decision still leaves a line', async () => {
    const { call, events } = fake({ policy: { plan: () => ({ requests: [] }) } });
    await call();
    expect(events).toMatchObject([
      { path: 'main/plan', error: { code: 'PLAN_EMPTY' }, custom: { outcome: 'refused', effect: 'none' } },
    ]);
  });

  it('decisions of a lap that broke stand in the log once', async () => {
    const { call, events } = fake({ policy: { decide: () => ({ ...allow, obligations: [{ type: 'praise' }] }) } });
    await call();
    expect(events).toMatchObject([{ path: 'main/decision', custom: { outcome: 'refused' } }]);
  });
});

describe('faults of the cluster', () => {
  it('say what to do, with its own words redacted', async () => {
    const { call, events } = fake({
      send: () => {
        throw new Fault('CLUSTER_FORBIDDEN', 'pods is forbidden, password=hunter2hunter2');
      },
    });
    const { text, outcome } = await call();
    expect(outcome).toBe('fault');
    expect(text).toContain('CLUSTER_FORBIDDEN');
    expect(text).not.toContain('hunter2');
    expect(events[0]).toMatchObject({
      error: { code: 'CLUSTER_FORBIDDEN' },
      custom: { outcome: 'failed', fault: 'CLUSTER_FORBIDDEN' },
    });
    expect(JSON.stringify(events)).not.toContain('hunter2');
  });

  it('never show a stack or an unknown error', async () => {
    const { call } = fake({
      send: () => {
        throw new TypeError('/home/someone/secret.ts exploded');
      },
    });
    const { text, code } = await call();
    expect(code).toBe('INTERNAL');
    expect(text).not.toContain('secret.ts');
  });

  it('in an optional read leave the rest standing', async () => {
    const { call } = fake({
      policy: { plan: () => ({ requests: [get, { ...get, id: 'two', name: 'web-2', optional: true }] }) },
      send: (permit) => {
        if (permit.request.name === 'web-2') throw new Fault('NOT_FOUND');
        return { type: 'object', object: { metadata: { name: 'web-1' } } };
      },
    });
    const { outcome, text } = await call();
    expect(outcome).toBe('allow');
    expect(text).toContain('not available. NOT_FOUND');
  });

  it('in the middle of a list withhold what came before', async () => {
    const { call, events } = fake({
      policy: { plan: () => ({ requests: [{ id: 'l', verb: 'list', kind: 'pods', namespace: 'shop' }] }) },
      send: () => ({
        type: 'items',
        end: over,
        items: (async function* () {
          yield [{ metadata: { name: 'a' } }];
          throw new Fault('CLUSTER_GONE');
        })(),
      }),
    });
    expect(await call()).toMatchObject({ outcome: 'fault', code: 'CLUSTER_GONE' });
    expect(events[0]?.custom.outcome).toBe('failed');
  });
});

describe('cancellation', () => {
  it('reaches the cluster and is logged', async () => {
    const stop = new AbortController();
    const { gate, events } = fake({
      send: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new Fault('CANCELLED')));
          stop.abort();
        }),
    });
    const result = await gate.call(
      { tool: 'read', arguments: {}, subject, transport: 'stdio' },
      { signal: stop.signal },
    );
    await gate.settle();
    expect(result).toMatchObject({ outcome: 'fault', code: 'CANCELLED' });
    expect(events[0]?.custom.outcome).toBe('cancelled');
  });
});

describe('unknown tools and arguments', () => {
  it('are refused before anything is planned, and logged', async () => {
    const { call, events, sent } = fake();
    expect(await call({}, { tool: 'wombat' })).toMatchObject({ outcome: 'usage', code: 'UNKNOWN_TOOL' });
    expect(events).toMatchObject([{ error: { code: 'UNKNOWN_TOOL' } }]);
    expect(sent).toEqual([]);
  });
});

describe('a log that cannot be written', () => {
  it('does not stop reads', async () => {
    const { call } = fake({ ports: { record: () => Promise.reject(new Fault('LOG_UNWRITABLE')) } });
    expect((await call()).outcome).toBe('allow');
  });
});

describe('lists', () => {
  it('drop items of namespaces that the scope obligation closes, before anything counts them', async () => {
    const { call } = fake({
      policy: {
        plan: () => ({ requests: [{ id: 'l', verb: 'list', kind: 'pods', show: { as: 'table' } }] }),
        decide: () => ({ ...allow, obligations: [{ type: 'scope', by: 'namespace', allow: ['*'], deny: ['kube-*'] }] }),
      },
      send: (permit) => {
        expect(permit.rowMetadata).toBe(true);
        const rows = [
          ['shop', 'web'],
          ['kube-system', 'etcd'],
          ['', 'lost'],
        ].map(([namespace = '', name = '']) => ({ cells: [name], namespace, name }));
        return {
          type: 'table',
          columns: [{ name: 'Name', type: 'string', priority: 0 }],
          rows: batches(rows),
          end: over,
        };
      },
    });
    const { text } = await call();
    expect(text).toContain('1 row');
    expect(text).toContain('shop');
    expect(text).not.toMatch(/etcd|lost/);
  });
});
