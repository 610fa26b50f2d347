// What only a real API server can show: its own refusals, and requests that pass a recorder.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenCluster, openCluster } from '../../src/cluster/client.ts';
import { describeReal } from '../cluster/real.ts';
import { type Recorder, startRecorder } from '../cluster/recorder.ts';
import { seed } from '../cluster/seed.ts';
import { itemsOf, permit, tableOf } from './permits.ts';

const configmaps = {
  group: '',
  version: 'v1',
  kind: 'ConfigMap',
  resource: 'configmaps',
  scope: 'Namespaced',
} as const;

describeReal('a real API server', (connection) => {
  const namespace = 'cluster-side';
  let recorder: Recorder;
  let cluster: OpenCluster;
  beforeAll(async () => {
    const objects = Array.from({ length: 1201 }, (_, index) => ({
      ...{ apiVersion: 'v1', kind: 'ConfigMap', data: { n: `${index}` } },
      metadata: { name: `c${String(index).padStart(4, '0')}`, namespace },
    }));
    await seed(connection, objects);
    recorder = await startRecorder(connection);
    const kubeconfig = join(connection.logs, 'recorder.kubeconfig');
    const user = { name: 'admin', user: { token: connection.token } };
    const clusters = [{ name: 'c', cluster: { server: recorder.url } }];
    const contexts = [{ name: 'recorded', context: { cluster: 'c', user: 'admin' } }];
    await writeFile(kubeconfig, JSON.stringify({ 'current-context': 'recorded', clusters, users: [user], contexts }));
    cluster = await openCluster({ kubeconfig });
  }, 60_000);
  afterAll(async () => {
    await cluster.close();
    await recorder.stop();
  });

  test('objects come in chunks of 500, and never more than wanted', async () => {
    recorder.clear();
    const { names, end } = await itemsOf(
      await cluster.send(permit(configmaps, { namespace, bounds: { items: 1200 } })),
    );
    expect([names.length, new Set(names).size, end.remaining]).toEqual([1200, 1200, 1]);
    expect(recorder.requests.map(({ query }) => query.limit)).toEqual(['500', '500', '200']);
    const rest = await itemsOf(
      await cluster.send(permit(configmaps, { namespace, options: { continue: end.continue } })),
    );
    expect([rest.names, rest.end.continue]).toEqual([['c1200'], '']);
  });

  test('columns come in one request, without objects', async () => {
    recorder.clear();
    const { rows } = await tableOf(
      await cluster.send(permit(configmaps, { namespace, options: { view: 'table' }, bounds: { items: 5000 } })),
    );
    expect(rows).toHaveLength(1201);
    expect(recorder.requests.map(({ query }) => query)).toEqual([{ includeObject: 'None', limit: '5000' }]);
  });

  test('who reads only the beginning fetches one chunk, or one more that was under way', async () => {
    recorder.clear();
    const response = await cluster.send(permit(configmaps, { namespace, bounds: { items: 1201 } }));
    if (response.type !== 'items') throw new Error('no items');
    for await (const batch of response.items) {
      expect(batch).toHaveLength(500);
      break;
    }
    await sleep(50);
    expect(recorder.requests.length).toBeLessThanOrEqual(2);
  });

  test('what RBAC refuses is its own fault, in its words', async () => {
    const nobody = await openCluster({ kubeconfig: connection.kubeconfig, context: 'nobody' });
    const refused = nobody.send(permit(configmaps, { namespace }));
    await expect(refused).rejects.toMatchObject({
      code: 'CLUSTER_FORBIDDEN',
      detail: expect.stringMatching(/User "nobody" cannot list resource "configmaps"/),
    });
    await nobody.close();
  });

  test('a certificate of another authority is not trusted', async () => {
    const kubeconfig = join(connection.logs, 'untrusting.kubeconfig');
    const users = [{ name: 'admin', user: { token: connection.token } }];
    const clusters = [{ name: 'c', cluster: { server: connection.url } }];
    const contexts = [{ name: 'x', context: { cluster: 'c', user: 'admin' } }];
    await writeFile(kubeconfig, JSON.stringify({ 'current-context': 'x', clusters, users, contexts }));
    const untrusting = await openCluster({ kubeconfig });
    await expect(untrusting.send(permit(configmaps, { namespace }))).rejects.toMatchObject({
      code: 'CLUSTER_UNREACHABLE',
      detail: expect.stringMatching(/CERT/),
    });
    await untrusting.close();
  });
});
