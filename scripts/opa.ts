// Builds the compiler's module from opa/ and compresses it. Go is needed here and nowhere else.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const run = promisify(execFile);

/** The folder of the Go module. */
export const source = fileURLToPath(new URL('../opa/', import.meta.url));

/** The Go version the published digest was made with: `go.mod` pins it as its toolchain. */
export async function pinnedGo(): Promise<string> {
  const pinned = /^toolchain (\S+)$/m.exec(await readFile(join(source, 'go.mod'), 'utf8'))?.[1];
  if (pinned === undefined) throw new Error('opa/go.mod names no toolchain.');
  return pinned;
}

/** The Go version that would build here, or undefined without Go. */
export async function presentGo(): Promise<string | undefined> {
  const asked = await run('go', ['env', 'GOVERSION'], { cwd: source }).catch(() => undefined);
  return asked?.stdout.trim();
}

/** Builds the module from a folder with the Go sources. The same bytes come out whatever the folder and the machine. */
export async function buildModule(folder: string = source): Promise<Buffer> {
  const scratch = await mkdtemp(join(tmpdir(), 'opa-module-'));
  try {
    const output = join(scratch, 'opa.wasm');
    await run('go', ['build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', output, '.'], {
      cwd: folder,
      env: { ...process.env, GOOS: 'wasip1', GOARCH: 'wasm', CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' },
      maxBuffer: 16 << 20,
    });
    return await readFile(output);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Two minutes for a fifth of the size. */
export function compress(module: Uint8Array): Promise<Buffer> {
  return promisify(brotliCompress)(module, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: module.length,
    },
  });
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function rebuild(): Promise<void> {
  const [wanted, present] = await Promise.all([pinnedGo(), presentGo()]);
  if (present !== wanted) throw new Error(`opa/go.mod asks for ${wanted}, here is ${present ?? 'no Go at all'}.`);
  const module = await buildModule();
  const published = await readFile(join(source, 'opa.wasm.sha256'), 'utf8').catch(() => '');
  if (published.includes(`${sha256(module)}  opa.wasm\n`)) {
    console.log('opa.wasm is what its digest says; nothing to do.');
    return;
  }
  const compressed = await compress(module);
  await writeFile(join(source, 'opa.wasm.br'), compressed);
  await writeFile(join(source, 'opa.wasm.sha256'), `${sha256(module)}  opa.wasm\n${sha256(compressed)}  opa.wasm.br\n`);
  console.log(`opa.wasm: ${module.length} bytes, compressed ${compressed.length}.`);
}

if (import.meta.main) await rebuild();
