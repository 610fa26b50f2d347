// Writes src/policy/validators.ts from schemas/: what Ajv would compile at each start, compiled once.
import { readFile, writeFile } from 'node:fs/promises';
import { Ajv, type Options } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const schemas = new URL('../schemas/', import.meta.url);
const target = new URL('../src/policy/validators.ts', import.meta.url);

/** What an operator writes is told mistake by mistake, each with its surroundings; of our own documents the first is enough. */
const wanted: Readonly<Record<string, Options>> = {
  answer: {},
  catalog: {},
  config: { allErrors: true, verbose: true },
  decision: {},
  plan: {},
};

const always: Options = { strict: false, validateFormats: false, ownProperties: true, addUsedSchema: false };

/** The text of validators.ts as the schemas ask for it. */
export async function validators(): Promise<string> {
  const parts: string[] = [];
  for (const [name, options] of Object.entries(wanted)) {
    const schema = bare(JSON.parse(await readFile(new URL(`${name}.json`, schemas), 'utf8')));
    const ajv = new Ajv({ ...always, ...options, code: { source: true, lines: true, esm: true } });
    const code = standalone.default(ajv, ajv.compile(schema as object));
    parts.push(`export const ${name} = (() => {\n${inside(code)}\nreturn validate;\n})();\n`);
  }
  const head = [
    '// The checks of the documents, made from schemas/ by `npm run types`; edit those instead.',
    '// @ts-nocheck',
    "import { createRequire } from 'node:module';",
    '',
    'const require = createRequire(import.meta.url);',
  ];
  return `${head.join('\n')}\n\n${parts.join('\n')}`;
}

/** A schema without the words that are there for people. */
function bare(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !(['description', 'title', '$comment'].includes(key) && typeof value === 'string'))
      .map(([key, value]) => [key, bare(value)]),
  );
}

/** The body of a module, as that of a function. */
function inside(code: string): string {
  const exported = /^export const validate = (\w+);\s*export default \w+;\s*/m.exec(code);
  if (exported === null) throw new Error('Ajv writes its modules in another way than it used to.');
  const [statement, name = ''] = exported;
  return code.replace('"use strict";', '').replace(statement, `const validate = ${name};\n`).trim();
}

if (import.meta.main) await writeFile(target, await validators());
