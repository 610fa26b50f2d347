// Writes to a real API server: the contract, and the refusals and accidents that only a real one shows.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenCluster, openCluster } from '../../src/cluster/client.ts';
import { type Answer, type Api, api } from '../cluster/api.ts';
import { describeReal } from '../cluster/real.ts';
import { type Handler, type Recorder, startRecorder } from '../cluster/recorder.ts';
import { deployments, objectOf, permit, pods } from './permits.ts';
import { writeContract } from './write-contract.ts';
import { configmap, configmaps, deployment, type Written, writing } from './write-permits.ts';

describeReal('writes to a real API server', (connection) =>
  writeContract(() => openCluster({ kubeconfig: connection.kubeconfig })),
);

describeReal('what only a real API server refuses', (connection) => {
  const namespace = 'real-writes';
  const inside = `/api/v1/namespaces/${namespace}`;
  const open: (() => unknown)[] = [];
  let ask: Api;
  let cluster: OpenCluster;
  const make = async (path: string, body: object): Promise<Answer> => {
    const answer = await ask('POST', path, { body });
    if (answer.status >= 300) throw new Error(answer.text);
    return answer;
  };
  beforeAll(async () => {
    ask = api(connection);
    cluster = await openCluster({ kubeconfig: connection.kubeconfig });
    open.push(cluster.close, ask.close);
    await make('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  }, 60_000);
  afterAll(async () => {
    for (const close of open.reverse()) await close();
  });

  const create = (name: string, more: Written = {}) =>
    writing('create', configmaps, { namespace, name, body: configmap(name), ...more });
  const versionOf = async (name: string): Promise<unknown> => {
    const { metadata } = (await ask('GET', `${inside}/configmaps/${name}`)).json as { metadata?: object };
    return (metadata as { resourceVersion?: string } | undefined)?.resourceVersion;
  };
  /** Until it is refused, since the API server takes a moment to know a new rule. */
  const refusedAt = async (wanted: () => Parameters<OpenCluster['send']>[0]): Promise<unknown> => {
    for (;;) {
      const refused = await cluster.send(wanted()).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (refused) return refused;
    }
  };

  describe('what RBAC refuses is its own fault, in its words', () => {
    let nobody: OpenCluster;
    beforeAll(async () => {
      nobody = await openCluster({ kubeconfig: connection.kubeconfig, context: 'nobody' });
      open.push(nobody.close);
      await cluster.send(create('guarded'));
    });
    const one = { namespace, name: 'guarded' };
    test.each([
      ['create', create('guarded')],
      ['patch', writing('patch', configmaps, { ...one, body: { data: { a: '1' } }, options: { patch: 'merge' } })],
      ['patch', writing('patch', configmaps, { ...one, body: configmap('guarded'), options: { patch: 'apply' } })],
      ['delete', writing('delete', configmaps, one)],
    ])('%s', async (verb, wanted) => {
      const before = await versionOf('guarded');
      for (const dryRun of [true, false]) {
        const { options } = wanted.request;
        const sent = nobody.send({ ...wanted, request: { ...wanted.request, options: { ...options, dryRun } } });
        await expect(sent).rejects.toMatchObject({
          code: 'CLUSTER_FORBIDDEN',
          detail: expect.stringContaining(`User "nobody" cannot ${verb} resource "configmaps"`),
        });
      }
      expect(await versionOf('guarded')).toBe(before);
    });

    test('also what somebody may not pass on', async () => {
      const role = 'rbac.authorization.k8s.io';
      const rules = [{ apiGroups: [role], resources: ['roles'], verbs: ['create', 'get'] }];
      const root = `/apis/${role}/v1/namespaces/${namespace}`;
      await make(`${root}/roles`, { metadata: { name: 'role-maker' }, rules });
      const subjects = [{ kind: 'User', apiGroup: role, name: 'nobody' }];
      const roleRef = { kind: 'Role', apiGroup: role, name: 'role-maker' };
      await make(`${root}/rolebindings`, { metadata: { name: 'role-maker' }, subjects, roleRef });
      const type = { group: role, version: 'v1', kind: 'Role', resource: 'roles', scope: 'Namespaced' } as const;
      const more = { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] };
      const body = { apiVersion: `${role}/v1`, kind: 'Role', metadata: { name: 'all' }, ...more };
      const granting = writing('create', type, { namespace, name: 'all', body });
      await expect(nobody.send(granting)).rejects.toMatchObject({
        code: 'CLUSTER_FORBIDDEN',
        detail: expect.stringMatching(/attempting to grant RBAC permissions/),
      });
    });
  });

  test('what a quota refuses is a refusal, not a lack of rights', async () => {
    const quoted = `${namespace}-quota`;
    await make('/api/v1/namespaces', { metadata: { name: quoted } });
    await make(`/api/v1/namespaces/${quoted}/resourcequotas`, {
      metadata: { name: 'few' },
      spec: { hard: { 'count/configmaps': '0' } },
    });
    // No controller counts here: it is what has been counted that admission goes by.
    await ask('PATCH', `/api/v1/namespaces/${quoted}/resourcequotas/few/status`, {
      type: 'application/merge-patch+json',
      body: { status: { hard: { 'count/configmaps': '0' }, used: { 'count/configmaps': '0' } } },
    });
    let count = 0;
    const refused = await refusedAt(() => create(`c${count++}`, { namespace: quoted }));
    expect(refused).toMatchObject({
      code: 'CLUSTER_REFUSED',
      detail: expect.stringContaining('exceeded quota: few, requested: count/configmaps=1'),
    });
  });

  test('what a policy of the cluster refuses comes with its message', async () => {
    const root = '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolic';
    const operations = ['CREATE', 'UPDATE'];
    await make(`${root}ies`, {
      metadata: { name: 'no-blue' },
      spec: {
        matchConstraints: {
          resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations, resources: ['configmaps'] }],
        },
        validations: [{ expression: '!object.metadata.name.startsWith("blue")', message: 'Blue is not for us.' }],
      },
    });
    await make(`${root}ybindings`, {
      metadata: { name: 'no-blue' },
      spec: {
        policyName: 'no-blue',
        validationActions: ['Deny'],
        matchResources: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } },
      },
    });
    let count = 0;
    const refused = await refusedAt(() => create(`blue-${count++}`));
    expect(refused).toMatchObject({ code: 'CLUSTER_REFUSED', detail: expect.stringContaining('Blue is not for us.') });
  });

  describe('webhooks', () => {
    const hooked = `${namespace}-hooked`;
    let answer: Handler;
    let hook: Recorder;
    beforeAll(async () => {
      hook = await startRecorder((...asked) => answer(...asked), connection.pki);
      open.push(hook.stop);
      answer = reviewed(false);
      await make('/api/v1/namespaces', { metadata: { name: hooked, labels: { hooked: 'yes' } } });
      await make('/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations', {
        metadata: { name: 'real-writes' },
        webhooks: [
          {
            name: 'careful.example.com',
            clientConfig: { url: `${hook.url}/`, caBundle: Buffer.from(connection.ca).toString('base64') },
            rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['*'], resources: ['configmaps'] }],
            namespaceSelector: { matchLabels: { hooked: 'yes' } },
            sideEffects: 'None',
            admissionReviewVersions: ['v1'],
            timeoutSeconds: 1,
          },
        ],
      });
    });
    const reviewed =
      (allowed: boolean): Handler =>
      ({ body }, response) => {
        const { uid } = (JSON.parse(body) as { request: { uid: string } }).request;
        const review = { uid, allowed, status: { message: 'not on a Friday' } };
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response: review }));
      };

    test('a refusal comes with its name and words', async () => {
      let count = 0;
      const refused = await refusedAt(() => create(`h${count++}`, { namespace: hooked }));
      expect(refused).toMatchObject({
        code: 'CLUSTER_REFUSED',
        detail: 'admission webhook "careful.example.com" denied the request: not on a Friday',
      });
      const dry = create('dry', { namespace: hooked, options: { dryRun: true } });
      await expect(cluster.send(dry)).rejects.toMatchObject({ code: 'CLUSTER_REFUSED' });
    });

    test('one that does not answer has refused: nothing was changed', async () => {
      answer = (_, response) => void response.destroy();
      await expect(cluster.send(create('down', { namespace: hooked }))).rejects.toMatchObject({
        code: 'CLUSTER_REFUSED',
        detail: expect.stringContaining('failed calling webhook "careful.example.com"'),
      });
      answer = reviewed(true);
      await cluster.send(create('down', { namespace: hooked }));
    });
  });

  test('the words of a refusal hold nothing of the object that it quotes', async () => {
    const type = { group: '', version: 'v1', kind: 'Secret', resource: 'secrets', scope: 'Namespaced' } as const;
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, stringData: { a: 'correct-horse' } };
    await cluster.send(writing('create', type, { namespace, name: 's', body: secret }));
    const named = { namespace, name: 's', body: { dato: 1 }, options: { patch: 'merge' } } as const;
    const wrong = await cluster.send(writing('patch', type, named)).catch((thrown: unknown) => thrown);
    expect(wrong).toMatchObject({ code: 'CLUSTER_REFUSED', detail: 'strict decoding error: unknown field "dato"' });
    expect(JSON.stringify(wrong)).not.toContain(Buffer.from('correct-horse').toString('base64'));

    const env = (value: string) => ({ spec: { containers: [{ name: 'c', env: [{ name: 'TOKEN', value }] }] } });
    const containers = [{ name: 'c', image: 'i', env: [{ name: 'TOKEN', value: 'correct-horse' }] }];
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers } };
    await cluster.send(writing('create', pods, { namespace, name: 'p', body: pod }));
    const patch = { namespace, name: 'p', body: env('other'), options: { patch: 'strategic' } } as const;
    const fixed = await cluster.send(writing('patch', pods, patch)).catch((thrown: unknown) => thrown);
    expect(fixed).toMatchObject({ detail: expect.stringMatching(/pod updates may not change fields other than/) });
    expect(JSON.stringify(fixed)).not.toContain('correct-horse');
  });

  test('what was patched under our name is, to an apply, another’s', async () => {
    const body = deployment('both', { replicas: 2 });
    const one = { namespace, name: 'both' };
    const apply = (force: boolean) =>
      writing('patch', deployments, { ...one, body, options: { patch: 'apply', force } });
    await cluster.send(apply(false));
    const scale = { ...one, body: { spec: { replicas: 5 } }, options: { patch: 'strategic' } } as const;
    await cluster.send(writing('patch', deployments, scale));
    await expect(cluster.send(apply(false))).rejects.toMatchObject({
      code: 'CLUSTER_CONFLICT',
      detail: 'Apply failed with 1 conflict: conflict with "portcullis" using apps/v1: .spec.replicas',
    });
    await cluster.send(apply(true));
  });

  test('a scale is written under its own name', async () => {
    await cluster.send(writing('create', deployments, { namespace, name: 's', body: deployment('s') }));
    const one = { namespace, name: 's', subresource: 'scale' };
    const scale = { ...one, body: { spec: { replicas: 3 } }, options: { patch: 'merge' } } as const;
    await cluster.send(writing('patch', deployments, scale));
    const now = objectOf(await cluster.send(permit(deployments, { verb: 'get', namespace, name: 's' })));
    expect(now).toMatchObject({ spec: { replicas: 3 } });
  });

  test('a finalizer keeps what is deleted: the answer is the object, with the time it was asked to go', async () => {
    const body = { ...configmap('kept'), metadata: { name: 'kept', finalizers: ['example.com/wait'] } };
    await cluster.send(create('kept', { body }));
    const answer = objectOf(await cluster.send(writing('delete', configmaps, { namespace, name: 'kept' })));
    expect(answer).toMatchObject({
      kind: 'ConfigMap',
      metadata: { name: 'kept', deletionTimestamp: expect.stringMatching(/Z$/) },
    });
  });

  describe('with something in the middle', () => {
    let recorder: Recorder;
    let between: OpenCluster;
    let middle: Handler;
    /** Passes a request on and gives its answer, or ends the connection instead. */
    const passing =
      (end: (answer: Answer, response: Parameters<Handler>[1]) => void): Handler =>
      async ({ method, path, query, headers, body }, response) => {
        const given = body === '' ? {} : { body: JSON.parse(body) as unknown };
        const type = headers['content-type'];
        const params = new URLSearchParams(query);
        end(await ask(method, `${path}?${params}`, { ...given, ...(type ? { type } : {}) }), response);
      };
    beforeAll(async () => {
      recorder = await startRecorder((...asked) => middle(...asked));
      const kubeconfig = join(connection.logs, 'writes.kubeconfig');
      const users = [{ name: 'admin', user: { token: connection.token } }];
      const clusters = [{ name: 'c', cluster: { server: recorder.url } }];
      const contexts = [{ name: 'x', context: { cluster: 'c', user: 'admin' } }];
      await writeFile(kubeconfig, JSON.stringify({ 'current-context': 'x', clusters, users, contexts }));
      between = await openCluster({ kubeconfig });
      open.push(recorder.stop, between.close);
    });

    test('an answer that is lost leaves the outcome unknown, and it is done once', async () => {
      middle = passing((_, response) => void response.destroy());
      recorder.clear();
      await expect(between.send(create('lost-answer'))).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
      expect(recorder.lines()).toEqual([`POST ${inside}/configmaps`]);
      expect(await versionOf('lost-answer')).toEqual(expect.any(String));
    });

    test('a request that is lost leaves the outcome unknown, and is not sent again', async () => {
      middle = (_, response) => void response.destroy();
      recorder.clear();
      await expect(between.send(create('lost-request'))).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
      expect(recorder.lines()).toHaveLength(1);
      expect(await versionOf('lost-request')).toBeUndefined();
    });

    test('one that is cancelled after it was sent may be done', async () => {
      const stop = new AbortController();
      const arrived = new Promise<void>((done) => {
        middle = passing(() => {
          stop.abort();
          done();
        });
      });
      const sent = between.send(create('cancelled'), stop.signal);
      await expect(sent).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN', detail: 'The call was cancelled.' });
      await arrived;
      expect(await versionOf('cancelled')).toEqual(expect.any(String));
    });

    test('each write is one request', async () => {
      middle = passing(({ status, text }, response) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(text);
      });
      recorder.clear();
      const one = { namespace, name: 'one' };
      await between.send(create('one'));
      await between.send(
        writing('patch', configmaps, { ...one, body: { data: { a: '1' } }, options: { patch: 'merge' } }),
      );
      await between.send(writing('delete', configmaps, one));
      expect(recorder.lines()).toEqual([
        `POST ${inside}/configmaps`,
        `PATCH ${inside}/configmaps/one`,
        `DELETE ${inside}/configmaps/one`,
      ]);
    });
  });
});
