// Where a policy comes from: a folder that is compiled, or a bundle that never is; either with the operator's own data.
// It must not know when to read again.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Bundle, BundleError, bundleLimits, entryPoints, readBundle } from './bundle.ts';
import { checkRego } from './check.ts';
import { type Compiler, opaVersion } from './compiler.ts';
import { home } from './compiler-module.ts';
import { type Config, checkedConfig, type Layer, readLayer } from './config.ts';
import { type Folder, layersOf, readFolder, regoDigest, splitConfig } from './folder.ts';
import { PolicyError } from './problems.ts';

/** A policy ready for the engine. */
export type Loaded = {
  readonly wasm: Uint8Array;
  readonly config: Config;
  readonly revision: string;
  /** Its Rego was compiled just now, and never ran before. */
  readonly fresh: boolean;
};

export type SourceOptions = {
  /** A folder with a policy, or a bundle of one: exactly one of the two. */
  readonly dir?: string | undefined;
  readonly bundle?: string | undefined;
  readonly preset?: string | undefined;
  /** The operator's own values, laid over the policy's. */
  readonly configData?: string | undefined;
  /** Where compiled policies are kept between starts. */
  readonly cacheDir?: string | undefined;
  /** Needed for a folder. */
  readonly compiler?: Compiler | undefined;
};

/** Reads the policy as it is now. Throws a {@link PolicyError}. What has not changed since the last time is not compiled again. */
export function createSource(options: SourceOptions): () => Promise<Loaded> {
  const { dir, bundle } = options;
  if ((dir === undefined) === (bundle === undefined)) throw new Error('A policy is either a folder or a bundle.');
  if (dir !== undefined) return folderSource(dir, options);
  return bundleSource(bundle ?? '', options);
}

function folderSource(dir: string, options: SourceOptions): () => Promise<Loaded> {
  let last: (Compiled & { readonly digest: string }) | undefined;
  return async () => {
    const folder = await readFolder(dir);
    const config = configOf(folder, options.preset, await operatorLayer(options.configData));
    const rego = regoDigest(folder.rego);
    const digest = await sourceDigest(rego);
    if (last?.digest !== digest) last = { digest, ...(await compiledOnce(folder, digest, options)) };
    return { ...last, config, revision: short(rego, JSON.stringify(config)) };
  };
}

function bundleSource(path: string, options: SourceOptions): () => Promise<Loaded> {
  return async () => {
    const bytes = await readFile(path).catch((cause) => refuse(path, 'The bundle cannot be read.', cause));
    const found = await unpacked(path, bytes);
    const split = splitConfig(`${path}: data.json`, found.config);
    const config = configOf(split, options.preset, await operatorLayer(options.configData));
    const named = found.revision === '' ? short(Buffer.from(found.wasm).toString('base64')) : found.revision;
    const revision = `${named}-${short(JSON.stringify(config)).slice(0, 8)}`;
    return { wasm: found.wasm, config, revision, fresh: false };
  };
}

function configOf(
  found: Pick<Folder, 'base' | 'presets'>,
  preset: string | undefined,
  operator: Layer | undefined,
): Config {
  return checkedConfig(layersOf(found.base, found.presets, { preset, operator }));
}

async function operatorLayer(path: string | undefined): Promise<Layer | undefined> {
  if (path === undefined) return undefined;
  const text = await readFile(path, 'utf8').catch((cause) =>
    refuse(path, 'The file with the configuration cannot be read.', cause),
  );
  // An editor that has just emptied the file, or a full disk, must not open what the operator closed.
  if (withoutComments(text) === '')
    refuse(path, 'The file is empty. Write {} if nothing is to be laid over the policy.');
  return readLayer(path, text);
}

function withoutComments(text: string): string {
  return text
    .replace(/^\s*#.*$/gm, '')
    .replace(/^(?:---|\.\.\.)\s*$/gm, '')
    .trim();
}

async function unpacked(path: string, bytes: Uint8Array): Promise<Bundle> {
  if (bytes.length > bundleLimits.bytes) refuse(path, 'The bundle is too large.');
  return readBundle(bytes).catch((cause) => {
    if (cause instanceof BundleError) refuse(path, cause.message, cause);
    throw cause;
  });
}

type Compiled = Pick<Loaded, 'wasm' | 'fresh'>;

/** Compiled and checked, unless the same sources already were. */
async function compiledOnce(folder: Folder, digest: string, options: SourceOptions): Promise<Compiled> {
  const kept =
    options.cacheDir === undefined ? undefined : join(options.cacheDir, `policy-${digest.slice(0, 32)}.tar.gz`);
  const cached =
    kept === undefined
      ? undefined
      : await ours(kept)
          .then(readBundle)
          .catch(() => undefined);
  if (cached) return { wasm: cached.wasm, fresh: false };
  const packed = await compile(folder, options.compiler);
  if (kept !== undefined) await keep(kept, packed).catch(() => undefined);
  return { wasm: (await readBundle(packed)).wasm, fresh: true };
}

/** A file that nobody but this user can have written. Rejects for any other. */
async function ours(path: string): Promise<Buffer> {
  const { uid, mode } = await stat(path);
  const mine = process.getuid === undefined || uid === process.getuid();
  if (!mine || (mode & 0o022) !== 0) throw new Error('Somebody else could have written this file.');
  return readFile(path);
}

async function compile(folder: Folder, compiler: Compiler | undefined): Promise<Buffer> {
  if (compiler === undefined) throw new Error('A policy folder needs a compiler.');
  // Only what was read and digested is compiled, whatever happens to the folder meanwhile; and no data, which changes more often.
  const scratch = await mkdtemp(join(tmpdir(), 'portcullis-policy-'));
  try {
    for (const [path, text] of folder.rego) {
      await mkdir(dirname(join(scratch, path)), { recursive: true });
      await writeFile(join(scratch, path), text);
    }
    const [problems, built] = await Promise.all([
      checkRego(compiler, { policies: scratch }),
      compiler.build({ policies: scratch }),
    ]);
    if (problems.length > 0) throw new PolicyError(problems);
    if (!built.ok) throw new PolicyError(built.diagnostics);
    return built.value;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Everything a compiled policy depends on: its Rego, what it may call, what it is checked against, who compiles. */
async function sourceDigest(rego: string): Promise<string> {
  const hash = createHash('sha256').update(`2\n${opaVersion}\n${entryPoints.join()}\n${rego}\n`);
  const schemas = join(home(), 'schemas');
  const names = (await readdir(schemas)).sort().map((name) => join(schemas, name));
  for (const path of [join(home(), 'policies', 'capabilities.json'), ...names]) {
    if ((await stat(path)).isFile()) hash.update(await readFile(path));
  }
  return hash.digest('hex');
}

// Written beside and renamed, so that another process never reads half a file.
async function keep(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomUUID()}`;
  await writeFile(beside, bytes, { mode: 0o600 });
  await rename(beside, path);
}

function short(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}

function refuse(file: string, message: string, cause?: unknown): never {
  throw new PolicyError([{ file, row: 0, col: 0, message }], cause);
}
