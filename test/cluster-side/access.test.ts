// Who we are to a cluster: kubectl's rules for files and contexts, and credentials that stay fresh.
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccess } from '../../src/cluster/access.ts';
import { openCluster } from '../../src/cluster/client.ts';
import { startRecorder } from '../cluster/recorder.ts';
import { itemsOf, permit, pods } from './permits.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portcullis-access-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Entry = { name: string; server?: string; user?: object; cluster?: object };
const clusterOf = ({ name, server, cluster }: Entry): object => ({
  name: `cluster-${name}`,
  cluster: { server: server ?? `https://${name}.example.com:6443`, ...cluster },
});
const userOf = ({ name, user }: Entry): object => ({ name: `user-${name}`, user: user ?? { token: `token-${name}` } });
const contextOf = ({ name }: Entry): object => ({
  name,
  context: { cluster: `cluster-${name}`, user: `user-${name}` },
});
const config = (current: string | undefined, ...entries: Entry[]): object => ({
  ...(current === undefined ? {} : { 'current-context': current }),
  clusters: entries.map(clusterOf),
  users: entries.map(userOf),
  contexts: entries.map(contextOf),
});
let files = 0;
const file = async (content: object | string): Promise<string> => {
  const path = join(folder, `config-${files++}`);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('which context', () => {
  test('the current one, or the one named; others are named in the error', async () => {
    const kubeconfig = await file(config('one', { name: 'one' }, { name: 'two' }));
    expect(await openAccess({ kubeconfig })).toMatchObject({ name: 'one', identity: 'user-one' });
    const two = await openAccess({ kubeconfig, context: 'two' });
    expect(two).toMatchObject({ name: 'two', identity: 'user-two' });
    expect(await two.credentials(false)).toMatchObject({
      server: 'https://two.example.com:6443',
      headers: { authorization: 'Bearer token-two' },
    });
    await expect(openAccess({ kubeconfig, context: 'three' })).rejects.toThrow('no context "three". It has: one, two.');
  });

  test('of several files in KUBECONFIG the first to say something wins, and a missing one is skipped', async () => {
    const first = await file(config(undefined, { name: 'shared', server: 'https://first:1' }));
    const second = await file(config('shared', { name: 'shared', server: 'https://second:2' }, { name: 'other' }));
    const env = { KUBECONFIG: [join(folder, 'missing'), first, second].join(delimiter) };
    expect(await (await openAccess({ env })).credentials(false)).toMatchObject({ server: 'https://first:1' });
    expect(await openAccess({ env, context: 'other' })).toMatchObject({ name: 'other' });
  });

  test('the file in the home folder, without anything said', async () => {
    const home = join(folder, 'home');
    await mkdir(join(home, '.kube'), { recursive: true });
    await writeFile(join(home, '.kube', 'config'), JSON.stringify(config('at-home', { name: 'at-home' })));
    expect(await openAccess({ env: { HOME: home } })).toMatchObject({ name: 'at-home' });
  });

  test('a file that was named and is missing, or is no YAML, is said at once', async () => {
    await expect(openAccess({ kubeconfig: join(folder, 'nowhere') })).rejects.toThrow(/cannot be read \(ENOENT\)/);
    await expect(openAccess({ kubeconfig: await file('a: [1') })).rejects.toThrow(/is not YAML, line 1/);
    await expect(openAccess({ kubeconfig: await file(config(undefined, { name: 'one' })) })).rejects.toThrow(
      /no current-context/,
    );
  });

  test('with no cluster at all the server starts, calls say so, and a kubeconfig that appears is used', async () => {
    const path = join(folder, 'later');
    const cluster = await openCluster({ env: { KUBECONFIG: path } });
    const sent = cluster.send(permit(pods, { namespace: 'shop' }));
    await expect(sent).rejects.toMatchObject({
      code: 'CLUSTER_UNREACHABLE',
      detail: expect.stringContaining('No kubeconfig was found'),
    });
    expect(await cluster.health()).toBe(false);
    const server = await startRecorder((_, response) => void response.end('{"kind":"PodList","items":[]}'));
    await writeFile(path, JSON.stringify(config('new', { name: 'new', server: server.url })));
    expect((await itemsOf(await cluster.send(permit(pods, { namespace: 'shop' })))).names).toEqual([]);
    await cluster.close();
    await server.stop();
  });

  test('switching contexts elsewhere does not move a running server', async () => {
    const kubeconfig = await file(config('one', { name: 'one' }, { name: 'two' }));
    const access = await openAccess({ kubeconfig });
    await writeFile(kubeconfig, JSON.stringify(config('two', { name: 'one' }, { name: 'two' })));
    expect(await access.credentials(true)).toMatchObject({ server: 'https://one.example.com:6443' });
  });
});

describe('credentials', () => {
  const of = async (user: object, cluster: object = {}) =>
    (await openAccess({ kubeconfig: await file(config('one', { name: 'one', user, cluster })) })).credentials(false);

  test.each<[string, object, object]>([
    ['a token', { token: 'abc' }, { authorization: 'Bearer abc' }],
    ['name and password', { username: 'u', password: 'p' }, { authorization: 'Basic dTpw' }],
    [
      'an impersonated user with groups',
      { token: 'abc', as: 'alice', 'as-groups': ['sre', 'dev'] },
      { 'impersonate-user': 'alice', 'impersonate-group': ['sre', 'dev'] },
    ],
  ])('%s', async (_, user, headers) => expect((await of(user)).headers).toMatchObject(headers));

  test('a certificate of our own, an authority, another name, no check, a proxy', async () => {
    const base64 = (text: string): string => Buffer.from(text).toString('base64');
    const user = { 'client-certificate-data': base64('CERT'), 'client-key-data': base64('KEY') };
    const cluster = {
      'certificate-authority-data': base64('CA'),
      'tls-server-name': 'api',
      'insecure-skip-tls-verify': true,
      'proxy-url': 'http://proxy:3128',
    };
    const { tls, proxy } = await of(user, cluster);
    expect(
      Object.fromEntries(
        Object.entries(tls).map(([name, value]) => [name, Buffer.isBuffer(value) ? value.toString() : value]),
      ),
    ).toEqual({
      ...{ ca: 'CA', cert: 'CERT', key: 'KEY', servername: 'api', rejectUnauthorized: false },
    });
    expect(proxy).toBe('http://proxy:3128');
  });

  test('paths are relative to the kubeconfig', async () => {
    await writeFile(join(folder, 'token.txt'), 'from-file\n');
    await writeFile(join(folder, 'ca.crt'), 'CA');
    const { headers, tls } = await of({ tokenFile: 'token.txt' }, { 'certificate-authority': 'ca.crt' });
    expect(headers).toEqual({ authorization: 'Bearer from-file' });
    expect(String(tls.ca)).toBe('CA');
  });

  const plugin = async (script: string): Promise<object> => {
    const path = join(folder, `plugin-${files++}`);
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    return {
      exec: {
        apiVersion: 'client.authentication.k8s.io/v1',
        command: path,
        args: ['get-token'],
        env: [{ name: 'WHO', value: 'me' }],
      },
    };
  };
  const credential = (token: string, expiry = ''): string =>
    `{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"${token}"${expiry}}}`;

  test('a plugin is given its arguments, its environment and what kubectl tells it', async () => {
    const user = await plugin(
      `case "$KUBERNETES_EXEC_INFO" in *ExecCredential*) info=told;; esac\ncat <<EOF\n${credential('$1-$WHO-$info')}\nEOF`,
    );
    expect((await of(user)).headers).toEqual({ authorization: 'Bearer get-token-me-told' });
  });

  test('a plugin that fails is a fault without its words', async () => {
    const user = await plugin('echo "secret-of-plugin" >&2; exit 1');
    const fault = await of(user).catch((thrown: object) => thrown);
    expect(fault).toMatchObject({
      code: 'CLUSTER_UNREACHABLE',
      detail: 'The credentials of the kubeconfig could not be read.',
    });
  });

  test('an answer of 401 runs the plugin again, once', async () => {
    const count = join(folder, 'count');
    const user = await plugin(
      `echo x >> ${count}\nn=$(wc -l < ${count} | tr -d ' ')\ncat <<EOF\n${credential('token-$n')}\nEOF`,
    );
    const server = await startRecorder((_, response, request) => {
      response.statusCode = request.headers.authorization === 'Bearer token-1' ? 401 : 200;
      response.end('{"kind":"PodList","items":[]}');
    });
    const cluster = await openCluster({
      kubeconfig: await file(config('one', { name: 'one', server: server.url, user })),
    });
    await cluster.send(permit(pods, { namespace: 'shop' }));
    await cluster.send(permit(pods, { namespace: 'shop' }));
    expect(server.requests.map(({ status }) => status)).toEqual([401, 200, 200]);
    await cluster.close();
    await server.stop();
  });
});
