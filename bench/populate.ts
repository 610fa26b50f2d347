// Fills a running cluster with pods like real ones, for the list benchmarks: N pods in M namespaces, status and all.
// By hand: node bench/populate.ts KUBECONFIG PODS [NAMESPACES]
import { type Api, api, type Connection } from '../test/cluster/api.ts';
import { connectionOf } from './connection.ts';
import { realisticPod } from './realistic-pod.ts';

export type Filling = { pods: number; namespaces: number; prefix?: string; from?: number };

/**
 * Gives the namespaces' names, each with `pods / namespaces` pods. About 10 kB a pod; some 150 pods a second on two
 * cores. The pods below `from` are there already.
 */
export const populate = async (
  cluster: Pick<Connection, 'url' | 'ca' | 'token'>,
  { pods, namespaces, prefix = 'bench', from = 0 }: Filling,
): Promise<string[]> => {
  const ask = api(cluster, lanes);
  const names = Array.from({ length: namespaces }, (_, index) => `${prefix}-${index}`);
  try {
    for (const name of names) await make(ask, '/api/v1/namespaces', { metadata: { name } });
    let next = from;
    const lane = async (): Promise<void> => {
      for (let index = next++; index < pods; index = next++) await makePod(ask, index, names[index % namespaces]!);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return names;
  } finally {
    ask.close();
  }
};

// More at once is no faster on two cores: the API server is the one that works.
const lanes = 16;

const makePod = async (ask: Api, index: number, namespace: string): Promise<void> => {
  const { status, ...pod } = realisticPod(index, namespace);
  const path = `/api/v1/namespaces/${namespace}/pods`;
  await make(ask, `${path}?fieldManager=kube-controller-manager`, pod);
  const type = 'application/strategic-merge-patch+json';
  const at = `${path}/${pod.metadata.name}/status?fieldManager=kubelet`;
  const patched = await ask('PATCH', at, { body: { status }, type });
  if (patched.status !== 200) throw new Error(`Status of ${pod.metadata.name}: ${patched.text}`);
};

const make = async (ask: Api, path: string, body: object): Promise<void> => {
  const { status, text } = await ask('POST', path, { body });
  if (status !== 201 && status !== 409) throw new Error(`POST ${path}: ${status} ${text}`);
};

if (import.meta.main) {
  const [kubeconfig, pods, namespaces = '1'] = process.argv.slice(2);
  if (!kubeconfig || !Number(pods) || !Number(namespaces)) {
    console.error('Usage: node bench/populate.ts KUBECONFIG PODS [NAMESPACES]');
    process.exit(2);
  }
  await populate(connectionOf(kubeconfig), { pods: Number(pods), namespaces: Number(namespaces) });
}
