// A desk in memory with a clock of its own: what the page is tried on. Its approvals are those of a small shop.
import { createHash } from 'node:crypto';
import { Fault } from '../../src/gate/fault.ts';
import type { Approval, ApprovalState, Proposed, Vote } from '../../src/gate/ports.ts';
import type { Approver, Desk, Hunk } from '../../src/web/desk.ts';

/** Monday, 21 September 2026, 10:14 UTC. */
export const NOW = Date.UTC(2026, 8, 21, 10, 14) / 1000;
export const alice: Approver = { approver: 'alice@example.com', groups: ['sre'] };
export const bob: Approver = { approver: 'bob@example.com', groups: ['sre', 'leads'] };

const digest = (of: string): string => `sha256:${createHash('sha256').update(of).digest('hex')}`;

export const proposed = (over: Partial<Proposed> = {}): Proposed => ({
  verb: 'patch',
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  resource: 'deployments',
  subresource: '',
  namespace: 'shop',
  name: 'web',
  changes: ['~ spec.replicas: 3 → 5'],
  before: deployment(3, 'registry.example.com/web:1.4.2'),
  after: deployment(5, 'registry.example.com/web:1.4.2'),
  options: [],
  unseen: 0,
  dryRun: 'accepted',
  ...over,
});

/** As the store counts those whom the terms know. */
const yeses = (votes: readonly Vote[]): number =>
  new Set(votes.filter(({ verdict }) => verdict === 'approve').map(({ approver }) => approver)).size;

export const approval = (id: string, over: Partial<Approval> = {}): Approval => ({
  id,
  digest: digest(id),
  target: `target-${id}`,
  parts: { request: digest('request'), live: digest('live'), revision: digest('policy') },
  cluster: 'prod-eu',
  tool: 'scale',
  requester: { id: 'carol@example.com', groups: ['shop-team'], agent: 'claude-code 2.1' },
  why: 'The queue of orders grows since nine; two more replicas should drain it.',
  requests: [proposed()],
  reasons: [
    {
      code: 'approval_needed',
      message: "This changes the cluster and needs a person's approval.",
      remedy: 'Ask an approver.',
      subject: 'deployments.apps shop/web',
    },
  ],
  terms: {
    methods: ['page', 'cli'],
    approvers: ['group:sre'],
    quorum: 1,
    requestWithinSeconds: 3600,
    useWithinSeconds: 900,
    waitSeconds: 0,
    notRequester: false,
    risk: 'low',
  },
  state: 'requested',
  votes: [],
  agreed: yeses(over.votes ?? []),
  requestedAt: NOW - 120,
  expiresAt: NOW + 3480,
  usedBy: '',
  outcome: '',
  ...over,
});

export const vote = (over: Partial<Vote> = {}): Vote => ({
  verdict: 'approve',
  ...bob,
  method: 'page',
  note: '',
  at: NOW - 60,
  ...over,
});

/** A Deployment as an approver sees it. */
export function deployment(replicas: number, image: string, extra = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  labels:
    app.kubernetes.io/name: web
    app.kubernetes.io/part-of: shop
spec:
  replicas: ${replicas}
  revisionHistoryLimit: 10
  selector:
    matchLabels:
      app.kubernetes.io/name: web
  strategy:
    rollingUpdate:
      maxSurge: 25%
      maxUnavailable: 25%
    type: RollingUpdate
  template:
    metadata:
      labels:
        app.kubernetes.io/name: web
    spec:
      containers:
        - name: web
          image: ${image}
          ports:
            - containerPort: 8080
              protocol: TCP
          resources:
            limits:
              memory: 512Mi
${extra}`;
}

/** A unified diff with three lines around each change. */
export function diff(before: string, after: string): readonly Hunk[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  const length = a.map(() => new Array<number>(b.length + 1).fill(0)).concat([new Array(b.length + 1).fill(0)]);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      length[i]![j] = a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
  const all: { sign: ' ' | '+' | '-'; text: string; old: number; now: number }[] = [];
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    const [old, now] = [i + 1, j + 1];
    if (i < a.length && j < b.length && a[i] === b[j]) {
      all.push({ sign: ' ', text: a[i]!, old, now });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && length[i + 1]![j]! >= length[i]![j + 1]!)) {
      all.push({ sign: '-', text: a[i]!, old, now });
      i += 1;
    } else {
      all.push({ sign: '+', text: b[j]!, old, now });
      j += 1;
    }
  }
  const near = (at: number) => all.slice(Math.max(0, at - 3), at + 4).some((line) => line.sign !== ' ');
  const hunks: { oldStart: number; newStart: number; lines: Hunk['lines'][number][] }[] = [];
  all.forEach((line, at) => {
    if (!near(at)) return;
    if (at === 0 || !near(at - 1)) hunks.push({ oldStart: line.old, newStart: line.now, lines: [] });
    hunks.at(-1)!.lines.push({ sign: line.sign, text: line.text });
  });
  return hunks;
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** The desk, and what a test does behind its back. `cast` is every vote that reached it. */
export function fakeDesk(...start: readonly Approval[]) {
  const all = new Map(start.map((one) => [one.id, one]));
  const tokens = new Map<string, Approver>();
  const listeners = new Set<() => void>();
  const cast: { id: string; verdict: string; approver: string; groups: readonly string[]; note: string }[] = [];
  let now = NOW;
  let made = 0;
  const put = (one: Approval): Approval => {
    all.set(one.id, one);
    for (const listener of listeners) listener();
    return one;
  };
  const state = (one: Approval, votes: readonly Vote[]): ApprovalState => {
    if (votes.some((each) => each.verdict === 'refuse')) return 'refused';
    return votes.length >= one.terms.quorum ? 'approved' : 'requested';
  };
  const desk: { -readonly [Part in keyof Desk]: Desk[Part] } = {
    list: async () => [...all.values()],
    get: async (id) => {
      const found = all.get(id);
      if (found === undefined) return undefined;
      return { approval: found, diffs: found.requests.map((one) => diff(one.before, one.after)) };
    },
    vote: async (id, { verdict, approver, groups, note }) => {
      const found = all.get(id);
      const open = found?.state === 'requested' || found?.state === 'approved';
      if (!open || found.expiresAt <= now) throw new Fault('APPROVAL_CLOSED');
      cast.push({ id, verdict, approver, groups, note });
      const votes = [...found.votes, vote({ verdict, approver, groups, note, at: now })];
      return put({ ...found, votes, agreed: yeses(votes), state: state(found, votes) });
    },
    changed: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    redeem: async (token) => {
      const who = tokens.get(token);
      tokens.delete(token);
      return who;
    },
    now: () => now,
  };
  const token = (who: Approver = alice): string => {
    made += 1;
    const secret = `one-time-token-number-${made}`;
    tokens.set(secret, who);
    return secret;
  };
  const later = (seconds: number): void => {
    now += seconds;
  };
  return { desk, cast, put, token, listeners, all, later };
}
