// The most memory a process and its children ever held, as Linux counts it (VmHWM). Elsewhere there is none to tell.
import { readdir, readFile } from 'node:fs/promises';

export type Watch = {
  /** Looks no further, and gives the most that the tree held at one moment, in bytes. */
  readonly stop: () => Promise<number>;
};

/** Watches a tree of processes: some live only as long as one command. */
export const watchMemory = (root: number, everyMs = 20): Watch => {
  let most = 0;
  let over = false;
  const look = async (): Promise<void> => {
    const peaks = await Promise.all((await tree(root)).map(peak));
    most = Math.max(
      most,
      peaks.reduce((sum, one) => sum + one, 0),
    );
  };
  const watching = (async () => {
    while (!over) {
      await look();
      await new Promise((done) => setTimeout(done, everyMs));
    }
  })();
  return {
    stop: async () => {
      over = true;
      await watching;
      await look();
      return most;
    },
  };
};

const tree = async (pid: number): Promise<readonly number[]> => {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const children = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')),
  );
  const pids = children.flatMap((text) => text.split(' ').filter(Boolean).map(Number));
  return [pid, ...(await Promise.all(pids.map(tree))).flat()];
};

const peak = async (pid: number): Promise<number> => {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024;
};
