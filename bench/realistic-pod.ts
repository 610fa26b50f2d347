// One pod as a busy cluster holds thousands: two containers, a web of volumes and variables, conditions. Pure: the same
// number gives the same pod. The server adds managedFields, defaults and tolerations; together that is about 10 kB.

/** Pod number `index`: one in eleven is crashing, one in seventeen is pending, the others run. */
export const realisticPod = (index: number, namespace: string) => {
  const app = apps[index % apps.length]!;
  const set = `${app}-${hash(index % 300, 10)}`;
  const name = `${set}-${hash(index, 5)}-${index}`;
  const labels = {
    app,
    'app.kubernetes.io/name': app,
    'app.kubernetes.io/instance': `${app}-${namespace}`,
    'app.kubernetes.io/version': `2.${index % 40}.${index % 7}`,
    'app.kubernetes.io/managed-by': 'Helm',
    'helm.sh/chart': `${app}-4.${index % 12}.1`,
    'pod-template-hash': hash(index % 300, 10),
    team: `team-${index % 9}`,
  };
  const annotations = {
    'checksum/config': hash(index, 64),
    'checksum/secret': hash(index + 1, 64),
    'prometheus.io/path': '/metrics',
    'prometheus.io/port': '9090',
    'prometheus.io/scrape': 'true',
    'cni.example.com/podIP': `10.${index >> 14}.${(index >> 7) % 128}.${index % 128}/32`,
  };
  const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: set, uid: uuid(index % 300), controller: true };
  const ownerReferences = [{ ...owner, blockOwnerDeletion: true }];
  return {
    metadata: { name, namespace, labels, annotations, ownerReferences },
    spec: spec(index, app, namespace),
    status: status(index, app),
  };
};

const apps = ['checkout', 'catalog', 'payments', 'search', 'web', 'orders', 'mailer', 'inventory', 'reports'];

const spec = (index: number, app: string, namespace: string) => ({
  nodeName: `node-${index % 50}`,
  serviceAccountName: app,
  terminationGracePeriodSeconds: 45,
  securityContext: { runAsNonRoot: true, runAsUser: 10001, fsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' } },
  affinity: {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: 100,
          podAffinityTerm: { labelSelector: { matchLabels: { app } }, topologyKey: 'topology.kubernetes.io/zone' },
        },
      ],
    },
  },
  containers: [container(app, app, namespace, 4), container('proxy', 'proxy', namespace, 0)],
  volumes: [
    { name: 'config', configMap: { name: `${app}-config`, defaultMode: 420 } },
    { name: 'tls', secret: { secretName: `${app}-tls`, defaultMode: 420 } },
    { name: 'tmp', emptyDir: { sizeLimit: '1Gi' } },
    {
      name: `kube-api-access-${hash(index, 5)}`,
      projected: {
        sources: [
          { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
          { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
          { downwardAPI: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
        ],
      },
    },
  ],
});

const container = (name: string, image: string, namespace: string, variables: number) => ({
  name,
  image: `registry.example.com/platform/${image}:2.14.3`,
  args: ['--config=/etc/app/config.yaml', '--listen=:8080', '--log-format=json', `--namespace=${namespace}`],
  env: [
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'DATABASE_PASSWORD', valueFrom: { secretKeyRef: { name: `${image}-db`, key: 'password' } } },
    ...Array.from({ length: variables }, (_, index) => ({
      name: `${image.toUpperCase()}_SETTING_${index}`,
      value: `https://${image}-${index}.${namespace}.svc.cluster.local:8443/v1`,
    })),
  ],
  ...(name === 'proxy' ? {} : { ports: [{ name: 'http', containerPort: 8080 }], ...probes }),
  resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' } },
  securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
  volumeMounts: [
    { name: 'config', mountPath: '/etc/app', readOnly: true },
    { name: 'tls', mountPath: '/etc/tls', readOnly: true },
    { name: 'tmp', mountPath: '/tmp' },
  ],
});

const probe = (path: string) => ({
  httpGet: { path, port: 'http', scheme: 'HTTP' },
  periodSeconds: 10,
  timeoutSeconds: 2,
});
const probes = { livenessProbe: probe('/livez'), readinessProbe: probe('/readyz') };

const at = '2026-11-20T08:15:00Z';

const status = (index: number, app: string) => {
  const [phase, state, ready] = lives[index % 11 === 3 ? 'crashing' : index % 17 === 5 ? 'pending' : 'running'];
  const condition = (type: string, good: boolean) => ({
    type,
    status: good ? 'True' : 'False',
    lastTransitionTime: at,
    ...(good ? {} : { reason: 'ContainersNotReady', message: `containers with unready status: [${app}]` }),
  });
  const one = (name: string, state: object, ready: boolean, restartCount: number) => ({
    name,
    state,
    ready,
    started: ready,
    restartCount,
    image: `registry.example.com/platform/${name}:2.14.3`,
    imageID: `registry.example.com/platform/${name}@sha256:${hash(index % 40, 64)}`,
    containerID: `containerd://${hash(index, 64)}`,
    lastState: {},
  });
  return {
    phase,
    qosClass: 'Burstable',
    startTime: at,
    hostIP: `10.0.0.${index % 50}`,
    podIP: `10.1.${(index >> 7) % 128}.${index % 128}`,
    conditions: [
      condition('Initialized', true),
      condition('Ready', ready),
      condition('ContainersReady', ready),
      condition('PodScheduled', true),
    ],
    containerStatuses: [
      one(app, state, ready, phase === 'Pending' ? 0 : ready ? index % 3 : 17),
      one('proxy', phase === 'Pending' ? state : lives.running[1], phase !== 'Pending', 0),
    ],
  };
};

const lives = {
  running: ['Running', { running: { startedAt: at } }, true],
  crashing: [
    'Running',
    { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting failed container' } },
    false,
  ],
  pending: ['Pending', { waiting: { reason: 'ImagePullBackOff', message: 'Back-off pulling image' } }, false],
} as const;

/** Hexadecimal that looks random and is not: the same for the same number. */
const hash = (seed: number, length: number): string => {
  let state = (seed + 1) * 2654435761;
  let text = '';
  while (text.length < length) {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9;
    text += ((state ^ (state >>> 13)) >>> 0).toString(16).padStart(8, '0');
  }
  return text.slice(0, length);
};

const uuid = (seed: number): string => hash(seed, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
