// portcullis audit: what it says of a whole log and of a broken one, and how it ends.
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { auditCommand } from '../../src/commands/audit.ts';
import { type DecisionLog, openDecisionLog } from '../../src/log/decision-log.ts';
import { decision } from '../log/world.ts';

let file: string;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portcullis-audit-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  file = join(folder, 'decisions.log');
});

async function write(count: number, more = {}): Promise<string> {
  const log = await openDecisionLog({ file, labels: { id: 'x' }, ...more });
  for (let n = 0; n < count; n += 1) await log.record(decision({ decision_id: `d-${n}` }), []);
  await log.close();
  return log.head().hash;
}

async function run(...args: string[]): Promise<{ text: string; code: number }> {
  const said: string[] = [];
  const codes: number[] = [];
  const command = auditCommand({ say: (text) => void said.push(text), exit: (number) => void codes.push(number) });
  for (const each of [command, ...command.commands]) {
    each.exitOverride().configureOutput({ writeErr: () => undefined, writeOut: (text) => void said.push(text) });
  }
  await command.parseAsync(args, { from: 'user' });
  return { text: said.join('\n'), code: codes.at(-1) ?? -1 };
}

describe('audit verify', () => {
  test('a whole log: how many lines, and its head', async () => {
    const head = await write(3);
    expect(await run('verify', file)).toEqual({ text: `Whole: 3 lines, 1 to 3, in 1 file.\nHead: ${head}`, code: 0 });
  });

  test('rotated files are found beside it, and what is older is told', async () => {
    await write(6, { maxBytes: 1, keep: 2 });
    const { text, code } = await run('verify', file);
    expect(text).toMatch(/^Whole: 3 lines, 4 to 6, in 3 files\.\nLines before 4 are not here/);
    expect(code).toBe(0);
  });

  test('a broken log: the file, the line, why, and 1', async () => {
    await write(3, { maxBytes: 1, keep: 5 });
    await writeFile(`${file}.1`, (await readFile(`${file}.1`, 'utf8')).replace('alice', 'mallory'));
    expect(await run('verify', file)).toEqual({
      text: `${file}.1:1: Its content does not fit its hash: the line was edited.`,
      code: 1,
    });
  });

  test('a file missing in between is a break', async () => {
    await write(4, { maxBytes: 1, keep: 5 });
    await rm(`${file}.2`);
    const { text, code } = await run('verify', file);
    expect(text).toContain(`${file}.1:1: Line 2 of the chain should stand here, not 3`);
    expect(code).toBe(1);
  });

  test('files named one by one are taken in that order', async () => {
    await write(2, { maxBytes: 1, keep: 5 });
    expect((await run('verify', `${file}.1`, file)).code).toBe(0);
    expect((await run('verify', file, `${file}.1`)).code).toBe(1);
  });

  test('a head noted earlier is found, with or without its prefix, or missed', async () => {
    const head = await write(3);
    expect((await run('verify', file, '--head', head)).code).toBe(0);
    expect((await run('verify', file, '--head', head.slice(7))).code).toBe(0);
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, `${lines.slice(0, 2).join('\n')}\n`);
    expect((await run('verify', file)).code).toBe(0);
    const { text, code } = await run('verify', file, '--head', head);
    expect(text).toContain('its end was cut off');
    expect(code).toBe(1);
  });

  test('what a crash tore is told', async () => {
    await write(1);
    await appendFile(file, '{"half');
    await write(0);
    expect((await run('verify', file)).text).toContain('Torn by a crash, as the log itself says: 1.');
  });

  test('changes: how many were sent, and of how many the end is not known', async () => {
    const { custom } = decision();
    const say = async (log: DecisionLog, id: string, outcome: 'sending' | 'executed' | 'failed') =>
      log.record(decision({ decision_id: id, custom: { ...custom, outcome, approvals: ['a-1'] } }), [], {
        durable: true,
      });
    const log = await openDecisionLog({ file, labels: {} });
    for (const id of ['d-1', 'd-2', 'd-3']) await say(log, id, 'sending');
    await say(log, 'd-1', 'executed');
    await say(log, 'd-2', 'failed');
    await log.close();
    const { text, code } = await run('verify', file);
    expect(text).toContain('Changes sent to a cluster: 3; without a line about their outcome: 1.\nHead:');
    expect(code).toBe(0);
    await (await openDecisionLog({ file, labels: {} })).close();
    expect((await run('verify', file)).text).toContain('Changes sent to a cluster: 3; of unknown outcome: 1.\nHead:');
    expect((await run('show', file, '--tail', '2')).text).toMatch(
      / {2}failed {2}approval a-1\n.* {2}allow {2}get {2}web {2}by alice@example\.com {2}tool read {2}unknown {2}approval a-1 {2}OUTCOME_UNKNOWN$/,
    );
  });

  test('a change that was logged after its outcome is a break', async () => {
    const { custom } = decision();
    const log = await openDecisionLog({ file, labels: {} });
    for (const outcome of ['executed', 'sending'] as const)
      await log.record(decision({ custom: { ...custom, outcome } }), []);
    await log.close();
    expect(await run('verify', file)).toEqual({
      text: `${file}:2: It says that a change is about to be sent, after another line of the same decision.`,
      code: 1,
    });
  });

  test('--json prints the verdict', async () => {
    const head = await write(2);
    expect(JSON.parse((await run('verify', file, '--json')).text)).toEqual({
      ok: true,
      lines: 2,
      first: 1,
      last: 2,
      head,
      torn: 0,
      lost: 0,
      changes: { sent: 0, unknown: 0, unfinished: 0 },
    });
  });

  test('a file that is not there, or a hash that is none, is wrong usage', async () => {
    await expect(run('verify', `${file}.none`)).rejects.toMatchObject({ code: 2, message: /there is no such file/ });
    await expect(run('verify', file, '--head', 'abc')).rejects.toThrow(/Write the hash/);
  });
});

describe('audit show', () => {
  test('one short line for each of the newest decisions', async () => {
    await write(5);
    const { text } = await run('show', file, '--tail', '2');
    expect(text.split('\n')).toEqual(
      Array(2).fill('2026-03-01T10:00:00.000Z  allow  get  web  by alice@example.com  tool read  executed'),
    );
  });

  test('reasons and faults are named by their codes', async () => {
    const { custom } = decision();
    const log = await openDecisionLog({ file, labels: {} });
    await log.record(decision({ result: { reasons: [{ code: 'not_granted' }, { code: 'verb_unknown' }] } }), []);
    await log.record(decision({ custom: { ...custom, outcome: 'failed', fault: 'CLUSTER_BUSY' } }), []);
    await log.close();
    const { text } = await run('show', file);
    expect(text).toMatch(/executed {2}not_granted,verb_unknown\n.*failed {2}CLUSTER_BUSY$/);
  });

  test('names cannot play with the terminal', async () => {
    const log = await openDecisionLog({ file, labels: {} });
    await log.record(decision({ requested_by: 'a\u001b[2Jb\u202ec\nd' }), []);
    await log.close();
    expect((await run('show', file)).text).toContain('by a\ufffd[2Jb\ufffdc\ufffdd');
  });

  test('foreign lines are shown as such', async () => {
    await writeFile(file, 'hello\n{"custom":{"torn":{}},"timestamp":"t"}\n');
    expect((await run('show', file)).text).toBe('(not a line of this log) hello\nt  torn by a crash');
  });
});

test('every help ends with an example', async () => {
  for (const command of auditCommand().commands) {
    const help: string[] = [];
    command.configureOutput({ writeOut: (text) => void help.push(text) }).outputHelp();
    expect(help.join('').trimEnd()).toMatch(/\nExamples?:\n {2}.*$/s);
  }
});
