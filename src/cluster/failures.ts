// What a status or a broken connection means, as a fault. Knows no connection, only how one failed.
import { Fault, type FaultCode } from '../gate/fault.ts';
import { type Status, statusOf } from './status.ts';

/** An answer of whatever status. */
export type Reply = { readonly status: number; readonly text: string; readonly retryAfter: number | undefined };

export const maxBytes = 96 * 1024 * 1024;
export const tooLarge = `The answer is larger than ${maxBytes / 1024 / 1024} MiB.`;
const maxDetail = 2_000;

const byStatus: Readonly<Record<number, FaultCode>> = {
  401: 'CLUSTER_UNAUTHORIZED',
  403: 'CLUSTER_FORBIDDEN',
  404: 'NOT_FOUND',
  408: 'CLUSTER_TIMEOUT',
  410: 'CLUSTER_GONE',
  429: 'CLUSTER_BUSY',
  502: 'CLUSTER_UNREACHABLE',
  503: 'CLUSTER_BUSY',
  504: 'CLUSTER_TIMEOUT',
};

/** What means something else where something was to be changed. */
const byStatusOfWrite: Readonly<Record<number, FaultCode>> = {
  409: 'CLUSTER_CONFLICT',
  410: 'CLUSTER_REFUSED',
  413: 'CLUSTER_REFUSED',
};

/** Whoever answers so may have passed the request on, or may have been at it. */
const lost = new Set([408, 502, 503, 504]);

/** The API server's own failures in which the store may have taken the change all the same. */
const lostInStore = /^(?:etcdserver: |rpc error: |context (?:deadline exceeded|canceled))/;

/** Refusals by RBAC; quotas, webhooks and policies answer 403 and `is forbidden`, too. */
const byRbac =
  /^\S+(?: "[^"]*")? is forbidden: [Uu]ser "(?:[^"\\]|\\.)*" (?:cannot |\(groups=.*attempting to grant RBAC)/s;

const byError: Readonly<Record<string, FaultCode>> = {
  UND_ERR_CONNECT_TIMEOUT: 'CLUSTER_UNREACHABLE',
  UND_ERR_HEADERS_TIMEOUT: 'CLUSTER_TIMEOUT',
  UND_ERR_BODY_TIMEOUT: 'CLUSTER_TIMEOUT',
  UND_ERR_HEADERS_OVERFLOW: 'CLUSTER_BROKEN',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'CLUSTER_BROKEN',
};

const resets = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** True when a connection ended under a request. */
export const isReset = (error: unknown): boolean => resets.has(codeOf(error));

/** What a refused read is called; the Status that came with it is the fault's `cause`. */
export const faultOfReply = (reply: Reply): Fault => {
  const said = statusOf(reply.text);
  // It did not refuse: it could not, as when the kubelet that has a log does not answer it.
  return faultBy(byStatus, reply, said, reply.status >= 500 ? 'CLUSTER_FAILED' : 'CLUSTER_REFUSED');
};

/** What a refused mutation is called: OUTCOME_UNKNOWN where it may have been made, unless it was a dry run. */
export const faultOfWrite = (reply: Reply, dryRun: boolean): Fault => {
  const { status, text } = reply;
  const said = statusOf(text);
  const fault = faultBy({ ...byStatus, ...byStatusOfWrite }, reply, said, 'CLUSTER_REFUSED');
  const unsaid = status >= 500 && (!said || said.reason === 'ServerTimeout' || lostInStore.test(said.message));
  if (!dryRun && (unsaid || lost.has(status))) return unknownOutcome(fault.detail, fault);
  // Not the caller but what they sent was refused.
  if (said && status === 403 && !byRbac.test(said.message)) return new Fault('CLUSTER_REFUSED', fault.detail, said);
  // A patch says of what object it is by a field that cannot be changed.
  if (status === 422 && said?.fields.includes('metadata.uid')) return new Fault('CLUSTER_CONFLICT', otherUid, said);
  return fault;
};

const otherUid = 'The object is not the one that was asked for: its uid is another.';

export const unknownOutcome = (detail: string, cause?: unknown): Fault => new Fault('OUTCOME_UNKNOWN', detail, cause);

const faultBy = (codes: typeof byStatus, { status }: Reply, said: Status | undefined, otherwise: FaultCode): Fault => {
  if (!said) return new Fault(codes[status] ?? 'CLUSTER_BROKEN', `The server answered HTTP ${status}.`);
  // Any Status without a code of its own here is the server's considered answer, in its own words.
  return new Fault(codes[status] ?? otherwise, said.message.slice(0, maxDetail), said);
};

/** What an error without any answer is called. */
export const faultOfError = (error: unknown): Fault => {
  if (error instanceof Fault) return error;
  const code = codeOf(error);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE' || code === 'ERR_BUFFER_TOO_LARGE')
    return new Fault('CLUSTER_BROKEN', tooLarge, error);
  if (code.startsWith('HPE_')) return new Fault('CLUSTER_BROKEN', '', error);
  return new Fault(byError[code] ?? 'CLUSTER_UNREACHABLE', code, error);
};

/** The deepest code: a library may wrap a system's error in its own. */
const codeOf = (error: unknown): string => {
  const { code, cause, name } = (error ?? {}) as { code?: unknown; cause?: unknown; name?: unknown };
  const inner = cause === undefined ? '' : codeOf(cause);
  if (inner !== '' || typeof code === 'string') return inner || String(code);
  return name === 'HTTPParserError' ? 'HPE_INVALID' : '';
};
