// Who is measured: how each is installed and started, and how each spells the same question. Measures nothing.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Command, ToolCall } from './peer.ts';

export type Contender = {
  readonly name: string;
  readonly stdio: (kubeconfig: string) => Command;
  readonly http: (kubeconfig: string, port: number) => Command;
  readonly get: (namespace: string, name: string) => ToolCall;
  readonly columns: (namespace: string) => ToolCall;
  /** Objects cut to chosen fields; absent where the server cannot choose. */
  readonly objects?: (namespace: string) => ToolCall;
};

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'portcullis', 'bench');
const packages = ['kubernetes-mcp-server@0.0.67', 'mcp-server-kubernetes@4.1.7'];

/** The fields that a list of objects is cut to. */
export const fields = ['status.phase', 'status.podIP', 'spec.nodeName', 'status.containerStatuses[*].restartCount'];

/** Installs the other servers into the user's cache folder, once; nothing of this repository changes. */
export const installed = async (): Promise<string> => {
  const folder = join(cache, 'contenders');
  const there = packages.every((spec) => existsSync(join(folder, 'node_modules', spec.replace(/@[^@]+$/, ''))));
  if (!there) {
    await mkdir(folder, { recursive: true });
    console.error(`Installing ${packages.join(' and ')} …`);
    await run('npm', ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', folder, ...packages]);
  }
  return join(folder, 'node_modules');
};

/** Builds the default policy into a bundle, as an operator would for production. */
export const builtBundle = async (): Promise<string> => {
  await mkdir(cache, { recursive: true });
  const file = join(cache, 'bundle.tar.gz');
  const args = ['policy', 'build', join(root, 'policies'), '-o', file, '--revision', 'bench'];
  await run(process.execPath, [entry, ...args], { cwd: root, env: { ...process.env, NODE_NO_WARNINGS: '1' } });
  return file;
};

export const entry = join(root, 'src', 'main.ts');

/** Ours, with the flags that each start has besides `serve`, the cluster and the transport. */
export const ours = (name: string, flags: () => readonly string[]): Contender => ({
  name,
  stdio: (kubeconfig) => node(entry, 'serve', '--stdio', '--kubeconfig', kubeconfig, ...flags()),
  http: (kubeconfig, port) => ({
    ...node(entry, 'serve', '--http', String(port), '--kubeconfig', kubeconfig, ...flags()),
    url: `http://127.0.0.1:${port}/mcp`,
  }),
  get: (namespace, name) => ({ tool: 'get', arguments: { kind: 'pods', namespace, name } }),
  columns: (namespace) => ({ tool: 'list', arguments: { kind: 'pods', namespace, limit: 1_000_000 } }),
  objects: (namespace) => ({ tool: 'list', arguments: { kind: 'pods', namespace, limit: 1_000_000, fields } }),
});

/** Ours on an embedded cluster: a folder or a file instead of a kubeconfig. */
export const embedded = (name: string, flags: () => readonly string[], cluster: string): Contender => ({
  ...ours(name, flags),
  stdio: () => node(entry, 'serve', '--stdio', '--cluster', cluster, ...flags()),
  http: (_, port) => ({
    ...node(entry, 'serve', '--http', String(port), '--cluster', cluster, ...flags()),
    url: `http://127.0.0.1:${port}/mcp`,
  }),
});

/** A server on the same SDK that has no policy and no log, and gives whatever it gets. */
export const bare: Contender = {
  name: 'bare',
  stdio: (kubeconfig) => node(join(import.meta.dirname, 'bare.ts'), kubeconfig),
  http: (kubeconfig, port) => ({
    ...node(join(import.meta.dirname, 'bare.ts'), kubeconfig, String(port)),
    url: `http://127.0.0.1:${port}/mcp`,
  }),
  get: (namespace, name) => ({ tool: 'get', arguments: { namespace, name } }),
  columns: (namespace) => ({ tool: 'columns', arguments: { namespace } }),
  objects: (namespace) => ({ tool: 'objects', arguments: { namespace } }),
};

/** `kubernetes-mcp-server` (Go): its binary itself, without the Node script that npm puts before it. */
export const containers = (modules: string): Contender => {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const name = `kubernetes-mcp-server-${platform}`;
  const program = join(modules, name, 'bin', name);
  return {
    name: 'kubernetes-mcp-server',
    stdio: (kubeconfig) => ({ program, args: ['--kubeconfig', kubeconfig] }),
    http: (kubeconfig, port) => ({
      program,
      args: ['--kubeconfig', kubeconfig, '--port', String(port), '--bind-address', '127.0.0.1'],
      url: `http://127.0.0.1:${port}/mcp`,
    }),
    get: (namespace, name) => ({ tool: 'pods_get', arguments: { namespace, name } }),
    columns: (namespace) => ({ tool: 'pods_list_in_namespace', arguments: { namespace } }),
  };
};

/** `mcp-server-kubernetes` (Node, runs kubectl). Its output buffer of 1 MiB is raised: with it, long lists only fail. */
export const flux = (modules: string): Contender => {
  const program = process.execPath;
  const args = [join(modules, 'mcp-server-kubernetes', 'dist', 'index.js')];
  const env = (kubeconfig: string) => ({ KUBECONFIG: kubeconfig, SPAWN_MAX_BUFFER: String(1 << 30) });
  return {
    name: 'mcp-server-kubernetes',
    stdio: (kubeconfig) => ({ program, args, env: env(kubeconfig) }),
    http: (kubeconfig, port) => ({
      program,
      args,
      env: {
        ...env(kubeconfig),
        ENABLE_UNSAFE_STREAMABLE_HTTP_TRANSPORT: '1',
        HOST: '127.0.0.1',
        PORT: String(port),
      },
      url: `http://127.0.0.1:${port}/mcp`,
    }),
    get: (namespace, name) => ({ tool: 'kubectl_get', arguments: { resourceType: 'pods', namespace, name } }),
    columns: (namespace) => ({ tool: 'kubectl_get', arguments: { resourceType: 'pods', namespace, output: 'wide' } }),
    objects: (namespace) => ({ tool: 'kubectl_get', arguments: { resourceType: 'pods', namespace } }),
  };
};

const node = (file: string, ...args: readonly string[]): Command => ({
  program: process.execPath,
  args: [file, ...args],
});
