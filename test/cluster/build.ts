// Builds kube-apiserver and etcd from their Go modules into a cache, once per machine. Knows nothing of running them.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const here = import.meta.dirname;
const kubernetes = '1.36.3';
const version = 'k8s.io/component-base/version';

/** What is built: the file's name, its package, and what the linker is told. */
const programs = [
  {
    name: 'kube-apiserver',
    from: 'k8s.io/kubernetes/cmd/kube-apiserver',
    link: `-s -w -X ${version}.gitVersion=v${kubernetes} -X ${version}.gitMajor=1 -X ${version}.gitMinor=36`,
  },
  { name: 'etcd', from: 'go.etcd.io/etcd/server/v3', link: '-s -w' },
];

/** The folder of this build: another go.sum is another folder, so an old cache is never mistaken for a new one. */
export const cacheFolder = async (): Promise<string> => {
  const sums = await readFile(join(here, 'go.sum'));
  const digest = createHash('sha256').update(sums).digest('hex').slice(0, 12);
  const mac = join(homedir(), 'Library', 'Caches');
  const caches = process.env.XDG_CACHE_HOME || (process.platform === 'darwin' ? mac : join(homedir(), '.cache'));
  return join(caches, 'portcullis', 'test-cluster', `v${kubernetes}-${digest}`);
};

/** True when the file can be run. */
export const runnable = (file: string): Promise<boolean> =>
  access(file, 1).then(
    () => true,
    () => false,
  );

/** True when every program stands in this folder. */
export const complete = async (folder: string): Promise<boolean> =>
  (await Promise.all(programs.map(({ name }) => runnable(join(folder, name))))).every(Boolean);

/**
 * Builds what is missing in `folder`. Two runs never build at once: the second waits for the first.
 * Throws with the compiler's last words when Go is missing or the build fails.
 */
export const build = async (folder: string, say: (line: string) => void): Promise<void> => {
  await go(['version']);
  await mkdir(folder, { recursive: true });
  const unlock = await lock(join(folder, 'lock'), say);
  try {
    if (await complete(folder)) return;
    say(`Building kube-apiserver ${kubernetes} and etcd for the tests. This takes some minutes, once: ${folder}`);
    for (const { name, from, link } of programs) {
      // A build that is interrupted leaves a file of another name, never half a program.
      const unfinished = join(folder, `.${name}.${process.pid}`);
      await go(['build', '-trimpath', '-mod=readonly', '-ldflags', link, '-o', unfinished, from]);
      await rename(unfinished, join(folder, name));
    }
  } finally {
    await unlock();
  }
};

const go = (args: string[]): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn('go', args, {
      cwd: here,
      env: { ...process.env, GOWORK: 'off' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-2000);
    });
    child.on('error', () => fail(new Error('`go` is not on this machine')));
    child.on('close', (code) => (code === 0 ? done() : fail(new Error(`go ${args[0]} failed: ${words.trim()}`))));
  });

/** Waits for the lock's owner, unless that process is gone. */
const lock = async (file: string, say: (line: string) => void): Promise<() => Promise<void>> => {
  for (let waited = 0; ; waited++) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = Number(await readFile(file, 'utf8').catch(() => ''));
    if (owner > 0 && !alive(owner)) await rm(file, { force: true });
    else if (waited === 0)
      say(`Process ${owner} is building the test control plane; waiting for it. Its lock: ${file}`);
    await sleep(1000);
  }
};

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
