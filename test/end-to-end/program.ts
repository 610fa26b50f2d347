// The real command line as a child process, as people start it. Knows no cluster, no policy and no client.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** The checkout, where `policies/` is. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
export const entry = join(root, 'src', 'main.ts');

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };
type Setting = { readonly env?: Readonly<Record<string, string>>; readonly input?: string; readonly cwd?: string };

/** Runs a command to its end. Whatever it was, no stack trace may stand in what it says. */
export const portcullis = async (args: readonly string[], setting: Setting = {}): Promise<Ended> => {
  const child = start(args, setting);
  const said = listen(child);
  child.stdin.end(setting.input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  expectNoTrace(said.stderr());
  return { code, stdout: said.stdout(), stderr: said.stderr() };
};

export type Server = {
  /** Of the MCP endpoint. */
  readonly url: string;
  /** Another path of the same server, as text. */
  readonly get: (path: string) => Promise<{ status: number; text: string }>;
  readonly stderr: () => string;
  readonly child: ChildProcessWithoutNullStreams;
  /** Asks it to end, by a signal as an init system would, and gives its exit code. */
  readonly stop: () => Promise<number | null>;
};

/** Starts `serve --http 0` and waits until it listens. */
export const serve = async (args: readonly string[], setting: Setting = {}): Promise<Server> => {
  const child = start(['serve', '--http', '0', ...args], setting);
  const said = listen(child);
  const closed = once(child, 'close') as Promise<[number | null]>;
  const url = await Promise.race([
    waitFor(() => /portcullis listens on (\S+)/.exec(said.stderr())?.[1]),
    closed.then(([code]) => Promise.reject(new Error(`The server ended with ${code}: ${said.stderr()}`))),
  ]);
  const base = url.replace(/\/mcp$/, '');
  return {
    url,
    get: async (path) => {
      const response = await fetch(`${base}${path}`);
      return { status: response.status, text: await response.text() };
    },
    stderr: said.stderr,
    child,
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = await closed;
      expectNoTrace(said.stderr());
      return code;
    },
  };
};

/** A child whose frames are written by hand. */
export const raw = (args: readonly string[], setting: Setting = {}): ChildProcessWithoutNullStreams =>
  start(args, setting);

/** What the child says, as it grows. */
export const listen = (child: ChildProcessWithoutNullStreams) => {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    stdout += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  child.stdin.on('error', () => {});
  return { stdout: () => stdout, stderr: () => stderr };
};

/** Asks again until there is something; fails with the last words of `what` when there never is. */
export const waitFor = async <T>(look: () => T | undefined | Promise<T | undefined>, within = 20_000): Promise<T> => {
  const end = Date.now() + within;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Nothing came within ${within} ms: ${String(look)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** A folder of this test's own. */
export const scratch = (): Promise<string> => mkdtemp(join(tmpdir(), 'portcullis-end-to-end-'));

/** No stack, and none of the places where Node or our sources live. */
export const expectNoTrace = (text: string): void => {
  expect(text).not.toMatch(/^\s+at .+[:(]/m);
  expect(text).not.toContain('node_modules');
  expect(text).not.toContain('node:internal');
  expect(text).not.toContain('UnhandledPromiseRejection');
};

const start = (args: readonly string[], { env = {}, cwd = root }: Setting): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [entry, ...args], { cwd, env: { ...process.env, NODE_NO_WARNINGS: '1', ...env } });
