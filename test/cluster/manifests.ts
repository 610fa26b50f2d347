// Reads a folder of manifests and logs into objects and texts, for the seed of a real cluster. Knows no API server.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parseAllDocuments } from 'yaml';

export type Manifest = {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    ownerReferences?: { uid: string; kind: string; name: string; apiVersion: string }[];
    [field: string]: unknown;
  };
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
  [field: string]: unknown;
};

export type Folder = { manifests: Manifest[]; logs: Record<string, string> };

/** All YAML and JSON documents below `folder`, and its `logs/<namespace>/<pod>/<container>[.previous].log` by key. */
export const readFolder = async (folder: string): Promise<Folder> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const manifests: Manifest[] = [];
  const logs: Record<string, string> = {};
  for (const file of files.sort()) {
    const parts = relative(folder, file).split(sep);
    if (parts[0] === 'logs' && parts.length === 4 && file.endsWith('.log'))
      logs[parts.slice(1).join('/').slice(0, -'.log'.length)] = await readFile(file, 'utf8');
    else if (/\.(ya?ml|json)$/.test(file)) manifests.push(...parse(await readFile(file, 'utf8'), file));
  }
  return { manifests, logs };
};

const parse = (text: string, file: string): Manifest[] =>
  parseAllDocuments(text).flatMap((document, index) => {
    if (document.errors[0]) throw new Error(`${file}, document ${index + 1}: ${document.errors[0].message}`);
    return unpack(document.toJS());
  });

/** Lists become their items; empty documents nothing. */
export const unpack = (document: unknown): Manifest[] => {
  if (document === null || document === undefined) return [];
  const { kind, items } = document as { kind?: string; items?: unknown[] };
  if (kind?.endsWith('List') && Array.isArray(items)) return items.flatMap(unpack);
  return [document as Manifest];
};
