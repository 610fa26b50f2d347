import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaders } from '../../src/gate/sort.ts';

type Item = { readonly key: string | number; readonly text: string };

/** As it would be if everything were made, sorted and cut. */
const whole = (items: readonly Item[], most: number, isDescending: boolean): readonly string[] => {
  const rank = ({ key }: Item) => (typeof key === 'number' ? 0 : 1);
  const byKey = (one: Item, other: Item) =>
    rank(one) - rank(other) || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);
  const byText = (one: Item, other: Item) => (JSON.stringify(one.text) < JSON.stringify(other.text) ? -1 : 1);
  return items
    .toSorted((one, other) => (isDescending ? -1 : 1) * byKey(one, other) || byText(one, other))
    .slice(0, most)
    .map(({ text }) => text);
};

async function first(items: readonly Item[], most: number, isDescending: boolean) {
  let made = 0;
  const { add, isFull, settle, first } = leaders(most, isDescending, async (item) => {
    made += 1;
    return (item as Item).text;
  });
  let held = 0;
  let longest = 0;
  for (const item of items) {
    add(item.key, item);
    held += 1;
    longest = Math.max(longest, held);
    if (!isFull()) continue;
    await settle();
    held = Math.min(held, most);
  }
  return { texts: await first(), made, longest };
}

describe('the first of a list in order', () => {
  it('are those of the whole list in order, whatever it holds', async () => {
    const key = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom('', 'a', 'b', 'c'));
    const items = fc.uniqueArray(fc.record({ key, text: fc.string({ maxLength: 4 }) }), {
      selector: ({ text }) => text,
      maxLength: 300,
    });
    await fc.assert(
      fc.asyncProperty(items, fc.integer({ min: 1, max: 20 }), fc.boolean(), async (all, most, isDescending) => {
        expect((await first(all, most, isDescending)).texts).toEqual(whole(all, most, isDescending));
      }),
    );
  });

  it('are made, and hardly any other, and few are held at a time', async () => {
    const items = Array.from({ length: 20_000 }, (_, at) => ({ key: (at * 7919) % 20_011, text: `item ${at}` }));
    const { texts, made, longest } = await first(items, 100, true);
    expect(texts).toHaveLength(100);
    expect(made).toBeLessThan(130);
    expect(longest).toBeLessThanOrEqual(264);
  });

  it('are told apart by their texts where all have one key', async () => {
    const items = Array.from({ length: 2000 }, (_, at) => ({ key: 'same', text: `item ${(at * 7919) % 2000}` }));
    const { texts, longest } = await first(items, 3, false);
    expect(texts).toEqual(['item 0', 'item 1', 'item 10']);
    expect(longest).toBeLessThanOrEqual(70);
  });

  it('leave out those of which nothing may be seen', async () => {
    const { add, first } = leaders(5, false, async (item) => (item === 'hidden' ? undefined : item));
    add(1, 'one');
    add(2, 'hidden');
    add(3, 'three');
    expect(await first()).toEqual(['one', 'three']);
  });
});
