// What holds in every story, said or not. Knows no text of any story but what it must never say.
import { expect } from 'vitest';
import { isWrite } from '../../src/gate/mutation.ts';
import type { DecisionEvent, Permit, Request, Result } from '../../src/gate/ports.ts';
import type { Story } from './story.ts';
import { sentAs, wordsOf } from './telling.ts';
import type { Deed, Happened } from './world.ts';

/** Everything at once. */
export function holds({ result, deeds }: Happened, { never }: Story): void {
  const events = loggedIn(deeds);
  for (const permit of sentIn(deeds)) sentWasDecided(permit, result);
  eachDecisionIsLogged(result, events);
  for (const event of events.filter(({ custom }) => custom.outcome === 'sending')) changedOnce(event, deeds);
  for (const permit of sentIn(deeds).filter(changes))
    expect(
      events.some((event) => event.decision_id === permit.decisionId && event.custom.outcome === 'sending'),
      `on record: ${sentAs(permit)}`,
    ).toBe(true);
  for (const text of never) {
    expect(result.text, 'the answer').not.toContain(text);
    expect(JSON.stringify(events), 'the log').not.toContain(text);
  }
}

export function sentIn(deeds: readonly Deed[]): readonly Permit[] {
  return deeds.flatMap((deed) => ('sent' in deed ? [deed.sent] : []));
}

export function loggedIn(deeds: readonly Deed[]): readonly DecisionEvent[] {
  return deeds.flatMap((deed) => ('logged' in deed ? [deed.logged] : []));
}

/** true when the cluster is another afterwards. */
export function changes({ request }: Permit): boolean {
  return isWrite(request) && !request.options.dryRun && !isQuestion(request);
}

/** A review is created, and kept nowhere. */
function isQuestion({ group }: Request): boolean {
  return group === 'authorization.k8s.io';
}

/** Sent is what was allowed, to the letter, and what a decision on a write had to look up: nothing else. */
function sentWasDecided(permit: Permit, { decisions, outcome }: Result): void {
  const decided = decisions.find(({ id }) => id === permit.decisionId);
  // What is looked up for a decision may fail before there is one.
  if (!decided && outcome === 'fault' && !changes(permit)) return;
  expect(decided, `nobody decided: ${sentAs(permit)}`).toBeDefined();
  if (!decided) return;
  const { decision, request } = decided;
  if (decision.effect === 'allow' && wordsOf(permit.request) === wordsOf(request)) return;
  expect(isWrite(request) && isLookup(permit, request), `not what was decided: ${sentAs(permit)}`).toBe(true);
}

function isLookup({ request }: Permit, write: Request): boolean {
  const asked = wordsOf(request);
  if (asked === wordsOf(write)) return request.options.dryRun;
  const namespace = { ...write, verb: 'get', group: '', resource: 'namespaces', subresource: '', namespace: '' };
  return (
    asked === wordsOf({ ...write, verb: 'get', subresource: '' }) ||
    asked === wordsOf({ ...namespace, name: write.namespace }) ||
    isQuestion(request)
  );
}

/** A change has two lines, and every other decision one; a call that ended before any decision has one of its own. */
function eachDecisionIsLogged({ decisions, outcome }: Result, events: readonly DecisionEvent[]): void {
  const calls = events.filter(({ path }) => path === 'main/plan');
  expect(calls.length, 'a call is logged at most once').toBeLessThan(2);
  if (decisions.length === 0) {
    expect(events.length, 'a call without a decision is logged, too').toBe(1);
    return;
  }
  const made = new Set(decisions.map(({ id }) => id));
  const logged = events
    .filter(({ path, custom }) => path === 'main/decision' && custom.outcome !== 'sending')
    .map((one) => one.decision_id)
    // A lap that breaks is logged, and not told.
    .filter((id) => outcome !== 'fault' || made.has(id));
  expect(logged.sort(), 'each decision is logged once').toEqual([...made].sort());
}

/** Allowed, agreed to, on record before it left, sent at most once, and its end told afterwards. */
function changedOnce(event: DecisionEvent, deeds: readonly Deed[]): void {
  const at = (wanted: (deed: Deed) => boolean) => deeds.flatMap((deed, index) => (wanted(deed) ? [index] : []));
  const lines = at((deed) => 'logged' in deed && deed.logged.decision_id === event.decision_id);
  const sent = at((deed) => 'sent' in deed && deed.sent.decisionId === event.decision_id && changes(deed.sent));
  expect(event.custom.effect, 'what is changed was allowed').toBe('allow');
  expect(event.custom.approvals.length, 'and agreed to').toBe(1);
  expect(lines.length, 'a change has two lines').toBe(2);
  expect(sent.length, 'and is sent once').toBe(1);
  expect(
    [...lines, ...sent].sort((one, other) => one - other),
    'between them',
  ).toEqual([lines[0], ...sent, lines[1]]);
}
