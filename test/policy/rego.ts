// Small policies for the tests of the engine, compiled by our own compiler. Each is whole: all five entry points.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createCompiler } from '../../src/policy/compiler.ts';

/** Files by their path. */
export type Files = Record<string, string>;

const approval = `{"methods": [], "approvers": [], "quorum": 1, "requestWithinSeconds": 3600, "useWithinSeconds": 900, "waitSeconds": 0, "notRequester": false, "risk": "medium"}`;

/** Fields of a decision beside its effect, as Rego. */
export const restOfDecision = `"reasons": [], "needs": [], "obligations": [], "approval": ${approval}, "shadow": []`;

const main = `package main

catalog := {"tools": [object.union(tool.card, {"name": name}) | some name, tool in data.tools], "prompts": [], "instructions": ""}

plan := data.tools[input.call.tool].plan

answer := data.tools[input.call.tool].answer

decision := {"effect": _effect, ${restOfDecision}}

_effect := "deny" if count(_denials) > 0

else := "allow" if input.request.verb in data.config.verbs

else := "deny"

_denials contains reason if some reason in data.guards[_].deny
`;

const get = `package tools.get

card := {
	"title": "Get", "description": "Gets.",
	"arguments": {"type": "object", "additionalProperties": false, "required": ["kind"], "properties": {"kind": {"type": "string"}}},
	"hints": {"readOnly": true, "destructive": false, "idempotent": true, "openWorld": false},
	"examples": [{"kind": "Pod"}],
}

plan := {"requests": [{"id": "one", "verb": "get", "kind": input.call.arguments.kind}]}

answer := {"blocks": []}
`;

const namespaces = `package guards.namespaces

# METADATA
# title: This namespace is closed.
# custom:
#   code: namespace_closed
#   remedy: Use another one.
deny contains {"code": "namespace_closed", "subject": input.request.namespace} if {
	input.request.namespace in data.config.closed
}
`;

/** A whole policy, with files put in place of or beside the usual ones. */
export function wholeRego(files: Files = {}): Files {
  return {
    'main/main.rego': main,
    'tools/get.rego': get,
    'guards/namespaces.rego': namespaces,
    'system/log.rego': 'package system.log\n\nmask := ["/input/body"]\n',
    ...files,
  };
}

/** The policy that comes with the server: its Rego and its data. */
export async function wholePolicy(): Promise<Files> {
  const policies = new URL('../../policies/', import.meta.url);
  const paths = (await readdir(policies, { recursive: true })).filter((path) => /\.rego$|data\.yaml$/.test(path));
  const texts = await Promise.all(paths.map(async (path) => [path, await readFile(new URL(path, policies), 'utf8')]));
  return Object.fromEntries(texts);
}

/** The usual data of these policies. */
export const usualConfig = { verbs: ['get', 'list'], closed: ['kube-system'] };

/** Writes files to a new folder. */
export async function folderOf(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portcullis-test-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const compiler = createCompiler();
const built = new Map<string, Promise<Buffer>>();

/** The bundle our compiler makes of files; the same files are compiled once. */
export function packedFiles(
  files: Files,
  options: { revision?: string; entryPoints?: string[] } = {},
): Promise<Buffer> {
  const key = JSON.stringify([files, options]);
  const known = built.get(key) ?? pack(files, options);
  built.set(key, known);
  return known;
}

async function pack(files: Files, options: { revision?: string; entryPoints?: string[] }): Promise<Buffer> {
  const folder = await folderOf(files);
  try {
    const outcome = await compiler.build({ policies: folder }, options);
    if (outcome.ok) return outcome.value;
    throw new Error(outcome.diagnostics.map(({ file, row, message }) => `${file}:${row} ${message}`).join('\n'));
  } finally {
    await rm(folder, { recursive: true });
  }
}
