// What never reaches the log, whatever the policy says, and what must stay readable.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDecisionLog } from '../../src/log/decision-log.ts';
import { lineLimit } from '../../src/log/line.ts';
import { hideAll } from '../../src/log/mask.ts';
import { decision, memoryDisk, verifyText } from './world.ts';

/** Text that looks like nothing, so that only its place can tell that it is a secret. */
const plain = 'correct-horse-battery';
const jwt = ['eyJhbGciOiJub25lIn0', 'eyJzdWIiOiJhbGljZSJ9', 'c2lnbmF0dXJl'].join('.');

async function logged(
  over: Parameters<typeof decision>[0],
  mask: readonly unknown[] = [],
  redact?: (text: string) => string,
) {
  const disk = memoryDisk();
  const log = await openDecisionLog({ file: 'log', labels: { id: 'x' }, redact }, disk.world);
  await log.record(decision(over), mask);
  await log.close();
  expect(await verifyText(disk.text('log'))).toMatchObject({ ok: true, lines: 1 });
  const [line] = disk.lines('log');
  return { text: disk.text('log'), line: line as Record<string, unknown> & { custom: Record<string, unknown> } };
}

describe('never in the log', () => {
  test.each<[string, unknown, string]>([
    ['a token under its key', { token: plain }, '/input/token'],
    ['an Authorization header', { headers: { Authorization: `Basic ${plain}` } }, '/input/headers/Authorization'],
    ['a password that is a number', { dbPassword: 31_337 }, '/input/dbPassword'],
    ['secrets in a structure under a telling key', { credentials: { user: plain } }, '/input/credentials/user'],
    ['the data of an object', { apiVersion: 'v1', kind: 'Any', data: { a: plain } }, '/input/data/a'],
    [
      'the data of a request body',
      { request: { body: { stringData: { a: plain } } } },
      '/input/request/body/stringData/a',
    ],
    ['the data of a merge patch', { request: { body: { data: { a: plain } } } }, '/input/request/body/data/a'],
    ['the data of a live object', { facts: { live: { data: { a: plain } } } }, '/input/facts/live/data/a'],
    ['a change to data', { changes: [{ path: ['data', 'a'], from: plain, to: plain }] }, '/input/changes/0/from'],
    ['a variable with a telling name', { env: [{ name: 'DB_PASSWORD', value: plain }] }, '/input/env/0/value'],
    ['a token in a sentence', { note: `use ${jwt} today` }, '/input/note'],
    ['a header in a text', { note: `curl -H "Authorization: Bearer ${plain}"` }, '/input/note'],
    ['an assignment in a text', { note: `--set db.password=${plain} --wait` }, '/input/note'],
    ['a password in an address', { note: `postgres://app:${plain}@db/shop` }, '/input/note'],
    [
      'a private key',
      { note: `-----BEGIN EC PRIVATE KEY-----\n${plain}\n-----END EC PRIVATE KEY-----` },
      '/input/note',
    ],
    ['a manifest as text', { manifest: `kind: Any\nstringData:\n  a: ${plain}\n` }, '/input/manifest'],
    ['an object as JSON text', { note: JSON.stringify({ kind: 'Any', data: { a: plain } }) }, '/input/note'],
    ['a kubeconfig', { note: `users:\n- user:\n    client-key-data: ${plain}\n` }, '/input/note'],
    ['a kubeconfig under its key', { kubeconfig: { any: [plain] } }, '/input/kubeconfig/any/0'],
  ])('%s', async (_, input, pointer) => {
    const { text, line } = await logged({ input });
    expect(text).not.toContain(plain);
    expect(text).not.toContain(jwt);
    expect(text).not.toContain('31337');
    expect(line.masked).toContain(pointer);
  });

  test('a secret that the policy itself puts in', async () => {
    const { text } = await logged({}, [{ op: 'upsert', path: '/input/note', value: `token=${plain}` }]);
    expect(text).not.toContain(plain);
  });

  test('a secret in an error, in who asked, or in what the log says of its own', async () => {
    const { text } = await logged({
      error: { code: 'X', message: `password: ${plain}` },
      requested_by: `Bearer ${plain}`,
      path: `https://u:${plain}@x/`,
    });
    expect(text).not.toContain(plain);
  });

  test('what a given redactor takes out on top', async () => {
    const { text } = await logged({ input: { note: 'a blue word' } }, [], (said) =>
      said.replaceAll('blue', '[redacted]'),
    );
    expect(text).toContain('a [redacted] word');
  });
});

describe('still in the log', () => {
  test('names, flags, emptiness and digests', async () => {
    const input = {
      request: { resource: 'secrets', kind: 'Secret', name: 'db-password', digest: `sha256:${'ab'.repeat(32)}` },
      spec: { automountServiceAccountToken: false, secretName: 'tls', token: '', image: 'shop/web@sha256:abc' },
      env: [{ name: 'LOG_LEVEL', value: 'debug' }],
    };
    const { line } = await logged({ input });
    expect(line.input).toEqual(input);
    expect(line).not.toHaveProperty('masked');
  });
});

describe("the policy's mask", () => {
  const input = { call: { arguments: { a: 1, 'b/c': { '~': 2 } } }, list: ['x', 'y'] };

  test('erases by JSON pointer and says so', async () => {
    const { line } = await logged({ input }, ['/input/call/arguments/b~1c/~0', '/input/list/0', '/input/nothing/here']);
    expect(line.input).toEqual({ call: { arguments: { a: 1, 'b/c': {} } }, list: [null, 'y'] });
    expect(line.erased).toEqual(['/input/call/arguments/b~1c/~0', '/input/list/0']);
  });

  test('replaces by upsert and says so', async () => {
    const { line } = await logged({ input }, [
      { op: 'upsert', path: '/input/call/arguments/a', value: '**' },
      { op: 'remove', path: '/result' },
    ]);
    expect(line.input).toMatchObject({ call: { arguments: { a: '**' } } });
    expect(line).not.toHaveProperty('result');
    expect(line).toMatchObject({ masked: ['/input/call/arguments/a'], erased: ['/result'] });
  });

  test.each<[string, unknown]>([
    ['an unknown operation', { op: 'hide', path: '/input' }],
    ['a path outside input and result', '/labels'],
    ['a path without a slash', 'input'],
    ['no path', {}],
    ['a number', 5],
    ['null', null],
  ])('that makes no sense hides everything it could have meant: %s', async (_, entry) => {
    const { line } = await logged({ input }, ['/input/list', entry]);
    expect(line).not.toHaveProperty('input');
    expect(line).not.toHaveProperty('result');
    expect(line).toMatchObject({ custom: { mask: 'invalid' }, erased: ['/input', '/result'] });
  });

  test('does not reach into the chain, the outcome or the revision', async () => {
    const { line } = await logged({}, hideAll);
    expect(line).toMatchObject({ custom: { outcome: 'executed' }, bundles: { portcullis: { revision: 'r1' } } });
  });
});

describe('size and shape', () => {
  test('a large part is replaced by its digest, and the rest stays', async () => {
    const body = { spec: { text: Array.from({ length: 30_000 }, (_, n) => `word ${n}`) } };
    const { text, line } = await logged({ input: { call: { tool: 'read' }, request: { name: 'web', body } } });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(lineLimit);
    expect(line).toMatchObject({ input: { call: { tool: 'read' }, request: { name: 'web' } } });
    expect(line.custom.cut).toEqual(['/input/request/body/spec/text']);
    expect(text).toMatch(/"text":\{"bytes":\d+,"digest":"sha256:[0-9a-f]{64}"\}/);
  });

  test('no document is too much: any JSON becomes one bounded, valid line', async () => {
    const big = fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.constant('x'.repeat(70_000)));
    const any = fc.dictionary(
      fc.string({ unit: 'binary' }),
      fc.oneof(fc.anything({ withBigInt: true, withDate: true }), big),
    );
    await fc.assert(
      fc.asyncProperty(any, any, async (input, result) => {
        const { text } = await logged({ input, result, requested_by: '\ud800 <- half a character' });
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(lineLimit);
        expect(text.trimEnd()).not.toContain('\n');
      }),
      { numRuns: 200 },
    );
  });

  test('many large parts, deep nesting and prototype keys end in one bounded line', async () => {
    let deep: unknown = 'bottom';
    for (let n = 0; n < 500; n += 1) deep = { deep };
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`k${n}`, 'y'.repeat(2000)]));
    const input = JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"a": 1}}') as Record<string, unknown>;
    const { text } = await logged({ input: { ...input, deep, many, again: many }, result: many });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(lineLimit);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('hostile text takes no more than linear work', async () => {
    const hostile = [
      '-eyJ',
      'password',
      'bearer ',
      '-----BEGIN PRIVATE KEY-----',
      'a://',
      '"token": "',
      '\n data',
      '[{',
    ];
    for (const piece of hostile) await logged({ input: { note: piece.repeat(200_000 / piece.length) } });
  });
});
