// The command line as scripts and operators meet it: exit codes, and a sentence that helps for whatever went wrong.
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { describeReal } from '../cluster/real.ts';
import { startDoor, startFront } from './front.ts';
import { copyPolicies } from './operator.ts';
import { connect } from './peers.ts';
import { expectNoTrace, listen, portcullis, raw, root, scratch, serve, waitFor } from './program.ts';
import { openShop } from './shop.ts';

// Many short processes on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const demo = ['--cluster', 'demo'];
const pods = '{"kind":"pods","namespace":"shop"}';
let folder: string;
const file = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

beforeAll(async () => {
  folder = await scratch();
});

describe.concurrent('call', () => {
  test('allowed: 0, the answer on stdout and nothing else anywhere', async () => {
    const { code, stdout, stderr } = await portcullis(['call', 'list', pods, ...demo]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^pods in shop, cluster demo: \d+ rows/);
  });

  test('denied: 3, with reason and remedy', async () => {
    const { code, stdout } = await portcullis(['call', 'list', '{"kind":"secrets","namespace":"shop"}', ...demo]);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^Refused by policy; nothing was sent\.\nsecrets_closed: .+\n {2}What to do: /);
  });

  test.each([
    ['an object that is not there', 'get', '{"kind":"pod","namespace":"shop","name":"nobody"}', 'NOT_FOUND: '],
    ['a kind that is not there', 'list', '{"kind":"gadgets"}', 'KIND_UNKNOWN: '],
  ])('a fault: 1, with what to do: %s', async (_, tool, args, begins) => {
    const { code, stdout } = await portcullis(['call', tool, args, ...demo]);
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`^${begins}.+\\n {2}What to do: `));
  });

  test.each([
    ['arguments that do not fit', 'list', '{"knd":"pods"}', 'stdout', 'There is no argument knd; did you mean kind?'],
    ['an unknown tool', 'lst', '{}', 'stdout', 'There is no such tool'],
    ['no JSON', 'list', '{kind:pods}', 'stderr', 'The arguments are not JSON. Write them in single quotes:'],
    ['a list', 'list', '["pods"]', 'stdout', 'The arguments must be an object.'],
  ] as const)('usage: 2, with the form that is allowed: %s', async (_, tool, args, where, words) => {
    const ended = await portcullis(['call', tool, args, ...demo]);
    expect(ended.code).toBe(2);
    expect(ended[where]).toContain(words);
  });

  test('approval needed: 4, what waits on stdout, and how to decide it on stderr', async () => {
    const args = '{"kind":"deployment","namespace":"shop","name":"search","replicas":3}';
    const kept = ['--log', join(folder, 'asked.log'), '--approvals', join(folder, 'approvals')];
    const { code, stdout, stderr } = await portcullis(['call', 'scale', args, ...demo, ...kept]);
    expect(stdout).toMatch(/^Waiting for a person; nothing more was sent\.\n\w+: .+\n {2}What to do: /);
    expect(stderr).toMatch(/approval \S+ waits for a person; decide with: portcullis approvals approve \S+/);
    expect(code).toBe(4);
    const denied = await portcullis(['call', 'scale', args, ...demo, '--preset', 'read-only']);
    // A tool that could only be refused is not offered.
    expect(denied.stdout).toContain('There is no such tool for you.');
    expect(denied.code).toBe(2);
    const asked = '{"verb":"delete","kind":"pods","namespace":"shop","name":"web"}';
    const forbidden = await portcullis(['call', 'check', asked, ...demo, '--preset', 'no-delete']);
    expect(forbidden.stdout).toMatch(/^Refused\.\n[\s\S]*verb_forbidden/);
  }, 90_000);

  test('--json gives scripts the whole result', async () => {
    const { code, stdout } = await portcullis([
      'call',
      'list',
      '{"kind":"secrets","namespace":"shop"}',
      ...demo,
      '--json',
    ]);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'deny',
      code: 'secrets_closed',
      decisions: [{ request: { verb: 'list', resource: 'secrets' }, decision: { effect: 'deny' } }],
    });
  });

  test('--why says on stderr what was decided of each request, and stdout stays the answer', async () => {
    const { stdout, stderr } = await portcullis(['call', 'get', '{"kind":"ns","name":"shop"}', ...demo, '--why']);
    expect(stdout).toMatch(/^namespaces shop, cluster demo/);
    expect(stdout).not.toContain('must:');
    expect(stderr).toMatch(/^allow {2}get namespaces \(name shop\) {2}[0-9a-f-]{36}\n {2}must: /);
    const denied = await portcullis(['call', 'list', '{"kind":"pods","namespace":"kube-system"}', ...demo, '--why']);
    expect(denied.stderr).toMatch(/^deny {2}list pods \(namespace kube-system\) .+\n {2}namespace_closed: /);
  });

  test("--log-stderr writes each decision as a line of JSON with OPA's names", async () => {
    const { stdout, stderr } = await portcullis(['call', 'list', pods, ...demo, '--log-stderr']);
    expect(stdout).toMatch(/^pods in shop/);
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      expect.objectContaining({
        decision_id: expect.any(String),
        timestamp: expect.any(String),
        path: 'main/decision',
        input: expect.objectContaining({ request: expect.objectContaining({ verb: 'list', resource: 'pods' }) }),
        result: expect.objectContaining({ effect: 'allow' }),
        labels: expect.objectContaining({ app: 'portcullis' }),
      }),
    ]);
  });

  test('--log keeps each decision, and audit verify finds the log whole', async () => {
    const log = join(folder, 'calls.log');
    await portcullis(['call', 'list', pods, ...demo, '--log', log]);
    await portcullis(['call', 'list', '{"kind":"secrets","namespace":"shop"}', ...demo, '--log', log]);
    expect((await portcullis(['audit', 'verify', log])).stdout).toMatch(/^Whole: 2 lines, 1 to 2, in 1 file\./);
    const shown = await portcullis(['audit', 'show', log]);
    expect(shown.stdout).toMatch(/allow {2}list {2}pods[\s\S]+deny {2}list {2}secrets .*secrets_closed/);
    await appendFile(log, '{}\n');
    expect((await portcullis(['audit', 'verify', log])).code).toBe(1);
  });
});

describe.concurrent('usage', () => {
  test.each<[string[], string]>([
    [['serve', '--htpp', '1'], '(Did you mean --http?)'],
    [['call', 'list', '--contxt', 'x'], '(Did you mean --context?)'],
    [['srve'], '(Did you mean serve?)'],
    [['policy', 'chek'], '(Did you mean check?)'],
    [['audit', 'verify', 'x', '--haed', 'x'], '(Did you mean --head?)'],
    [['call'], "missing required argument 'tool'"],
    [['serve'], 'Say how to serve: --stdio or --http [HOST:]PORT.'],
    [['serve', '--stdio', '--http', '1'], 'cannot be used with'],
    [['serve', '--http', 'x:y:z'], 'Write a port, or HOST:PORT.'],
    [['serve', '--http', '99999'], 'Write a port, or HOST:PORT.'],
    [['call', 'list', '--cluster', 'demo', '--kubeconfig', 'x'], 'cannot be used with'],
    [['audit', 'verify', '/nowhere/log'], 'there is no such file'],
    [['policy', 'check', '/nowhere/policies'], 'There is no folder /nowhere/policies'],
  ])('%j ends with 2 and says: %s', async (args, words) => {
    const { code, stdout, stderr } = await portcullis(args);
    expect(stderr).toContain(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test.each(
    [
      '',
      'serve',
      'demo',
      'call',
      'policy',
      'policy check',
      'policy test',
      'policy build',
      'policy fmt',
      'policy rules',
      'audit',
      'audit verify',
      'audit show',
    ].map((command) => [command]),
  )('the help of "%s" has an example', async (command) => {
    const { code, stdout } = await portcullis([...command.split(' ').filter(Boolean), '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Examples?:\n {2}\S/);
    expect(stdout).toMatch(new RegExp(`^ {2}.*portcullis ${command}`, 'm'));
  });
});

describe.concurrent('what cannot be started', () => {
  const refused = async (args: readonly string[], words: RegExp, env: Record<string, string> = {}): Promise<void> => {
    const { code, stdout, stderr } = await portcullis(args, { env });
    expect(stderr).toMatch(words);
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
  };

  test('a taken port names the flag', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as { port: number };
    await refused(
      ['serve', '--http', String(port), ...demo],
      new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken.+--http`),
    );
    await new Promise((done) => taken.close(done));
  });

  test.each(['0.0.0.0:0', '[::]:0', '192.0.2.7:0', 'example.com:0'])(
    'an address that others reach: %s',
    async (http) => {
      await refused(['serve', '--http', http, ...demo], /Refused to listen on .+ credentials.+--http 127\.0\.0\.1/);
    },
  );

  test('a kubeconfig that is not there, or not YAML, or lacks the context', async () => {
    await refused(
      ['call', 'list', pods, '--kubeconfig', '/nowhere/config'],
      /The kubeconfig \/nowhere\/config cannot be read/,
    );
    const broken = await file('broken', 'a: [b\n');
    await refused(['call', 'list', pods, '--kubeconfig', broken], /The kubeconfig \S+ is not YAML, line \d/);
    const good = await file(
      'config',
      'contexts: [{name: prod, context: {cluster: c}}, {name: dev, context: {cluster: c}}]\nclusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]\n',
    );
    await refused(
      ['serve', '--http', '0', '--kubeconfig', good, '--context', 'prd'],
      /no context "prd". It has: dev, prod\./,
    );
  });

  test('manifests with a mistake: file and document', async () => {
    const nameless =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: x}\n---\nkind: Pod\napiVersion: v1\nmetadata: {}\n';
    await refused(
      ['call', 'list', pods, '--cluster', await file('nameless.yaml', nameless)],
      /nameless\.yaml, document 2: metadata\.name is missing/,
    );
    const broken = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: x}\n---\nfoo: [\n';
    await refused(
      ['call', 'list', pods, '--cluster', await file('broken.yaml', broken)],
      /broken\.yaml, document 2 \(line \d+\)/,
    );
    await refused(['call', 'list', pods, '--cluster', '/nowhere/manifests'], /\/nowhere\/manifests cannot be read/);
  });

  test('a policy with a mistake: file, row, reason, and the command that shows it', async () => {
    const policies = await copyPolicies();
    const guard = join(policies, 'guards/kinds.rego');
    const row = (await readFile(guard, 'utf8')).split('\n').length;
    await appendFile(guard, 'deny contains reason if reason := input.request.namespce\n');
    const words = new RegExp(`guards/kinds\\.rego:${row}:\\d+: .*namespce[\\s\\S]*portcullis policy check ${policies}`);
    await refused(['serve', '--http', '0', ...demo, '--policy', policies], words);
    const checked = await portcullis(['policy', 'check', policies]);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain(`guards/kinds.rego:${row}:`);
  }, 90_000);

  test('values with a mistake: the path, and what is allowed', async () => {
    const own = async (name: string, text: string) => [...demo, '--config-data', await file(name, text)];
    await refused(
      ['call', 'list', pods, ...(await own('a.yaml', 'output: {redact: {profile: weak}}\n'))],
      /a\.yaml:1:\d+: output\.redact\.profile: .+ Allowed: standard, strict\./,
    );
    await refused(
      ['call', 'list', pods, ...(await own('b.yaml', 'limits: {itemz: 5}\n'))],
      /b\.yaml:1:\d+: limits\.itemz: .+did you mean items\?/,
    );
    await refused(
      ['call', 'list', pods, ...(await own('c.yaml', 'limits: {items: lots}\n'))],
      /c\.yaml:1:\d+: limits\.items: /,
    );
    await refused(['call', 'list', pods, ...(await own('d.yaml', 'limits: [\n'))], /d\.yaml:\d+/);
    await refused(
      ['call', 'list', pods, ...demo, '--preset', 'lax'],
      /There is no preset of this name\. Allowed: default, no-delete, read-only, strict\./,
    );
    await refused(
      ['call', 'list', pods, ...demo, '--config-data', '/nowhere/mine.yaml'],
      /\/nowhere\/mine\.yaml.*cannot be read/,
    );
  });

  test('a policy that is not there, or no bundle', async () => {
    await refused(
      ['call', 'list', pods, ...demo, '--policy', '/nowhere/policies'],
      /There is no policy at \/nowhere\/policies/,
    );
    const bundle = await file('bundle.tar.gz', 'not a bundle');
    await refused(['call', 'list', pods, ...demo, '--policy', bundle], /bundle\.tar\.gz: The bundle is not/);
  });

  test('a folder without a policy is named', async () => {
    await mkdir(join(folder, 'empty'));
    await refused(
      ['call', 'list', pods, ...demo, '--policy', join(folder, 'empty')],
      /empty: There is no policy in this folder/,
    );
  });

  test('an opa that is not there, or of another version', async () => {
    const policies = await copyPolicies();
    const env = { XDG_CACHE_HOME: await scratch() };
    await refused(
      ['call', 'list', pods, ...demo, '--policy', policies, '--opa', '/nowhere/opa'],
      /--opa cannot be run\. Give the path of OPA 1\.22\.0/,
      env,
    );
    const other = await file('opa', '#!/bin/sh\necho "Version: 0.1.0"\n');
    await import('node:fs/promises').then(({ chmod }) => chmod(other, 0o755));
    await refused(['call', 'list', pods, ...demo, '--policy', policies, '--opa', other], /1\.22\.0/, env);
  });

  test('a log that cannot be opened', async () => {
    await refused(
      ['call', 'list', pods, ...demo, '--log', '/nowhere/decisions.log'],
      /decision log \/nowhere\/decisions\.log cannot be opened: .+ Choose another file/,
    );
  });
});

describe('a server', () => {
  test('on SIGTERM, lets the calls under way end, and exits with 0', async () => {
    const server = await serve(demo);
    expect((await server.get('/healthz')).status).toBe(200);
    expect(JSON.parse((await server.get('/readyz')).text)).toMatchObject({
      ok: true,
      checks: { policy: { ok: true } },
    });
    expect(await server.stop()).toBe(0);
  });

  test('on stdio, exits with 0 at the end of input, and stdout holds JSON-RPC only', async () => {
    const child = raw(['serve', '--stdio', ...demo]);
    const said = listen(child);
    const closed = new Promise<number | null>((done) => child.once('close', done));
    const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'raw', version: '1' } };
    const call = { name: 'list', arguments: { kind: 'pods', namespace: 'shop' } };
    for (const message of [
      { id: 1, method: 'initialize', params },
      { method: 'notifications/initialized' },
      { id: 2, method: 'tools/call', params: call },
    ])
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    child.stdin.write('{"half a line\n\ufeff{"jsonrpc":"2.0","id":3,"method":"ping"}\n');
    child.stdin.write(`{"jsonrpc":"2.0","id":4,"method":${'['.repeat(10_000)}\n`);
    child.stdin.write(Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]));
    child.stdin.write('[{"jsonrpc":"2.0","id":5,"method":"ping"}]\n');
    child.stdin.write(`{"jsonrpc":"2.0","id":6,"method":"ping","params":{"x":"${'x'.repeat(20 * 1024 * 1024)}"}}\n`);
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'tools/call', params: call })}\n`);
    child.stdin.end('{"jsonrpc":"2.0","id":8,"method":"pi');
    expect(await closed).toBe(0);
    const messages = said
      .stdout()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; error?: { code: number } });
    const by = (id: number) => messages.find((message) => message.id === id);
    for (const id of [1, 2, 3, 7]) expect(by(id)).toHaveProperty('result');
    expect(messages.filter(({ error }) => error).length).toBeGreaterThanOrEqual(6);
    expect(by(6)?.error).toBeUndefined();
    expectNoTrace(said.stderr());
  });

  test('that nobody listens to any more, ends', async () => {
    const child = raw(['serve', '--stdio', ...demo]);
    const said = listen(child);
    const closed = new Promise<number | null>((done) => child.once('close', done));
    child.stdout.destroy();
    child.stdin.write('{"jsonrpc":"2.0","id":1,"method":"ping"}\n{"jsonrpc":"2.0","id":2,"method":"ping"}\n');
    child.stdin.end();
    expect(await closed).toBe(0);
    expectNoTrace(said.stderr());
  });

  test.runIf(existsSync('/dev/full'))('with a full disk under its log, still reads, and says so', async () => {
    const server = await serve([...demo, '--log', '/dev/full']);
    const peer = await connect('client 2.4, 2026-07-28', { url: server.url });
    for (const _ of [1, 2]) expect((await peer.call('list', { kind: 'pods', namespace: 'shop' })).isError).toBe(false);
    const ready = await waitFor(async () => {
      const { status, text } = await server.get('/readyz');
      return status === 200 ? undefined : { status, text };
    });
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.text)).toMatchObject({
      ok: false,
      checks: { log: { ok: false, message: expect.stringMatching(/ENOSPC|full|room/) } },
    });
    expect((await server.get('/metrics')).text).toMatch(/^portcullis_log_ok 0$/m);
    expect((await peer.call('list', { kind: 'pods', namespace: 'shop' })).isError).toBe(false);
    await peer.close();
    expect(await server.stop()).toBe(0);
  });
});

describe('demo', () => {
  test('serves, says how to connect, and shows four calls made at that moment', async () => {
    const child = raw(['demo', '--http', '0']);
    const said = listen(child);
    const closed = new Promise<number | null>((done) => child.once('close', done));
    await waitFor(() => (said.stdout().includes('Serving until Ctrl-C.') ? true : undefined));
    const [, url = ''] = /portcullis listens on (\S+)/.exec(said.stderr()) ?? [];
    expect(said.stdout()).toContain(`claude mcp add --transport http portcullis ${url}`);
    expect(said.stdout()).toMatch(/"mcpServers":\{"portcullis":\{"command":"npm"/);
    expect(said.stdout().match(/^> \w+ \{/gm)).toHaveLength(4);
    expect(said.stdout()).toMatch(/Withheld by policy: /);
    expect(said.stdout()).toMatch(/Refused by policy; nothing was sent\.\n.+\n.*What to do: /);
    const peer = await connect('client 2.4, 2026-07-28', { url });
    expect((await peer.call('list', { kind: 'pods', namespace: 'shop' })).isError).toBe(false);
    await peer.close();
    // As any client would, from anywhere: the configuration that was printed, by npm.
    const [, printed = ''] = /Any client, stdio +(\{.+\})/.exec(said.stdout()) ?? [];
    const config = JSON.parse(printed) as { mcpServers: { portcullis: { command: string; args: string[] } } };
    const configured = await connect('sdk 1.32', config.mcpServers.portcullis);
    expect((await configured.call('list', { kind: 'pods', namespace: 'shop' })).isError).toBe(false);
    await configured.close();
    child.kill('SIGINT');
    expect(await closed).toBe(0);
    expectNoTrace(said.stderr());
  });
});

test('the demo shows a redaction', async () => {
  const calls = JSON.parse(await readFile(join(root, 'src/commands/demo.json'), 'utf8')) as {
    tool: string;
    arguments: object;
  }[];
  const texts = await Promise.all(
    calls.map(({ tool, arguments: args }) => portcullis(['call', tool, JSON.stringify(args), ...demo])),
  );
  expect(texts.map(({ stdout }) => stdout).join('\n')).toMatch(/\[redacted:/);
});

describeReal('the command line on a real cluster', (cluster) => {
  const namespace = 'end-commands';
  beforeAll(() => openShop(cluster, namespace), 60_000);

  test('a cluster that is down: tools are listed, calls say so, and it recovers by itself', async () => {
    const door = await startDoor(cluster);
    const server = await serve(['--kubeconfig', door.kubeconfig]);
    const peer = await connect('client 2.4, 2026-07-28', { url: server.url });
    expect((await peer.tools()).length).toBeGreaterThan(5);
    const down = await peer.call('list', { kind: 'pods', namespace });
    expect(down).toMatchObject({ isError: true, decision: { outcome: 'fault', code: 'CLUSTER_UNREACHABLE' } });
    expect(down.text).toMatch(/^CLUSTER_UNREACHABLE: The cluster does not answer\..*\n {2}What to do: /);
    expect((await server.get('/readyz')).status).toBe(503);
    expect((await server.get('/healthz')).status).toBe(200);
    await door.open();
    const up = await waitFor(async () => {
      const told = await peer.call('list', { kind: 'pods', namespace });
      return told.isError ? undefined : told;
    });
    expect(up.text).toContain('web-ok');
    await waitFor(async () => ((await server.get('/readyz')).status === 200 ? true : undefined));
    await peer.close();
    expect(await server.stop()).toBe(0);
    await door.close();
  });

  test('people are told apart by the cluster: what RBAC refuses is said so', async () => {
    const args = [`{"kind":"pods","namespace":"${namespace}"}`, '--kubeconfig', cluster.kubeconfig];
    const alice = await portcullis(['call', 'list', ...args, '--context', 'alice']);
    expect(alice.stdout).toMatch(/^CLUSTER_FORBIDDEN: The cluster itself refuses this \(RBAC\)\./);
    expect(alice.code).toBe(1);
    expect((await portcullis(['call', 'list', ...args])).code).toBe(0);
  });

  test('SIGTERM in the middle of a call: the call is answered, then the server ends', async () => {
    const front = await startFront(cluster);
    const server = await serve(['--kubeconfig', front.kubeconfig]);
    const peer = await connect('client 2.4, 2026-07-28', { url: server.url });
    await peer.call('kinds');
    const release = front.hold(({ path }) => path.endsWith('/pods'));
    const call = peer.call('list', { kind: 'pods', namespace });
    await waitFor(() => front.requests.find(({ path }) => path.endsWith('/pods')));
    const stopped = server.stop();
    await waitFor(async () => ((await refusedNow(server.url)) ? true : undefined));
    release();
    expect((await call).isError).toBe(false);
    expect(await stopped).toBe(0);
    await peer.close().catch(() => {});
    await front.stop();
  });
});

/** Nobody new is let in. */
const refusedNow = (url: string): Promise<boolean> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"jsonrpc":"2.0","id":1,"method":"ping"}',
  }).then(
    ({ status }) => status === 503,
    () => true,
  );
