// Puts prepared objects into a real API server, status and all, as controllers and kubelets would have left them.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Answer, type Api, api, type Connection } from './api.ts';
import { nodeAddress, registerNode } from './kubelet.ts';
import { type Manifest, readFolder, unpack } from './manifests.ts';
import { adopt, byOwner, inStages, objectKey, type Uids, unaddressed } from './seed-order.ts';
import { type Kinds, kindKey, servedKinds } from './served-kinds.ts';

const merge = 'application/merge-patch+json';
const apply = 'application/apply-patch+yaml';

/**
 * Applies objects, or a folder of YAML with `logs/`: definitions of kinds, namespaces (also those only mentioned), the
 * rest with its status. Owner references and events are joined to the new UIDs, Nodes are pointed at the fake kubelet,
 * Nodes that only pods name are made. What exists is applied over. Server-made fields (uid, times of creation) are new.
 * Throws one error that names every object refused, with the server's words.
 */
export const seed = async (cluster: Connection, from: string | readonly unknown[]): Promise<void> => {
  const read = typeof from === 'string' ? await readFolder(from) : { manifests: from.flatMap(unpack), logs: {} };
  for (const [key, text] of Object.entries(read.logs)) await writeLog(cluster, key, text);
  const ask = api(cluster);
  const faults: string[] = [];
  const uids: Uids = new Map();
  try {
    for (const stage of inStages(read.manifests)) {
      const kinds = await servedKinds(ask, stage.filter(brought(read.manifests)));
      for (const wave of byOwner(stage)) {
        const ends = await Promise.allSettled(wave.map((object) => place(ask, cluster, kinds, uids, object)));
        faults.push(...ends.flatMap((end) => (end.status === 'rejected' ? [(end.reason as Error).message] : [])));
      }
    }
    if (cluster.kubelet) await registerNodes(ask, cluster.kubelet.port, read.manifests);
    await deleteDoomed(ask, read.manifests);
  } finally {
    ask.close();
  }
  if (faults.length > 0) throw new Error(`The cluster refused ${faults.length} objects:\n${faults.join('\n')}`);
};

/** Gives the fake kubelet a log: `key` is `namespace/pod/container[.previous]`. Works from any process of the run. */
export const writeLog = async (cluster: Pick<Connection, 'logs'>, key: string, text: string): Promise<void> => {
  const file = join(cluster.logs, `${key}.log`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
};

/** Of the kinds that a definition among the manifests brings: those the server needs a moment for. */
const brought = (manifests: Manifest[]): ((object: Manifest) => boolean) => {
  const definitions = manifests.filter(({ kind }) => kind === 'CustomResourceDefinition');
  const groups = new Set(definitions.map(({ spec }) => `${spec?.group}`));
  return ({ apiVersion }) => groups.has(apiVersion.split('/')[0] ?? '');
};

const place = async (ask: Api, cluster: Connection, kinds: Kinds, uids: Uids, manifest: Manifest): Promise<void> => {
  const served = kinds.get(kindKey(manifest));
  if (!served) throw new Error(`${kindKey(manifest)} ${manifest.metadata.name}: this server has no such kind`);
  const object = adopt(manifest, served.namespaced, uids);
  const path = served.path(object.metadata.namespace);
  const one = `${path}/${object.metadata.name}`;
  let put = await ask('POST', path, { body: object });
  // Another one may have its address.
  if (put.status === 422 && object.kind === 'Service') put = await ask('POST', path, { body: unaddressed(object) });
  // Already there; or, as a quota that is used up says, not to be made once more.
  if (put.status === 409 || put.status === 403)
    put = await ask('PATCH', `${one}?fieldManager=seed&force=true`, { body: object, type: apply });
  expectDone(object, put);
  uids.set(objectKey(object), (put.json as Manifest).metadata.uid ?? '');
  if (object.kind === 'Node') await untaint(ask, one, object);
  if (!object.status || !served.status) return;
  const status = { ...object.status, ...(object.kind === 'Node' ? addressed(cluster) : {}) };
  expectDone(object, await ask('PATCH', `${one}/status`, { body: { status }, type: merge }));
};

const addressed = ({ kubelet }: Connection): object => (kubelet ? nodeAddress(kubelet.port) : {});

/** Admission gives every new Node the not-ready taint, and no controller takes it away here. */
const untaint = async (ask: Api, path: string, { spec }: Manifest): Promise<void> => {
  await ask('PATCH', path, { body: { spec: { taints: spec?.taints ?? null } }, type: merge });
};

const registerNodes = async (ask: Api, port: number, manifests: Manifest[]): Promise<void> => {
  const pods = manifests.filter(({ kind, apiVersion }) => kind === 'Pod' && apiVersion === 'v1');
  const named = new Set(pods.flatMap(({ spec }) => (typeof spec?.nodeName === 'string' ? [spec.nodeName] : [])));
  for (const name of named)
    if ((await ask('GET', `/api/v1/nodes/${name}`)).status === 404) await registerNode(ask, name, port);
};

/** What was being deleted when it was written down is deleted again: finalizers and Nodes hold it as they did there. */
const deleteDoomed = async (ask: Api, manifests: Manifest[]): Promise<void> => {
  const doomed = manifests.filter(({ metadata }) => metadata.deletionTimestamp);
  if (doomed.length === 0) return;
  const kinds = await servedKinds(ask, []);
  for (const object of doomed) {
    const served = kinds.get(kindKey(object));
    const namespace = served?.namespaced ? (object.metadata.namespace ?? 'default') : undefined;
    if (served) await ask('DELETE', `${served.path(namespace)}/${object.metadata.name}`);
  }
};

const expectDone = (object: Manifest, { status, text, json }: Answer): void => {
  if (status < 300) return;
  const said = (json as { message?: string } | undefined)?.message ?? text;
  throw new Error(`${objectKey(object)}: ${status} ${said}`);
};
