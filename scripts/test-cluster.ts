// Starts the tests' real control plane by hand and keeps it until Ctrl-C: node scripts/test-cluster.ts [FOLDER]
import { startCluster } from '../test/cluster/control-plane.ts';
import { startKubelet } from '../test/cluster/kubelet.ts';
import { seed } from '../test/cluster/seed.ts';

const interrupted = new Promise<void>((done) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
});

const folder = process.argv[2];
const cluster = await startCluster();
const kubelet = await startKubelet(cluster);
if (folder !== undefined) await seed(cluster, folder).catch((error: Error) => console.error(error.message));

// The path alone is on stdout, so that a script can read it as the first line.
console.log(cluster.kubeconfig);
console.error(`
kube-apiserver at ${cluster.url}
contexts  test (administrator); without any right: ${people(cluster.users)}
logs      ${cluster.logs}/<namespace>/<pod>/<container>[.previous].log
pods      on node ${kubelet.node}, so that their logs are found
Ctrl-C stops it and removes everything.`);

await interrupted;
await kubelet.stop();
await cluster.stop();

function people(users: { name: string }[]): string {
  return users
    .slice(1)
    .map(({ name }) => name)
    .join(', ');
}
