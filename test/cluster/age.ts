// Makes seeded objects as old as they were when they were written down. An API server makes everything now and knows no
// other way, so its store is told behind its back.
import type { Cluster } from './control-plane.ts';
import { type Manifest, unpack } from './manifests.ts';
import { objectKey } from './seed-order.ts';

/** A cluster whose store can be read: `startCluster({flags: readable})`. */
export const readable = ['--storage-media-type=application/json'];

type Stored = Manifest & {
  metadata: Manifest['metadata'] & { creationTimestamp?: string; deletionTimestamp?: string };
};

/** Gives each of these objects that exists the times of creation and deletion that it has here. */
export const age = async ({ store }: Pick<Cluster, 'store'>, objects: readonly unknown[]): Promise<void> => {
  const given = new Map(objects.flatMap(unpack).map((object) => [objectKey(object), object as Stored]));
  for (const { key, value } of await read(store)) {
    const object = JSON.parse(value) as Stored;
    const aged = older(object, given.get(objectKey(object)));
    if (aged) await write(store, key, JSON.stringify(aged));
  }
};

const older = (object: Stored, given: Stored | undefined): Stored | undefined => {
  if (!given?.metadata.creationTimestamp) return undefined;
  const { creationTimestamp, deletionTimestamp } = given.metadata;
  // Only the API server can begin a deletion; when it began may be said.
  const doomed = deletionTimestamp && object.metadata.deletionTimestamp ? { deletionTimestamp } : {};
  return { ...object, metadata: { ...object.metadata, creationTimestamp, ...doomed } };
};

type Pair = { readonly key: string; readonly value: string };

/** All that is stored as JSON. etcd speaks JSON itself, with every key and value in base64. */
const read = async (store: string): Promise<readonly Pair[]> => {
  const answer = await ask(store, 'range', { key: coded('/registry/'), range_end: coded('/registry0') });
  const pairs = (answer as { kvs?: readonly Pair[] }).kvs ?? [];
  return pairs
    .map(({ key, value }) => ({ key, value: plain(value) }))
    .filter(({ value }) => value.startsWith('{"kind":'));
};

const write = (store: string, key: string, value: string): Promise<unknown> =>
  ask(store, 'put', { key, value: coded(value) });

const ask = async (store: string, what: string, body: object): Promise<unknown> => {
  const response = await fetch(`${store}/v3/kv/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`etcd: ${response.status} ${await response.text()}`);
  return response.json();
};

const coded = (text: string): string => Buffer.from(text).toString('base64');
const plain = (text: string): string => Buffer.from(text, 'base64').toString('utf8');
