// An approval as it is written down, and read back by someone who trusts no file: names, shapes, checksums. Knows no disk.
import type { Approval, Proposal, Proposed, Reason, Vote } from '../gate/ports.ts';
import { type Key, nameOf } from './key.ts';
import { sumIn, unseal, unsealFact } from './seal.ts';
import { flag, list, object, oneOf, type Shape, text, whole } from './shape.ts';
import { Unusable } from './shelf.ts';
import { agreeing, type Claim, type Facts, standing, withdrawn } from './state.ts';

/** An approval with its facts. */
export type Entry = Facts & {
  readonly id: string;
  /** Where the record is: its id, and hashes of its digest and target, to be found without being read. */
  readonly key: string;
  /** The checksum of the proposal as written; every later fact repeats it. */
  readonly sum: string;
  /** Counts the proposals of one target: the highest open one is the one that matters. */
  readonly turn: number;
  readonly proposal: Proposal;
};

/** Facts of a record. Votes are named by who and how, so that the first of each counts. */
export const factNames = {
  proposal: 'proposal',
  claim: 'claim',
  superseded: 'superseded',
  finished: 'finished',
} as const;
export const voteName = ({ approver, method }: Vote): string => `vote-${nameOf(method, approver)}`;

const texts = list(text);
const reason: Shape<Reason> = object<Reason>({ code: text, message: text, remedy: text, subject: text });
const proposed: Shape<Proposed> = object<Proposed>({
  verb: text,
  group: text,
  version: text,
  kind: text,
  resource: text,
  subresource: text,
  namespace: text,
  name: text,
  options: texts,
  unseen: whole,
  changes: texts,
  before: text,
  after: text,
  dryRun: text,
});
const proposal = object<Proposal>({
  digest: text,
  target: text,
  parts: object<Proposal['parts']>({ request: text, live: text, revision: text }),
  cluster: text,
  tool: text,
  requester: object<Proposal['requester']>({ id: text, groups: texts, agent: text }),
  why: text,
  requests: list(proposed),
  reasons: list(reason),
  terms: object<Proposal['terms']>({
    methods: list(text) as Shape<string[]>,
    approvers: list(text) as Shape<string[]>,
    quorum: whole,
    requestWithinSeconds: whole,
    useWithinSeconds: whole,
    waitSeconds: whole,
    notRequester: flag,
    risk: oneOf('low', 'medium', 'high'),
  }),
});
const first = object<Pick<Entry, 'id' | 'turn' | 'requestedAt' | 'proposal'>>({
  id: text,
  turn: whole,
  requestedAt: whole,
  proposal,
});
const vote = object<Vote>({
  verdict: oneOf('approve', 'refuse'),
  approver: text,
  groups: texts,
  method: text,
  note: text,
  at: whole,
});
const claim = object<Claim>({ callId: text, owner: text, at: whole });
const superseded = object<NonNullable<Facts['superseded']>>({ by: text, at: whole });
const finished = object<NonNullable<Facts['finished']>>({ outcome: text, at: whole });

/** A record out of its facts. Throws {@link Unusable} unless all of them fit each other. */
export function readEntry({ key, id, digest, target }: Key, facts: ReadonlyMap<string, string>): Entry {
  const sealed = facts.get(factNames.proposal);
  if (sealed === undefined) throw new Unusable('It says nothing of what is to be approved.');
  const begun = unseal(sealed, first);
  const sum = sumIn(sealed);
  if (
    begun.id !== id ||
    nameOf('digest', begun.proposal.digest) !== digest ||
    nameOf('target', begun.proposal.target) !== target
  )
    throw new Unusable('It is about something else than its name says.');
  const read = <T>(name: string, shape: Shape<T>): T | undefined => {
    const one = facts.get(name);
    return one === undefined ? undefined : unsealFact(one, shape, sum);
  };
  const votes = [...facts.keys()]
    .filter((name) => name.startsWith('vote-'))
    .map((name) => [name, read(name, vote)] as const);
  if (votes.some(([name, one]) => one && voteName(one) !== name))
    throw new Unusable('One of its votes has a false name.');
  const known = new Set<string>([...Object.values(factNames), ...votes.map(([name]) => name)]);
  if ([...facts.keys()].some((name) => !known.has(name))) throw new Unusable('It holds a file that is not part of it.');
  return {
    ...begun,
    key,
    sum,
    terms: begun.proposal.terms,
    requester: begun.proposal.requester.id,
    votes: votes.flatMap(([, one]) => (one ? [one] : [])).toSorted((one, other) => one.at - other.at),
    claim: read(factNames.claim, claim),
    superseded: read(factNames.superseded, superseded),
    finished: read(factNames.finished, finished),
  };
}

/** What the gate and people see of it at a moment. */
export function approvalOf(entry: Entry, now: number): Approval {
  const { state, expiresAt } = standing(entry, now);
  const { id, proposal: what, votes, requestedAt, claim: taken, finished: end } = entry;
  const counts = taken && end?.outcome !== withdrawn;
  return {
    ...what,
    id,
    state,
    votes,
    agreed: agreeing(entry),
    requestedAt,
    expiresAt,
    usedBy: counts ? taken.callId : '',
    outcome: counts ? (end?.outcome ?? '') : '',
  };
}
