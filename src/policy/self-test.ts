// What a policy must be able to say before it is used: each entry point answers, and nonsense is refused.
import type { Input, Planning } from '../gate/documents.ts';
import { Fault } from '../gate/fault.ts';
import type { Policy } from '../gate/ports.ts';

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
    },
    body: {},
    digest: `sha256:${'0'.repeat(64)}`,
  },
  facts: { live: null, changes: null, namespace: null },
  approvals: [],
  now,
  obligationsSupported: ['fields', 'scope', 'limit', 'redact', 'classify', 'dryRun', 'precondition'],
};

/**
 * Tries every entry point of a policy. A tool's plan and answer depend on the tool, so there no result is no failure,
 * but a throw, a wrong shape or a timeout is. Throws a {@link Fault} whose cause says what went wrong.
 */
export async function selfTest(policy: Policy): Promise<void> {
  const [decision] = await policy.decide([absurdInput]);
  if (decision?.effect !== 'deny') {
    throw new Fault(
      'POLICY_INVALID',
      '',
      new Error('main/decision does not refuse a request whose verb and kind do not exist.'),
    );
  }
  const catalog = await policy.catalog(probePlanning);
  const { tools } = catalog;
  for (const tool of tools) {
    const [example] = tool.examples ?? [];
    if (example === undefined) continue;
    await policy.plan({ ...probePlanning, call: { ...call, tool: tool.name, arguments: example } });
  }
  await policy.mask({ input: absurdInput, result: decision });
}
