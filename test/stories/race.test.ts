// What no story can tell: calls that race for one approval, and a log that cannot be kept.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { changes, sentIn } from './holds.ts';
import { createPolicies } from './policy.ts';
import { readStory } from './story.ts';
import { openStoryWorld, type StoryWorld } from './world.ts';

const policies = createPolicies();
afterAll(() => policies.close());

const scale = ['scale', { kind: 'deploy', name: 'search', namespace: 'shop', replicas: 3 }] as const;
const yes = { kind: 'approve', text: 'bob by page: yes', at: 0 } as const;

describe('one approval', async () => {
  const story = readStory(await readFile(join(import.meta.dirname, 'approvals', 'scale.md'), 'utf8'));
  const approved = async (use: (world: StoryWorld) => Promise<void>) => {
    const world = await openStoryWorld(story, policies);
    try {
      await world.call(...scale);
      await world.act(yes);
      await use(world);
    } finally {
      await world.close();
    }
  };

  test('is used by one of twenty calls that race for it, and the others are told', () =>
    approved(async (world) => {
      const all = await world.together(Array.from({ length: 20 }, () => scale));
      const codes = new Set(all.results.map(({ code }) => code));
      expect(all.results.filter(({ outcome }) => outcome === 'allow')).toHaveLength(1);
      expect(sentIn(all.deeds).filter(changes)).toHaveLength(1);
      expect(codes).toContain('APPROVAL_USED');
      // Who comes later still finds the object changed, and asks anew.
      expect(['', 'APPROVAL_USED', 'approval_needed']).toEqual(expect.arrayContaining([...codes]));
    }));

  test('is worth nothing while the log cannot be kept', () =>
    approved(async (world) => {
      world.loseLog('LOG_MISSING');
      const { result, deeds } = await world.call(...scale);
      expect(result.code).toBe('LOG_MISSING');
      expect(sentIn(deeds).filter(changes)).toEqual([]);
    }));
});
