// Writes src/gate/documents.ts from schemas/: one schema, three readers.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';

const schemas = new URL('../schemas/', import.meta.url);
const target = new URL('../src/gate/documents.ts', import.meta.url);

/** The text of documents.ts as the schemas ask for it. */
export async function documents(): Promise<string> {
  const root: Record<string, unknown> = {};
  for (const file of (await readdir(schemas)).filter((name) => name.endsWith('.json')).sort()) {
    const schema = JSON.parse(await readFile(new URL(file, schemas), 'utf8'));
    root[schema.title] = schema;
  }
  const parts: string[] = [];
  for (const [title, schema] of Object.entries(root)) {
    const text = await compile(schema as object, title, {
      bannerComment: '',
      additionalProperties: false,
      declareExternallyReferenced: true,
      strictIndexSignatures: false,
      ignoreMinAndMaxItems: true,
      unknownAny: true,
      style: { singleQuote: true, printWidth: 120 },
    });
    parts.push(text.replaceAll(/export interface \w+ \{\s*\[k: string\]: unknown \| undefined;?\s*\}\n/g, ''));
  }
  return `// The documents of the line, made from schemas/ by \`npm run types\`; edit those instead.\n\n${parts.join('\n')}`;
}

if (import.meta.main) await writeFile(target, await documents());
