// How a story writes down what happened: requests, decisions, answers, each as text that stays the same.
import type { Decision } from '../../src/gate/documents.ts';
import { isWrite } from '../../src/gate/mutation.ts';
import type { DecisionEvent, Permit, Request } from '../../src/gate/ports.ts';

/** `list pods in shop`, `get pods/log web-1 in shop`, `get deployments.apps web in shop`. */
export function wordsOf({ verb, group, resource, subresource, namespace, name }: Request): string {
  const kind = `${resource}${group === '' ? '' : `.${group}`}${subresource === '' ? '' : `/${subresource}`}`;
  return [verb, kind, name, namespace === '' ? '' : `in ${namespace}`].filter((word) => word !== '').join(' ');
}

/** A request as it was sent: what is asked for stands in brackets. */
export function sentAs(permit: Permit): string {
  const { request } = permit;
  const asked = (isWrite(request) ? writeWords(permit) : readWords(permit)).filter((part) => part !== '');
  return `${wordsOf(request)}${asked.length === 0 ? '' : ` (${asked.join(', ')})`}`;
}

/** What a write is, and what it must find. */
function writeWords({ request: { options }, precondition }: Permit): readonly string[] {
  return [
    options.patch,
    options.dryRun ? 'dry run' : '',
    options.force ? 'forced' : '',
    options.fieldManager === 'portcullis' ? '' : `as ${options.fieldManager}`,
    options.propagationPolicy,
    options.gracePeriodSeconds < 0 ? '' : `grace ${options.gracePeriodSeconds}s`,
    options.uid === '' ? '' : `uid ${options.uid}`,
    precondition?.resourceVersion ? 'if unchanged' : precondition?.uid ? 'if the same object' : '',
  ];
}

function readWords({ request: { options, selector, subresource, verb }, bounds, rowMetadata }: Permit) {
  const isLog = subresource === 'log';
  return [
    isLog ? '' : options.view,
    verb === 'list' ? `at most ${bounds.items}` : '',
    rowMetadata && options.view === 'table' ? 'rows with their namespace' : '',
    selector.labels === '' ? '' : `labels ${selector.labels}`,
    selector.fields === '' ? '' : `fields ${selector.fields}`,
    options.continue === '' ? '' : 'continued',
    options.container === '' ? '' : `container ${options.container}`,
    isLog && options.tailLines > 0 ? lastLines(options.tailLines + options.skipLines) : '',
    options.previous ? 'previous' : '',
    options.sinceSeconds > 0 ? `since ${options.sinceSeconds}s` : '',
    options.path === '' ? '' : `path ${options.path}`,
  ];
}

function lastLines(count: number): string {
  return count === 1 ? 'last line' : `last ${count} lines`;
}

/** `deny refused get secrets in shop (secrets_closed)`. */
export function loggedAs({ input, result, error, custom }: DecisionEvent): string {
  const { request } = input as { readonly request?: Request };
  const { reasons = [], shadow = [] } = (result ?? {}) as Partial<Pick<Decision, 'reasons' | 'shadow'>>;
  const said = [
    ...reasons.map(({ code }) => code),
    ...shadow.map(({ code }) => `only watched: ${code}`),
    ...(error ? [error.code] : []),
    ...(custom.redactions > 0 ? [`${custom.redactions} redacted`] : []),
  ];
  const what = request ? wordsOf(request) : custom.tool;
  return `${custom.effect} ${custom.outcome} ${what}${said.length === 0 ? '' : ` (${said.join(', ')})`}`;
}

/** Ids that a story's gate gives, so that they can be told from everything else. */
export function decisionId(count: number): string {
  return `decision-${String(count).padStart(4, '0')}`;
}

/** Approvals by their ids, in the order in which a story comes upon them. */
export type Numbered = Map<string, string>;

/**
 * An answer without what differs from run to run: decision ids, the policy's revision, marks of fences, and the ids of
 * approvals, which follow from all that they are bound to.
 */
export function steady(text: string, revision: string, approvals: Numbered): string {
  return text
    .replaceAll(/decision-\d{4}/g, '<id>')
    .replaceAll(revision === '' ? '\u0000' : revision, '<revision>')
    .replaceAll(fence, '<<fence\n$2\nfence>>')
    .replaceAll(/\b[0-9a-f]{8}-\d+\b(?!-)/g, (id) => {
      const name = approvals.get(id) ?? `approval-${approvals.size + 1}`;
      approvals.set(id, name);
      return name;
    });
}

/** What stands between two marks of one fence; what looks like a mark inside is left as it is. */
const fence = /^<<([0-9a-f]{4,64})\n([\s\S]*?)\n\1>>$/gm;

/** The calls that an answer names for what it left out, outside of what the cluster said. */
export function callsNamed(text: string): readonly string[] {
  const own = text.replaceAll(fence, '');
  return [...own.matchAll(/To see them: (\w+ \{.*?\})(?= Not shown at all:|$)/gm)].map(([, call]) => call ?? '');
}
