// The folder in which approvals are kept: who may look into it, and what somebody else's hand in it does. It never does harm to a server.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openApprovals } from '../../src/approvals/approvals.ts';
import { folder, opened } from './opened.ts';
import { clock, hex, proposal, vote } from './world.ts';

const now = clock().now;

describe('the folder', () => {
  test('is made for its owner only, and so is everything in it', async () => {
    const dir = join(await folder(), 'deep', 'approvals');
    const at = await opened({ dir });
    const { approval } = await at.request(proposal());
    await at.vote(approval.id, vote());
    await at.links.mint({ approver: 'bob', groups: [] });
    await at.pages.announce('http://127.0.0.1:1/approvals');
    const all = await readdir(dir, { recursive: true, withFileTypes: true });
    const modes = await Promise.all(
      all.map(
        async (one) =>
          `${one.isDirectory()} ${((await stat(join(one.parentPath, one.name))).mode & 0o777).toString(8)}`,
      ),
    );
    expect(new Set(modes)).toEqual(new Set(['true 700', 'false 600']));
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
  });

  test('that others may look or write into is refused, with what to do', async () => {
    const dir = await folder();
    for (const mode of [0o777, 0o770, 0o755, 0o701]) {
      await chmod(dir, mode);
      await expect(openApprovals({ dir }, { now })).rejects.toThrow(`chmod 700 ${dir}`);
    }
    await chmod(dir, 0o700);
    await opened({ dir });
    await chmod(join(dir, 'links'), 0o777);
    await expect(openApprovals({ dir }, { now })).rejects.toThrow('others may look or write');
  });

  test('that is a link, a file, or somebody else’s is refused', async () => {
    const dir = await folder();
    await mkdir(join(dir, 'real'), { mode: 0o700 });
    await symlink(join(dir, 'real'), join(dir, 'link'));
    await writeFile(join(dir, 'file'), '');
    await expect(openApprovals({ dir: join(dir, 'link') }, { now })).rejects.toThrow('it is a link or a file');
    await expect(openApprovals({ dir: join(dir, 'file') }, { now })).rejects.toThrow('it is a link or a file');
    await expect(openApprovals({ dir: join(dir, 'file', 'x') }, { now })).rejects.toThrow('it cannot be made');
    if (process.getuid?.() !== 0) return;
    execFileSync('chown', ['12345', join(dir, 'real')]);
    await expect(openApprovals({ dir: join(dir, 'real') }, { now })).rejects.toThrow('belongs to another user');
  });
});

type Hand = (record: string, dir: string) => Promise<unknown>;

/** The same text under a checksum that fits: what a careful hand does. */
function resealed(text: string, change: (body: string) => string): string {
  const body = change(text.split('\n')[1] ?? '');
  return `sha256:${createHash('sha256').update(body).digest('hex')}\n${body}\n`;
}

const edit =
  (file: string, change: (text: string) => string): Hand =>
  async (record) =>
    writeFile(join(record, file), change(await readFile(join(record, file), 'utf8')));

const hands: Readonly<Record<string, Hand>> = {
  'a proposal that is garbage': edit('proposal', () => '{"half":'),
  'a proposal that is empty': edit('proposal', () => ''),
  'a proposal cut off': edit('proposal', (text) => text.slice(0, -20)),
  'a proposal that is no text': (record) => writeFile(join(record, 'proposal'), Buffer.from([0xff, 0xfe, 0xc0])),
  'a proposal without anything around it': (record) => rm(join(record, 'proposal')),
  'a proposal that shows something else than it is bound to': edit('proposal', (text) =>
    text.replace('replicas: 5', 'replicas: 4'),
  ),
  'a proposal with another digest and a fitting checksum': edit('proposal', (text) =>
    resealed(text, (body) => body.replaceAll(proposal().digest, hex('evil'))),
  ),
  'a proposal edited after the vote, with a fitting checksum': edit('proposal', (text) =>
    resealed(text, (body) => body.replace('replicas: 5', 'replicas: 4')),
  ),
  'a proposal with one more field': edit('proposal', (text) =>
    resealed(text, (body) => body.replace('{', '{"more":1,')),
  ),
  'a proposal of another shape': edit('proposal', (text) =>
    resealed(text, (body) => body.replace('"quorum":1', '"quorum":"1"')),
  ),
  'a proposal that is null': edit('proposal', (text) => resealed(text, () => 'null')),
  'a proposal with a checksum over no JSON': edit('proposal', (text) => resealed(text, () => '}{')),
  'a huge proposal': (record) => truncate(join(record, 'proposal'), 2 ** 40),
  'a huge vote': async (record) => {
    await writeFile(join(record, 'vote-x'), '', { mode: 0o600 });
    await truncate(join(record, 'vote-x'), 2 ** 40);
  },
  'a proposal behind a link': async (record, dir) => {
    await rename(join(record, 'proposal'), join(dir, 'elsewhere'));
    await symlink(join(dir, 'elsewhere'), join(record, 'proposal'));
  },
  'a link to nothing': (record) => symlink('/nowhere', join(record, 'claim')),
  'a folder where a file should be': (record) => mkdir(join(record, 'claim')),
  'a pipe that nobody writes into': async (record) => execFileSync('mkfifo', [join(record, 'claim')]),
  'a file that is no part of it': (record) => writeFile(join(record, 'notes'), 'x', { mode: 0o600 }),
  'too many files': (record) =>
    Promise.all(Array.from({ length: 1001 }, (_, n) => writeFile(join(record, `vote-${n}`), '', { mode: 0o600 }))),
  'a vote under a false name': async (record) => {
    const [name = ''] = (await readdir(record)).filter((file) => file.startsWith('vote-'));
    await link(join(record, name), join(record, `vote-${'0'.repeat(32)}`));
  },
  'a vote with another verdict': async (record) => {
    const [name = ''] = (await readdir(record)).filter((file) => file.startsWith('vote-'));
    await edit(name, (text) => text.replace('"approve"', '"refuse"'))(record, '');
  },
  'a file that others may write': (record) => chmod(join(record, 'proposal'), 0o666),
  'a record that others may write': (record) => chmod(record, 0o777),
  'a record that is a file': async (record) => {
    await rm(record, { recursive: true });
    await writeFile(record, '');
  },
  'a record behind a link': async (record, dir) => {
    await rename(record, join(dir, 'elsewhere'));
    await symlink(join(dir, 'elsewhere'), record);
  },
};

describe('a hand in the folder', () => {
  test.each(Object.entries(hands))('%s: nobody can rely on this one, and the others are as before', async (_, hand) => {
    const dir = await folder();
    const problems: string[] = [];
    const at = await opened({ dir }, { onProblem: (problem) => problems.push(problem) });
    const { approval } = await at.request(proposal());
    await at.vote(approval.id, vote());
    const other = (await at.request(proposal({ digest: hex('other'), target: hex('other') }))).approval;
    const requests = join(dir, 'requests');
    const [record = ''] = (await readdir(requests)).filter((name) => name.startsWith(approval.id));

    await hand(join(requests, record), dir);

    await expect(at.get(approval.id)).rejects.toMatchObject({ name: 'Unusable' });
    await expect(at.vote(approval.id, vote({ approver: 'carol' }))).rejects.toMatchObject({ name: 'Unusable' });
    await expect(at.claim(approval.id, 'call')).rejects.toMatchObject({ name: 'Unusable' });
    await at.wait(approval.id, 60);
    expect(await at.find(proposal().digest)).toBeUndefined();
    expect((await at.list()).map(({ id }) => id)).toEqual([other.id]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(approval.id);
    expect(problems[0]).not.toContain(dir);
    // Whoever needs it asks for a new one, which a person must look at.
    const again = (await at.request(proposal())).approval;
    expect(again.id).toBe(approval.id.replace(/-1$/, '-2'));
    expect(again).toMatchObject({ state: 'requested', votes: [] });
  });

  test('a vote from another proposal does not fit', async () => {
    const dir = await folder();
    const at = await opened({ dir });
    const good = (await at.request(proposal())).approval;
    await at.vote(good.id, vote());
    const evil = (await at.request(proposal({ digest: hex('evil'), target: hex('evil') }))).approval;
    const requests = join(dir, 'requests');
    const names = await readdir(requests);
    const of = (id: string) => join(requests, names.find((name) => name.startsWith(id)) ?? '');
    const [name = ''] = (await readdir(of(good.id))).filter((file) => file.startsWith('vote-'));
    await link(join(of(good.id), name), join(of(evil.id), name));
    await expect(at.get(evil.id)).rejects.toThrow('about something else');
    expect(await at.claim(good.id, 'call')).toBe(true);
  });

  test('a record under another name is not taken for that', async () => {
    const dir = await folder();
    const at = await opened({ dir });
    const { approval } = await at.request(proposal());
    await at.vote(approval.id, vote());
    const requests = join(dir, 'requests');
    const [name = ''] = await readdir(requests);
    const next = name.replace(/-1\./, '-2.');
    await rename(join(requests, name), join(requests, next));
    await expect(at.get(approval.id.replace(/-1$/, '-2'))).rejects.toThrow('something else than its name');
  });

  test('two records of one id are none', async () => {
    const dir = await folder();
    const at = await opened({ dir });
    const { approval } = await at.request(proposal());
    const requests = join(dir, 'requests');
    const [name = ''] = await readdir(requests);
    await mkdir(
      join(
        requests,
        name.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
      { mode: 0o700 },
    );
    await expect(at.get(approval.id)).rejects.toThrow('Two records');
  });

  test('names that are no records are left alone', async () => {
    const dir = await folder();
    const at = await opened({ dir });
    for (const name of ['README', 'x-1', '.git']) await writeFile(join(dir, 'requests', name), '');
    await at.request(proposal());
    expect(await at.list()).toHaveLength(1);
  });

  test('links and pages that somebody wrote let nobody in', async () => {
    const dir = await folder();
    const at = await opened({ dir });
    const token = await at.links.mint({ approver: 'bob', groups: [] });
    const [key = ''] = await readdir(join(dir, 'links'));
    const file = join(dir, 'links', key, 'link');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('bob', 'eve'));
    expect(await at.links.redeem(token)).toBeUndefined();
    expect(await readFile(file, 'utf8')).not.toContain(token);
    await at.pages.announce('http://127.0.0.1:1/approvals');
    const [page = ''] = await readdir(join(dir, 'pages'));
    await writeFile(join(dir, 'pages', page, 'page'), 'x');
    expect(await at.pages.addresses()).toEqual([]);
  });
});

describe('pages', () => {
  test('of processes that are gone are skipped and taken away', async () => {
    const dir = await folder();
    const at = await opened({ dir });
    const file = new URL('../../src/approvals/approvals.ts', import.meta.url).href;
    execFileSync(process.execPath, [
      '--input-type=module',
      '-e',
      `const { openApprovals } = await import(${JSON.stringify(file)});
       const at = await openApprovals({ dir: ${JSON.stringify(dir)} }, { now: () => new Date() });
       await at.pages.announce('http://127.0.0.1:9/approvals');`,
    ]);
    expect(await readdir(join(dir, 'pages'))).toHaveLength(1);
    expect(await at.pages.addresses()).toEqual([]);
    expect(await readdir(join(dir, 'pages'))).toEqual([]);
  });
});
