// One program of the control plane as a process that cannot outlive us. Knows nothing of Kubernetes.
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';

export type Child = {
  pid: number;
  /** Undefined while it runs. */
  ended: () => string | undefined;
  /** The last lines it wrote. */
  words: () => Promise<string>;
  /** SIGTERM, and SIGKILL to this very process when it is still there after `patience` milliseconds. */
  stop: (patience: number) => Promise<void>;
};

// Reads until our end of the pipe is closed, which happens however we die, SIGKILL included; then ends its one process
// and removes the folder it leaves (five looks at most: where no init reaps, a dead process stays visible). Ctrl-C in a terminal goes to a whole group: neither it nor the program may hear that.
const watcher = `trap '' HUP INT TERM
while read -r _; do :; done
kill -KILL "$1" 2>/dev/null
[ -z "$2" ] && exit
for _ in 1 2 3 4 5; do kill -0 "$1" 2>/dev/null || break; sleep 0.2; done
rm -rf -- "$2"`;

/** Starts a program whose output goes to `log`. Should we die, so does it, and `folder` (if any) goes with it. */
export const startChild = (program: string, args: string[], log: string, folder = ''): Child => {
  const out = createWriteStream(log);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  child.stdout.pipe(out, { end: false });
  child.stderr.pipe(out, { end: false });
  let end: string | undefined;
  const gone = new Promise<void>((done) => {
    child.on('error', (error) => {
      end = error.message;
      done();
    });
    child.on('close', (code, signal) => {
      end = `${program} ended with ${signal ?? code}`;
      out.end();
      done();
    });
  });
  const guard = guardian(child, folder);
  child.on('exit', () => guard?.kill('SIGKILL'));
  return {
    pid: child.pid ?? 0,
    ended: () => end,
    words: async () => (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-15).join('\n'),
    stop: async (patience) => {
      if (end !== undefined) return;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), patience);
      await gone;
      clearTimeout(late);
    },
  };
};

const guardian = (child: ChildProcess, folder: string): ChildProcess | undefined => {
  if (child.pid === undefined) return undefined;
  const guard = spawn('/bin/sh', ['-c', watcher, 'watcher', String(child.pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => {});
  guard.stdin?.on('error', () => {});
  return guard;
};
