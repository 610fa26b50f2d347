// What a policy must be able to say before it is used: each entry point answers, and nonsense is refused.
import type { Input, Planning } from '../gate/documents.ts';
import { Fault } from '../gate/fault.ts';
import type { Card, Policy } from '../gate/ports.ts';

const call: Input['call'] = { id: 'probe', tool: 'no_such_tool', arguments: {}, lap: 1, transport: 'cli' };
const subject: Input['subject'] = { id: 'probe', groups: [], claims: {}, agent: '', verified: false };
const cluster: Input['cluster'] = { name: 'probe', labels: {} };
const now: Input['now'] = { unix: 0, rfc3339: '1970-01-01T00:00:00Z', weekday: 'Thu', minuteOfDay: 0 };

/** What the catalog is asked with before anyone called. */
export const probePlanning: Planning = {
  version: 'portcullis.planning/v1',
  call,
  subject,
  cluster,
  observations: [],
  waited: false,
  now,
};

/** A request that no policy can have granted: none of its words exist. */
export const absurdInput: Input = {
  version: 'portcullis.input/v1',
  call,
  subject,
  cluster,
  request: {
    id: 'probe',
    verb: 'no-such-verb',
    group: 'no-such-group.invalid',
    version: 'v0',
    kind: 'NoSuchKind',
    resource: 'nosuchkinds',
    subresource: 'no-such-subresource',
    scope: 'Namespaced',
    namespace: 'no-such-namespace',
    name: 'no-such-name',
    selector: { labels: '', fields: '' },
    options: {
      view: 'object',
      fields: [],
      sortBy: '',
      limit: 0,
      continue: '',
      container: '',
      previous: false,
      tailLines: 0,
      skipLines: 0,
      sinceSeconds: 0,
      timestamps: false,
      grep: '',
      path: '',
      dryRun: false,
      force: false,
      fieldManager: '',
      patch: '',
      stamp: [],
      propagationPolicy: '',
      gracePeriodSeconds: -1,
      uid: '',
    },
    body: {},
    digest: `sha256:${'0'.repeat(64)}`,
  },
  facts: { live: null, dryRun: null, changes: null, namespace: null, access: null },
  approval: { digest: '' },
  approvals: [],
  now,
  obligationsSupported: ['fields', 'scope', 'limit', 'redact', 'classify', 'dryRun', 'precondition'],
};

/**
 * Tries every entry point of a policy. What a tool plans depends on the tool, so its example is planned, where it has
 * one. `thorough` also compiles each card's schema and holds its examples against it. Throws a {@link Fault} whose
 * cause says what went wrong.
 */
export async function selfTest(policy: Policy, thorough: boolean): Promise<void> {
  const [decision] = await policy.decide([absurdInput]);
  if (decision?.effect !== 'deny')
    throw refused('main/decision does not refuse a request whose verb and kind do not exist.');
  const { tools } = await policy.catalog(probePlanning);
  for (const tool of tools) {
    const examples = thorough ? (tool.examples ?? []) : (tool.examples ?? []).slice(0, 1);
    // Without an example the card's schema is compiled all the same.
    if (thorough && examples.length === 0) policy.accept(tool, {});
    for (const example of examples) await tryExample(policy, tool, example, thorough);
  }
  await policy.mask({ input: absurdInput, result: decision });
}

async function tryExample(
  policy: Policy,
  tool: Card,
  example: Record<string, unknown>,
  thorough: boolean,
): Promise<void> {
  const accepted = thorough ? policy.accept(tool, example) : { args: example };
  if ('problems' in accepted) throw refused(`An example of ${tool.name} is wrong: ${accepted.problems.join(' ')}`);
  await policy.plan({ ...probePlanning, call: { ...call, tool: tool.name, arguments: { ...accepted.args } } });
}

function refused(why: string): Fault {
  return new Fault('POLICY_INVALID', '', new Error(why));
}
