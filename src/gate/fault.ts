// Our own failures: a closed table of stable codes, each with a fixed message and remedy. Nothing the caller sent stands in them.

const table = {
  POLICY_MISSING: [
    'No policy is loaded, so nothing can be decided.',
    'Start with --policy DIR or BUNDLE; `portcullis policy check` shows what is wrong with it.',
  ],
  POLICY_TIMEOUT: [
    'The policy took longer than its deadline.',
    'Try again; if it stays, the operator should look for a slow rule.',
  ],
  POLICY_FAILED: ['The policy could not decide.', 'Tell the operator: the decision log has the decision id.'],
  POLICY_INVALID: [
    'The policy gave a result of the wrong shape.',
    'Tell the operator: `portcullis policy test` shows the rule.',
  ],
  INPUT_TOO_LARGE: [
    'The request is too large to be decided.',
    'Ask for less: fewer items, a shorter selector, a smaller document.',
  ],
  PLAN_EMPTY: ['The tool planned no request.', 'Check the arguments against what the tool says of itself.'],
  PLAN_TOO_LARGE: ['The tool wanted more requests than one call may make.', 'Name a namespace, a kind or an object.'],
  KIND_UNKNOWN: ['The cluster has no such kind.', 'List what exists, then use its plural, kind or short name.'],
  KIND_AMBIGUOUS: ['More than one kind has this name.', 'Use one of the full names given.'],
  NAME_INVALID: ['A name is not a single, valid path segment.', 'Use the name exactly as a list shows it.'],
  SCOPE_MISMATCH: [
    'The kind and the namespace do not fit together.',
    'Leave the namespace out for kinds that have none, and name one for kinds that need it.',
  ],
  REQUEST_INVALID: ['The request is not one the Kubernetes API has.', 'Check the verb, the name and the subresource.'],
  VERB_UNSUPPORTED: [
    'This server cannot carry out this verb.',
    'Use get or list, patch or delete one object, or create one.',
  ],
  OBLIGATION_UNKNOWN: [
    'The policy asks for something this server cannot do, so nothing was sent.',
    'Tell the operator: the policy and the server do not fit.',
  ],
  OBLIGATION_FAILED: [
    'The answer could not be cut down as the policy asks, so it is withheld.',
    'Ask for less, or tell the operator.',
  ],
  FACT_UNAVAILABLE: [
    'The policy needs to know more than could be looked up.',
    'Try again; if it stays, tell the operator.',
  ],
  APPROVAL_UNAVAILABLE: [
    'A person must approve this, and this server has no way to ask one.',
    'Ask the operator to do it, or to configure approvals.',
  ],
  APPROVAL_CLOSED: ['This approval is no longer open.', 'Make the call again; if it still needs a person, it says so.'],
  APPROVAL_USED: [
    'The approval was used by another call, so nothing was sent.',
    'See what the other call did before you call again; a further change needs a further approval.',
  ],
  CURSOR_INVALID: ['The place to continue from is not one this server gave.', 'Start the list again without it.'],
  NOT_FOUND: ['The cluster has no such object.', 'Check the name and the namespace with a list.'],
  CLUSTER_UNREACHABLE: [
    'The cluster does not answer.',
    'Try again in a moment; the operator should check the connection.',
  ],
  CLUSTER_TIMEOUT: ['The cluster took too long to answer.', 'Ask for less, or try again.'],
  CLUSTER_UNAUTHORIZED: [
    'The cluster does not accept the credentials of this server.',
    'The operator must renew them.',
  ],
  CLUSTER_FORBIDDEN: [
    'The cluster itself refuses this (RBAC).',
    'The operator must grant it in the cluster; the policy of this server already allows it.',
  ],
  CLUSTER_BUSY: ['The cluster is busy and asked to come back later.', 'Try again in a moment.'],
  CLUSTER_GONE: ['The list changed too much while it was read.', 'Start the list again.'],
  CLUSTER_CONFLICT: [
    'The cluster refused the change: the object changed meanwhile, or somebody else manages a field.',
    'If a field manager is named, leave its field out or ask who manages it. Else make the call again: it is judged, and if need be approved, anew.',
  ],
  OUTCOME_UNKNOWN: [
    'The change was sent, but whether it was made is not known.',
    'Look at the object before anything else; do not simply repeat the call.',
  ],
  LOG_MISSING: [
    'There is no decision log on disk, and nothing is changed without one.',
    'The operator must start the server with --log FILE.',
  ],
  CLUSTER_REFUSED: ['The cluster refused the request.', 'Check the arguments: its own words are given.'],
  CLUSTER_FAILED: [
    'The cluster could not do what was asked.',
    'Try again in a moment; the operator should look at what its own words name.',
  ],
  CLUSTER_BROKEN: [
    'The cluster gave an answer that is not the Kubernetes API.',
    'The operator should check what the address points to.',
  ],
  LOG_UNWRITABLE: ['The decision could not be logged.', 'The operator must make room for the decision log.'],
  CANCELLED: ['The call was cancelled.', 'Call again when needed.'],
  BUSY: ['Too many calls are running.', 'Try again in a moment.'],
  INTERNAL: ['Something failed inside this server.', 'Tell the operator: its own log has the cause.'],
} as const satisfies Record<string, readonly [message: string, remedy: string]>;

export type FaultCode = keyof typeof table;

/** Every fault there is: its message and remedy, for documents and tests. */
export const faults: Readonly<Record<FaultCode, { readonly message: string; readonly remedy: string }>> =
  Object.fromEntries(Object.entries(table).map(([code, [message, remedy]]) => [code, { message, remedy }])) as Record<
    FaultCode,
    { message: string; remedy: string }
  >;

/**
 * A failure of ours or of the cluster, as a value that can be thrown. `detail` may be shown to the caller after
 * redaction (candidates, the API server's words); `cause` is for the operator's log only.
 */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly remedy: string;
  readonly detail: string;

  constructor(code: FaultCode, detail = '', cause?: unknown) {
    super(faults[code].message, { cause });
    this.name = 'Fault';
    this.code = code;
    this.remedy = faults[code].remedy;
    this.detail = detail;
  }
}

/** What was thrown, as a fault: an abort is CANCELLED, anything unknown INTERNAL. */
export function asFault(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError') return new Fault('CANCELLED', '', thrown);
  return new Fault('INTERNAL', '', thrown);
}
