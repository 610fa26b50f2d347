// portcullis approvals: what a person is shown, how they say yes or no, and how each command ends.
import { mkdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { beforeEach, describe, expect, test } from 'vitest';
import type { OpenedApprovals } from '../../src/approvals/approvals.ts';
import { approvalsCommand } from '../../src/commands/approvals/approvals.ts';
import { linkTo } from '../../src/commands/approvals/open.ts';
import { person as atTerminal, type Person } from '../../src/commands/approvals/person.ts';
import { Mistake } from '../../src/commands/flags.ts';
import { approvalsFolder } from '../../src/commands/state.ts';
import type { Proposal } from '../../src/gate/ports.ts';
import { folder, opened } from '../approvals/opened.ts';
import { clock, hex, proposal, terms, vote } from '../approvals/world.ts';

const time = clock();
let dir: string;
let at: OpenedApprovals;

beforeEach(async () => {
  dir = await folder();
  at = await opened({ dir }, { now: time.now });
});

type End = { readonly text: string; readonly code: number; readonly error: string; readonly warned: string };

async function run(args: readonly string[], more: Partial<Person> = {}): Promise<End> {
  const said: string[] = [];
  const warned: string[] = [];
  const person: Person = {
    say: (text) => void said.push(text),
    warn: (text) => void warned.push(text),
    exit: () => undefined,
    colour: false,
    who: () => ({ approver: 'bob', groups: ['wheel'] }),
    env: {},
    now: time.now,
    ...more,
  };
  const command = approvalsCommand(person);
  for (const each of [command, ...command.commands])
    each.exitOverride().configureOutput({ writeErr: () => undefined, writeOut: (text) => void said.push(text) });
  const end = await command.parseAsync(args, { from: 'user' }).then(
    () => ({ code: 0, error: '' }),
    (error: unknown) => {
      if (error instanceof Mistake) return { code: error.code, error: error.message };
      if (error instanceof CommanderError) return { code: 2, error: error.message };
      return { code: 1, error: String(error) };
    },
  );
  return { ...end, text: said.join('\n'), warned: warned.join('\n') };
}

const on = (...args: readonly string[]): string[] => [...args, '--approvals', dir];
const request = async (more: Partial<Proposal> = {}): Promise<string> => (await at.request(proposal(more))).approval.id;
const answering = (answer: string): { asked: string[]; ask: NonNullable<Person['ask']> } => {
  const asked: string[] = [];
  const ask = async (question: string): Promise<string> => {
    asked.push(question);
    return answer;
  };
  return { asked, ask };
};
const begin8 = proposal().digest.slice('sha256:'.length).slice(0, 8);

describe('list', () => {
  test('what waits comes first, one line each', async () => {
    expect(await run(on('list'))).toMatchObject({ text: 'Nothing waits.', code: 0 });
    const first = await request();
    await at.vote(first, vote({ verdict: 'refuse' }));
    const second = await request({ digest: hex('two'), target: hex('two') });
    expect(await run(on('list'))).toMatchObject({
      text: [
        `${second}  requested, 0 of 1 votes, ends in 1 h  patch deployments.apps shop/web  on demo  by alice@example.com`,
        `${first}  refused  patch deployments.apps shop/web  on demo  by alice@example.com`,
      ].join('\n'),
      code: 0,
    });
  });

  test('as JSON it is what is on record', async () => {
    await request();
    expect(JSON.parse((await run(on('list', '--json'))).text)).toEqual(await at.list());
  });

  test('a folder that is not there: the default one is empty, a named one is a mistake', async () => {
    const state = join(dir, 'state');
    expect(await run(['list'], { env: { XDG_STATE_HOME: state } })).toMatchObject({ text: 'Nothing waits.', code: 0 });
    expect(await run(['list', '--approvals', join(dir, 'nothing')])).toMatchObject({
      code: 2,
      error: expect.stringContaining('There is no folder'),
    });
  });

  test('a folder that others may write into is refused, in words', async () => {
    await mkdir(join(dir, 'open'), { mode: 0o755 });
    expect(await run(['list', '--approvals', join(dir, 'open')])).toMatchObject({
      code: 1,
      error: expect.stringContaining('chmod 700'),
    });
  });
});

test('the default folder is the same for everybody who asks', () => {
  expect(approvalsFolder({ XDG_STATE_HOME: '/s' })).toBe('/s/portcullis/approvals');
  expect(approvalsFolder({})).toMatch(/\/\.local\/state\/portcullis\/approvals$/);
});

describe('show', () => {
  test('everything that a yes is bound to', async () => {
    const id = await request();
    const { text, code } = await run(on('show', id));
    expect(code).toBe(0);
    expect(text).toBe(`Approval ${id}: requested, 0 of 1 votes, ends in 1 h
Cluster:   demo
Target:    patch deployments.apps shop/web
Asked by:  alice@example.com (sre) through claude-code, with scale, 2026-09-21T14:13:20Z
Why:       the sale begins at ten
Risk:      medium
Reason:    WRITE_NEEDS_APPROVAL: A person must agree. (shop/web)
Approvers: 1 needed, out of: *; by cli, page

── patch deployments.apps shop/web
  spec.replicas: 3 → 5
  dry run: accepted
  @@ -1,2 +1,2 @@
   spec:
  -  replicas: 3
  +  replicas: 5

A yes holds for exactly this: who asks, these requests, these changes, the objects as they are now, and the policy as
it is now. If one of them changes, it is void.
Digest:    ${proposal().digest}
Policy:    r1`);
  });

  test('in colour only where there is colour', async () => {
    const id = await request();
    expect((await run(on('show', id))).text).not.toContain('\u001b');
    const { text } = await run(on('show', id), { colour: true });
    expect(text).toContain('\u001b[31m  -  replicas: 3\u001b[0m');
    expect(text).toContain('\u001b[32m  +  replicas: 5\u001b[0m');
  });

  test('an unknown id is 3, whatever it is', async () => {
    for (const id of ['deadbeef-1', '../../x', '\u001b[2J'])
      expect(await run(on('show', id))).toMatchObject({
        code: 3,
        error: expect.stringContaining('There is no approval'),
      });
    expect((await run(on('show', '\u001b[2J'))).error).toContain('\\u001b[2J');
  });

  test('one that was edited is not shown', async () => {
    const id = await request();
    const { readdir, readFile, writeFile } = await import('node:fs/promises');
    const [name = ''] = await readdir(join(dir, 'requests'));
    const file = join(dir, 'requests', name, 'proposal');
    await writeFile(file, (await readFile(file, 'utf8')).replace('replicas: 5', 'replicas: 4'));
    for (const command of [['show'], ['approve', '--yes', begin8], ['refuse']]) {
      const end = await run(on(...command, id));
      expect(end).toMatchObject({ code: 1, text: '', error: expect.stringContaining('does not fit its checksum') });
    }
    expect(await run(on('list'))).toMatchObject({ text: 'Nothing waits.', warned: expect.stringContaining(id) });
  });

  const hostile =
    'x\u001b[2J\u001b]0;t\u0007\u009b31m\u202e\u200b\u00ad\u2028\r\u0000\t\u00a0\u{e0041}\ud800y\n@@ fake';
  test('nothing that others wrote reaches the terminal as anything but text', async () => {
    const [first] = proposal().requests;
    const id = await request({
      cluster: hostile,
      tool: hostile,
      why: hostile,
      requester: { id: hostile, groups: [hostile], agent: hostile },
      reasons: [{ code: hostile, message: hostile, remedy: hostile, subject: hostile }],
      requests: [
        {
          ...first!,
          name: hostile,
          changes: [hostile],
          before: hostile,
          after: `${hostile}${hostile}`,
          dryRun: hostile,
        },
      ],
      parts: { request: hostile, live: hostile, revision: hostile },
      ...terms({ approvers: [hostile], methods: ['cli', hostile] }),
    });
    const person = answering('n');
    await at.vote(id, vote({ approver: hostile, method: hostile, note: hostile, groups: [hostile] }));
    const all = [
      await run(on('show', id)),
      await run(on('show', id, '--json')),
      await run(on('list')),
      await run(on('list', '--json')),
      await run(on('approve', id), { ask: person.ask }),
      await run(on('refuse', id, '--note', hostile)),
    ];
    for (const { text, error, code } of all) {
      expect(code).toBe(0);
      expect(text + error).not.toMatch(/[^\P{C}\n]|[^\P{Z} ]|\p{Default_Ignorable_Code_Point}|[\ud800-\udfff]/u);
    }
    expect(all[0]?.text).toContain(
      'x\\u001b[2J\\u001b]0;t\\u0007\\u009b31m\\u202e\\u200b\\u00ad\\u2028\\u000d\\u0000\\u0009\\u00a0\\u{e0041}\\ud800y',
    );
    expect(JSON.parse(all[1]?.text ?? '')).toMatchObject({ why: hostile });
    // A line of ours never begins where one of theirs ended.
    expect(all[0]?.text.split('\n').filter((line) => line.startsWith('@@'))).toEqual([]);
  });
});

describe('approve', () => {
  test('shows it, asks, and a yes is on record as the system’s user', async () => {
    const id = await request();
    const person = answering('y');
    const { text, code } = await run(on('approve', id, '--note', 'go on'), { ask: person.ask });
    expect(code).toBe(0);
    expect(text).toContain('  +  replicas: 5');
    expect(text).toMatch(new RegExp(`Approved ${id}\\.`));
    expect(person.asked).toEqual(['Approve as bob? [y/N] ']);
    expect((await at.get(id))?.votes).toEqual([vote({ groups: ['wheel'], note: 'go on' })]);
  });

  test.each(['', 'n', 'no', 'yess', 'maybe', 'N'])('the answer “%s” does nothing', async (answer) => {
    const id = await request();
    const { text, code } = await run(on('approve', id), { ask: answering(answer).ask });
    expect(code).toBe(0);
    expect(text).toContain('Nothing was approved or refused.');
    expect((await at.get(id))?.votes).toEqual([]);
  });

  test('with nobody to ask it needs the digest of what was seen', async () => {
    const id = await request();
    expect(await run(on('approve', id))).toMatchObject({ code: 2, error: expect.stringContaining('--yes DIGEST') });
    expect((await run(on('approve', id, '--yes'))).code).toBe(2);
    for (const short of ['', 'y', '1234567', 'zzzzzzzz', 'sha256:', `${proposal().digest}0`, '........'])
      expect((await run(on('approve', id, '--yes', short))).code).toBe(2);
    expect(await run(on('approve', id, '--yes', 'deadbeef'))).toMatchObject({
      code: 3,
      error: expect.stringContaining('another digest'),
    });
    expect((await run(on('approve', id, '--yes', id.slice(0, 8)))).code).toBe(3);
    expect((await at.get(id))?.votes).toEqual([]);
    expect(await run(on('approve', id, '--yes', `sha256:${begin8}`))).toMatchObject({ code: 0 });
    expect((await at.get(id))?.state).toBe('approved');
  });

  test('one of two says how many are missing', async () => {
    const id = await request(terms({ quorum: 2 }));
    const { text } = await run(on('approve', id, '--yes', begin8));
    expect(text).toBe(`Your word on ${id} is on record: 1 of 2 agreed.`);
    const again = await run(on('refuse', id));
    expect(again).toMatchObject({
      code: 3,
      error: 'bob has already said approve by this way, and the first word counts.',
    });
  });

  test('what is not open any more is 3, and says what it is', async () => {
    const id = await request();
    await at.vote(id, vote({ verdict: 'refuse', approver: 'carol' }));
    expect(await run(on('approve', id, '--yes', begin8))).toMatchObject({
      code: 3,
      error: expect.stringContaining('it is refused'),
    });
    expect((await run(on('refuse', id))).code).toBe(3);
    expect((await run(on('approve', 'deadbeef-1', '--yes', begin8))).code).toBe(3);
  });

  test('what closes while the person reads is 3', async () => {
    const id = await request();
    const ask = async (): Promise<string> => {
      await at.request(proposal({ digest: hex('newer') }));
      return 'y';
    };
    expect(await run(on('approve', id), { ask })).toMatchObject({
      code: 3,
      error: expect.stringContaining('it is superseded'),
    });
  });

  test('where the policy takes no word from here, none is taken', async () => {
    const id = await request(terms({ methods: ['page'] }));
    expect(await run(on('approve', id, '--yes', begin8))).toMatchObject({
      code: 1,
      error: expect.stringContaining('only by: page'),
    });
    expect((await at.get(id))?.votes).toEqual([]);
  });

  test('nobody can say who they are', async () => {
    const id = await request();
    expect((await run(on('approve', id, '--as', 'root', '--yes', begin8))).code).toBe(2);
    const name = process.env.USER;
    process.env.USER = 'mallory';
    expect(atTerminal().who().approver).toBe(userInfo().username);
    if (name === undefined) delete process.env.USER;
    else process.env.USER = name;
  });
});

test('refuse needs no question', async () => {
  const id = await request();
  expect(await run(on('refuse', id, '--note', 'not now'))).toMatchObject({ text: `Refused ${id}.`, code: 0 });
  expect(await at.get(id)).toMatchObject({
    state: 'refused',
    votes: [{ approver: 'bob', method: 'cli', note: 'not now' }],
  });
});

test('a note has an end', async () => {
  const id = await request();
  expect((await run(on('refuse', id, '--note', 'x'.repeat(1001)))).code).toBe(2);
});

test('watch says what waits, and what comes, until it is ended', async () => {
  const first = await request();
  const stop = new AbortController();
  const lines: string[] = [];
  let came = Promise.withResolvers<void>();
  const say = (text: string): void => {
    lines.push(text.split('  ').slice(0, 2).join(' '));
    came.resolve();
  };
  const next = async (): Promise<void> => {
    await came.promise;
    came = Promise.withResolvers();
  };
  const watching = run(on('watch'), { say, signal: stop.signal });
  await next();
  await at.vote(first, vote());
  await next();
  const second = await request({ digest: hex('two'), target: hex('two') });
  await next();
  stop.abort();
  expect((await watching).code).toBe(0);
  expect(lines).toEqual([
    `${first} requested, 0 of 1 votes, ends in 1 h`,
    `${first} approved, 1 of 1 votes, ends in 15 m`,
    `${second} requested, 0 of 1 votes, ends in 1 h`,
  ]);
});

describe('open', () => {
  test('prints a link that lets this person in, once', async () => {
    const id = await request();
    expect(await run(on('open'))).toMatchObject({ code: 1, error: expect.stringContaining('No running server') });
    await at.pages.announce('http://127.0.0.1:8642/approvals');
    const { text, code } = await run(on('open'));
    expect(code).toBe(0);
    const link = new URL(text);
    expect(`${link.origin}${link.pathname}`).toBe('http://127.0.0.1:8642/approvals/open');
    expect(await at.links.redeem(link.searchParams.get('token') ?? '')).toEqual({ approver: 'bob', groups: ['wheel'] });
    expect(await at.links.redeem(link.searchParams.get('token') ?? '')).toBeUndefined();
    expect(new URL((await run(on('open', id))).text).searchParams.get('id')).toBe(id);
    expect((await run(on('open', 'deadbeef-1'))).code).toBe(3);
    expect((await run(on('open', '--as', 'root'))).code).toBe(2);
  });

  test('the link is the one that the page takes', () => {
    expect(linkTo('http://127.0.0.1:1/approvals', 'T', 'x-1')).toBe('http://127.0.0.1:1/approvals/open?token=T&id=x-1');
  });
});
