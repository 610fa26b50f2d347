// What a real API server, and the policy before it, refuse to change: each refused with its reason, and nothing was changed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, api } from '../cluster/api.ts';
import { describeReal } from '../cluster/real.ts';
import { seed } from '../cluster/seed.ts';
import { marked } from './shop.ts';
import { type Relay, spelled, startRelay } from './writes-relay.ts';
import { configMap, image, openWritable } from './writes-shop.ts';
import { type Grants, type Stand, stand, untilRefused } from './writes-stand.ts';

const namespace = 'end-refusals';
const quoted = 'end-refusals-quota';
const web = { kind: 'deploy', name: 'web', namespace };

/** An operator who grants everything and opens whole specs: what is refused now, the guards alone refuse. */
const wide: { grants: Grants; config: object } = {
  grants: [
    { verbs: ['get', 'list', 'create', 'patch', 'delete'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'] },
    {
      verbs: ['create', 'patch', 'delete'],
      apiGroups: ['', 'rbac.authorization.k8s.io', 'apiextensions.k8s.io', 'admissionregistration.k8s.io'],
      resources: [
        ...['clusterroles', 'clusterrolebindings', 'customresourcedefinitions', 'namespaces', 'nodes'],
        'validatingwebhookconfigurations',
      ],
      namespaces: [],
    },
  ],
  config: {
    writes: {
      fields: {
        'deployments.apps': { add: ['spec', 'metadata'], replace: ['spec', 'metadata'], remove: ['spec', 'metadata'] },
        'replicasets.apps': { add: ['spec'], replace: ['spec'], remove: ['spec'] },
        configmaps: { add: ['data', 'metadata'], replace: ['data'], remove: ['data'] },
      },
    },
    workload: { images: { allow: ['registry.example/*'] } },
  },
};

const manifest = (object: object): { manifest: string } => ({ manifest: JSON.stringify(object) });
const applied = (apiVersion: string, kind: string, metadata: object, rest: object = {}) =>
  manifest({ apiVersion, kind, metadata: { namespace, ...metadata }, ...rest });
const everywhere = (apiVersion: string, kind: string, metadata: object, rest: object = {}) =>
  manifest({ apiVersion, kind, metadata, ...rest });
const template = (spec: object, metadata: object = {}) =>
  applied('apps/v1', 'Deployment', { name: 'web', ...metadata }, { spec: { template: { spec } } });
const container = (more: object) => template({ containers: [{ name: 'app', ...more }] });
const sidecar = { name: 'spy', image: image('2') };
const rules = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }];
const hostFiles = [{ name: 'files', hostPath: { path: '/' } }];

type Refusal = readonly [title: string, tool: string, args: Record<string, unknown>, code: string, says?: RegExp];

const usual: readonly Refusal[] = [
  [
    'a label',
    'apply',
    applied('apps/v1', 'Deployment', { name: 'web', labels: { a: 'b' } }),
    'field_closed',
    /\(metadata\.labels\.a\)/,
  ],
  [
    'a sidecar',
    'apply',
    template({ containers: [sidecar] }),
    'field_closed',
    /spec\.template\.spec\.containers\[name=spy\]/,
  ],
  ['an environment', 'apply', container({ env: [{ name: 'A', value: 'b' }] }), 'field_closed', /env\[name=A\]/],
  ['an image without a version', 'set_image', { ...web, image: 'registry.example/shop/web:latest' }, 'image_tag'],
  ['too many replicas', 'scale', { ...web, replicas: 101 }, 'replicas_out_of_bounds', /0 to 100/],
  ['replicas that are none', 'scale', { ...web, replicas: true }, 'ARGUMENTS', /replicas must be a whole number/],
  ['too long a reason', 'scale', { ...web, replicas: 3, reason: 'x'.repeat(201) }, 'ARGUMENTS', /reason/],
  [
    'a container that is not there',
    'set_image',
    { ...web, container: 'no', image: image('3') },
    'container_unknown',
    /\(app\)/,
  ],
  [
    'one container of two',
    'set_image',
    { ...web, name: 'pair', image: image('3') },
    'container_required',
    /\(app, relay\)/,
  ],
  ['what an autoscaler scales', 'scale', { ...web, name: 'auto', replicas: 3 }, 'autoscaled', /\(auto\)/],
  ['a revision that is not there', 'rollback', { ...web, toRevision: 9 }, 'revision_unknown', /\(1, 2\)|\(1\)/],
  ['a ReplicaSet', 'scale', { kind: 'rs', name: 'web-2', namespace, replicas: 3 }, 'not_granted'],
  ['to delete a ConfigMap', 'delete', { kind: 'cm', name: 'settings', namespace }, 'not_granted'],
  ['to delete a Deployment', 'delete', { ...web }, 'not_granted'],
  ['to delete in kube-system', 'delete', { kind: 'pod', name: 'dns', namespace: 'kube-system' }, 'namespace_closed'],
  [
    'to make a Deployment',
    'apply',
    applied(
      'apps/v1',
      'Deployment',
      { name: 'new' },
      {
        spec: {
          selector: { matchLabels: { a: 'b' } },
          template: { metadata: { labels: { a: 'b' } }, spec: { containers: [sidecar] } },
        },
      },
    ),
    'create_not_granted',
  ],
  [
    'a status',
    'apply',
    applied('apps/v1', 'Deployment', { name: 'web' }, { status: { replicas: 9 } }),
    'server_field',
    /status/,
  ],
  ['a uid', 'apply', applied('v1', 'ConfigMap', { name: 'settings', uid: 'a' }), 'server_field', /metadata\.uid/],
  ['a name to be', 'apply', applied('v1', 'ConfigMap', { generateName: 'a-' }), 'generate_name'],
  ['an object that is not there', 'scale', { ...web, name: 'none', replicas: 3 }, 'NOT_FOUND'],
];

const powerful: readonly Refusal[] = [
  [
    'privileged',
    'apply',
    container({ securityContext: { privileged: true } }),
    'privileged',
    /containers\[name=app\]\.securityContext\.privileged/,
  ],
  [
    'a capability',
    'apply',
    container({ securityContext: { capabilities: { add: ['SYS_ADMIN'] } } }),
    'capability_added',
    /SYS_ADMIN/,
  ],
  ['root', 'apply', container({ securityContext: { runAsUser: 0 } }), 'runs_as_root'],
  ['the network of the node', 'apply', template({ hostNetwork: true }), 'host_namespace', /hostNetwork/],
  ['files of the node', 'apply', template({ volumes: hostFiles }), 'host_path', /volumes\[name=files\]/],
  ['another account', 'apply', template({ serviceAccountName: 'boss' }), 'service_account_changed'],
  [
    'a privileged sidecar',
    'apply',
    template({ containers: [{ ...sidecar, securityContext: { privileged: true } }] }),
    'privileged',
    /name=spy/,
  ],
  ['another registry', 'set_image', { ...web, image: 'evil.example/web:3' }, 'image_registry', /evil\.example/],
  ['one that looks like ours', 'set_image', { ...web, image: 'registry.example.evil/web:3' }, 'image_registry'],
  [
    'an image without a tag',
    'apply',
    template({ containers: [{ ...sidecar, image: 'registry.example/spy' }] }),
    'image_tag',
  ],
  [
    'what a Deployment owns',
    'scale',
    { kind: 'rs', name: 'web-2', namespace, replicas: 3 },
    'owned',
    /Deployment\/web/,
  ],
  [
    'finalizers',
    'apply',
    applied('v1', 'ConfigMap', { name: 'settings', finalizers: ['a.example/b'] }),
    'finalizers_closed',
  ],
  [
    'owners',
    'apply',
    applied('v1', 'ConfigMap', {
      name: 'settings',
      ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'loose', uid: 'a' }],
    }),
    'owners_closed',
  ],
  ['a Secret', 'apply', applied('v1', 'Secret', { name: 's' }, { stringData: { a: marked } }), 'secrets_closed'],
  ['to delete a Secret', 'delete', { kind: 'secret', name: 's', namespace }, 'secrets_closed'],
  ['a ServiceAccount', 'apply', applied('v1', 'ServiceAccount', { name: 's' }), 'account_closed'],
  ['a Role', 'apply', applied('rbac.authorization.k8s.io/v1', 'Role', { name: 'r' }, { rules }), 'rbac_closed'],
  [
    'a ClusterRole',
    'apply',
    everywhere('rbac.authorization.k8s.io/v1', 'ClusterRole', { name: 'r' }, { rules }),
    'rbac_closed',
  ],
  [
    'a webhook',
    'apply',
    everywhere('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', { name: 'w' }),
    'webhook_closed',
  ],
  ['to delete a webhook', 'delete', { kind: 'validatingwebhookconfigurations', name: 'w' }, 'webhook_closed'],
  [
    'labels of a namespace',
    'apply',
    everywhere('v1', 'Namespace', { name: namespace, labels: { a: 'b' } }),
    'namespace_closed_for_writes',
  ],
  ['to delete a namespace', 'delete', { kind: 'ns', name: namespace }, 'namespace_closed_for_writes'],
  ['a node', 'apply', everywhere('v1', 'Node', { name: 'n' }), 'node_closed'],
  [
    'a kind of its own',
    'apply',
    everywhere('apiextensions.k8s.io/v1', 'CustomResourceDefinition', { name: 'a.b' }),
    'crd_closed',
  ],
  ['a quota', 'delete', { kind: 'resourcequota', name: 'few', namespace: quoted }, 'guardrail_closed'],
  [
    'what others manage',
    'apply',
    applied('v1', 'ConfigMap', { name: 'managed' }, { data: { color: 'red' } }),
    'CLUSTER_CONFLICT',
    /'gitops'.*\.data\.color/,
  ],
  [
    'what the quota is used up for',
    'apply',
    everywhere('v1', 'ConfigMap', { name: 'more', namespace: quoted }, { data: { a: 'b' } }),
    'CLUSTER_REFUSED',
    /exceeded quota: few/,
  ],
  [
    'what a policy of the cluster refuses',
    'apply',
    applied('v1', 'ConfigMap', { name: 'blue' }, { data: { a: 'b' } }),
    'CLUSTER_REFUSED',
    /Blue is not for us\./,
  ],
  [
    'one of two',
    'apply',
    manifest({
      apiVersion: 'v1',
      kind: 'List',
      items: [configMap(namespace, 'fine', { a: 'b' }), configMap(namespace, 'blue', { a: 'b' })],
    }),
    'CLUSTER_REFUSED',
  ],
];

describeReal('refusals on the real API server', (cluster) => {
  let ask: Api;
  let relay: Relay;

  beforeAll(async () => {
    await openWritable(cluster, namespace);
    await seed(cluster, [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: quoted } }, ...guards]);
    ask = api(cluster);
    const managed = configMap(namespace, 'managed', { color: 'blue' });
    const type = 'application/apply-patch+yaml';
    await ask('PATCH', `/api/v1/namespaces/${namespace}/configmaps/managed?fieldManager=gitops`, {
      body: managed,
      type,
    });
    // The API server takes a moment to know a new rule.
    await untilRefused(ask, namespace, 'blue');
    await untilRefused(ask, quoted, 'more');
    relay = await startRelay(cluster);
  }, 60_000);
  afterAll(async () => {
    await relay.stop();
    ask.close();
  });

  describe.for<[string, object, readonly Refusal[]]>([
    ['as it is shipped', {}, usual],
    ['with everything granted', wide, powerful],
  ])('the policy %s', ([, standing, refusals]) => {
    let here: Stand;
    beforeAll(async () => {
      here = await stand({ cluster: ['--kubeconfig', relay.kubeconfig], ...standing });
    }, 60_000);

    test.for(refusals)('refuses %s', async ([, tool, args, code, says = /./]) => {
      const told = await here.peer.call(tool, args);
      expect(`${told.decision.code} ${told.text}`).toContain(code);
      expect(told.text).toMatch(says);
      expect(told.isError).toBe(true);
      expect(['deny', 'fault', 'usage'], told.text).toContain(told.decision.outcome);
      expect(told.text).not.toContain(marked);
      expect(relay.changes().map(spelled)).toEqual([]);
    });

    test('and its log tells of no change', async () => {
      expect(await here.stop()).not.toContain('Changes sent');
    });
  });

  test('what the cluster grants to nobody is refused in its own words, before a person is asked', async () => {
    const role = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' };
    const metadata = { name: 'reader', namespace };
    const verbs = ['get', 'list'];
    const subjects = [{ kind: 'User', name: 'alice', apiGroup: role.apiGroup }];
    await seed(cluster, [
      {
        apiVersion: `${role.apiGroup}/v1`,
        kind: 'Role',
        metadata,
        rules: [{ apiGroups: ['*'], resources: ['*'], verbs }],
      },
      { apiVersion: `${role.apiGroup}/v1`, kind: 'RoleBinding', metadata, subjects, roleRef: role },
    ]);
    const here = await stand({ cluster: ['--kubeconfig', relay.kubeconfig, '--context', 'alice'] });
    const told = await here.peer.call('scale', { ...web, replicas: 3 });
    expect(told.text).toMatch(/CLUSTER_FORBIDDEN: .+User 'alice' cannot patch resource 'deployments'/);
    expect(relay.changes()).toEqual([]);
    await here.stop();
  });

  test('nothing is changed where there is no log, and nobody is asked', async () => {
    const here = await stand({ cluster: ['--kubeconfig', relay.kubeconfig], withoutLog: true });
    const told = await here.peer.call('scale', { ...web, replicas: 3 });
    expect(told.text).toMatch(/^LOG_MISSING: .+\n {2}What to do: .+--log FILE/);
    expect(relay.changes()).toEqual([]);
    await here.peer.close();
    await here.server.stop();
  });
});

const admission = 'admissionregistration.k8s.io/v1';

const guards: readonly object[] = [
  {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'few', namespace: quoted },
    spec: { hard: { 'count/configmaps': '0' } },
    // No controller counts here: it is what has been counted that admission goes by.
    status: { hard: { 'count/configmaps': '0' }, used: { 'count/configmaps': '0' } },
  },
  {
    apiVersion: admission,
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: 'end-refusals' },
    spec: {
      matchConstraints: {
        resourceRules: [
          { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['configmaps'] },
        ],
      },
      validations: [{ expression: 'object.metadata.name != "blue"', message: 'Blue is not for us.' }],
    },
  },
  {
    apiVersion: admission,
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name: 'end-refusals' },
    spec: {
      policyName: 'end-refusals',
      validationActions: ['Deny'],
      matchResources: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } },
    },
  },
];
