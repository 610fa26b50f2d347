// Where a request goes, as path segments that were each checked. Knows no HTTP: a server's address is added elsewhere.
import { Fault } from '../gate/fault.ts';
import type { Permit } from '../gate/ports.ts';

type Request = Permit['request'];

/** Subresources that are documents or text. Others open connections or act, and no read may reach one. */
const subresources: Readonly<Record<string, 'object' | 'text'>> = {
  '': 'object',
  log: 'text',
  status: 'object',
  scale: 'object',
  resize: 'object',
  ephemeralcontainers: 'object',
  approval: 'object',
};

/** Verbs that can be carried out, and whether they name one object. */
const verbs: Readonly<Record<string, { readonly named: boolean }>> = {
  get: { named: true },
  list: { named: false },
};

/**
 * The checked path below the server's address, and what kind of answer it has.
 * @throws {Fault} NAME_INVALID, VERB_UNSUPPORTED or REQUEST_INVALID, before any URL exists.
 */
export const targetOf = (request: Request): { path: string; answer: 'object' | 'text' } => {
  const verb = Object.hasOwn(verbs, request.verb) ? verbs[request.verb] : undefined;
  const answer = Object.hasOwn(subresources, request.subresource) ? subresources[request.subresource] : undefined;
  if (!verb || !answer) throw new Fault('VERB_UNSUPPORTED');
  if (verb.named !== (request.name !== '') || (request.subresource !== '' && !verb.named))
    throw new Fault('REQUEST_INVALID');
  const namespaced = request.scope === 'Namespaced';
  if ((request.namespace !== '') !== namespaced && !(namespaced && !verb.named)) throw new Fault('SCOPE_MISMATCH');
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
