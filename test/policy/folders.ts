// Folders for one test: a policy small enough to read here. Knows no compiler.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files, by their path, into a folder that goes away with the test. */
export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'policy-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** A whole policy: every entry point, one guard, its data. */
export const smallPolicy = {
  'main/main.rego': `package main

catalog := []

plan := {"requests": []}

answer := null

decision := {"effect": "deny", "reasons": [r | some r in denials]} if count(denials) > 0

else := {"effect": "allow", "reasons": []}

denials contains r if some r in data.guards[_].deny
`,
  'guards/namespaces.rego': `package guards.namespaces

# METADATA
# title: The namespace is closed
# custom:
#   code: NAMESPACE_CLOSED
#   remedy: Ask for another namespace.
deny contains {"code": rego.metadata.rule().custom.code} if {
	some pattern in data.config.namespaces.deny
	glob.match(pattern, [], input.request.namespace)
}
`,
  'system/log.rego': `package system.log

mask contains "/input/call/arguments" if input.path == "main/decision"
`,
  'config/data.yaml': 'namespaces:\n  deny: ["kube-*"]\n',
} as const;

/** Its tests: all pass, and reach every line. */
export const smallTests = {
  'main_test.rego': `package main_test

test_everything_has_an_answer if {
	data.main.catalog == []
	data.main.plan == {"requests": []}
	data.main.answer == null
}

test_namespaces[name] if {
	some name, effect in {"kube-system": "deny", "shop": "allow"}
	data.main.decision.effect == effect with input as {"request": {"namespace": name}}
}

test_arguments_are_masked if data.system.log.mask["/input/call/arguments"] with input as {"path": "main/decision"}
`,
} as const;

/** The schema of the only input the small policy reads. */
export const smallSchemas = {
  'input.json': JSON.stringify({
    type: 'object',
    additionalProperties: false,
    properties: {
      path: { type: 'string' },
      request: { type: 'object', additionalProperties: false, properties: { namespace: { type: 'string' } } },
    },
  }),
} as const;
