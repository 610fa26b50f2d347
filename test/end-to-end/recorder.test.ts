// A recorder before the real API server, against the decision log: nothing is sent without a decision, nothing refused is sent.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeReal } from '../cluster/real.ts';
import type { Recorded } from '../cluster/recorder.ts';
import { type Front, startFront } from './front.ts';
import { writeConfigData } from './operator.ts';
import { connect, type Peer } from './peers.ts';
import { portcullis, type Server, scratch, serve } from './program.ts';
import { marked, openShop } from './shop.ts';

const namespace = 'end-recorder';
const closed = 'end-recorder-shut';

/** Reads about the cluster itself, not of it: which kinds it has, what they look like, whether it is there. No others. */
const exempt = new Set(['/api', '/apis', '/openapi/v3', '/version']);
const isExempt = ({ method, path }: Recorded): boolean =>
  method === 'GET' &&
  (exempt.has(path) || /^\/openapi\/v3\/(api|apis\/[a-z0-9.-]+)\/v\d+((alpha|beta)\d+)?$/.test(path));

type Asked = {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource: string;
  readonly namespace: string;
  readonly name: string;
  readonly selector: { readonly labels: string; readonly fields: string };
};
type Line = {
  readonly path: string;
  readonly input: { readonly request: Asked };
  readonly custom: { readonly tool: string; readonly effect: string; readonly outcome: string };
};

/** What an API server would call a request, read from its path alone. */
const asked = ({ method, path, query }: Recorded): Asked => {
  const parts = path.split('/').slice(1);
  const group = parts[0] === 'api' ? '' : (parts[1] ?? '');
  const rest = parts.slice(parts[0] === 'api' ? 2 : 3);
  const inside = rest[0] === 'namespaces' && rest.length > 2;
  const [resource = '', name = '', subresource = ''] = (inside ? rest.slice(2) : rest).map(decodeURIComponent);
  const verb = method !== 'GET' ? method : name === '' ? 'list' : 'get';
  const selector = { labels: query.labelSelector ?? '', fields: query.fieldSelector ?? '' };
  return { verb, group, resource, subresource, namespace: inside ? (rest[1] ?? '') : '', name, selector };
};

const spelled = ({ verb, group, resource, subresource, namespace, name, selector }: Asked): string =>
  [verb, group, resource, subresource, namespace, name, selector.labels, selector.fields].join(' ').trimEnd();

describeReal('the recorder and the log', (cluster) => {
  let front: Front;
  let server: Server;
  let peer: Peer;
  let log: string;

  beforeAll(async () => {
    await openShop(cluster, namespace);
    await openShop(cluster, closed);
    front = await startFront(cluster);
    log = join(await scratch(), 'decisions.log');
    const data = await writeConfigData({ namespaces: { deny: ['kube-*', closed] } });
    server = await serve(['--kubeconfig', front.kubeconfig, '--config-data', data, '--log', log]);
    peer = await connect('client 2.4, 2026-07-28', { url: server.url });
    // Kinds are looked up once; from here on, only what calls need is sent.
    await peer.call('kinds');
  }, 60_000);
  afterAll(async () => {
    await peer.close();
    await front.stop();
  });

  const sent = async (tool: string, args: Record<string, unknown>) => {
    const before = front.requests.length;
    const told = await peer.call(tool, args);
    return { ...told, requests: front.requests.slice(before).filter((one) => !isExempt(one)) };
  };

  test.for<[string, Record<string, unknown>]>([
    ['list', { kind: 'secrets', namespace }],
    ['get', { kind: 'Secret', namespace, name: 'db' }],
    ['get', { kind: 'sa', namespace, name: 'default' }],
    ['get', { kind: 'clusterroles', name: 'admin' }],
    ['list', { kind: 'rolebindings', namespace }],
    ['list', { kind: 'pods', namespace: closed }],
    ['list', { kind: 'pods', namespace: 'kube-system' }],
    ['get', { kind: 'ns', name: closed }],
    ['get', { kind: 'pods', namespace: closed, name: 'web-ok' }],
    ['logs', { namespace: closed, pod: 'web-ok' }],
    ['logs', { namespace: closed, pod: 'web-ok', container: 'app' }],
    ['events', { namespace: closed }],
    ['list', { kind: 'widgets.end-recorder.portcullis.test', namespace }],
    ['list', { kind: 'pods', namespace, fieldSelector: 'spec.hostNetwork=true' }],
    ['list', { kind: 'nodes', namespace }],
    ['get', { kind: 'pods', namespace, name: '..' }],
    ['list', { kind: 'gadgets', namespace }],
    ['list', { knd: 'pods' }],
    ['check', { verb: 'list', kind: 'pods', namespace }],
    ['check', { verb: 'delete', kind: 'pods', namespace, name: 'web-ok' }],
    ['check', { verb: 'get', kind: 'secrets', namespace, name: 'db' }],
  ])('%s %j sends nothing', async ([tool, args]) => {
    const { requests } = await sent(tool, args);
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test.for<[string, Record<string, unknown>]>([
    ['list', { kind: 'secrets' }],
    ['list', { kind: 'clusterroles' }],
  ])('%s %j, over all namespaces, sends nothing', async ([tool, args]) => {
    const { requests, text } = await sent(tool, args);
    // What the kind is was looked up in what the server already knew.
    expect(text).toContain('nothing more was sent');
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test.for<[string, Record<string, unknown>, string[]]>([
    ['list', { kind: 'pods', namespace }, [`list  pods  ${namespace}`]],
    ['get', { kind: 'deploy', namespace, name: 'web' }, [`get apps deployments  ${namespace} web`]],
    ['get', { kind: 'pods', namespace, name: 'nobody' }, [`get  pods  ${namespace} nobody`]],
    ['logs', { namespace, pod: 'web-ok', container: 'app' }, [`get  pods log ${namespace} web-ok`]],
    [
      'logs',
      { namespace, pod: 'web-ok' },
      [`get  pods  ${namespace} web-ok`, `get  pods log ${namespace} web-ok`, `get  pods log ${namespace} web-ok`],
    ],
    ['events', { namespace }, [`list  events  ${namespace}`]],
    ['kinds', {}, []],
    ['explain', { kind: 'pods', path: 'spec' }, []],
  ])('%s %j sends exactly what was decided', async ([tool, args, expected]) => {
    const { requests } = await sent(tool, args);
    expect(requests.map((one) => spelled(asked(one)))).toEqual(expected);
  });

  test('a list over all namespaces asks for none that is closed', async () => {
    const { text, requests } = await sent('list', { kind: 'services' });
    const wanted = requests.map(asked);
    expect(text).toContain(namespace);
    expect(text).not.toContain(closed);
    // Past the limit of namespaces it is one list, and the answer is cut.
    if (wanted.some(({ resource, namespace: asked }) => resource === 'services' && asked !== ''))
      expect(wanted.filter((one) => one.namespace === closed || one.namespace.startsWith('kube-'))).toEqual([]);
  });

  test('completions go the same way', async () => {
    const asked = { prompt: 'why_failing', argument: 'name', value: '' };
    const before = front.requests.length;
    expect(await peer.complete(asked, { kind: 'secrets', namespace })).toEqual([]);
    expect(await peer.complete(asked, { kind: 'pods', namespace: closed })).toEqual([]);
    expect(front.requests.slice(before).filter((one) => !isExempt(one))).toEqual([]);
    expect(await peer.complete(asked, { kind: 'pods', namespace })).toEqual(['web-crash', 'web-ok']);
  });

  test('every request has its decision, every decision carried out its request, and the log is whole', async () => {
    expect(await server.stop()).toBe(0);
    const text = await readFile(log, 'utf8');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line): Line => JSON.parse(line));
    const decisions = lines.filter(({ path }) => path === 'main/decision');

    expect(front.requests.every(({ method }) => method === 'GET')).toBe(true);
    const requests = front.requests.filter((one) => !isExempt(one)).map((one) => spelled(asked(one)));
    expect(requests.length).toBeGreaterThan(10);
    const tried = new Set(['executed', 'failed', 'cancelled']);
    const permitted = decisions.filter(({ custom }) => custom.effect === 'allow' && tried.has(custom.outcome));
    // The API server knows nothing of what exists in the cluster as a resource; the server answers it out of discovery.
    const real = permitted.filter(({ input }) => input.request.group !== 'discovery.portcullis');
    expect(requests.toSorted()).toEqual(real.map(({ input }) => spelled(input.request)).toSorted());

    const refused = decisions.filter(({ custom }) => custom.outcome === 'refused');
    expect(refused.length).toBeGreaterThan(15);
    expect(refused.filter(({ input }) => requests.includes(spelled(input.request)))).toEqual([]);
    expect(text).not.toContain(marked);
    for (const { token } of cluster.users) expect(text).not.toContain(token);

    const verdict = await portcullis(['audit', 'verify', log]);
    expect(verdict).toMatchObject({ code: 0, stderr: '' });
    expect(verdict.stdout).toContain(`Whole: ${lines.length} lines`);
  });

  test('a line changed afterwards is named', async () => {
    const lines = (await readFile(log, 'utf8')).split('\n');
    const at = lines.findIndex((line) => line.includes('"secrets_closed"'));
    lines[at] = (lines[at] ?? '').replace('"effect":"deny"', '"effect":"allow"');
    const verdict = await portcullis(['audit', 'verify', '-'], { input: lines.join('\n') });
    expect(verdict.code).toBe(1);
    expect(verdict.stdout).toMatch(new RegExp(`^\\(standard input\\):${at + 1}: `));
  });
});
