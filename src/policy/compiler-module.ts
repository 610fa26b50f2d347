// The compiler's own code: found beside the sources, unpacked once, verified before every use. It must not run it.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { compile, type WasmModule } from './compiler-wasm.ts';

/** The folder with `opa/` and `policies/`: the checkout, or the installed package. */
export function home(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'opa', 'opa.wasm.sha256'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('The compiler is not part of this installation: opa/opa.wasm.br is missing.');
  return home(above);
}

/** Where this user's caches are kept (XDG Base Directory Specification). */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'portcullis');
}

/** The digests in `opa.wasm.sha256`, by file name, in the format of `sha256sum`. */
export async function digests(folder: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(folder, 'opa.wasm.sha256'), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return Object.fromEntries(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** Unpacks a module compressed by `scripts/opa.ts`. */
export function unpack(compressed: Uint8Array): Promise<Buffer> {
  return promisify(brotliDecompress)(compressed);
}

/**
 * The module's bytes, with the digest this version was published with. A copy unpacked earlier is taken from `cache`
 * if it is still the same; a cache that cannot be read or written is done without.
 */
export async function moduleBytes(folder: string, cache: string): Promise<Buffer> {
  const wanted = (await digests(folder))['opa.wasm'];
  if (wanted === undefined) throw new Error('opa/opa.wasm.sha256 does not name opa.wasm.');
  const kept = join(cache, `opa-${wanted.slice(0, 16)}.wasm`);

  const cached = await readFile(kept).catch(() => undefined);
  if (cached !== undefined && sha256(cached) === wanted) return cached;

  const fresh = await unpack(await readFile(join(folder, 'opa.wasm.br')));
  if (sha256(fresh) !== wanted) {
    throw new Error('opa/opa.wasm.br is not the compiler this version was published with. Install Portcullis again.');
  }
  await keep(kept, fresh).catch(() => undefined);
  return fresh;
}

// Compiled code is large; a server that recompiles once an hour should not hold it all day.
const keptFor = 60_000;

/** Compiles the module when it is first asked for, and lets go of it a minute after it was last asked for. */
export function keptModule(cache: string): () => Promise<WasmModule> {
  let kept: Promise<WasmModule> | undefined;
  let release: NodeJS.Timeout | undefined;
  const forget = () => {
    kept = undefined;
  };
  return () => {
    clearTimeout(release);
    release = setTimeout(forget, keptFor).unref();
    kept ??= moduleBytes(join(home(), 'opa'), cache).then((bytes) => compile(bytes));
    kept.catch(forget);
    return kept;
  };
}

// Written beside and renamed, so that another process never reads half a file.
async function keep(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomUUID()}`;
  try {
    await writeFile(beside, bytes, { mode: 0o600 });
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
