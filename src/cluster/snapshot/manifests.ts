// Reads a file or folder of manifests, a dump or a support bundle, into plain objects and logs. Knows no kind.
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { documentsOf } from '../../yaml/documents.ts';
import { type Fields, isFields } from '../json.ts';

export type Manifest = Fields & {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Fields & { readonly name: string };
};

export type Source = {
  readonly objects: readonly Manifest[];
  /** By `namespace/pod/container[.previous]`. */
  readonly logs: ReadonlyMap<string, string>;
  /** The latest moment the objects speak of, not after `now`, in milliseconds. */
  readonly latest: number;
};

const maxBytes = 256 * 1024 * 1024;
const bundled = 'cluster-resources';
const time = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** Moves every timestamp of a text, keeping its form. */
export const shifted = (text: string, milliseconds: number): string =>
  text.replace(time, (found) => {
    const [whole = '', fraction] = found.slice(0, -1).split('.');
    const moved = new Date(Date.parse(`${whole}Z`) + milliseconds).toISOString().slice(0, 19);
    return `${moved}${fraction === undefined ? '' : `.${fraction}`}Z`;
  });

/**
 * Reads what is there. Throws an Error for the operator that names the file and the document: `web.yaml, document 2:
 * …`. In a support bundle (it has a folder cluster-resources), what is no object is left out, as bundles hold much else.
 */
export const readSource = async (
  path: string,
  now: number,
  change: (text: string) => string = (text) => text,
): Promise<Source> => {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path} cannot be read (${error.code}).`);
  });
  const files = found.isDirectory() ? await filesBelow(path) : [path];
  const bundle = files.some((file) => relative(path, file).split(sep).includes(bundled));
  const objects: Manifest[] = [];
  const logs = new Map<string, string>();
  let latest = 0;
  let size = 0;
  for (const file of files) {
    const short = (relative(path, file) || basename(file)).split(sep).join('/');
    const key = logKey(short);
    const wanted =
      key !== undefined || (/\.(ya?ml|json)$/.test(file) && (!bundle || short.split('/').includes(bundled)));
    // A single file may be called anything.
    if (!wanted && found.isDirectory()) continue;
    size += (await stat(file)).size;
    if (size > maxBytes)
      throw new Error(`${path} holds more than ${maxBytes / 1024 / 1024} MiB of manifests and logs.`);
    const text = change(await readFile(file, 'utf8'));
    if (key !== undefined) {
      logs.set(key, text);
      continue;
    }
    objects.push(...parse(text, short, bundle));
    latest = (text.match(time) ?? [])
      .map(Date.parse)
      .reduce((best, at) => (at <= now && at > best ? at : best), latest);
  }
  if (objects.length === 0) throw new Error(`${path} holds no Kubernetes object.`);
  return { objects, logs, latest };
};

const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

/** `logs/<namespace>/<pod>/<container>[.previous].log`, in bundles `…-previous.log`. */
const logKey = (path: string): string | undefined => {
  const match = /(?:^|\/)logs\/([^/]+)\/([^/]+)\/([^/]+?)([.-]previous)?\.log$/.exec(path);
  return match ? `${match[1]}/${match[2]}/${match[3]}${match[4] ? '.previous' : ''}` : undefined;
};

const parse = (text: string, file: string, lenient: boolean): Manifest[] => {
  const documents = read(text, file);
  return documents.flatMap((document, index) =>
    unpack(document, lenient, (why) => new Error(`${file}, document ${index + 1}: ${why}`)),
  );
};

const read = (text: string, file: string): readonly unknown[] => {
  if (file.endsWith('.json')) {
    try {
      return [JSON.parse(text)];
    } catch {
      // Several documents in one file, or YAML under another name: the reader below says what is wrong.
    }
  }
  const result = documentsOf(text);
  if ('why' in result) {
    const line = result.line > 0 ? ` (line ${result.line})` : '';
    throw new Error(`${file}, document ${result.document}${line}: ${result.why.split('\n')[0]}`);
  }
  return result.documents;
};

type Refuse = (why: string) => Error;

const unpack = (document: unknown, lenient: boolean, refuse: Refuse, implied: Fields = {}): Manifest[] => {
  if (document === null || document === undefined) return [];
  // Bundles keep custom resources as bare arrays.
  if (lenient && Array.isArray(document)) return document.flatMap((item) => unpack(item, lenient, refuse, implied));
  if (!isFields(document)) return left(lenient, refuse('it is not an object.'));
  const { apiVersion = implied.apiVersion, kind = implied.kind } = document;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string')
    return left(lenient, refuse('apiVersion and kind are missing.'));
  if (Array.isArray(document.items) && kind.endsWith('List')) {
    // Items of a typed list do not repeat what they are.
    const own = kind === 'List' ? {} : { apiVersion, kind: kind.slice(0, -'List'.length) };
    return document.items.flatMap((item, index) =>
      unpack(item, lenient, (why) => refuse(`item ${index + 1}: ${why}`), own),
    );
  }
  const { metadata } = document;
  if (!isFields(metadata) || typeof metadata.name !== 'string' || metadata.name === '')
    return left(lenient, refuse('metadata.name is missing.'));
  if (!/^([a-z0-9.-]+\/)?[a-z0-9]+$/.test(apiVersion) || !/^[A-Za-z][A-Za-z0-9]*$/.test(kind))
    return left(lenient, refuse('apiVersion or kind has a form that Kubernetes does not have.'));
  if (metadata.namespace !== undefined && typeof metadata.namespace !== 'string')
    return left(lenient, refuse('metadata.namespace is not text.'));
  return [{ ...document, apiVersion, kind, metadata: { ...metadata, name: metadata.name } }];
};

const left = (lenient: boolean, error: Error): [] => {
  if (lenient) return [];
  throw error;
};
