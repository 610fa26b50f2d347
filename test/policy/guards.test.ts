// Guards of changes, through the compiled policy: one more file is heard for whatever is not known to read, for nothing else.
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input } from '../../src/gate/documents.ts';
import type { Policy } from '../../src/gate/ports.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import { mergeLayers } from '../../src/policy/config.ts';
import { createPolicy } from '../../src/policy/engine.ts';
import { layersOf, readFolder } from '../../src/policy/folder.ts';
import { absurdInput } from '../../src/policy/self-test.ts';
import { packedFiles } from './rego.ts';

const mine = `package guards.write.mine

import data.lib.reasons

# METADATA
# title: Heard.
# custom:
#   code: heard
#   remedy: None.
deny contains reasons.of(rego.metadata.rule(), "")
`;

let policy: Policy & { readonly close: () => Promise<void> };
beforeAll(async () => {
  const folder = await readFolder(fileURLToPath(new URL('../../policies', import.meta.url)));
  const { wasm } = await readBundle(
    await packedFiles({ ...Object.fromEntries(folder.rego), 'guards/write/mine.rego': mine }),
  );
  const config = mergeLayers(layersOf(folder.base, folder.presets, {}));
  policy = await createPolicy(wasm, { config }, { revision: '', workers: 1, deadlineMs: 5_000 });
}, 60_000);
afterAll(() => policy.close());

async function isHeard(verb: string, scope: Input['request']['scope'] = 'Namespaced'): Promise<boolean> {
  const [decision] = await policy.decide([{ ...absurdInput, request: { ...absurdInput.request, verb, scope } }]);
  expect(decision?.effect).toBe('deny');
  return decision?.reasons.some(({ code }) => code === 'heard') ?? false;
}

describe('a guard of changes that no list names', () => {
  test.each(['get', 'list'])('says nothing of %s', async (verb) => expect(await isHeard(verb)).toBe(false));

  test.each(['create', 'update', 'patch', 'delete', 'deletecollection', 'watch', 'GET', 'get ', '*', ''])(
    'is heard for "%s"',
    async (verb) => expect(await isHeard(verb)).toBe(true),
  );

  test('is heard for every verb that is not known to read, on every kind', async () => {
    const scope = fc.constantFrom<Input['request']['scope']>('Namespaced', 'Cluster');
    await fc.assert(
      fc.asyncProperty(fc.string(), scope, async (verb, where) => {
        expect(await isHeard(verb, where)).toBe(!['get', 'list'].includes(verb));
      }),
    );
  });
});
