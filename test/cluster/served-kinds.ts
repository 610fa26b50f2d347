// Which kinds a real API server serves and under which paths, by its own word (aggregated discovery). Reads no object.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from './api.ts';

export type Served = { namespaced: boolean; status: boolean; path: (namespace: string | undefined) => string };

/** By `apiVersion/kind`. */
export type Kinds = Map<string, Served>;

type Discovery = { items: { metadata: { name?: string }; versions: { version: string; resources: Resource[] }[] }[] };
type Resource = {
  resource: string;
  responseKind?: { kind: string };
  scope: string;
  subresources?: { subresource: string }[];
};

const accept = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

export const kindKey = (object: { apiVersion: string; kind: string }): string => `${object.apiVersion}/${object.kind}`;

/** Waits for kinds that a definition has just brought; gives what there is after ten seconds. */
export const servedKinds = async (ask: Api, wanted: { apiVersion: string; kind: string }[]): Promise<Kinds> => {
  for (let look = 1; ; look++) {
    const kinds = await discover(ask);
    if (look === 100 || wanted.every((object) => kinds.has(kindKey(object)))) return kinds;
    await sleep(100);
  }
};

const discover = async (ask: Api): Promise<Kinds> => {
  const kinds: Kinds = new Map();
  for (const root of ['/api', '/apis']) {
    const { items } = (await ask('GET', root, { accept })).json as Discovery;
    for (const { metadata, versions } of items)
      for (const { version, resources } of versions)
        for (const resource of resources) {
          const apiVersion = metadata.name ? `${metadata.name}/${version}` : version;
          if (resource.responseKind)
            kinds.set(`${apiVersion}/${resource.responseKind.kind}`, servedAs(`${root}/${apiVersion}`, resource));
        }
  }
  return kinds;
};

const servedAs = (base: string, { resource, scope, subresources }: Resource): Served => ({
  namespaced: scope === 'Namespaced',
  status: (subresources ?? []).some(({ subresource }) => subresource === 'status'),
  path: (namespace) => `${base}/${namespace ? `namespaces/${namespace}/` : ''}${resource}`,
});
