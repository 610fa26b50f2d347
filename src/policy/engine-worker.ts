// The thread a policy is evaluated in. It must not know what the documents say, and reads nothing but its messages.
import { parentPort, workerData } from 'node:worker_threads';
import { type Blueprint, createInstance, type Instance } from './instance.ts';

/** All inputs of a lap for one entry point, as JSON texts; `patience` is how many deadlines they may take, 1 unless told. */
export type Task = { readonly entryPoint: string; readonly inputs: readonly string[]; readonly patience?: number };

/** One result set for each input, or why there is none. The first word of a worker is `ready`, with its entry points. */
export type Reply =
  | { readonly ready: readonly string[] }
  | { readonly results: readonly unknown[] }
  | { readonly failure: string };

const blueprint = workerData as Blueprint;
const encoder = new TextEncoder();
let current: Instance | undefined;
let spare: Instance | undefined;

function evaluate({ entryPoint, inputs }: Task): Reply {
  const instance = current ?? spare ?? createInstance(blueprint);
  // Not kept over a throw: each one leaks the stack of the instance, until every evaluation fails.
  if (instance === spare) spare = undefined;
  current = undefined;
  const results = inputs.map((input) => instance.evaluate(bytesOf(input), entryPoint));
  current = instance;
  return { results };
}

function bytesOf(text: string): ArrayBuffer {
  const bytes = encoder.encode(text);
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
}

function attempt(run: () => Reply): Reply {
  try {
    return run();
  } catch (thrown) {
    // Strings and plain objects come flying here too.
    return { failure: thrown instanceof Error ? thrown.message : JSON.stringify(thrown) };
  }
}

parentPort?.on('message', (task: Task) => {
  parentPort?.postMessage(attempt(() => evaluate(task)));
  // Made after the answer is on its way, so that the next failure costs the next caller nothing.
  if (spare === undefined && current === undefined) spare = createInstance(blueprint);
});

parentPort?.postMessage(
  attempt(() => {
    current = createInstance(blueprint);
    return { ready: current.entryPoints };
  }),
);
