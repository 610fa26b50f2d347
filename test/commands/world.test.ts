// The world a command opens by its flags: plans and answers go by the clock of a dump, through all that is laid around it.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld } from '../../src/commands/world.ts';
import { folderOf, wholePolicy } from '../policy/rego.ts';

const clock = `# METADATA
# title: Clock
# schemas:
#   - input: schema.planning
package tools.clock

card := {
	"title": "Clock", "description": "Says what time it is.",
	"arguments": {"type": "object", "additionalProperties": false, "properties": {}},
	"hints": {"readOnly": true, "destructive": false, "idempotent": true, "openWorld": false},
}

plan := {"requests": [{"id": input.now.rfc3339, "verb": "list", "kind": "pods", "namespace": "shop", "show": {"as": "none"}}], "answer": true}

answer := {"blocks": [{"text": concat(" ", [input.observations[0].id, input.now.rfc3339])}]}
`;

const pods = (...times: readonly string[]): string =>
  times
    .map(
      (at, index) =>
        `apiVersion: v1\nkind: Pod\nmetadata: {name: web-${index}, namespace: shop}\nspec: {containers: [{name: app, image: web}]}\nstatus: {startTime: "${at}"}\n`,
    )
    .join('---\n');

let policy: string;
let dump: string;
beforeAll(async () => {
  policy = await folderOf({ ...(await wholePolicy()), 'tools/clock.rego': clock });
  dump = await folderOf({
    'pods.yaml': pods('2026-01-15T10:00:00Z', '2026-02-03T04:05:06Z', '2126-01-01T00:00:00Z'),
    'empty/pods.yaml': pods('soon'),
  });
});
afterAll(() => Promise.all([policy, dump].map((folder) => rm(folder, { recursive: true }))));

/** What time a plan and its answer have. */
async function timesOf(cluster: string, metrics: boolean): Promise<readonly string[]> {
  const flags = { policy, preset: 'default', cluster, clusterLabel: { env: 'test' } };
  const world = await openWorld(flags as Parameters<typeof openWorld>[0], { quiet: true, metrics });
  try {
    const call = { tool: 'clock', arguments: {}, subject: world.subject, transport: 'cli' } as const;
    const { outcome, text } = await world.gate.call(call);
    expect([outcome, text]).toEqual(['allow', text]);
    return text.split(' ');
  } finally {
    await world.close();
  }
}

test.each([false, true])(
  'a dump has the latest moment of its objects that is past, with metrics: %s',
  async (metrics) => {
    const then = '2026-02-03T04:05:06.000Z';
    expect(await timesOf(join(dump, 'pods.yaml'), metrics)).toEqual([then, then]);
  },
);

test.each([
  ['a dump that names no moment', () => join(dump, 'empty')],
  ['the demo', () => 'demo'],
])('%s has the moment it was opened at, and stays there', async (_, cluster) => {
  const before = Math.floor(Date.now() / 1000) * 1000;
  const [planned = '', answered = ''] = await timesOf(cluster(), false);
  expect(planned).toBe(answered);
  expect(Date.parse(planned)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(planned)).toBeLessThanOrEqual(Date.now());
});
