// Writes policies/capabilities.json: of all OPA can call, what our WASM host answers exactly as OPA would.
import { readFile, writeFile } from 'node:fs/promises';
import { builtins } from '../src/policy/builtins.ts';
import { createCompiler } from '../src/policy/compiler.ts';

const target = new URL('../policies/capabilities.json', import.meta.url);

// Builtins this host adds: they must be among those opa/builtins.json says can be added.
const added = Object.keys(builtins);

type Type = { type: string; of?: Type | Type[]; dynamic?: Type; [key: string]: unknown };
type Builtin = { name: string; decl: { args?: Type[]; result?: Type; type: string }; [key: string]: unknown };
type Capabilities = { builtins: Builtin[]; [key: string]: unknown };
type Measured = {
  compiled_away: string[];
  native: string[];
  native_with_limit: Record<string, string>;
  host: string[];
};

const scalars: Type[] = ['null', 'boolean', 'number', 'string'].map((type) => ({ type }));

// Where WASM and Go part over sets, the declaration leaves sets out and the type checker refuses them. The compiler
// itself wraps an operand of a template string that may be undefined into a set of one.
const narrowed: Record<string, (args: Type[]) => Type[]> = {
  concat: ([delimiter, collection]) => [
    delimiter!,
    [collection!.of ?? []].flat().find(({ type }) => type === 'array')!,
  ],
  'internal.template_string': () => [
    {
      type: 'array',
      dynamic: { type: 'any', of: [...scalars, { type: 'set', of: { type: 'any', of: scalars } }] },
    },
  ],
};

/** The text of capabilities.json. */
export async function capabilities(): Promise<string> {
  const measured: Measured = JSON.parse(await readFile(new URL('../opa/builtins.json', import.meta.url), 'utf8'));
  const printed = await createCompiler().run(['capabilities', '--current']);
  const all: Capabilities = JSON.parse(printed.stdout);

  const unknown = added.filter((name) => !measured.host.includes(name));
  if (unknown.length > 0) throw new Error(`opa/builtins.json does not list as "host": ${unknown.join(', ')}`);
  const names = [...measured.compiled_away, ...measured.native, ...Object.keys(measured.native_with_limit), ...added];
  const missing = names.filter((name) => !all.builtins.some((builtin) => builtin.name === name));
  if (missing.length > 0) throw new Error(`OPA has no builtin ${missing.join(', ')}`);

  const callable = all.builtins.filter(({ name }) => names.includes(name)).map(narrow);
  // Which interface the SDK speaks: the library alone does not say.
  const abi = [1, 2].map((minor) => ({ version: 1, minor_version: minor }));
  return `${JSON.stringify({ ...all, builtins: callable, wasm_abi_versions: abi, allow_net: [] }, null, 2)}\n`;
}

function narrow({ description: _, categories: __, ...builtin }: Builtin): Builtin {
  const args = builtin.decl.args ?? [];
  const change = narrowed[builtin.name];
  const decl = { ...builtin.decl, ...(builtin.decl.args && { args: change === undefined ? args : change(args) }) };
  return { ...builtin, decl: plain(decl) as Builtin['decl'] };
}

// Names and descriptions of arguments are for documents.
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'name' && key !== 'description');
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]));
}

if (import.meta.main) await writeFile(target, await capabilities());
