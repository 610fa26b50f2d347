// Two ways to run the compiler: its module in a worker, or a native binary. Both see the same folders by the same
// relative names, so that both give the same bytes. It must not know what the commands mean.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WasmModule } from './compiler-wasm.ts';
import type { CompilerRun } from './compiler-worker.ts';

/** How a run ended: exit code as OPA's own, and everything it printed. */
export type Outcome = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Folders of this machine by the name the compiler sees them under: `{policies: '/srv/policies'}`. */
export type Mounts = Readonly<Record<string, string>>;

/** Runs the compiler once. Arguments name files by mount: `policies/main/main.rego`. */
export type Runner = (args: readonly string[], mounts: Mounts, signal: AbortSignal) => Promise<Outcome>;

/** Stops a run after so many milliseconds. Mounts and arguments may begin with `/`; it makes no difference. */
export function bounded(runner: Runner, deadline: number): Runner {
  return async (args, mounts, signal) => {
    const names = Object.keys(mounts).map((name) => name.replace(/^\//, ''));
    const folders = Object.fromEntries(Object.values(mounts).map((host, index) => [names[index] ?? '', host]));
    const relative = args.map((arg) => (names.includes(arg.split('/')[1] ?? '') ? arg.replace(/^\//, '') : arg));
    const timer = AbortSignal.timeout(deadline);
    try {
      return await runner(relative, folders, AbortSignal.any([signal, timer]));
    } catch (thrown) {
      if (!timer.aborted || signal.aborted) throw thrown;
      throw new Error(`The compiler took longer than ${deadline} ms and was stopped. Look for a test that never ends.`);
    }
  };
}

/** Asks a runner for its version before its first run, and refuses it for ever if that is another. */
export function onlyVersion(wanted: string, runner: Runner): Runner {
  let asked: Promise<void> | undefined;
  return async (args, mounts, signal) => {
    asked ??= refuseOther(wanted, runner, signal);
    await asked;
    return runner(args, mounts, signal);
  };
}

async function refuseOther(wanted: string, runner: Runner, signal: AbortSignal): Promise<void> {
  const remedy = `Give the path of OPA ${wanted}, or leave --opa out: Portcullis brings its own.`;
  const { stdout } = await runner(['version'], {}, signal).catch((thrown: unknown) => {
    throw new Error(`The program given with --opa cannot be run. ${remedy}`, { cause: thrown });
  });
  const version = /^Version: (\S+)$/m.exec(stdout)?.[1];
  if (version === wanted) return;
  const is = version === undefined ? 'does not say which version of OPA it is' : `is OPA ${version}`;
  throw new Error(`The program given with --opa ${is}. ${remedy}`);
}

const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './compiler-worker.ts' : './compiler-worker.js',
  import.meta.url,
);

/** Runs the module in a worker of its own. Nothing it prints reaches this process's output. */
export function moduleRunner(load: () => Promise<WasmModule>): Runner {
  return (args, mounts, signal) =>
    inScratch(async (scratch) => {
      const module = await load();
      signal.throwIfAborted();
      const files = { stdin: join(scratch, 'stdin'), stdout: join(scratch, 'stdout'), stderr: join(scratch, 'stderr') };
      await writeFile(files.stdin, '');
      const folders = Object.fromEntries(Object.entries(mounts).map(([name, host]) => [`/${name}`, resolve(host)]));
      const code = await inWorker({ module, args, folders, ...files }, signal);
      const [stdout, stderr] = await Promise.all([readFile(files.stdout, 'utf8'), readFile(files.stderr, 'utf8')]);
      return { code, stdout, stderr };
    });
}

function inWorker(task: CompilerRun, signal: AbortSignal): Promise<number> {
  return new Promise((done, failed) => {
    const worker = new Worker(workerFile, {
      workerData: task,
      // `node:wasi` calls itself experimental on stderr at every start.
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdout: true,
      stderr: true,
    });
    const stop = () => {
      failed(signal.reason);
      void worker.terminate();
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', (code: number) => done(code));
    worker.once('error', failed);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      failed(new Error('The compiler ended without a result.'));
    });
  });
}

/**
 * Runs a native binary in a folder that holds copies of the mounts: the binary writes the paths it is given into what
 * it builds, and a symbolic link would not look the same. What it wrote is brought back.
 */
export function nativeRunner(binary: string): Runner {
  return (args, mounts, signal) =>
    inScratch(async (scratch) => {
      for (const [name, host] of Object.entries(mounts)) await cp(host, join(scratch, name), { recursive: true });
      const outcome = await new Promise<Outcome>((done, failed) => {
        const options = { cwd: scratch, env: {}, signal, maxBuffer: 256 << 20 };
        execFile(binary, args, options, (error, stdout, stderr) => {
          if (error === null) done({ code: 0, stdout, stderr });
          else if (typeof error.code === 'number') done({ code: error.code, stdout, stderr });
          else failed(signal.aborted ? signal.reason : error);
        });
      });
      for (const [name, host] of Object.entries(mounts)) await bringBack(join(scratch, name), host);
      return outcome;
    });
}

async function bringBack(copy: string, host: string): Promise<void> {
  for (const entry of await readdir(copy, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(host, relative(copy, from));
    const [after, before] = await Promise.all([readFile(from), readFile(to).catch(() => undefined)]);
    if (before === undefined || !after.equals(before)) await writeFile(to, after);
  }
}

/** Gives `use` a folder of its own, which is gone afterwards. */
export async function inScratch<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'portcullis-compiler-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
