// Where a request goes, as path segments that were each checked. Knows no HTTP: a server's address is added elsewhere.
import { Fault } from '../gate/fault.ts';
import type { Permit } from '../gate/ports.ts';

type Request = Permit['request'];

type Answer = 'object' | 'text';

const read = ['get'] as const;
const patched = ['get', 'patch'] as const;

/** Subresources that are documents or text, and their verbs. Others open connections or act, and nothing may reach one. */
const subresources: Readonly<Record<string, { readonly answer: Answer; readonly verbs: readonly string[] }>> = {
  log: { answer: 'text', verbs: read },
  status: { answer: 'object', verbs: patched },
  scale: { answer: 'object', verbs: patched },
  resize: { answer: 'object', verbs: patched },
  ephemeralcontainers: { answer: 'object', verbs: patched },
  approval: { answer: 'object', verbs: patched },
};

/** Verbs that can be carried out: whether the path names one object, and whether it may be over all namespaces. */
const verbs: Readonly<Record<string, { readonly named: boolean; readonly everywhere: boolean }>> = {
  get: { named: true, everywhere: false },
  list: { named: false, everywhere: true },
  create: { named: false, everywhere: false },
  patch: { named: true, everywhere: false },
  delete: { named: true, everywhere: false },
};

/** The verbs that change something. */
export const isMutation = (verb: string): boolean => verb === 'create' || verb === 'patch' || verb === 'delete';

/**
 * The checked path below the server's address, and what kind of answer it has.
 * @throws {Fault} NAME_INVALID, VERB_UNSUPPORTED or REQUEST_INVALID, before any URL exists.
 */
export const targetOf = (request: Request): { path: string; answer: Answer } => {
  const verb = Object.hasOwn(verbs, request.verb) ? verbs[request.verb] : undefined;
  const answer = answerOf(request);
  if (!verb || !answer) throw new Fault('VERB_UNSUPPORTED');
  // A new object's name stands in its body, and mutation.ts holds it against the request's.
  const named = request.verb === 'create' ? verb.named : request.name !== '';
  if (verb.named !== named) throw new Fault('REQUEST_INVALID');
  const namespaced = request.scope === 'Namespaced';
  if ((request.namespace !== '') !== namespaced && !(namespaced && verb.everywhere)) throw new Fault('SCOPE_MISMATCH');
  const path = [
    ...(request.group === '' ? ['api'] : ['apis', checked(request.group, isGroup)]),
    checked(request.version, isWord),
    ...(request.namespace === '' ? [] : ['namespaces', checked(request.namespace, isLabel)]),
    checked(request.resource, isWord),
    ...(verb.named ? [checked(request.name, isName)] : []),
    ...(request.subresource === '' ? [] : [request.subresource]),
  ];
  return { path: `/${path.map(encodeURIComponent).join('/')}`, answer };
};

const answerOf = ({ verb, subresource }: Request): Answer | undefined => {
  if (subresource === '') return 'object';
  const known = Object.hasOwn(subresources, subresource) ? subresources[subresource] : undefined;
  return known?.verbs.includes(verb) ? known.answer : undefined;
};

const checked = (text: string, good: (text: string) => boolean): string => {
  if (!good(text)) throw new Fault('NAME_INVALID');
  return text;
};

/** One path segment as Kubernetes' `ValidatePathSegmentName` has it, and narrower. */
export const isName = (text: string): boolean =>
  text.length > 0 && text.length <= 253 && text !== '.' && text !== '..' && /^[^/%\\?#\p{C}\p{Z}]+$/u.test(text);

/** RFC 1123 label. */
export const isLabel = (text: string): boolean => /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(text);

const isWord = (text: string): boolean => /^[a-z0-9][-a-z0-9]{0,62}$/.test(text);

const isGroup = (text: string): boolean => text.length <= 253 && text.split('.').every(isLabel);
