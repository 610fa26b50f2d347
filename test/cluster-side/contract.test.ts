// The contract, run on the embedded cluster and on a real API server that was given the same objects.
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';
import { openCluster } from '../../src/cluster/client.ts';
import { openSnapshot } from '../../src/cluster/snapshot.ts';
import { describeReal } from '../cluster/real.ts';
import { seed } from '../cluster/seed.ts';
import { contract } from './contract.ts';

const demo = fileURLToPath(new URL('../../src/cluster/demo', import.meta.url));

describe('the embedded cluster', () =>
  contract(() => openSnapshot('demo', { now: () => new Date('2026-01-15T10:00:00Z') })));

describe('the demo read as a folder', () => contract(() => openSnapshot(demo)));

describeReal('a real API server', (cluster) =>
  contract(async () => {
    await seed(cluster, demo);
    return openCluster({ kubeconfig: cluster.kubeconfig });
  }),
);
