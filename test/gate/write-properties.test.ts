import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/gate/documents.ts';
import type { Subject } from '../../src/gate/ports.ts';
import { subject } from './fake.ts';
import { judge, openWriteWorld, scale } from './write-world.ts';

/** Whatever an agent can do by itself: call, pretend a person agreed, answer forms that nobody showed. */
const step = fc.oneof(
  fc.record({ replicas: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ replicas: fc.integer({ min: 0, max: 9 }), consent: fc.constantFrom('pending', 'first', 'made-up-1') }),
  fc.record({ replicas: fc.constant(5), approved: fc.constant(true) }),
);

describe('properties of writes', () => {
  it('no sequence of calls of an agent alone changes anything', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const plan = ({ call }: { call: { arguments: Record<string, unknown> } }): Plan => ({
          requests: [{ ...scale, body: { spec: { replicas: call.arguments.replicas } } }],
          approved: true,
          reason: 'a person said yes',
        });
        const world = await openWriteWorld({ plan });
        for (const one of steps) {
          const [first] = await world.approvals.list();
          const ids: Record<string, string> = { pending: await world.waiting(), first: first?.id ?? '' };
          const id = 'consent' in one ? (ids[one.consent] ?? one.consent) : '';
          await world.call(one.replicas, id === '' ? {} : { consent: { approval: id, verdict: 'approve' } });
        }
        expect(world.written()).toEqual([]);
      }),
      { numRuns: 60 },
    ));

  type Ask = { namespace: string; name: string; replicas: number; image: string; who: Subject };
  const asked: Ask = { namespace: 'shop', name: 'web', replicas: 5, image: 'registry.example/web:1.2.3', who: subject };
  const flip = (text: string, at: number) => {
    const place = at % text.length;
    const other = text[place] === 'x' ? 'y' : 'x';
    return text.slice(0, place) + other + text.slice(place + 1);
  };
  const change = fc.oneof(
    fc.nat(30).map(
      (at) =>
        (ask: Ask): Ask => ({ ...ask, image: flip(ask.image, at) }),
    ),
    fc.nat(3).map(
      (at) =>
        (ask: Ask): Ask => ({ ...ask, namespace: flip(ask.namespace, at) }),
    ),
    fc.nat(2).map(
      (at) =>
        (ask: Ask): Ask => ({ ...ask, name: flip(ask.name, at) }),
    ),
    fc.integer({ min: 6, max: 99 }).map(
      (replicas) =>
        (ask: Ask): Ask => ({ ...ask, replicas }),
    ),
    fc.constant((ask: Ask): Ask => ({ ...ask, who: { ...ask.who, id: 'mallory' } })),
    fc.constant((ask: Ask): Ask => ({ ...ask, who: { ...ask.who, groups: ['admins'] } })),
  );

  it('changing any byte of what was approved voids it', () =>
    fc.assert(
      fc.asyncProperty(change, async (changed) => {
        let ask = asked;
        const plan = (): Plan => {
          const { namespace, name, replicas, image } = ask;
          return { requests: [{ ...scale, namespace, name, body: { spec: { replicas, template: { image } } } }] };
        };
        const world = await openWriteWorld({ plan });
        await world.call(0, { subject: ask.who });
        await world.approve();
        ask = changed(asked);
        const result = await world.call(0, { subject: ask.who });
        expect(result.outcome).not.toBe('allow');
        expect(world.written()).toEqual([]);
        ask = asked;
      }),
      { numRuns: 60 },
    ));

  it('nothing is written without an allow on record that names the digest of its approval', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean()), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 2 }),
        async (calls, quorum) => {
          const world = await openWriteWorld({ decide: judge({ quorum }) });
          for (const [replicas, agreed] of calls) {
            await world.call(replicas);
            if (agreed && (await world.waiting()) !== '') await world.approve(`bob-${replicas}`);
          }
          const all = await world.approvals.list();
          for (const permit of world.written()) {
            const line = world.events.find(
              ({ decision_id, custom }) => decision_id === permit.decisionId && custom.outcome === 'sending',
            );
            expect(line?.custom.effect).toBe('allow');
            const { approval } = (line?.input ?? {}) as { approval?: { digest: string } };
            const used = all.filter(({ id, state }) => line?.custom.approvals.includes(id) && state === 'used');
            expect(used.map(({ digest }) => digest)).toEqual([approval?.digest]);
          }
          const claims = all.filter(({ state }) => state === 'used');
          expect(claims).toHaveLength(world.written().length);
        },
      ),
      { numRuns: 40 },
    ));
});
