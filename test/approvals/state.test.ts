// The life of an approval: what its facts make of it, and when.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Facts, isOpen, machine, standing, withdrawn } from '../../src/approvals/state.ts';
import type { ApprovalState } from '../../src/gate/ports.ts';
import { begin, proposal, terms, vote } from './world.ts';

const facts = (more: Partial<Facts> = {}): Facts => ({
  ...terms({}),
  requester: 'alice',
  requestedAt: begin,
  votes: [],
  ...more,
});
const two = terms({ quorum: 2 });
const yes = (approver: string, after: number) => vote({ approver, at: begin + after });
const no = (approver: string, after: number) => vote({ approver, verdict: 'refuse', at: begin + after });
const claim = (after: number) => ({ callId: 'c', owner: 'o', at: begin + after });

const cases: readonly (readonly [string, Facts, number, ApprovalState])[] = [
  ['without a vote it is requested', facts(), 3599, 'requested'],
  ['without a vote in time it is expired', facts(), 3600, 'expired'],
  ['a yes approves it', facts({ votes: [yes('bob', 10)] }), 10, 'approved'],
  ['approved and used by nobody it expires after the vote', facts({ votes: [yes('bob', 10)] }), 910, 'expired'],
  ['a yes near the end gives the whole time to use it', facts({ votes: [yes('bob', 3599)] }), 4498, 'approved'],
  ['a yes after the end does nothing', facts({ votes: [yes('bob', 3600)] }), 3601, 'expired'],
  ['one of two is not enough', facts({ ...two, votes: [yes('bob', 1)] }), 2, 'requested'],
  ['two are two people', facts({ ...two, votes: [yes('bob', 1), yes('carol', 2)] }), 3, 'approved'],
  [
    'one person by two ways is one person',
    facts({ ...two, votes: [yes('bob', 1), { ...yes('bob', 2), method: 'page' }] }),
    3,
    'requested',
  ],
  ['one of two in time does not wait longer', facts({ ...two, votes: [yes('bob', 3000)] }), 3600, 'expired'],
  ['one more yes gives more time', facts({ votes: [yes('bob', 0), yes('carol', 800)] }), 1000, 'approved'],
  [
    'a yes to what has lapsed does not bring it back',
    facts({ votes: [yes('bob', 0), yes('carol', 900)] }),
    900,
    'expired',
  ],
  ['a no refuses it', facts({ votes: [no('bob', 1)] }), 2, 'refused'],
  ['a no after a yes refuses it', facts({ votes: [yes('bob', 1), no('carol', 2)] }), 3, 'refused'],
  ['a yes after a no changes nothing', facts({ votes: [no('bob', 1), yes('carol', 2)] }), 3, 'refused'],
  ['refused stays refused', facts({ votes: [no('bob', 1)] }), 999_999, 'refused'],
  ['a newer one takes its place', facts({ superseded: { by: 'x', at: begin + 5 } }), 6, 'superseded'],
  [
    'also when it was approved',
    facts({ votes: [yes('bob', 1)], superseded: { by: 'x', at: begin + 5 } }),
    6,
    'superseded',
  ],
  ['a call uses it', facts({ votes: [yes('bob', 1)], claim: claim(2) }), 3, 'used'],
  ['used stays used', facts({ votes: [yes('bob', 1)], claim: claim(2) }), 999_999, 'used'],
  [
    'used is used, whatever came at the same moment',
    facts({ votes: [yes('bob', 1), no('carol', 2)], claim: claim(2), superseded: { by: 'x', at: begin + 2 } }),
    3,
    'used',
  ],
  [
    'a claim that was taken back does not count',
    facts({ votes: [yes('bob', 1), no('carol', 2)], claim: claim(2), finished: { outcome: withdrawn, at: begin + 2 } }),
    3,
    'refused',
  ],
  ['a quorum of nothing still needs a person', facts(terms({ quorum: 0 })), 1, 'requested'],
];

describe('the state', () => {
  test.each(cases)('%s', (_, given, after, state) => {
    expect(standing(given, begin + after).state).toBe(state);
  });

  test('says when it ends by itself', () => {
    expect(standing(facts(), begin).expiresAt).toBe(begin + 3600);
    expect(standing(facts({ votes: [yes('bob', 10)] }), begin + 10).expiresAt).toBe(begin + 910);
  });

  test('the order in which votes were read is of no matter', () => {
    const votes = [yes('bob', 1), no('carol', 2), yes('dave', 3)];
    expect(standing(facts({ votes: votes.toReversed() }), begin + 5)).toEqual(standing(facts({ votes }), begin + 5));
  });

  test('what is closed stays closed, in the table and in time', () => {
    const states = Object.keys(machine) as ApprovalState[];
    expect(states.filter((state) => !isOpen(state)).map((state) => Object.keys(machine[state]))).toEqual([
      [],
      [],
      [],
      [],
    ]);
    const some = fc.record({
      votes: fc.array(
        fc
          .record({ approver: fc.constantFrom('a', 'b', 'c'), no: fc.boolean(), at: fc.nat(8000) })
          .map(({ approver, no: is, at }) => (is ? no(approver, at) : yes(approver, at))),
        { maxLength: 5 },
      ),
      quorum: fc.integer({ min: 0, max: 3 }),
      mark: fc.option(fc.nat(8000), { nil: undefined }),
    });
    fc.assert(
      fc.property(some, fc.nat(9000), fc.nat(9000), ({ votes, quorum, mark }, one, more) => {
        const given = facts({
          ...terms({ quorum }),
          votes,
          superseded: mark === undefined ? undefined : { by: 'x', at: begin + mark },
        });
        const all = { ...given, votes: votes.filter(({ at }) => at <= begin + 8000) };
        const early = standing(all, begin + 8000 + one);
        const late = standing(all, begin + 8000 + one + more);
        return isOpen(early.state) || early.state === late.state;
      }),
    );
  });

  test('nobody is approved by fewer people than the terms ask for', () => {
    const votes = fc.array(
      fc.constantFrom('a', 'b', 'c').map((name) => yes(name, 1)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 4 }), (given, quorum) => {
        const people = new Set(given.map(({ approver }) => approver)).size;
        const { state } = standing(facts({ ...terms({ quorum }), votes: given }), begin + 2);
        return (state === 'approved') === people >= quorum;
      }),
    );
    expect(proposal().terms.quorum).toBe(1);
  });
});
