// A process of its own that does one thing to approvals in a folder, and may be killed in the middle of it, at a step of the disk.
import { writeFile } from 'node:fs/promises';
import { type OpenedApprovals, openApprovals } from '../../src/approvals/approvals.ts';
import { type Disk, disk } from '../../src/approvals/disk.ts';
import { clock, proposal, vote } from './world.ts';

const [dir = '', action = '', id = '', fatal = '-1', times = '1'] = process.argv.slice(2);

let step = 0;
const die = async (): Promise<void> => {
  if (step++ !== Number(fatal)) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => {});
};

/** Counts what a crash can come before; a file can also be left half-written. */
const deadly: Disk = {
  folder: (path) => die().then(() => disk.folder(path)),
  write: async (path, text) => {
    await die();
    if (step++ === Number(fatal)) {
      await writeFile(path, text.slice(0, text.length / 2), { mode: 0o600 });
      step = Number(fatal);
      await die();
    }
    await disk.write(path, text);
  },
  link: (from, to) => die().then(() => disk.link(from, to)),
  move: (from, to) => die().then(() => disk.move(from, to)),
  sync: (path) => die().then(() => disk.sync(path)),
  remove: (path) => die().then(() => disk.remove(path)),
};

const actions: Readonly<Record<string, (at: OpenedApprovals, n: number) => Promise<unknown>>> = {
  request: (at) => at.request(proposal()).then(({ approval }) => approval.id),
  vote: (at, n) => at.vote(id, vote({ approver: n === 0 ? 'bob' : `${process.pid} ${n}` })).then(() => true),
  claim: (at, n) => at.claim(id, `${process.pid} ${n}`),
  finish: (at) => at.finish(id, 'executed').then(() => true),
  redeem: (at) => at.links.redeem(id).then((guest) => guest !== undefined),
};

const at = await openApprovals({ dir }, { now: clock().now, owner: 'child', disk: deadly });
step = 0;
const results = await Promise.all(Array.from({ length: Number(times) }, (_, n) => actions[action]?.(at, n)));
process.stdout.write(JSON.stringify({ results, steps: step }));
at.close();
