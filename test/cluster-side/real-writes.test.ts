// Writes to a real API server: the contract, and refusals that only a real one makes.
import { openCluster } from '../../src/cluster/client.ts';
import { describeReal } from '../cluster/real.ts';
import { writeContract } from './write-contract.ts';

describeReal('a real API server', (connection) =>
  writeContract(() => openCluster({ kubeconfig: connection.kubeconfig })),
);
