// The world as the gate sees it: a few functions. This folder imports nothing but itself.
import type { Approvals, Verdict } from './approvals.ts';
import type { Answer, Catalog, Decision, Input, Obligations, Plan, Planning } from './documents.ts';

export type * from './approvals.ts';

export type Subject = Input['subject'];
export type ClusterInfo = Input['cluster'];
export type Request = Input['request'];
export type Options = Request['options'];
export type Facts = Input['facts'];
export type Transport = Input['call']['transport'];
export type Reason = Decision['reasons'][number];
export type Obligation = Decision['obligations'][number];
export type KnownObligation = Obligations;
export type PlannedRequest = Plan['requests'][number];
export type Show = NonNullable<PlannedRequest['show']>;
export type Observation = Planning['observations'][number];
export type Card = Catalog['tools'][number];
export type Prompt = Catalog['prompts'][number];

/** One tool call, as a transport hands it over. */
export type Call = {
  readonly tool: string;
  readonly arguments: unknown;
  readonly subject: Subject;
  readonly transport: Transport;
  /** What the client's own person answered to a form of ours, which the transport has verified to be that form. */
  readonly consent?: { readonly approval: string; readonly verdict: Verdict; readonly note?: string } | undefined;
};

/**
 * The compiled policy. A call keeps the one it began with, so that a reload never mixes two revisions.
 * Each function gives documents that are valid by their schema, or throws a {@link Fault}.
 */
export type Policy = {
  readonly revision: string;
  readonly catalog: (planning: Planning, signal?: AbortSignal) => Promise<Catalog>;
  readonly plan: (planning: Planning, signal?: AbortSignal) => Promise<Plan>;
  /** All requests of a lap in one message to the engine; one decision for each, in order. */
  readonly decide: (inputs: readonly Input[], signal?: AbortSignal) => Promise<readonly Decision[]>;
  readonly answer: (planning: Planning, signal?: AbortSignal) => Promise<Answer>;
  /** JSON pointers of what a decision event must hide (system/log/mask). */
  readonly mask: (event: unknown, signal?: AbortSignal) => Promise<readonly unknown[]>;
  /**
   * Checks arguments against a card's schema and parses what is declared as `contentMediaType: application/yaml`.
   * Problems name the argument and the allowed form, one sentence each.
   */
  readonly accept: (
    card: Card,
    args: unknown,
  ) => { readonly args: Record<string, unknown> } | { readonly problems: readonly string[] };
};

/** One exact resource type of a cluster. */
export type Resource = {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly resource: string;
  readonly scope: 'Namespaced' | 'Cluster';
  readonly subresources: readonly string[];
  readonly verbs: readonly string[];
};

/** How much a response may be: asked of the API server, not cut afterwards. */
export type Bounds = {
  readonly items: number;
  readonly lines: number;
  readonly bytes: number;
};

/** A request that was decided, and nothing else can be sent. */
export type Permit = {
  readonly decisionId: string;
  readonly request: Request;
  readonly bounds: Bounds;
  /** Columns are asked for without their objects unless rows must be told apart by namespace. */
  readonly rowMetadata: boolean;
  /** What the server must find, or answer with a conflict: the very version, or the very object. For mutations only. */
  readonly precondition?: { readonly resourceVersion?: string; readonly uid?: string } | undefined;
};

/** How the items of a list are told apart: by the values of some keys, as a set of scalars, or not at all. */
export type ListType =
  | { readonly type: 'map'; readonly keys: readonly string[] }
  | { readonly type: 'set' }
  | { readonly type: 'atomic' };

/** The lists of one kind by path: property names from the root, `*` for the items of a list or the values of a map. */
export type ListTypes = (path: readonly string[]) => ListType;

export type Column = { readonly name: string; readonly type: string; readonly priority: number };
export type Row = { readonly cells: readonly unknown[]; readonly namespace: string; readonly name: string };
/** Where a list stopped: the token to go on with ('' at its end), how many are left when the server says so. */
export type ListEnd = { readonly continue: string; readonly remaining: number | null; readonly restarted: boolean };

/** What came back. Lists and logs are pulled in batches, so that memory follows the answer and not the cluster. */
export type Response =
  | { readonly type: 'object'; readonly object: Record<string, unknown> }
  | {
      readonly type: 'table';
      readonly columns: readonly Column[];
      readonly rows: AsyncIterable<readonly Row[]>;
      readonly end: () => ListEnd;
    }
  | {
      readonly type: 'items';
      readonly items: AsyncIterable<readonly Record<string, unknown>[]>;
      readonly end: () => ListEnd;
    }
  | { readonly type: 'text'; readonly text: string; readonly cut: boolean };

export type Cluster = {
  readonly info: ClusterInfo;
  /** The time its objects live in, where that is not now: a dump's clock stands still. Plans and answers go by it. */
  readonly moment?: (() => Date) | undefined;
  /**
   * Every resource that a written kind may mean: exact (case-insensitive) plural, singular, short name or kind,
   * with `.group` or `group/version/` in front. Never a partial match. Empty when there is none.
   */
  readonly resolve: (kind: string, signal?: AbortSignal) => Promise<readonly Resource[]>;
  /** Sends one permitted request. Throws a {@link Fault}; the API server's own words travel in `detail`. */
  readonly send: (permit: Permit, signal?: AbortSignal) => Promise<Response>;
  /** How the API keys the lists of a kind (OpenAPI's x-kubernetes-list-type); atomic where it says nothing. */
  readonly listTypes: (
    kind: { readonly group: string; readonly version: string; readonly kind: string },
    signal?: AbortSignal,
  ) => Promise<ListTypes>;
};

export type Change = NonNullable<Facts['changes']>[number];

/** One line of the decision log, before masking and chaining. Field names are OPA's EventV1. */
export type DecisionEvent = {
  readonly decision_id: string;
  readonly timestamp: string;
  readonly path: string;
  readonly revision: string;
  readonly input: unknown;
  readonly result: unknown;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly requested_by: string;
  readonly custom: {
    readonly call_id: string;
    readonly tool: string;
    readonly lap: number;
    readonly effect: string;
    readonly input_digest: string;
    /** A mutation has two lines: `sending` before the request leaves, and how it ended. */
    readonly outcome:
      | 'executed'
      | 'refused'
      | 'not_executed'
      | 'failed'
      | 'cancelled'
      | 'waiting'
      | 'sending'
      | 'unknown';
    readonly fault: string;
    readonly obligations: readonly string[];
    readonly approvals: readonly string[];
    readonly facts: readonly string[];
    readonly redactions: number;
  };
};

/** Everything the gate needs of the world. */
export type Ports = {
  /** The live policy; throws a {@link Fault} when there is none. */
  readonly policy: () => Policy;
  readonly cluster: Cluster;
  /** Writes one decision. Rejects when it cannot be kept. `durable` resolves only once the line is on a disk. */
  readonly record: (event: DecisionEvent, policy: Policy, how?: { readonly durable?: boolean }) => Promise<void>;
  /** false: what is recorded does not stay on a disk, and nothing may be changed. */
  readonly lasting?: boolean | undefined;
  /** Absent where nobody can be asked: what needs a person is then refused. */
  readonly approvals?: Approvals | undefined;
  readonly now: () => Date;
  readonly id: () => string;
  /** The RFC 8785 form. */
  readonly canonical: (value: unknown) => string;
  /** sha256 of the RFC 8785 form, as `sha256:<hex>`. */
  readonly digest: (value: unknown) => string;
  /** Keyed, short (a few hex digits), and different in every installation. */
  readonly fingerprint: (secret: string) => string;
  /** Encrypts the API server's own token, which names what it read last; the same text gives the same seal. */
  readonly seal: (token: string) => string;
  /** What was sealed here, or undefined. */
  readonly unseal: (sealed: string) => string | undefined;
  readonly yaml: (value: unknown) => string;
};

/** What a transport may say of a call while it runs. */
export type Watch = {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((done: number, total: number | undefined, message: string) => void) | undefined;
};

/** One decided request, as `--why` and `_meta` show it. */
export type Decided = {
  readonly id: string;
  readonly request: Request;
  readonly decision: Decision;
};

/** The end of a call. */
export type Result = {
  readonly outcome: 'allow' | 'deny' | 'approve' | 'fault' | 'usage';
  readonly text: string;
  readonly data?: unknown;
  readonly code: string;
  readonly classification: string;
  readonly decisions: readonly Decided[];
  readonly revision: string;
  /** What waits for a person, when the outcome is approve and somebody can be asked. */
  readonly approval?: Waiting | undefined;
  /** What lies behind a fault: for the operator's own log, never for a caller. */
  readonly cause?: unknown;
};

/** What a transport needs to ask its own person. */
export type Waiting = {
  readonly id: string;
  readonly methods: readonly string[];
  /** What would be done, as a person reads it: a sentence, then the changes. Empty where a form could not tell all of it. */
  readonly question: string;
  /** Unix seconds. */
  readonly expiresAt: number;
};

/** What transports and commands hold: the whole line, behind four functions. */
export type Gate = {
  readonly call: (call: Call, watch?: Watch) => Promise<Result>;
  /** What this subject may use; cached for each revision and subject. */
  readonly catalog: (subject: Subject, transport: Transport, signal?: AbortSignal) => Promise<Catalog>;
  /** Values for a prompt's argument, read through the line; empty when refused. */
  readonly complete: (
    wanted: {
      readonly prompt: string;
      readonly argument: string;
      readonly value: string;
      readonly context: Readonly<Record<string, string>>;
    },
    subject: Subject,
    transport: Transport,
    watch?: Watch,
  ) => Promise<readonly string[]>;
  /** Ends the calls that still run, and waits until every decision made so far is kept or known to be lost. */
  readonly settle: () => Promise<void>;
};
