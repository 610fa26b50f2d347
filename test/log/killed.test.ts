// kill -9 while changes are recorded: what was said to be on the disk is there, and what was under way is told once.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { openDecisionLog } from '../../src/log/decision-log.ts';
import { rotatedSet, verify } from '../../src/log/verify.ts';

const child = join(import.meta.dirname, 'killed.ts');

/** Kills a process after it said so many lines; gives all it said. */
async function killed(file: string, run: number, after: number): Promise<string[]> {
  const process_ = spawn(process.execPath, [child, file, String(run)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  const closed = once(process_, 'close');
  createInterface({ input: process_.stdout }).on('line', (line) => {
    said.push(line);
    if (said.length === after) process_.kill('SIGKILL');
  });
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
  return said;
}

/** `decision outcome` of every line of the log. */
async function written(file: string): Promise<string[]> {
  const texts = await Promise.all((await rotatedSet(file)).map((part) => readFile(part, 'utf8')));
  return texts
    .join('')
    .split('\n')
    .flatMap((line) => {
      if (line === '') return [];
      const { decision_id, custom } = JSON.parse(line) as { decision_id?: string; custom: { outcome?: string } };
      return decision_id === undefined ? [] : [`${decision_id} ${custom.outcome}`];
    });
}

test('twenty times, at any moment', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portcullis-killed-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'decisions.log');
  const open = () => openDecisionLog({ file, labels: { id: 'next' }, maxBytes: 20_000, keep: 1000 });
  const told: string[] = [];
  for (let run = 0; run < 20; run += 1) {
    const said = await killed(file, run, 1 + Math.floor(Math.random() * 60));

    const log = await open();
    const lines = await written(file);
    expect(said.filter((line) => !lines.includes(line))).toEqual([]);
    const ended = new Set(lines.filter((line) => line.endsWith(' executed')).map((line) => line.split(' ')[0]));
    const sent = lines.filter((line) => line.endsWith(' sending')).map((line) => line.split(' ')[0] ?? '');
    const interrupted = sent.filter((id) => id.startsWith(`${run}-`) && !ended.has(id));
    expect(log.interrupted).toEqual(
      interrupted.map((id) => ({ decisionId: id, callId: `c-${id}`, approvals: [`a-${id}`] })),
    );
    told.push(...interrupted);
    await log.close();

    const again = await open();
    expect(again.interrupted).toEqual([]);
    await again.close();
  }
  const verdict = await verify(await rotatedSet(file));
  expect(verdict).toMatchObject({ ok: true, first: 1, lost: 0, changes: { unknown: told.length, unfinished: 0 } });
  const unknown = (await written(file)).filter((line) => line.endsWith(' unknown'));
  expect(unknown).toEqual(told.map((id) => `${id} unknown`));
  // Four are under way at any time, so that a run that interrupts none is rare.
  expect(told.length).toBeGreaterThan(10);
});
