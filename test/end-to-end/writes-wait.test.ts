// wait: true, through the real program: the call follows the rollout that it began, tells how far it is, and how it ended.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, api } from '../cluster/api.ts';
import { describeReal } from '../cluster/real.ts';
import { waitFor } from './program.ts';
import { type Relay, startRelay } from './writes-relay.ts';
import { image, openWritable, writeShop } from './writes-shop.ts';
import { approvalOf, type Stand, stand } from './writes-stand.ts';

const namespace = 'end-wait';
const config = { writes: { waitSeconds: 4 } };

type Progress = { readonly progress: number; readonly total?: number | undefined; readonly message?: string };

/** Has it approved; then makes the call that does it, and gives what it said on the way. */
const follow = async (here: Stand, args: Record<string, unknown>, said: (progress: Progress) => void) => {
  const waiting = await here.peer.call('set_image', args);
  await here.approve(approvalOf(waiting));
  const told: Progress[] = [];
  const onprogress = (progress: Progress) => {
    told.push(progress);
    said(progress);
  };
  const { text } = await here.peer.call('set_image', args, { onprogress });
  return { text, told };
};

describeReal('a rollout on a real API server, moved by the test', (cluster) => {
  let relay: Relay;
  let here: Stand;
  let ask: Api;
  beforeAll(async () => {
    await openWritable(cluster, namespace);
    ask = api(cluster);
    relay = await startRelay(cluster);
    here = await stand({ cluster: ['--kubeconfig', relay.kubeconfig], config });
  }, 60_000);
  afterAll(async () => {
    await here.stop();
    await relay.stop();
    ask.close();
  });

  const status = async (name: string, status: object): Promise<void> => {
    const path = `/apis/apps/v1/namespaces/${namespace}/deployments/${name}`;
    const { metadata } = (await ask('GET', path)).json as { metadata: { generation: number } };
    const body = { status: { observedGeneration: metadata.generation, ...status } };
    const answer = await ask('PATCH', `${path}/status`, { body, type: 'application/merge-patch+json' });
    expect(answer.status, answer.text).toBe(200);
  };
  const change = (name: string) => ({
    kind: 'deploy',
    name,
    namespace,
    container: 'app',
    image: image('3'),
    wait: true,
  });

  test('one that completes: progress, then its end', async () => {
    const steps = [
      { replicas: 3, updatedReplicas: 1 },
      { replicas: 2, updatedReplicas: 2, readyReplicas: 2, availableReplicas: 2 },
    ];
    let moving = Promise.resolve();
    const { text, told } = await follow(here, change('web'), () => {
      const step = steps.shift();
      if (step) moving = moving.then(() => status('web', step));
    });
    expect(text).toContain(`image: ${image('2')} → ${image('3')}`);
    expect(text).toContain('Rolled out: all of 2 replicas are updated and available.');
    expect(told.map(({ message }) => message)).toEqual([
      'the change has not been taken up yet',
      '1 of 2 replicas are updated',
    ]);
    expect(told[0]).toMatchObject({ progress: expect.any(Number), total: 4 });
    await moving;
  });

  test('one that fails: why, and where to look', async () => {
    const failed = { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded', message: 'too slow' };
    let moving = Promise.resolve();
    const { text } = await follow(here, change('auto'), () => {
      moving = status('auto', { conditions: [failed] });
    });
    await moving;
    expect(text).toContain('The rollout failed: no progress was made within its deadline (ProgressDeadlineExceeded).');
    expect(text).toContain(`events {"namespace":"${namespace}","type":"Warning"}`);
    expect(text).toContain('too slow');
  });

  test('one that takes too long: how far it is', async () => {
    const { text } = await follow(here, change('pair'), () => {});
    expect(text).toContain('Not rolled out after 4 seconds: the change has not been taken up yet.');
    expect(relay.changes().filter(({ path }) => path.endsWith('/pair'))).toHaveLength(1);
  });

  test('one that nobody waits for any longer: the change stays, and is not sent again', async () => {
    const args = { kind: 'sts', name: 'db', namespace, image: image('3'), wait: true };
    const waiting = await here.peer.call('set_image', args);
    await here.approve(approvalOf(waiting));
    const stop = new AbortController();
    const called = here.peer.call('set_image', args, { signal: stop.signal, onprogress: () => stop.abort() });
    await expect(called).rejects.toThrow();
    await waitFor(async () => {
      const ended = (await here.lines()).some(
        ({ custom }) => custom.approvals?.includes(approvalOf(waiting)) && custom.outcome === 'executed',
      );
      return ended || undefined;
    });
    expect(relay.changes().filter(({ path }) => path.endsWith('/db'))).toHaveLength(1);
  });
});

describe('a rollout on an embedded cluster', () => {
  test('ends as the cluster itself ends it', async () => {
    const here = await stand({ cluster: ['--cluster', await writeShop(namespace)], config });
    const args = { kind: 'deploy', name: 'web', namespace, image: image('3'), wait: true };
    const { text } = await follow(here, args, () => {});
    expect(text).toContain('Rolled out: all of 2 replicas are updated and available.');
    await here.stop();
  });
});
