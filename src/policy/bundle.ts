// An OPA bundle as bytes, taken apart and checked. It must not know how it was built or what its rules say.
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { extract } from 'tar-stream';

/** The rules that may be asked, each one a rule and never a package: with a package, data could overwrite rules. */
export const entryPoints = ['main/catalog', 'main/plan', 'main/decision', 'main/answer', 'system/log/mask'] as const;

/** First segments of a package's path. They hold Rego and no data; `config` holds data and no Rego. */
export const regoRoots: readonly string[] = ['main', 'tools', 'guards', 'diagnosis', 'lib', 'system'];

/** A compiled policy, with the data it was packed with. */
export type Bundle = {
  readonly wasm: Uint8Array;
  /** What stood under `config`, presets included. */
  readonly config: Readonly<Record<string, unknown>>;
  /** As the manifest says, or ''. */
  readonly revision: string;
};

/** Bounds of a bundle: its bytes unpacked, its files, and the largest of them. */
export const bundleLimits = { bytes: 64 << 20, files: 2_000, fileBytes: 32 << 20 } as const;

/** Why a bundle is not taken, as a sentence for the operator. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
}

/** Reads a gzipped tar file as `opa build -t wasm` writes it. Throws a {@link BundleError}. */
export async function readBundle(packed: Uint8Array): Promise<Bundle> {
  const files = await unpack(packed);
  if (files.has('patch.json')) throw new BundleError('A delta bundle is not taken: build a whole one.');
  const manifest = object('.manifest', parse('.manifest', need(files, '.manifest')));
  checkEntryPoints(manifest);
  checkRego(files);
  return { wasm: need(files, 'policy.wasm'), config: configOf(files), revision: String(manifest.revision ?? '') };
}

async function unpack(packed: Uint8Array): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const archive = extract();
  try {
    archive.end(await promisify(gunzip)(packed, { maxOutputLength: bundleLimits.bytes }));
    for await (const entry of archive) {
      const { name, type, size = 0 } = entry.header;
      if (type !== 'directory') {
        const path = safePath(name);
        if (type !== 'file') throw new BundleError(`${shown(name)} in the bundle is a ${type}, not a file.`);
        if (size > bundleLimits.fileBytes) throw new BundleError(`${path} in the bundle is too large.`);
        if (files.has(path)) throw new BundleError(`${path} is in the bundle twice.`);
        if (files.size >= bundleLimits.files) throw new BundleError('The bundle has too many files.');
        files.set(path, await readAll(entry));
      }
      entry.resume();
    }
  } catch (cause) {
    if (cause instanceof BundleError) throw cause;
    throw new BundleError('The bundle is not a gzipped tar file of a reasonable size.', { cause });
  }
  return files;
}

async function readAll(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part as Uint8Array);
  return new Uint8Array(Buffer.concat(parts));
}

/** OPA writes names with a leading slash. Nothing else may be unusual about them. */
function safePath(name: string): string {
  const path = name.startsWith('/') ? name.slice(1) : name;
  const usual = path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
  if (!usual || /[\\\p{Cc}]/u.test(path)) throw new BundleError(`${shown(name)} is not a path a bundle may have.`);
  return path;
}

function checkEntryPoints(manifest: Record<string, unknown>): void {
  const resolvers: unknown = manifest.wasm;
  const found = (Array.isArray(resolvers) ? resolvers : []).map((one) => String(one?.entrypoint));
  const modules = (Array.isArray(resolvers) ? resolvers : []).map((one) => String(one?.module));
  if ([...found].sort().join() !== [...entryPoints].sort().join()) {
    const said = found.length > 0 ? `but has ${found.sort().join(', ')}` : 'but has none';
    throw new BundleError(`The bundle must have exactly the entry points ${entryPoints.join(', ')}, ${said}.`);
  }
  if (!modules.every((module) => module === '/policy.wasm')) {
    throw new BundleError('All entry points of the bundle must be in /policy.wasm.');
  }
}

function checkRego(files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, bytes] of files) {
    if (!path.endsWith('.rego')) continue;
    const problem = packageProblem(Buffer.from(bytes).toString('utf8'));
    if (problem) throw new BundleError(`${path}: ${problem}`);
  }
}

/** What is wrong with where a Rego file stands, or nothing. */
export function packageProblem(rego: string): string | undefined {
  const path = /^\s*package\s+([\w.]+)/m.exec(rego)?.[1]?.split('.') ?? [];
  const [root = ''] = path;
  if (root === 'config') return 'config holds data; it may hold no Rego.';
  if (!regoRoots.includes(root)) return `package ${path.join('.')} is not under ${regoRoots.join(', ')}.`;
  const under = entryPoints.find((point) => `${path.join('/')}/`.startsWith(`${point}/`));
  return under && `package ${path.join('.')} makes the entry point ${under} a package; it must be a rule.`;
}

/** Data of a bundle: `data.json` at its root and in folders. Only `config` may have any. */
function configOf(files: ReadonlyMap<string, Uint8Array>): Record<string, unknown> {
  let config: Record<string, unknown> = {};
  for (const [path, bytes] of files) {
    const name = path.split('/').at(-1) ?? '';
    if (!/^data\.(json|ya?ml)$/.test(name)) continue;
    if (path !== 'data.json') throw new BundleError(`${path}: the data of a compiled bundle stands in data.json only.`);
    config = checkData(object(path, parse(path, bytes)));
  }
  return config;
}

/** The `config` of a data document that has nothing else. Throws a {@link BundleError}. */
export function checkData(data: Record<string, unknown>): Record<string, unknown> {
  const other = Object.keys(data).find((root) => root !== 'config');
  if (other !== undefined) {
    const why = regoRoots.includes(other) ? 'holds Rego and may hold no data' : 'may hold no data: only config may';
    throw new BundleError(`${shown(other)} ${why}.`);
  }
  return object('config', data.config ?? {});
}

function parse(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new BundleError(`${path} in the bundle is not JSON.`, { cause });
  }
}

function object(path: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new BundleError(`${path} in the bundle is not an object.`);
}

function need(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const found = files.get(path);
  if (found === undefined)
    throw new BundleError(`The bundle has no ${path}: build it with \`portcullis policy build\`.`);
  return found;
}

function shown(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name);
}
