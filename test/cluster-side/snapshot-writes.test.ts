// The embedded cluster when it is written to: the contract of all clusters, and what controllers would do besides.
import { describe } from 'vitest';
import { openSnapshot } from '../../src/cluster/snapshot.ts';
import { writeContract } from './write-contract.ts';

const open = () => openSnapshot('demo', { now: () => new Date('2026-01-15T10:00:00Z') });

describe('the embedded cluster', () => writeContract(open));
