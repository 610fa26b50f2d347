// Items of a list that a plan chooses: only what it may see of an item decides, and nothing of what is hidden.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, Plan, Planning } from '../../src/gate/documents.ts';
import type { ListEnd, Request, Resource, Response } from '../../src/gate/ports.ts';
import { whereOf } from '../../src/gate/where.ts';
import { allow, batches, fake, over, pods } from './fake.ts';

type Planned = Plan['requests'][number];
type Where = NonNullable<Planned['where']>;
type Item = Record<string, unknown>;

const listing: Planned = { id: 'l', verb: 'list', kind: 'pods', namespace: 'shop' };
const granting = (...paths: string[]): Decision => ({
  ...allow,
  obligations: [{ type: 'fields', paths, columns: [] }],
});
const named = (name: string, more: object = {}): Item => ({ metadata: { name, namespace: 'shop' }, ...more });

type Asked = {
  readonly where?: Where;
  readonly more?: Partial<Planned>;
  readonly decision?: Decision;
  readonly end?: () => ListEnd;
  readonly items: readonly Item[] | readonly (readonly Item[])[];
  readonly ports?: NonNullable<Parameters<typeof fake>[0]>['ports'];
};

/** What a plan sees of a list, and what was sent for it. */
async function seen({ where, more = {}, decision = allow, end = over, items, ports = {} }: Asked) {
  let observation: Planning['observations'][number] | undefined;
  const pages = (Array.isArray(items[0]) ? items : [items]) as readonly (readonly Item[])[];
  const { call, sent, events } = fake({
    policy: {
      plan: () => ({ requests: [{ ...listing, ...(where ? { where } : {}), ...more }], answer: true }),
      decide: () => decision,
      answer: async ({ observations }) => {
        observation = observations[0];
        return { blocks: [{ text: 'done' }] };
      },
    },
    send: () => ({ type: 'items', items: batches(...pages), end }),
    ports,
  });
  const result = await call();
  const data = observation?.data as { items: readonly Item[]; others?: number } | undefined;
  const names = (data?.items ?? []).map((item) => (item.metadata as Item | undefined)?.name);
  return { result, sent, events, data, names, observation };
}

const phases = ['Running', 'Pending', 'Running', 'Failed'].map((phase, at) =>
  named(`web-${at}`, { status: { phase } }),
);
const unwell: Where = [[{ path: 'status.phase', not: ['Running'] }]];

describe('where', () => {
  it('keeps the items that fit, and counts the others', async () => {
    const { names, data } = await seen({ where: unwell, items: phases });
    expect(names).toEqual(['web-1', 'web-3']);
    expect(data?.others).toBe(2);
  });

  it('gives numbers that no policy could read exactly as texts', async () => {
    const { data } = await seen({
      where: unwell,
      items: [named('web', { status: { phase: 'Lost', number: 2 ** 60 } })],
    });
    expect(data?.items[0]?.status).toEqual({ phase: 'Lost', number: '1152921504606847000' });
  });

  it('that fits nothing keeps nothing, and counts all', async () => {
    const { data } = await seen({ where: [[{ path: 'status.phase', is: ['Lost'] }]], items: phases });
    expect(data).toEqual({ items: [], others: 4 });
  });

  it('without any condition is none: nothing is counted', async () => {
    const { data } = await seen({ where: [], items: phases });
    expect(data?.items).toHaveLength(4);
    expect(data).not.toHaveProperty('others');
  });

  const state = (ready: unknown, restarts: number) => ({
    status: { containerStatuses: [{ ready: true }, { ready, restartCount: restarts }] },
  });
  it.each<[string, Where, Item, boolean]>([
    [
      'a value of a list, any of them',
      [[{ path: 'status.containerStatuses[*].ready', is: ['false'] }]],
      state(false, 0),
      true,
    ],
    ['no value of a list', [[{ path: 'status.containerStatuses[*].ready', is: ['false'] }]], state(true, 0), false],
    ['a number as text', [[{ path: 'status.containerStatuses[*].restartCount', is: ['3'] }]], state(true, 3), true],
    [
      'a value that is none of these',
      [[{ path: 'status.phase', not: ['Running', 'Succeeded'] }]],
      { status: { phase: 'Failed' } },
      true,
    ],
    ['no value where there should be another', [[{ path: 'status.phase', not: ['Running'] }]], { status: {} }, false],
    ['a beginning', [[{ path: 'status.reason', begins: ['Evic', 'Node'] }]], { status: { reason: 'Evicted' } }, true],
    ['another beginning', [[{ path: 'status.reason', begins: ['Evic'] }]], { status: { reason: 'NotEvicted' } }, false],
    [
      'that there is a value',
      [[{ path: 'metadata.deletionTimestamp' }]],
      { metadata: { deletionTimestamp: 'x' } },
      true,
    ],
    ['that there is a part with values below it', [[{ path: 'status' }]], { status: { phase: 'x' } }, true],
    [
      'that there is none',
      [[{ path: 'metadata.deletionTimestamp' }]],
      { metadata: { deletionTimestamp: null } },
      false,
    ],
    [
      'all of several conditions',
      [
        [
          { path: 'a', is: ['1'] },
          { path: 'b', is: ['2'] },
        ],
      ],
      { a: 1, b: 3 },
      false,
    ],
    ['one of several groups', [[{ path: 'a', is: ['2'] }], [{ path: 'b', is: ['3'] }]], { a: 1, b: 3 }, true],
    [
      'both sides of one condition by one value',
      [[{ path: 'a[*]', begins: ['x'], not: ['x1'] }]],
      { a: ['x1', 'y'] },
      false,
    ],
    ['a key with dots', [[{ path: 'a["b.c/d"]', is: ['e'] }]], { a: { 'b.c/d': 'e' } }, true],
    ['any value of a map', [[{ path: 'a.*', is: ['e'] }]], { a: { b: 'c', d: 'e' } }, true],
    ['a key of a map', [[{ path: 'a.~', is: ['d'] }]], { a: { b: 'c', d: 'e' } }, true],
    ['a prototype', [[{ path: 'a.constructor' }]], { a: { b: 1 } }, false],
  ])('knows %s', async (_, where, item, fits) => {
    const { data } = await seen({ where, items: [item] });
    expect(data?.others).toBe(fits ? 0 : 1);
  });

  it('looks at what was not chosen for showing', async () => {
    const { data } = await seen({ where: unwell, items: phases, more: { options: { fields: ['metadata.name'] } } });
    expect(data).toEqual({ items: [{ metadata: { name: 'web-1' } }, { metadata: { name: 'web-3' } }], others: 2 });
  });

  it('says no word of what it looked at and withheld', async () => {
    const { events, observation } = await seen({
      where: [[{ path: 'spec.password', not: ['x'] }]],
      items: [named('web', { spec: { password: 'Tr0ub4dor-3xyz' } })],
      more: { options: { fields: ['metadata.name'] } },
    });
    expect(observation?.data).toEqual({ items: [{ metadata: { name: 'web' } }], others: 0 });
    expect(events[0]?.custom.redactions).toBe(0);
  });
});

describe('where and the length of a list', () => {
  const many = Array.from({ length: 1200 }, (_, at) =>
    named(`web-${at}`, { status: { phase: at % 100 ? 'Running' : 'Failed' } }),
  );

  it('reads it whole, whatever the limit', async () => {
    const pages = [many.slice(0, 500), many.slice(500, 1000), many.slice(1000)];
    const { sent, data, names, observation } = await seen({
      where: unwell,
      items: pages,
      more: { options: { limit: 3 } },
    });
    expect(sent[0]?.bounds.items).toBe(100_000);
    expect(names).toEqual(['web-0', 'web-100', 'web-200']);
    expect(data?.others).toBe(1188);
    expect(observation?.truncated).toBe(true);
  });

  it('keeps no more than the policy lets anybody have', async () => {
    const decision = { ...allow, obligations: [{ type: 'limit', items: 5, lines: 1, lineBytes: 100, bytes: 9000 }] };
    const { data } = await seen({ where: unwell, items: many, decision, more: { options: { limit: 50 } } });
    expect(data?.items).toHaveLength(5);
    expect(data?.others).toBe(1188);
  });

  it('sorts all that fit before it cuts', async () => {
    const { names, data } = await seen({
      where: unwell,
      items: many.map((item, at) => ({ ...item, spec: { place: 1200 - at } })),
      more: { options: { limit: 2, sortBy: 'spec.place' } },
      decision: granting('metadata.name', 'spec.place', 'status.phase'),
    });
    expect(names).toEqual(['web-1100', 'web-1000']);
    expect(data?.others).toBe(1188);
  });

  it('sorts by no field that is not granted', async () => {
    const { observation } = await seen({
      where: unwell,
      items: phases,
      more: { options: { sortBy: 'spec.secret' }, optional: true },
      decision: granting('metadata.name', 'status.phase'),
    });
    expect(observation?.fault?.code).toBe('OBLIGATION_FAILED');
  });

  it('counts only what lies behind a cursor', async () => {
    const cursor = `sealed${Buffer.from(JSON.stringify(['', 2, ['list', '', 'pods', '', 'shop', '', '']])).toString('base64url')}`;
    const { names, data } = await seen({ where: unwell, items: phases, more: { options: { continue: cursor } } });
    expect(names).toEqual(['web-3']);
    expect(data?.others).toBe(1);
  });

  it('says so when even the whole is only a beginning', async () => {
    const end = () => ({ continue: 'token', remaining: 7, restarted: false });
    const { observation } = await seen({ where: unwell, items: phases, end });
    expect(observation?.truncated).toBe(true);
    const { call } = fake({
      policy: { plan: () => ({ requests: [{ ...listing, where: unwell, show: { as: 'yaml' } }] }) },
      send: () => ({ type: 'items', items: batches(phases), end }),
    });
    expect((await call()).text).toContain('too long to be read whole');
  });

  it('lets other calls go on while it reads', async () => {
    let turns = 0;
    let isOver = false;
    const turn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    turn();
    await seen({ where: unwell, items: Array.from({ length: 5000 }, (_, at) => named(`web-${at}`)) });
    isOver = true;
    expect(turns).toBeGreaterThan(5);
  });
});

describe('where is no oracle', () => {
  const secret = 'Tr0ub4dor-3xyz';
  /** Everything one could ask of a text. */
  const asking = (path: string): readonly Where[] => [
    [[{ path, is: [secret] }]],
    [[{ path, not: [secret] }]],
    [[{ path, begins: ['T'] }]],
    [[{ path, begins: ['[redacted:password:'] }]],
    [
      [
        { path, not: ['x'] },
        { path, begins: ['Tr0'] },
      ],
    ],
  ];
  const answers = async (path: string, spec: (value: string) => object, decision: Decision) => {
    const ask = async (value: string) =>
      Promise.all(
        asking(path).map(
          async (where) => (await seen({ where, items: [named('web', { spec: spec(value) })], decision })).data?.others,
        ),
      );
    return [await ask(secret), await ask('Zq7vT2nKx9LmW4pR')] as const;
  };

  it.each<[string, string, (value: string) => object, readonly string[]]>([
    ['for a field that is not granted', 'spec.hidden', (hidden) => ({ hidden }), ['metadata', 'spec.open']],
    [
      'for what lies below a field of which nothing is granted',
      'spec',
      (hidden) => ({ hidden }),
      ['metadata', 'spec.open'],
    ],
    ['for a value of which the key is granted', 'spec.data.a', (a) => ({ data: { a } }), ['metadata', 'spec.data.~']],
    [
      'for a value beside one that is granted by name',
      'spec.data.a',
      (a) => ({ data: { a, b: 'c' } }),
      ['metadata', 'spec.data.{~,b}'],
    ],
    ['for any value of such a map', 'spec.data.*', (a) => ({ data: { a, b: 'c' } }), ['metadata', 'spec.data.{~,b}']],
    [
      'for an item of a list that is cut',
      'spec.list[*].v',
      (v) => ({ list: [{ v: 'a' }, {}, { v }] }),
      ['metadata', 'spec.list[0..1]'],
    ],
    [
      'for such an item behind one that has no such field',
      'spec.list[*].v',
      (v) => ({ list: [{ x: 1 }, { x: 1 }, { v }] }),
      ['metadata', 'spec.list[0..1]'],
    ],
    ['for a value that its name tells of', 'spec.password', (password) => ({ password }), ['metadata', 'spec']],
    [
      'for a value that its neighbour tells of',
      'spec.env[*].value',
      (value) => ({ env: [{ name: 'DB_PASSWORD', value }] }),
      ['metadata', 'spec'],
    ],
    [
      'for one beside any telling neighbour',
      'spec.header.value',
      (value) => ({ header: { Field: 'password', value } }),
      ['metadata', 'spec'],
    ],
    [
      'for one whose neighbour hides its key',
      'spec.e.value',
      (value) => ({ e: { 'na\u200bme': 'password', value } }),
      ['metadata', 'spec'],
    ],
    [
      'for a part of one',
      'spec.e.value.raw',
      (raw) => ({ e: { key: 'password', value: { raw } } }),
      ['metadata', 'spec'],
    ],
    ['for the words of a command', 'spec.args[*]', (value) => ({ args: ['--password', value] }), ['metadata', 'spec']],
    [
      'for the data of a Secret',
      'spec.data.anything',
      (anything) => ({ kind: 'Secret', data: { anything } }),
      ['metadata', 'spec'],
    ],
    ['for a key of the web', 'spec.jwk.k', (k) => ({ jwk: { kty: 'oct', k } }), ['metadata', 'spec']],
    [
      'for what a text tells of',
      'spec.url',
      (value) => ({ url: `postgres://shop:${value}@db/shop` }),
      ['metadata', 'spec'],
    ],
    [
      'for a text that hides its secret',
      'spec.note',
      (value) => ({ note: `pass\u200bword=${value}` }),
      ['metadata', 'spec'],
    ],
    ['for a secret as a key', 'spec.*', (value) => ({ [`password=${value}`]: 'x' }), ['metadata', 'spec']],
  ])('%s', async (_, path, spec, granted) => {
    const [one, other] = await answers(path, spec, granting(...granted));
    expect(one).toEqual(other);
  });

  it('for items of a namespace that the scope closes: they do not even count', async () => {
    const items = ['shop', 'kube-system', 'shop'].map((namespace, at) => ({
      metadata: { name: `web-${at}`, namespace },
      status: { phase: at === 0 ? 'Running' : 'Failed' },
    }));
    const { names, data } = await seen({
      where: unwell,
      items,
      more: { namespace: '' },
      decision: { ...allow, obligations: [{ type: 'scope', by: 'namespace', allow: ['*'], deny: ['kube-*'] }] },
    });
    expect(names).toEqual(['web-2']);
    expect(data?.others).toBe(1);
  });

  it('for items of another namespace than was asked for', async () => {
    const { data } = await seen({
      where: unwell,
      items: [{ metadata: { name: 'a', namespace: 'pay' }, status: { phase: 'Failed' } }],
    });
    expect(data).toEqual({ items: [], others: 0 });
  });

  /** Where it looks first and cuts later, or cuts first and looks then: it comes to the same. */
  it('decides as if it saw the whole that is shown, whatever that is', async () => {
    const key = fc.constantFrom('name', 'value', 'password', 'a', 'b', 'key', 'kind', 'data', 'KEY', 'list');
    const leaf = fc.constantFrom<unknown>(
      'x',
      secret,
      'password',
      'DB_PASSWORD',
      '--password',
      'Secret',
      7,
      true,
      null,
      '',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    }));
    const step = fc.oneof(
      key.map((one) => `.${one}`),
      fc.constantFrom('[*]', '.*'),
    );
    const path = fc.tuple(key, fc.array(step, { maxLength: 3 })).map(([first, rest]) => `${first}${rest.join('')}`);
    const grant = fc.oneof(
      path,
      path.map((one) => `${one}.~`),
      path.map((one) => `${one}[0..1]`),
    );
    const condition = fc.record({ path }, { requiredKeys: ['path'] }).chain((one) =>
      fc.oneof(
        fc.constant<Where[number][number]>(one),
        fc
          .constantFrom<Partial<Where[number][number]>>(
            { is: ['x'] },
            { not: ['x'] },
            { not: [secret] },
            { begins: ['Tr', '[red'] },
          )
          .map((more) => ({ ...one, ...more })),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4 }), { minLength: 1, maxLength: 4 }),
        fc.option(fc.array(grant, { minLength: 1, maxLength: 4 }), { nil: undefined }),
        fc.array(fc.array(condition, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
        async (objects, grants, where) => {
          const items = objects.map((object) => ({ metadata: { namespace: 'shop' }, ...object }));
          const decision = grants ? granting('metadata', ...grants) : allow;
          const all = await seen({ items, decision });
          const some = await seen({ where, items, decision });
          const { fits } = whereOf({ ...listing, where }, { verb: 'list', options: { view: 'object' } } as Request) ?? {
            fits: () => true,
          };
          const wanted = (all.data?.items ?? []).filter(fits);
          expect(some.data?.items).toEqual(wanted);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a where that cannot be judged', () => {
  const nodes: Resource = { ...pods, kind: 'Node', resource: 'nodes', scope: 'Cluster' };
  it.each<[string, Partial<Planned>, Where]>([
    ['names no path', {}, [[{ path: 'a..b' }]]],
    ['names no path in its last condition', {}, [[{ path: 'a' }], [{ path: 'b' }, { path: '' }]]],
    ['names several paths as one', {}, [[{ path: 'status.{phase,reason}' }]]],
    ['names some items of a list', {}, [[{ path: 'status.conditions[0..1].type' }]]],
    ['stands beside a table', { options: { view: 'table' } }, unwell],
    ['stands beside one object', { verb: 'get', name: 'web' }, unwell],
    ['stands beside a log', { verb: 'get', name: 'web', subresource: 'log' }, unwell],
  ])('%s: the policy is wrong, and nothing of the lap is sent', async (_, more, where) => {
    const { call, sent, events } = fake({
      policy: {
        plan: () => ({
          requests: [
            { ...listing, ...more, where, optional: true },
            { ...listing, id: 'other' },
          ],
        }),
      },
      resolve: async () => [more.verb ? pods : nodes].map((one) => ({ ...one, scope: 'Namespaced' as const })),
    });
    expect(await call()).toMatchObject({ outcome: 'fault', code: 'POLICY_INVALID' });
    expect(sent).toEqual([]);
    expect(events.map(({ custom }) => custom.outcome)).toEqual(['refused', 'refused']);
  });

  it('is not looked at where nothing is sent', async () => {
    const { call } = fake({
      policy: { plan: () => ({ requests: [{ ...listing, execute: false, where: [[{ path: '' }]] }] }) },
    });
    expect((await call()).outcome).toBe('allow');
  });
});

describe('fields that a caller chose', () => {
  const shown = async (fields: string[], paths: string[], spec: object): Promise<string> => {
    const { call } = fake({
      policy: {
        plan: () => ({
          requests: [{ id: 'o', verb: 'get', kind: 'pods', namespace: 'shop', name: 'web', options: { fields } }],
        }),
        decide: () => granting(...paths),
      },
      send: (): Response => ({ type: 'object', object: { metadata: { name: 'web' }, spec } }),
    });
    return (await call()).text;
  };

  it.each<[string, string, object]>([
    ['whose neighbour tells of them', 'spec.value', { name: 'DB_PASSWORD', value: 'Tr0ub4dor-3xyz' }],
    ['deeper down', 'spec.a.value.raw', { a: { header: 'password', value: { raw: 'Tr0ub4dor-3xyz' } } }],
    ['in a list', 'spec.env[*].value', { env: [{ variable: 'DB_PASSWORD', value: 'Tr0ub4dor-3xyz' }] }],
    ['of a Secret', 'spec.data.any', { kind: 'Secret', data: { any: 'Tr0ub4dor-3xyz' } }],
  ])('are redacted as in the whole: %s', async (_, field, spec) => {
    expect(await shown([field], ['spec'], spec)).not.toContain('Tr0ub4dor');
    expect(await shown([field], ['spec'], spec)).toContain('[redacted:');
  });

  it('may be the keys of a map of which only the keys are granted', async () => {
    expect(await shown(['spec.data.~'], ['spec.data.~'], { data: { a: 'x', b: 'y' } })).toMatch(
      /data:\n {4}- a\n {4}- b/,
    );
    expect(await shown(['spec.data.*'], ['spec.data.~'], { data: { a: 'xyz' } })).not.toContain('xyz');
  });

  it('keep their place in a list, whatever its other items hold', async () => {
    const list = [{ x: 1 }, { v: 'one' }, { v: 'two' }];
    expect(await shown(['spec.list[1..1].v'], ['spec'], { list })).toContain('one');
    expect(await shown(['spec.list[1..1].v'], ['spec'], { list })).not.toContain('two');
  });
});
