import { afterEach, describe, expect, test } from 'vitest';
import type { Input } from '../../src/gate/documents.ts';
import { asFault } from '../../src/gate/fault.ts';
import { inputLimits } from '../../src/policy/bounds.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import { createPolicy, type OpenPolicy, type PolicyOptions } from '../../src/policy/engine.ts';
import { absurdInput, probePlanning } from '../../src/policy/self-test.ts';
import { type Files, packedFiles, restOfDecision, usualConfig, wholeRego } from './rego.ts';

let open: OpenPolicy[] = [];
afterEach(async () => {
  await Promise.all(open.map((policy) => policy.close()));
  open = [];
});

async function policyOf(files: Files = {}, options: Partial<PolicyOptions> = {}, config: object = usualConfig) {
  const { wasm } = await readBundle(await packedFiles(wholeRego(files)));
  const policy = await createPolicy(wasm, { config }, { revision: 'r1', workers: 1, deadlineMs: 2_000, ...options });
  open.push(policy);
  return policy;
}

/** A decision rule that does something special for requests with a certain verb. */
function decides(verb: string, body: string, more = ''): Files {
  const usual = `decision := {"effect": "deny", ${restOfDecision}} if input.request.verb != "${verb}"`;
  return { 'main/main.rego': `${otherEntryPoints}\n${usual}\n\ndecision := ${body}\n\n${more}` };
}

const otherEntryPoints = `package main

catalog := {"tools": [], "prompts": [], "instructions": ""}

plan := {"requests": []} if input.call.tool == "none"

answer := {"blocks": []} if input.call.tool == "none"
`;

const withVerb = (verb: string, more: Partial<Input['request']> = {}): Input => ({
  ...absurdInput,
  request: { ...absurdInput.request, verb, ...more },
});

const faultOf = async (promise: Promise<unknown>) => {
  const fault = await promise.then(
    () => undefined,
    (thrown) => asFault(thrown),
  );
  return { code: fault?.code, cause: fault?.cause instanceof Error ? fault.cause.message : '' };
};

const allowed = `{"effect": "allow", ${restOfDecision}}`;

describe('a policy', () => {
  test('answers through all five entry points', async () => {
    const policy = await policyOf();
    const call = { ...probePlanning.call, tool: 'get', arguments: { kind: 'Pod' } };
    expect((await policy.catalog(probePlanning)).tools.map(({ name }) => name)).toEqual(['get']);
    expect(await policy.plan({ ...probePlanning, call })).toEqual({
      requests: [{ id: 'one', verb: 'get', kind: 'Pod' }],
    });
    expect(await policy.answer({ ...probePlanning, call })).toEqual({ blocks: [] });
    expect(await policy.mask({})).toEqual(['/input/body']);
    expect(policy.revision).toBe('r1');
  });

  test('decides all requests of a lap in one message, in their order', async () => {
    const policy = await policyOf();
    const inputs = ['get', 'delete', 'list'].map((verb) => withVerb(verb));
    expect((await policy.decide(inputs)).map(({ effect }) => effect)).toEqual(['allow', 'deny', 'allow']);
    expect(await policy.decide([])).toEqual([]);
  });
});

describe('1. data is given to an instance once', () => {
  test('a policy keeps the data it was made with, whatever happens to that object later', async () => {
    const config = { verbs: ['get'], closed: [] };
    const policy = await policyOf({}, {}, config);
    config.verbs = ['get', 'delete'];
    expect((await policy.decide([withVerb('delete')]))[0]?.effect).toBe('deny');
  });

  test('data that cannot be loaded is no policy at all', async () => {
    const files = wholeRego();
    const { wasm } = await readBundle(await packedFiles(files));
    const data = { config: { ...usualConfig, bulk: 'x'.repeat(2_000_000) } };
    const made = createPolicy(wasm, data, { revision: '', workers: 1, memoryBytes: 1_048_576 });
    expect(await faultOf(made)).toMatchObject({ code: 'POLICY_FAILED' });
  });
});

describe('2. an instance is thrown away when it throws', () => {
  test('after six hundred conflicts the next decision is still right', async () => {
    const both = `${allowed} if input.request.verb == "conflict"`;
    const conflict = `decision := {"effect": "deny", ${restOfDecision}} if input.request.verb == "conflict"`;
    const policy = await policyOf(decides('conflict', both, conflict));
    for (let at = 0; at < 600; at++) {
      expect(await faultOf(policy.decide([withVerb('conflict')]))).toMatchObject({ code: 'POLICY_FAILED' });
    }
    expect((await policy.decide([withVerb('get')]))[0]?.effect).toBe('deny');
  });
});

describe('3. an evaluation has bounds', () => {
  const loop = `{"effect": "allow", ${restOfDecision}} if {
	input.request.verb == "loop"
	all := numbers.range(1, 50000)
	count([1 | some a in all; some b in all; a < b; b < a]) == 0
}`;

  test('a rule that does not end is a timeout, and the next call is answered', async () => {
    const policy = await policyOf(decides('loop', loop), { deadlineMs: 200, memoryBytes: 2 ** 30 });
    expect(await faultOf(policy.decide([withVerb('loop')]))).toMatchObject({ code: 'POLICY_TIMEOUT' });
    expect((await policy.decide([withVerb('get')]))[0]?.effect).toBe('deny');
  });

  test('calls that wait behind a timeout are answered', async () => {
    const policy = await policyOf(decides('loop', loop), { deadlineMs: 200, workers: 2, memoryBytes: 2 ** 30 });
    const outcomes = await Promise.allSettled(
      ['loop', 'get', 'loop', 'get', 'get'].map((verb) => policy.decide([withVerb(verb)])),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });

  test('a rule that wants more memory than there is fails, and the next call is answered', async () => {
    const greedy = `{"effect": "allow", ${restOfDecision}} if {
	input.request.verb == "eat"
	count([array.concat([a], numbers.range(1, 5000)) | some a in numbers.range(1, 5000)]) == 0
}`;
    const policy = await policyOf(decides('eat', greedy), { memoryBytes: 4_194_304, deadlineMs: 10_000 });
    expect(await faultOf(policy.decide([withVerb('eat')]))).toMatchObject({ code: 'POLICY_FAILED' });
    expect((await policy.decide([withVerb('get')]))[0]?.effect).toBe('deny');
  });

  const deep = (levels: number): Record<string, unknown> => (levels === 0 ? {} : { in: deep(levels - 1) });
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  test.each<[string, Record<string, unknown>, string]>([
    ['more than 1 MiB', { text: 'x'.repeat(inputLimits.bytes) }, 'INPUT_TOO_LARGE'],
    ['more than 1 MiB in bytes, though not in letters', { text: '日'.repeat(360_000) }, 'INPUT_TOO_LARGE'],
    ['more than 64 levels', deep(70), 'INPUT_TOO_LARGE'],
    ['a circle', circle, 'INPUT_TOO_LARGE'],
    ['half a character', { text: '\ud800' }, 'POLICY_FAILED'],
    ['half a character in a key', { '\udc00': 1 }, 'POLICY_FAILED'],
    ['an integer from 2^53 on', { number: 2 ** 53 }, 'POLICY_FAILED'],
    ['NaN', { number: Number.NaN }, 'POLICY_FAILED'],
    ['a date', { date: new Date(0) }, 'POLICY_FAILED'],
    ['a bigint', { number: 1n }, 'POLICY_FAILED'],
    ['nothing where something belongs', { nothing: undefined }, 'POLICY_FAILED'],
    ['an object that speaks for itself', { toJSON: () => ({ verb: 'get' }) }, 'POLICY_FAILED'],
  ])('an input with %s is refused', async (_, body, code) => {
    const policy = await policyOf();
    expect(await faultOf(policy.decide([withVerb('get', { body })]))).toMatchObject({ code });
    expect((await policy.decide([withVerb('get')]))[0]?.effect).toBe('allow');
  });

  test('a call that was cancelled gets no answer', async () => {
    const policy = await policyOf();
    expect(await faultOf(policy.decide([withVerb('get')], AbortSignal.abort()))).toMatchObject({ code: 'CANCELLED' });
    const later = new AbortController();
    const decided = faultOf(policy.decide([withVerb('get')], later.signal));
    later.abort();
    expect(await decided).toMatchObject({ code: 'CANCELLED' });
    expect((await policy.decide([withVerb('get')]))[0]?.effect).toBe('allow');
  });
});

describe('4. only rules are entry points', () => {
  test('a module with other entry points is refused, whatever its manifest says', async () => {
    const built = await packedFiles(wholeRego(), { entryPoints: ['main', 'main/plan'] });
    await expect(readBundle(built)).rejects.toThrow(/exactly the entry points/);
  });

  test('data cannot overwrite a rule', async () => {
    const { wasm } = await readBundle(await packedFiles(wholeRego()));
    const data = {
      config: usualConfig,
      main: { decision: { effect: 'allow' }, _denials: [] },
      guards: { mine: { deny: [] } },
    };
    const policy = await createPolicy(wasm, data, { revision: '', workers: 1 });
    open.push(policy);
    expect((await policy.decide([withVerb('delete')]))[0]?.effect).toBe('deny');
  });
});

describe('5. a builtin the host has not', () => {
  test('is refused when the policy is loaded, not when it is called', async () => {
    const guard =
      'package guards.mine\n\ndeny contains {"code": "c"} if strings.count(input.request.name, "a") > 100\n';
    const { wasm } = await readBundle(await packedFiles(wholeRego({ 'guards/mine.rego': guard })));
    // The name is changed in the module itself, since the compiler would refuse it.
    const changed = Buffer.from(
      Buffer.from(wasm).toString('latin1').replaceAll('strings.count', 'strings.cuont'),
      'latin1',
    );
    const made = createPolicy(changed, { config: usualConfig }, { revision: '', workers: 1 });
    expect(await faultOf(made)).toMatchObject({
      code: 'POLICY_FAILED',
      cause: 'The policy calls builtins this server does not have: strings.cuont.',
    });
  });
});

describe('7. what a policy does not say is no yes', () => {
  test.each([
    ['no result', `${allowed} if input.request.verb == "never"`, 'not exactly one result'],
    ['a text', '"allow" if input.request.verb == "odd"', 'must be object'],
    ['true', 'true if input.request.verb == "odd"', 'must be object'],
    ['an unknown effect', `{"effect": "maybe", ${restOfDecision}} if input.request.verb == "odd"`, '/effect'],
    [
      'an unknown field',
      `{"effect": "allow", "efect": "deny", ${restOfDecision}} if input.request.verb == "odd"`,
      'additional',
    ],
    ['a missing field', '{"effect": "allow"} if input.request.verb == "odd"', 'required'],
  ])('%s is POLICY_INVALID', async (_, body, cause) => {
    const policy = await policyOf(decides('odd', body));
    expect(await faultOf(policy.decide([withVerb('odd')]))).toMatchObject({
      code: 'POLICY_INVALID',
      cause: expect.stringContaining(cause),
    });
    expect((await policy.decide([withVerb('get')]))[0]?.effect).toBe('deny');
  });
});

describe('8. a policy is tried before it is used', () => {
  const card = (schema: string) => `package tools.mine

card := {"title": "", "description": "", "arguments": ${schema}, "hints": {"readOnly": true, "destructive": false, "idempotent": true, "openWorld": false}, "examples": [{"kind": "Pod"}]}

plan := {"requests": []}
`;
  const all = `${otherEntryPoints}\ndecision := {"effect": "allow", ${restOfDecision}}\n`;
  test.each<[string, Files, string]>([
    ['allows the absurd', { 'main/main.rego': all }, 'does not refuse'],
    [
      'has a catalog of the wrong shape',
      { 'main/main.rego': all.replace('"allow"', '"deny"').replace('"tools": []', '"tools": 1') },
      'main/catalog',
    ],
    ['has a mask of the wrong shape', { 'system/log.rego': 'package system.log\n\nmask := [1]\n' }, 'system/log/mask'],
    [
      'plans its own example wrong',
      { 'tools/mine.rego': card('{"type": "object"}').replace('{"requests": []}', '{"request": []}') },
      'main/plan',
    ],
    ['has a card whose arguments are no schema', { 'tools/mine.rego': card('{"type": "objet"}') }, 'no schema'],
    [
      'has a card with a misspelt keyword',
      { 'tools/mine.rego': card('{"type": "object", "requird": []}') },
      'no schema',
    ],
    [
      'has an example its own card refuses',
      { 'tools/mine.rego': card('{"type": "object", "properties": {"kind": {"type": "integer"}}}') },
      'example',
    ],
  ])('one that %s is refused', async (_, files, cause) => {
    expect(await faultOf(policyOf(files, { thorough: true }))).toMatchObject({
      code: 'POLICY_INVALID',
      cause: expect.stringContaining(cause),
    });
  });

  test('what is not WASM is refused', async () => {
    const made = createPolicy(new TextEncoder().encode('not wasm'), {}, { revision: '' });
    expect(await faultOf(made)).toMatchObject({ code: 'POLICY_FAILED' });
  });
});

describe('10. a policy does not write to standard output', () => {
  test('print is refused or does nothing', async () => {
    const written: unknown[] = [];
    const write = process.stdout.write;
    process.stdout.write = ((text: unknown) => written.push(text) > 0) as typeof write;
    try {
      const guard =
        'package guards.mine\n\ndeny contains {"code": "c"} if {\n\tprint("loud", input.request.verb)\n\tinput.request.verb == "x"\n}\n';
      const policy = await policyOf({ 'guards/mine.rego': guard }).catch(() => undefined);
      await policy?.decide([withVerb('get')]);
    } finally {
      process.stdout.write = write;
    }
    expect(written.join('')).not.toContain('loud');
  });
});

describe('a policy that is let go', () => {
  test('still answers the calls that hold it', async () => {
    const policy = await policyOf();
    const running = policy.decide([withVerb('get')]);
    policy.retire();
    expect((await running)[0]?.effect).toBe('allow');
    expect((await policy.decide([withVerb('list')]))[0]?.effect).toBe('allow');
  });

  test('answers nothing once it is closed', async () => {
    const policy = await policyOf();
    await policy.close();
    expect(await faultOf(policy.decide([withVerb('get')]))).toMatchObject({ code: 'POLICY_MISSING' });
  });
});
