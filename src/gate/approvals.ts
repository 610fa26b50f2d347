// Approvals as the gate sees them: what a person is asked, what people said, and where it is kept. Holds no rule.
import type { Decision } from './documents.ts';
import type { Reason } from './ports.ts';

export type Verdict = 'approve' | 'refuse';

/** What one person said, and how. */
export type Vote = {
  readonly verdict: Verdict;
  readonly approver: string;
  readonly groups: readonly string[];
  /** The channel it came by: argument, elicitation, cli, page, kubernetes. */
  readonly method: string;
  readonly note: string;
  /** Unix seconds. */
  readonly at: number;
};

/** One request of a lap as an approver sees it: redacted, complete in what would change. */
export type Proposed = {
  readonly verb: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly resource: string;
  readonly subresource: string;
  readonly namespace: string;
  readonly name: string;
  /** How, where that is not as usual: `grace period 0 s`, `takes fields over from their managers`. */
  readonly options: readonly string[];
  /** Values in what would come that are redacted: nobody is shown them. */
  readonly unseen: number;
  /** `spec.replicas: 3 → 5`, one for each change. */
  readonly changes: readonly string[];
  /** The object before and after as YAML without the server's bookkeeping; '' where there is none. */
  readonly before: string;
  readonly after: string;
  /** What the API server's dry run said: `accepted`, or why there was none. */
  readonly dryRun: string;
};

/** What a person is asked. Nothing in it is secret: it has been redacted. */
export type Proposal = {
  /** What a yes is bound to. */
  readonly digest: string;
  /** Who wants what of which objects, whatever the details: proposals of one target follow each other. */
  readonly target: string;
  /** Digests of what the yes is bound to, to tell which of them changed. */
  readonly parts: { readonly request: string; readonly live: string; readonly revision: string };
  readonly cluster: string;
  readonly tool: string;
  readonly requester: { readonly id: string; readonly groups: readonly string[]; readonly agent: string };
  /** Why, in the caller's words. */
  readonly why: string;
  readonly requests: readonly Proposed[];
  readonly reasons: readonly Reason[];
  /** How many must agree, who, how, until when. */
  readonly terms: Decision['approval'];
};

export type ApprovalState = 'requested' | 'approved' | 'refused' | 'expired' | 'used' | 'superseded';

/** A proposal on record. */
export type Approval = Proposal & {
  /** Short, fit for a command line; not a secret. */
  readonly id: string;
  readonly state: ApprovalState;
  readonly votes: readonly Vote[];
  /** Different people who agreed, of those whom the terms know. */
  readonly agreed: number;
  /** Unix seconds. */
  readonly requestedAt: number;
  readonly expiresAt: number;
  /** The call that used it, '' before; and how that ended: '' while it runs. */
  readonly usedBy: string;
  readonly outcome: string;
};

/** Where approvals are kept. Every function may be called by many callers and processes at once. */
export type Approvals = {
  /** The one of this digest that still counts (requested or approved), or else the newest. */
  readonly find: (digest: string) => Promise<Approval | undefined>;
  /**
   * Puts a proposal on record, or gives the open one of the same digest. Open ones of the same target are superseded:
   * the newest of them comes back as `before`.
   */
  readonly request: (proposal: Proposal) => Promise<{ readonly approval: Approval; readonly before?: Approval }>;
  /** One more voice; one for each approver and method, the first counts. Throws APPROVAL_CLOSED when it is not open. */
  readonly vote: (id: string, vote: Vote) => Promise<Approval>;
  /** Takes an approval for a call. True for exactly one caller, ever. */
  readonly claim: (id: string, callId: string) => Promise<boolean>;
  /** How the call that claimed it ended. */
  readonly finish: (id: string, outcome: string) => Promise<void>;
  /** Resolves once it is no longer only requested, or when the time is over. */
  readonly wait: (id: string, seconds: number, signal?: AbortSignal) => Promise<void>;
  /** How a person reaches it by each channel, in words for a model: `page` → `at http://…`. Only channels that are open. */
  readonly ways: (id: string) => Readonly<Record<string, string>>;
};
