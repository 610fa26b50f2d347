// That the tests' own control plane is what it claims: a real API server, with logs, people, and nothing left behind.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Api, api } from './api.ts';
import { startCluster } from './control-plane.ts';
import { writeKubeconfig } from './identity.ts';
import type { Manifest } from './manifests.ts';
import { describeReal } from './real.ts';
import { startRecorder } from './recorder.ts';
import { seed, writeLog } from './seed.ts';

const pod = (name: string, node?: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'test-cluster' },
  spec: { ...(node ? { nodeName: node } : {}), containers: [{ name: 'app', image: 'registry.example/app:1' }] },
});

const waiting = (reason: string) => ({
  phase: 'Pending',
  containerStatuses: [
    { name: 'app', image: 'app', imageID: '', ready: false, restartCount: 0, state: { waiting: { reason } } },
  ],
});

describeReal('the real cluster', (cluster) => {
  let ask: Api;
  const names = (answer: { json: unknown }) =>
    (answer.json as { items: Manifest[] }).items.map(({ metadata }) => metadata.name);
  const path = '/api/v1/namespaces/test-cluster/pods';
  const log = async (name: string, query = '') => {
    const { status, text, json } = await ask('GET', `${path}/${name}/log${query}`);
    return status === 200 ? text : `${status} ${(json as { message?: string } | undefined)?.message ?? text}`;
  };

  beforeAll(async () => {
    ask = api(cluster);
    const node = cluster.kubelet?.node;
    await seed(cluster, [
      pod('talks', node),
      { ...pod('pulls', node), status: waiting('ImagePullBackOff') },
      pod('lost'),
      pod('far', 'node-that-only-a-pod-names'),
    ]);
    await writeLog(cluster, 'test-cluster/talks/app', 'one\ntwo\nthree\n');
    await writeLog(cluster, 'test-cluster/talks/app.previous', 'before\n');
    await writeLog(cluster, 'test-cluster/far/app', '2020-02-02T00:00:00.000000000Z stdout F old\nnew\n');
  });
  afterAll(() => ask.close());

  it('says which version it is', async () => {
    expect((await ask('GET', '/version')).json).toMatchObject({ major: '1', minor: '36' });
  });

  it('answers aggregated discovery', async () => {
    const accept = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
    expect((await ask('GET', '/apis', { accept })).json).toMatchObject({ kind: 'APIGroupDiscoveryList' });
  });

  it('has the pods that were put into it, status and all', async () => {
    expect(names(await ask('GET', path))).toEqual(['far', 'lost', 'pulls', 'talks']);
    expect((await ask('GET', `${path}/pulls`)).json).toMatchObject({ status: waiting('ImagePullBackOff') });
  });

  it.each([
    ['a whole log', 'talks', '', 'one\ntwo\nthree\n'],
    ['its last lines', 'talks', '?tailLines=2', 'two\nthree\n'],
    ['so many bytes of them', 'talks', '?tailLines=2&limitBytes=5', 'two\nt'],
    ['the container before', 'talks', '?previous=true', 'before\n'],
    ['only what is recent', 'far', '?sinceSeconds=3600', 'new\n'],
    ['times where asked', 'far', '?tailLines=2&timestamps=true&limitBytes=34', '2020-02-02T00:00:00.000000000Z old'],
    ['no previous one', 'far', '?previous=true', '400 previous terminated container "app" in pod "far" not found'],
    ['an unknown container', 'talks', '?container=side', '400 container side is not valid for pod talks'],
    [
      'a container that never started',
      'pulls',
      '',
      '400 container "app" in pod "pulls" is waiting to start: trying and failing to pull image',
    ],
    ['a pod without a node', 'lost', '', '204 '],
  ])('brings logs through the API server from the kubelet: %s', async (_, name, query, expected) => {
    expect(await log(name, query)).toBe(expected);
  });

  it('refuses a wrong token', async () => {
    expect((await ask('GET', path, { token: 'wrong' })).status).toBe(401);
  });

  it('knows people who may nothing until they are bound to a role', async () => {
    const token = cluster.users.find(({ name }) => name === 'alice')?.token ?? '';
    expect((await ask('GET', path, { token })).json).toMatchObject({
      code: 403,
      message: expect.stringContaining('User "alice" cannot list resource "pods"'),
    });
  });

  it('joins owners and events to the UIDs it gave itself', async () => {
    const namespace = 'test-owners';
    const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web-1', uid: 'old', controller: true };
    const spec = {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: pod('web-1-a').spec },
    };
    await seed(cluster, [
      { ...pod('web-1-a'), metadata: { name: 'web-1-a', namespace, ownerReferences: [owner] } },
      { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name: 'web-1', namespace, uid: 'old' }, spec },
      {
        ...{ apiVersion: 'v1', kind: 'Event', metadata: { name: 'web-1-a.1', namespace }, reason: 'BackOff' },
        involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace, name: 'web-1-a', uid: 'old' },
      },
    ]);
    const get = async (at: string) => (await ask('GET', at)).json as Manifest;
    const set = await get(`/apis/apps/v1/namespaces/${namespace}/replicasets/web-1`);
    const owned = await get(`/api/v1/namespaces/${namespace}/pods/web-1-a`);
    const event = await get(`/api/v1/namespaces/${namespace}/events/web-1-a.1`);
    expect(owned.metadata.ownerReferences).toMatchObject([{ uid: set.metadata.uid }]);
    expect(event.involvedObject).toMatchObject({ uid: owned.metadata.uid });
  });

  it('takes a folder with a kind of its own, a used-up quota, a Service of elsewhere and logs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'portcullis-folder-'));
    for (const [name, text] of Object.entries(bundle)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    await seed(cluster, folder);
    await seed(cluster, folder);
    await rm(folder, { recursive: true });
    expect(names(await ask('GET', '/apis/example.com/v1/namespaces/test-folder/gates'))).toEqual(['iron']);
    expect((await ask('GET', '/api/v1/namespaces/test-folder/pods/web/log')).text).toBe('hello\n');
  });

  it('names every object that was refused, and why', async () => {
    const bad = [{ ...pod('Bad_Name') }, { apiVersion: 'v9', kind: 'Nothing', metadata: { name: 'x' } }];
    await expect(seed(cluster, bad)).rejects.toThrow(
      /refused 2 objects[\s\S]*Bad_Name: 422[\s\S]*v9\/Nothing x: this server/,
    );
  });

  it('is recorded through a proxy, without a credential in the record', async () => {
    const recorder = await startRecorder(cluster);
    const file = await writeKubeconfig(join(dirname(cluster.kubeconfig), 'recorded'), {
      ...cluster,
      url: recorder.url,
    });
    expect(await readFile(file, 'utf8')).toContain(`server: ${recorder.url}\n`);
    const answer = await fetch(`${recorder.url}${path}/talks/log?tailLines=1`, {
      headers: { authorization: `Bearer ${cluster.token}` },
    });
    expect(await answer.text()).toBe('three\n');
    await recorder.stop();
    expect(recorder.lines()).toEqual([`GET ${path}/talks/log`]);
    expect(recorder.requests).toMatchObject([{ query: { tailLines: '1' }, authorized: true, status: 200 }]);
    expect(JSON.stringify(recorder.requests)).not.toContain(cluster.token);
  });
});

describeReal('a cluster of its own', () => {
  it('has the users and tokens asked for, and leaves no process and no file', async () => {
    const cluster = await startCluster({
      users: [{ name: 'carol', token: 'carols-token', groups: ['ops', 'oncall'] }],
    });
    const ask = api({ ...cluster, token: 'carols-token' });
    const review = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };
    const who = await ask('POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', { body: review });
    expect(who.json).toMatchObject({
      status: { userInfo: { username: 'carol', groups: expect.arrayContaining(['ops', 'oncall']) } },
    });
    ask.close();
    await cluster.stop();
    expect(existsSync(dirname(cluster.kubeconfig))).toBe(false);
    for (const pid of Object.values(cluster.pids)) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('goes with the process that started it, however that ends', async () => {
    const script = spawn(process.execPath, ['scripts/test-cluster.ts'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = (await once(script.stdout.setEncoding('utf8'), 'data')) as [string];
    const kubeconfig = line.trim();
    expect(existsSync(kubeconfig)).toBe(true);
    script.kill('SIGKILL');
    await expect.poll(() => existsSync(dirname(kubeconfig)), { timeout: 20_000 }).toBe(false);
  });

  it('says what went wrong when a flag is wrong', async () => {
    await expect(startCluster({ flags: ['--no-such-flag'] })).rejects.toThrow('unknown flag: --no-such-flag');
  });
});

const bundle = {
  'crd.yaml': `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: gates.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Gate, plural: gates, singular: gate, shortNames: [gt]}
  versions:
  - name: v1
    served: true
    storage: true
    subresources: {status: {}}
    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
`,
  'all/objects.yaml': `
apiVersion: v1
kind: List
items:
- {apiVersion: example.com/v1, kind: Gate, metadata: {name: iron, namespace: test-folder}, status: {open: false}}
- apiVersion: v1
  kind: Service
  metadata: {name: web, namespace: test-folder}
  spec: {clusterIP: 172.20.0.9, clusterIPs: [172.20.0.9], ports: [{port: 80}]}
---
apiVersion: v1
kind: ResourceQuota
metadata: {name: full, namespace: test-folder}
spec: {hard: {pods: "1"}}
status: {hard: {pods: "1"}, used: {pods: "1"}}
---
apiVersion: v1
kind: Node
metadata: {name: test-folder-node}
status: {addresses: [{type: InternalIP, address: 10.0.0.9}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: test-folder, uid: 1234, creationTimestamp: "2026-01-01T00:00:00Z"}
spec: {nodeName: test-folder-node, containers: [{name: app, image: app}]}
`,
  'logs/test-folder/web/app.log': 'hello\n',
};
