// A proposal as the gate makes it, a vote, and a clock that stands until it is told to go.
import type { Proposal, Vote } from '../../src/gate/ports.ts';

export const begin = 1_790_000_000;

export type Clock = { readonly now: () => Date; readonly pass: (seconds: number) => void };

export function clock(start = begin): Clock {
  let time = start;
  return {
    now: () => new Date(time * 1000),
    pass: (seconds) => {
      time += seconds;
    },
  };
}

export const hex = (seed: string): string =>
  `sha256:${[...seed]
    .map((letter) => letter.charCodeAt(0).toString(16))
    .join('')
    .padEnd(64, '0')}`;

export function proposal(more: Partial<Proposal> = {}): Proposal {
  return {
    digest: hex('scale web to 5'),
    target: hex('alice scales web'),
    parts: { request: hex('request'), live: hex('live'), revision: 'r1' },
    cluster: 'demo',
    tool: 'scale',
    requester: { id: 'alice@example.com', groups: ['sre'], agent: 'claude-code' },
    why: 'the sale begins at ten',
    requests: [
      {
        verb: 'patch',
        group: 'apps',
        version: 'v1',
        kind: 'Deployment',
        resource: 'deployments',
        subresource: '',
        namespace: 'shop',
        name: 'web',
        changes: ['spec.replicas: 3 → 5'],
        before: 'spec:\n  replicas: 3\n',
        after: 'spec:\n  replicas: 5\n',
        options: [],
        unseen: 0,
        dryRun: 'accepted',
      },
    ],
    reasons: [
      { code: 'WRITE_NEEDS_APPROVAL', message: 'A person must agree.', remedy: 'Ask one.', subject: 'shop/web' },
    ],
    terms: {
      methods: ['cli', 'page'],
      approvers: ['*'],
      quorum: 1,
      requestWithinSeconds: 3600,
      useWithinSeconds: 900,
      waitSeconds: 0,
      notRequester: false,
      risk: 'medium',
    },
    ...more,
  };
}

export function terms(more: Partial<Proposal['terms']>): Pick<Proposal, 'terms'> {
  return { terms: { ...proposal().terms, ...more } };
}

export function vote(more: Partial<Vote> = {}): Vote {
  return { verdict: 'approve', approver: 'bob', groups: [], method: 'cli', note: '', at: begin, ...more };
}
