// Approvals as a resource that the line decides and reads like any other: the group approvals.portcullis, read only.
import { Fault } from '../gate/fault.ts';
import type { Approval, Cluster, Column, Permit, Resource, Response, Row } from '../gate/ports.ts';

const group = 'approvals.portcullis';

const resource: Resource = {
  group,
  version: 'v1',
  kind: 'ApprovalRequest',
  resource: 'approvalrequests',
  scope: 'Cluster',
  subresources: [],
  verbs: ['get', 'list'],
};

/** All ways to write it; whatever the cluster has in this group is not ours, and is not reached. */
const names: ReadonlySet<string> = new Set([
  'approvalrequests.approvals.portcullis',
  'approvalrequest.approvals.portcullis',
  'approvals.portcullis/v1/approvalrequest',
  'approvals.portcullis/v1/approvalrequests',
]);

/** The cluster, and beside it the approvals on record. */
export function withApprovalRequests(cluster: Cluster, list: () => Promise<readonly Approval[]>): Cluster {
  return {
    ...cluster,
    resolve: async (kind, signal) => {
      const written = kind.toLowerCase();
      if (names.has(written)) return [resource];
      const found = (await cluster.resolve(kind, signal)).filter((one) => one.group !== group);
      // Without a group it is ours only where the cluster has none of that name.
      return found.length === 0 && names.has(`${written}.${group}`) ? [resource] : found;
    },
    send: async (permit, signal) =>
      permit.request.group === group ? answer(permit, await list()) : cluster.send(permit, signal),
  };
}

function answer({ request, bounds }: Permit, all: readonly Approval[]): Response {
  const { verb, name, options, selector } = request;
  if (verb === 'get') {
    const found = all.find(({ id }) => id === name);
    if (!found) throw new Fault('NOT_FOUND', `approvalrequests.${group} "${name}" not found`);
    return { type: 'object', object: objectOf(found) };
  }
  if (verb !== 'list') throw new Fault('VERB_UNSUPPORTED');
  const wanted = all.filter(selected(selector.fields)).toSorted(newestFirst);
  const some = wanted.slice(0, Math.max(1, bounds.items));
  const end = { continue: '', remaining: wanted.length - some.length, restarted: false };
  return options.view === 'table'
    ? { type: 'table', columns, rows: once(some.map(rowOf)), end: () => end }
    : { type: 'items', items: once(some.map(objectOf)), end: () => end };
}

/** `spec.requester=alice` and `,status.state=requested` behind it: an id may hold any sign but is the first. */
function selected(fields: string): (approval: Approval) => boolean {
  if (fields === '') return () => true;
  const [, requester, state] = /^spec\.requester=(.*?)(?:,status\.state=([a-z]+))?$/s.exec(fields) ?? [];
  if (requester === undefined) throw new Fault('CLUSTER_REFUSED', 'field selector not supported');
  return (approval) => approval.requester.id === requester && (state === undefined || approval.state === state);
}

function newestFirst(one: Approval, other: Approval): number {
  return other.requestedAt - one.requestedAt || (one.id < other.id ? -1 : 1);
}

const columns: readonly Column[] = ['Name', 'State', 'Target', 'Votes', 'Requested', 'Expires', 'Outcome', 'Why'].map(
  (name) => ({ name, type: 'string', priority: 0 }),
);

function rowOf(approval: Approval): Row {
  const { id, state, why, outcome } = approval;
  const cells = [id, state, targetOf(approval), votesOf(approval), ...timesOf(approval), outcome, why];
  return { cells, namespace: '', name: id };
}

function objectOf(approval: Approval): Record<string, unknown> {
  const { id, state, requester, cluster, tool, why, outcome } = approval;
  const [requestedAt, expiresAt] = timesOf(approval);
  return {
    apiVersion: `${group}/${resource.version}`,
    kind: resource.kind,
    metadata: { name: id },
    spec: { requester: requester.id, cluster, tool, target: targetOf(approval), why },
    status: { state, votes: votesOf(approval), requestedAt, expiresAt, outcome },
  };
}

/** `patch deployments.apps shop/web`, and how many more. */
function targetOf({ requests: [first, ...others] }: Approval): string {
  if (!first) return '';
  const { verb, resource: plural, group: theirs, namespace, name } = first;
  const what = `${verb} ${plural}${theirs === '' ? '' : `.${theirs}`} ${namespace === '' ? '' : `${namespace}/`}${name}`;
  return others.length === 0 ? what : `${what} and ${others.length} more`;
}

function votesOf({ agreed, terms }: Approval): string {
  return `${agreed} of ${terms.quorum}`;
}

function timesOf({ requestedAt, expiresAt }: Approval): readonly [string, string] {
  return [new Date(requestedAt * 1000).toISOString(), new Date(expiresAt * 1000).toISOString()];
}

async function* once<T>(batch: T): AsyncGenerator<T> {
  yield batch;
}
