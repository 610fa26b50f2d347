// The names that records have: to be typed by people, and found by digest and target without being read. Knows no disk.
import { createHash } from 'node:crypto';
import type { Proposal } from '../gate/ports.ts';

/** The parts of a key. `generation` counts the records of one digest. */
export type Key = {
  readonly key: string;
  readonly id: string;
  readonly digest: string;
  readonly target: string;
  readonly stem: string;
  readonly generation: number;
};

/** 128 bits of sha256: a name for what may hold any character. */
export function nameOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/**
 * The key of the given generation. The id is short enough to be typed, fits RFC 1123, and is no part of the digest: who
 * repeats the digest has seen it.
 */
export function keyOf(proposal: Pick<Proposal, 'digest' | 'target'>, generation: number): Key {
  const [digest, target] = [nameOf('digest', proposal.digest), nameOf('target', proposal.target)];
  return readKey(`${digest.slice(0, 8)}-${generation}.${digest}.${target}`) as Key;
}

/** What a key says, or undefined for a name that is none. */
export function readKey(key: string): Key | undefined {
  const [, id = '', stem = '', generation, digest = '', target = ''] =
    /^(([0-9a-f]{8})-([1-9]\d{0,8}))\.([0-9a-f]{32})\.([0-9a-f]{32})$/.exec(key) ?? [];
  return digest.startsWith(stem) && id !== ''
    ? { key, id, digest, target, stem, generation: Number(generation) }
    : undefined;
}
