// A few worker threads that evaluate one message each, under a deadline. It must not know what is in the messages.
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Fault } from '../gate/fault.ts';
import type { Reply, Task } from './engine-worker.ts';
import type { Blueprint } from './instance.ts';

/** How many threads, and how long a message of one input may take. */
export type PoolOptions = { readonly workers: number; readonly deadlineMs: number };

export type Pool = {
  /** Entry points of the policy, once the first thread is ready; rejects when the policy cannot be loaded. */
  readonly ready: Promise<readonly string[]>;
  readonly run: (task: Task, signal?: AbortSignal) => Promise<readonly unknown[]>;
  /** Lets the threads go once nothing runs. A later `run` starts one again, so that no call of an old policy is lost. */
  readonly retire: () => void;
  /** Ends all threads; what runs fails. */
  readonly close: () => Promise<void>;
};

type Job = {
  readonly task: Task;
  readonly settle: (outcome: Reply | Fault) => void;
  readonly signal: AbortSignal | undefined;
};
type Thread = { readonly worker: Worker; job: Job | undefined; timer: NodeJS.Timeout | undefined; warm: boolean };

const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './engine-worker.ts' : './engine-worker.js',
  import.meta.url,
);
/** Messages that may wait; past it callers are told to come back. */
const longestQueue = 1024;
/** A batch may take longer than one input, but no batch takes for ever. */
const inputsPerDeadline = 16;
const bytesPerDeadline = 128 * 1024;
const startDeadlineMs = 10_000;
/** When the second thread starts unless a message has to wait: not while the server itself starts. */
const widenAfterMs = 500;

/** How many deadlines a message may wait for a processor before it is ended all the same. */
const mostStarved = 20;

/** Milliseconds of processor time of a thread so far; where Node cannot tell (before 24.6), every deadline is over at once. */
async function processorTime(worker: Worker): Promise<number> {
  if (typeof worker.cpuUsage !== 'function') return Number.POSITIVE_INFINITY;
  const { user, system } = await worker.cpuUsage().catch(() => ({ user: Number.POSITIVE_INFINITY, system: 0 }));
  return (user + system) / 1000;
}

/** All that a thread finds in its environment: where this process keeps compiled code. A thread takes half the time with it. */
function codeCache(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  // Node adds a folder of its own version to the one it was given.
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}

export function createPool(blueprint: Blueprint, options: PoolOptions): Pool {
  const threads = new Set<Thread>();
  const queue: Job[] = [];
  let state: 'serving' | 'retired' | 'closed' = 'serving';
  let widening: NodeJS.Timeout | undefined;
  const ready = Promise.withResolvers<readonly string[]>();
  // A pool is closed before anyone asks, when its policy is refused.
  ready.promise.catch(() => {});

  const start = () => {
    const worker = new Worker(workerFile, {
      workerData: blueprint,
      env: codeCache(),
      execArgv: [],
      // Kept from this process's own output, which belongs to the protocol.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 },
    });
    const thread: Thread = { worker, job: undefined, timer: undefined, warm: false };
    threads.add(thread);
    thread.timer = setTimeout(() => drop(thread, new Fault('POLICY_TIMEOUT')), startDeadlineMs);
    worker.on('message', (reply: Reply) => hear(thread, reply));
    worker.on('error', (cause) => drop(thread, new Fault('POLICY_FAILED', '', cause)));
    worker.on('exit', () => drop(thread, new Fault('POLICY_FAILED')));
  };

  const hear = (thread: Thread, reply: Reply) => {
    // Its last word, after it was let go: to let go of it again would end the process before the thread has ended.
    if (!threads.has(thread)) return;
    clearTimeout(thread.timer);
    if (!thread.warm) {
      if ('failure' in reply) return drop(thread, new Fault('POLICY_FAILED', '', new Error(reply.failure)));
      thread.warm = true;
      if ('ready' in reply) ready.resolve(reply.ready);
      thread.worker.unref();
      widening ??= setTimeout(widen, widenAfterMs).unref();
    } else finish(thread, reply);
    next();
  };

  /** One more thread, of those there may be. */
  const widen = () => {
    if (threads.size < options.workers && state === 'serving') start();
  };

  const finish = (thread: Thread, outcome: Reply | Fault) => {
    const { job } = thread;
    thread.job = undefined;
    thread.worker.unref();
    job?.settle(outcome);
  };

  const drop = (thread: Thread, fault: Fault) => {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer);
    void thread.worker.terminate();
    if (!thread.warm) {
      // One that never got ready is not tried again at once: what waits is told, unless another thread serves it.
      ready.reject(fault);
      if (threads.size === 0) for (const job of queue.splice(0)) job.settle(fault);
      return;
    }
    finish(thread, fault);
    widen();
    next();
  };

  const next = () => {
    for (const thread of threads) {
      if (queue.length === 0) break;
      if (thread.warm && thread.job === undefined) give(thread, queue.shift()!);
    }
    if (queue.length > 0) widen();
    if (queue.length > 0 && threads.size === 0 && state !== 'closed') start();
    if (state === 'retired') for (const thread of threads) if (thread.warm && !thread.job) release(thread);
  };

  const give = (thread: Thread, job: Job) => {
    if (job.signal?.aborted) return job.settle(new Fault('CANCELLED'));
    const { inputs, patience = 1 } = job.task;
    const bytes = inputs.reduce((sum, input) => sum + input.length, 0);
    const allowed = options.deadlineMs * patience * (1 + inputs.length / inputsPerDeadline + bytes / bytesPerDeadline);
    thread.job = job;
    thread.worker.ref();
    thread.worker.postMessage(job.task);
    thread.timer = setTimeout(() => void watchOver(thread, job, allowed), allowed);
  };

  /** Ends a message that has used up its time. Time spent waiting for a busy machine's processor does not count, up to a point. */
  const watchOver = async (thread: Thread, job: Job, allowed: number) => {
    const since = performance.now();
    const before = await processorTime(thread.worker);
    while (Number.isFinite(before) && thread.job === job && performance.now() - since < allowed * mostStarved) {
      await sleep(allowed / 4, undefined, { ref: false });
      if ((await processorTime(thread.worker)) - before >= allowed) break;
    }
    if (thread.job === job) drop(thread, new Fault('POLICY_TIMEOUT'));
  };

  const release = (thread: Thread) => {
    threads.delete(thread);
    void thread.worker.terminate();
  };

  start();
  return {
    ready: ready.promise,
    run: (task, signal) =>
      new Promise((resolve, reject) => {
        if (state === 'closed') return reject(new Fault('POLICY_MISSING'));
        if (queue.length >= longestQueue) return reject(new Fault('BUSY'));
        const cancel = () => reject(new Fault('CANCELLED'));
        signal?.addEventListener('abort', cancel, { once: true });
        const settle = (outcome: Reply | Fault) => {
          signal?.removeEventListener('abort', cancel);
          if ('results' in outcome) resolve(outcome.results);
          else if (outcome instanceof Fault) reject(outcome);
          else reject(new Fault('POLICY_FAILED', '', new Error('failure' in outcome ? outcome.failure : 'no result')));
        };
        queue.push({ task, settle, signal });
        next();
      }),
    retire: () => {
      if (state === 'serving') state = 'retired';
      next();
    },
    close: async () => {
      state = 'closed';
      clearTimeout(widening);
      for (const job of queue.splice(0)) job.settle(new Fault('POLICY_MISSING'));
      await Promise.all(
        [...threads].map((thread) => {
          const { worker } = thread;
          drop(thread, new Fault('POLICY_MISSING'));
          return worker.terminate();
        }),
      );
    },
  };
}
