// Runs the compiler's module once, in its own thread, so that it can be stopped. It must not know what a policy is.
import { closeSync, openSync } from 'node:fs';
import { WASI } from 'node:wasi';
import { parentPort, workerData } from 'node:worker_threads';
import { instantiate, type WasmModule } from './compiler-wasm.ts';

/** What a run needs: the compiled module, its arguments, folders by the name it sees, and files for its output. */
export type CompilerRun = {
  readonly module: WasmModule;
  readonly args: readonly string[];
  readonly folders: Readonly<Record<string, string>>;
  readonly stdin: string;
  readonly stdout: string;
  readonly stderr: string;
};

async function run(task: CompilerRun): Promise<number> {
  const files = [openSync(task.stdin, 'r'), openSync(task.stdout, 'w'), openSync(task.stderr, 'w')] as const;
  try {
    const wasi = new WASI({
      version: 'preview1',
      args: ['opa', ...task.args],
      // Nothing of this process's environment goes in; PWD makes relative paths start where the folders are.
      env: { PWD: '/' },
      preopens: { ...task.folders },
      stdin: files[0],
      stdout: files[1],
      stderr: files[2],
      returnOnExit: true,
    });
    const instance = await instantiate(task.module, wasi.getImportObject());
    return wasi.start(instance);
  } finally {
    for (const file of files) closeSync(file);
  }
}

parentPort?.postMessage(await run(workerData as CompilerRun));
