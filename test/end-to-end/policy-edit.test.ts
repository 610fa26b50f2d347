// Edits of a policy while it is served: what a security engineer saves is what holds, and a mistake changes nothing.
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeReal } from '../cluster/real.ts';
import { seed } from '../cluster/seed.ts';
import { copyPolicies } from './operator.ts';
import { connect, type Peer } from './peers.ts';
import { portcullis, type Server, scratch, serve, waitFor } from './program.ts';

const namespace = 'end-edits';

const newTool = `# METADATA
# title: "Tool: quotas"
# description: The quotas of a namespace.
# schemas:
#   - input: schema.planning
package tools.quotas

import data.lib.arguments

# METADATA
# title: What tools/list shows
card := {
	"title": "Quotas",
	"description": "Lists the quotas of a namespace.",
	"arguments": {
		"type": "object",
		"properties": {"namespace": arguments.name},
		"required": ["namespace"],
		"additionalProperties": false,
	},
	"hints": arguments.reading,
}

# METADATA
# title: One list
plan := {"requests": [{
	"id": "quotas",
	"verb": "list",
	"kind": "v1/ResourceQuota",
	"namespace": input.call.arguments.namespace,
	"options": {"view": "table"},
	"show": {"as": "table"},
}]}
`;

describeReal('a policy that is edited', (cluster) => {
  let policies: string;
  let cache: string;
  let own: string;
  let server: Server;
  let peer: Peer;
  const data = () => join(policies, 'config/data.yaml');
  /** As careful editors do: a file that is half written is never there to be read. */
  const save = async (file: string, text: string): Promise<void> => {
    const beside = join(await scratch(), 'new');
    await writeFile(beside, text);
    await rename(beside, file);
  };
  const edit = async (file: string, change: (text: string) => string): Promise<void> =>
    save(file, change(await readFile(file, 'utf8')));
  const failures = async (): Promise<number> =>
    Number(/^portcullis_policy_load_failures_total (\d+)$/m.exec((await server.get('/metrics')).text)?.[1]);
  const list = () => peer.call('list', { kind: 'pods', namespace });
  const comesTo = (outcome: string) =>
    waitFor(async () => ((await list()).decision.outcome === outcome ? true : undefined), 10_000);
  /** What is kept of policies and their compiler; Node's own code cache lies beside it. */
  const compiled = async (folder = cache) =>
    (await readdir(join(folder, 'portcullis'), { recursive: true }).catch(() => []))
      .filter((name) => name !== 'code' && !name.startsWith('code/'))
      .sort();

  beforeAll(async () => {
    await seed(cluster, [
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'one', namespace },
        spec: { containers: [{ name: 'app', image: 'registry.example/app:1' }] },
      },
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'small', namespace },
        spec: { hard: { pods: '7' } },
      },
    ]);
    policies = await copyPolicies();
    cache = await scratch();
    own = join(await scratch(), 'own.yaml');
    await writeFile(own, '{}\n');
    server = await serve(['--policy', policies, '--config-data', own, '--kubeconfig', cluster.kubeconfig], {
      env: { XDG_CACHE_HOME: cache },
    });
    peer = await connect('client 2.4, 2026-07-28', { url: server.url });
  }, 120_000);
  afterAll(async () => {
    await peer.close();
    expect(await server.stop()).toBe(0);
  });

  test('one line in config/data.yaml closes a namespace and opens it again, with no restart', async () => {
    expect((await list()).decision.outcome).toBe('allow');
    const outcomes = new Set<string>();
    let edits = true;
    const meanwhile = (async () => {
      while (edits) outcomes.add((await list()).decision.outcome);
    })();
    await edit(data(), (text) => text.replace('deny: ["kube-*"]', `deny: ["kube-*", ${namespace}]`));
    await comesTo('deny');
    expect((await list()).text).toContain(`namespace_closed: The namespace is closed. (${namespace})`);
    await edit(data(), (text) => text.replace(`deny: ["kube-*", ${namespace}]`, 'deny: ["kube-*"]'));
    await comesTo('allow');
    edits = false;
    await meanwhile;
    // No call is dropped while policies change places.
    expect([...outcomes].sort()).toEqual(['allow', 'deny']);
  });

  test("so does a line in the operator's own file, laid over it", async () => {
    await save(own, `namespaces: {allow: ["other-*"]}\n`);
    await comesTo('deny');
    await save(own, 'namespaces: {allow: "other"}\n');
    await waitFor(() => (/own\.yaml:1:\d+: namespaces\.allow: /.test(server.stderr()) ? true : undefined));
    expect((await list()).decision.outcome).toBe('deny');
    await save(own, '{}\n');
    await comesTo('allow');
  });

  test('a broken edit keeps the last good policy, and is said once, with file, row and reason', async () => {
    const file = join(policies, 'guards/kinds.rego');
    const good = await readFile(file, 'utf8');
    const row = good.split('\n').length;
    const before = await failures();
    await save(file, `${good}deny contains reason if { reason := input.request.namespce }\n`);
    const where = new RegExp(`guards/kinds\\.rego:${row}:\\d+: .+`, 'g');
    await waitFor(() => server.stderr().match(where) ?? undefined);
    expect((await list()).decision.outcome).toBe('allow');
    expect((await list()).decision).toMatchObject({ outcome: 'allow' });
    const { text } = await server.get('/metrics');
    expect(text).toMatch(/^portcullis_policy_ok 0$/m);
    expect(await failures()).toBe(before + 1);
    const ready = await server.get('/readyz');
    expect(ready.status).toBe(200);
    expect(ready.text).toContain('guards/kinds.rego');
    expect(ready.text).not.toContain(policies);
    await save(file, good);
    await waitFor(async () =>
      /^portcullis_policy_ok 1$/m.test((await server.get('/metrics')).text) ? true : undefined,
    );
    expect(server.stderr().match(where)).toHaveLength(1);
  }, 60_000);

  test('a broken value keeps the last good policy, and is said with its path and what is allowed', async () => {
    await edit(data(), (text) => text.replace('profile: standard', 'profile: weak'));
    await waitFor(() => (/output\.redact\.profile.*standard, strict/.test(server.stderr()) ? true : undefined));
    expect((await list()).decision.outcome).toBe('allow');
    await edit(data(), (text) => text.replace('profile: weak', 'profile: standard'));
    await waitFor(async () =>
      /^portcullis_policy_ok 1$/m.test((await server.get('/metrics')).text) ? true : undefined,
    );
  });

  test('a new tool in one new Rego file appears, and works, with nothing else touched', async () => {
    const before = (await peer.tools()).map(({ name }) => name);
    expect(before).not.toContain('quotas');
    await save(join(policies, 'tools/quotas.rego'), newTool);
    const { text, isError } = await waitFor(() => peer.call('quotas', { namespace }).catch(() => undefined));
    expect(isError, text).toBe(false);
    expect(text).toMatch(/^small +/m);
    // A client may keep a list for a few seconds; one that comes now sees what there is now.
    const newcomer = await connect('client 2.4, 2026-07-28', { url: server.url });
    expect((await newcomer.tools()).map(({ name }) => name)).toEqual([...before, 'quotas'].sort());
    await newcomer.close();
    expect((await peer.call('quotas', { namespace: 'kube-system' })).decision).toMatchObject({
      outcome: 'deny',
      code: 'namespace_closed',
    });
    expect((await peer.call('quotas', {})).text).toContain('namespace is missing');
    await rm(join(policies, 'tools/quotas.rego'));
    const gone = await waitFor(() =>
      peer.call('quotas', { namespace }).then(
        () => undefined,
        (error: unknown) => error,
      ),
    );
    expect(gone).toMatchObject({ code: -32602 });
  }, 60_000);

  test('a second start does not compile', async () => {
    const known = await compiled();
    expect(known.length).toBeGreaterThan(0);
    const modules = known.filter((name) => name.endsWith('.wasm') && name.includes('opa-'));
    // Without its compiler in the cache, and no way to unpack one, only what is kept can be served.
    const times = () => Promise.all(known.map(async (name) => (await stat(join(cache, 'portcullis', name))).mtimeMs));
    const before = await times();
    const args = [
      '--policy',
      policies,
      '--config-data',
      own,
      '--kubeconfig',
      cluster.kubeconfig,
      '--opa',
      '/nowhere/opa',
    ];
    const second = await serve(args, { env: { XDG_CACHE_HOME: cache } });
    const other = await connect('client 2.4, 2026-07-28', { url: second.url });
    expect((await other.call('list', { kind: 'pods', namespace })).decision.outcome).toBe('allow');
    await other.close();
    expect(await second.stop()).toBe(0);
    expect(await compiled()).toEqual(known);
    expect(await times()).toEqual(before);
    expect(modules.length).toBeGreaterThan(0);
  }, 60_000);

  test('a bundle is served without compiling', async () => {
    const bundle = join(await scratch(), 'bundle.tar.gz');
    const built = await portcullis(['policy', 'build', policies, '-o', bundle, '--revision', 'mine-1']);
    expect(built).toMatchObject({ code: 0, stderr: '' });
    expect(built.stdout).toContain('revision mine-1');
    const empty = await scratch();
    const served = await serve(['--policy', bundle, '--kubeconfig', cluster.kubeconfig, '--opa', '/nowhere/opa'], {
      env: { XDG_CACHE_HOME: empty },
    });
    const other = await connect('client 2.4, 2026-07-28', { url: served.url });
    expect((await other.call('list', { kind: 'pods', namespace })).text).toMatch(/^one +/m);
    expect((await other.call('list', { kind: 'secrets', namespace })).text).toContain('policy mine-1');
    await other.close();
    expect((await served.get('/metrics')).text).toMatch(/portcullis_policy_info\{revision="mine-1(-[0-9a-f]+)?"\} 1/);
    expect(await served.stop()).toBe(0);
    expect(await compiled(empty)).toEqual([]);
  }, 90_000);
});
