// The verifier: whatever happens to a line is found, and at the right line.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDecisionLog } from '../../src/log/decision-log.ts';
import { decision, memoryDisk, verifyText } from './world.ts';

let bytes: Buffer;
let lines: readonly string[];
let hashes: readonly string[];

beforeAll(async () => {
  const disk = memoryDisk();
  const log = await openDecisionLog({ file: 'log', labels: { id: 'é—😀' } }, disk.world);
  for (let n = 0; n < 8; n += 1) {
    await log.record(decision({ decision_id: `d-${n}`, requested_by: 'zoë', input: { n, deep: [{ a: n / 7 }] } }), []);
  }
  await log.close();
  bytes = disk.files.get('log') ?? Buffer.alloc(0);
  lines = disk.text('log').trimEnd().split('\n');
  hashes = disk.lines('log').map((line) => (line.custom as { chain: { hash: string } }).chain.hash);
});

const text = (all: readonly string[]) => all.map((line) => `${line}\n`).join('');
const lineOf = (position: number) => bytes.subarray(0, position).filter((byte) => byte === 10).length + 1;
const anyLine = fc.nat(7);

describe('any change is found at its line', () => {
  test('any single byte changed, anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (where, by) => {
        const position = where % bytes.length;
        const changed = Buffer.from(bytes);
        changed[position] = ((bytes[position] ?? 0) + by) % 256;
        expect(await verifyText(changed)).toMatchObject({ ok: false, line: lineOf(position) });
      }),
      { numRuns: 400 },
    );
  });

  test('any single byte removed or put in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.option(fc.nat(255)), async (where, added) => {
        const position = where % bytes.length;
        const changed =
          added === null
            ? Buffer.concat([bytes.subarray(0, position), bytes.subarray(position + 1)])
            : Buffer.concat([bytes.subarray(0, position), Buffer.from([added]), bytes.subarray(position)]);
        expect(await verifyText(changed)).toMatchObject({ ok: false, line: lineOf(position) });
      }),
      { numRuns: 400 },
    );
  });

  test('a line removed, unless it is the last one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(6), async (at) => {
        expect(await verifyText(text(lines.toSpliced(at, 1)))).toMatchObject({ ok: false, line: at + 1 });
      }),
    );
  });

  test('two lines swapped', async () => {
    await fc.assert(
      fc.asyncProperty(anyLine, anyLine, async (one, other) => {
        fc.pre(one !== other);
        const swapped = lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '');
        expect(await verifyText(text(swapped))).toMatchObject({ ok: false, line: Math.min(one, other) + 1 });
      }),
    );
  });

  test('a line repeated or put in elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(anyLine, fc.nat(8), async (which, at) => {
        const expected = which === at ? at + 2 : at + 1;
        const repeated = lines.toSpliced(at, 0, lines[which] ?? '');
        expect(await verifyText(text(repeated))).toMatchObject({ ok: false, line: expected });
      }),
    );
  });

  test.each(['{}', 'null', '[]', '"x"', '', '{"custom":{"chain":{}}}'])('a foreign line: %s', async (foreign) => {
    expect(await verifyText(text(lines.toSpliced(3, 0, foreign)))).toMatchObject({ ok: false, line: 4 });
  });

  test('a line written again with a fitting hash is found at the next', async () => {
    const disk = memoryDisk();
    disk.files.set('log', Buffer.from(text(lines.slice(0, 4))));
    const forger = await openDecisionLog({ file: 'log', labels: {} }, disk.world);
    await forger.record(decision({ requested_by: 'someone else' }), []);
    await forger.close();
    const forged = disk.text('log') + text(lines.slice(5));
    expect(await verifyText(forged)).toMatchObject({
      ok: false,
      line: 6,
      reason: expect.stringContaining('one of the two was replaced'),
    });
  });

  test('a line of endless length does not fill the memory', async () => {
    const verdict = await verifyText(Buffer.alloc(3_000_000, 'x'));
    expect(verdict).toMatchObject({ ok: false, line: 1, reason: expect.stringContaining('longer') });
  });
});

describe('the end of a log', () => {
  test('lines cut off at the end are found by a head seen earlier, and by nothing else', async () => {
    const cut = text(lines.slice(0, 5));
    expect(await verifyText(cut)).toMatchObject({ ok: true, lines: 5 });
    expect(await verifyText(cut, hashes[7])).toMatchObject({
      ok: false,
      line: 6,
      reason: expect.stringContaining('head'),
    });
  });

  test('a head seen earlier stays good when the log grew', async () => {
    for (const hash of hashes) expect(await verifyText(text(lines), hash)).toMatchObject({ ok: true, head: hashes[7] });
  });

  test('an empty log has no lines, and never a head', async () => {
    expect(await verifyText('')).toMatchObject({ ok: true, lines: 0, first: 0, last: 0, head: '' });
    expect(await verifyText('', hashes[0])).toMatchObject({ ok: false });
  });

  test('a last line without its end is broken', async () => {
    expect(await verifyText(text(lines).trimEnd())).toMatchObject({ ok: false, line: 8 });
  });
});
