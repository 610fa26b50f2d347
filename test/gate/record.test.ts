// What is written down when writing it down goes wrong: each decision, all the same.
import { expect, it } from 'vitest';
import { deny, fake } from './fake.ts';

const broken = {
  fingerprint: (): string => {
    throw new Error('no key');
  },
};
const args = { note: 'password: hunter2-Zq7vT2nKx9LmW4pR' };

it('a request that was sent has its line, when the redactor fails on what came with it', async () => {
  const { call, sent, events } = fake({ ports: broken });
  await call(args);
  expect(sent).toHaveLength(1);
  expect(events.map(({ decision_id }) => decision_id)).toContain(sent[0]?.decisionId);
  expect(events[0]?.input).toEqual({
    request: { verb: 'get', group: '', version: 'v1', resource: 'pods', subresource: '' },
    withheld: true,
  });
  expect(JSON.stringify(events)).not.toContain('hunter2');
});

it('so has a refusal, and a call that no plan came of', async () => {
  const refused = fake({ ports: broken, policy: { decide: () => deny } });
  expect((await refused.call(args)).outcome).toBe('deny');
  expect(refused.events).toMatchObject([{ custom: { effect: 'deny', outcome: 'refused' }, input: { withheld: true } }]);
  const empty = fake({ ports: broken, policy: { plan: () => ({ requests: [] }) } });
  expect((await empty.call(args)).code).toBe('PLAN_EMPTY');
  expect(empty.events).toMatchObject([{ custom: { fault: 'PLAN_EMPTY' }, input: { withheld: true } }]);
});
