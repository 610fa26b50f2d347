// Permits as the gate writes them, and answers read to their end, for tests. Knows no cluster.
import type { Bounds, ListEnd, Permit, Resource, Response, Row } from '../../src/gate/ports.ts';

type Request = Permit['request'];
type Wanted = Partial<Omit<Request, 'options' | 'selector'>> & {
  readonly options?: Partial<Request['options']>;
  readonly selector?: Partial<Request['selector']>;
  readonly bounds?: Partial<Bounds>;
  readonly rowMetadata?: boolean;
};

/** A permit for this resource; what is not said is what the gate would fill in. */
export const permit = (
  resource: Pick<Resource, 'group' | 'version' | 'kind' | 'resource' | 'scope'>,
  wanted: Wanted,
): Permit => {
  const { bounds, rowMetadata = false, options, selector, ...request } = wanted;
  const { group, version, kind, resource: plural, scope } = resource;
  return {
    decisionId: 'decision-1',
    rowMetadata,
    bounds: { items: 500, lines: 500, bytes: 65_536, ...bounds },
    request: {
      ...{
        id: 'r',
        verb: 'list',
        group,
        version,
        kind,
        resource: plural,
        subresource: '',
        scope,
        namespace: '',
        name: '',
      },
      ...request,
      selector: { labels: '', fields: '', ...selector },
      options: {
        ...{ view: 'object', fields: [], sortBy: '', limit: 0, continue: '', container: '', previous: false },
        ...{ tailLines: 0, skipLines: 0, sinceSeconds: 0, timestamps: false, grep: '', path: '' },
        ...{ dryRun: false, force: false, fieldManager: 'portcullis', patch: '' as const, stamp: [], uid: '' },
        ...{ propagationPolicy: '' as const, gracePeriodSeconds: -1 },
        ...options,
      },
      body: {},
      digest: 'sha256:0',
    },
  };
};

export const pods = { group: '', version: 'v1', kind: 'Pod', resource: 'pods', scope: 'Namespaced' } as const;
export const deployments = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  resource: 'deployments',
  scope: 'Namespaced',
} as const;
export const namespaces = {
  group: '',
  version: 'v1',
  kind: 'Namespace',
  resource: 'namespaces',
  scope: 'Cluster',
} as const;
export const events = { group: '', version: 'v1', kind: 'Event', resource: 'events', scope: 'Namespaced' } as const;
const virtual = { group: 'discovery.portcullis', version: 'v1', scope: 'Cluster' } as const;
export const apiresources = { ...virtual, kind: 'APIResource', resource: 'apiresources' } as const;
export const apischemas = { ...virtual, kind: 'APISchema', resource: 'apischemas' } as const;

export type Table = { columns: string[]; rows: Row[]; end: ListEnd };

export const tableOf = async (response: Response): Promise<Table> => {
  if (response.type !== 'table') throw new Error(`a ${response.type}, not a table`);
  const rows: Row[] = [];
  for await (const batch of response.rows) rows.push(...batch);
  return { columns: response.columns.map(({ name }) => name), rows, end: response.end() };
};

export type Items = { items: Record<string, unknown>[]; names: string[]; end: ListEnd };

export const itemsOf = async (response: Response): Promise<Items> => {
  if (response.type !== 'items') throw new Error(`a ${response.type}, not items`);
  const items: Record<string, unknown>[] = [];
  for await (const batch of response.items) items.push(...batch);
  return { items, names: items.map((item) => (item.metadata as { name: string }).name), end: response.end() };
};

export const objectOf = (response: Response): Record<string, unknown> => {
  if (response.type !== 'object') throw new Error(`a ${response.type}, not an object`);
  return response.object;
};

export const textOf = (response: Response): { text: string; cut: boolean } => {
  if (response.type !== 'text') throw new Error(`a ${response.type}, not a text`);
  return { text: response.text, cut: response.cut };
};
