// A running server that may write, with all that a test wants to know of it: its log, its approvals, a client. Knows no kind.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Api } from '../cluster/api.ts';
import { writeConfigData } from './operator.ts';
import { connect, type Peer, type Told, type Way } from './peers.ts';
import { portcullis, type Server, scratch, serve, waitFor } from './program.ts';

export type Grants = NonNullable<Parameters<typeof writeConfigData>[1]>;

export type Standing = {
  /** `--kubeconfig FILE` or `--cluster DIR`. */
  readonly cluster: readonly string[];
  readonly config?: object;
  readonly grants?: Grants;
  /** Of an older one, to stand in its place. */
  readonly log?: string;
  readonly folder?: string;
  readonly withoutLog?: boolean;
  readonly way?: Way;
};

/** One line of the decision log, as far as tests read it. */
export type Line = {
  readonly decision_id?: string;
  readonly path?: string;
  readonly input?: { readonly request: { readonly verb: string; readonly name: string } };
  readonly custom: {
    readonly tool?: string;
    readonly effect?: string;
    readonly outcome?: string;
    readonly fault?: string;
    readonly approvals?: readonly string[];
  };
};

export type Stand = {
  readonly server: Server;
  readonly peer: Peer;
  readonly args: readonly string[];
  readonly log: string;
  readonly folder: string;
  /** Approves by the command line, and says what it printed. */
  readonly approve: (id: string) => Promise<string>;
  /** Calls, has it approved, and calls again: what each call came back with. */
  readonly through: (tool: string, args: Record<string, unknown>) => Promise<readonly [waiting: Told, done: Told]>;
  readonly lines: () => Promise<readonly Line[]>;
  /** Ends the server, and checks the log as an auditor does. */
  readonly stop: () => Promise<string>;
};

let built: Promise<string> | undefined;

/** The policy that comes with the server, as a bundle: nothing that happens to its sources meanwhile voids an approval. */
export const bundle = (): Promise<string> => {
  built ??= build();
  return built;
};

const build = async (): Promise<string> => {
  const file = join(await scratch(), 'bundle.tar.gz');
  const ended = await portcullis(['policy', 'build', '--output', file]);
  expect(ended, ended.stderr).toMatchObject({ code: 0 });
  return file;
};

/** The id of the approval that a result waits for. */
export const approvalOf = ({ text }: Pick<Told, 'text'>): string => {
  const [, id] = /^Approval (\S+), risk /m.exec(text) ?? [];
  if (id === undefined) throw new Error(`Nothing waits: ${text}`);
  return id;
};

/** The flags of such a server, with a log and a folder of their own unless given. */
export const writingFlags = async (standing: Standing) => {
  const here = await scratch();
  const log = standing.log ?? join(here, 'decisions.log');
  const folder = standing.folder ?? join(here, 'approvals');
  const data = await writeConfigData(standing.config ?? {}, standing.grants);
  const logged = standing.withoutLog === true ? [] : ['--log', log];
  const own = ['--policy', await bundle(), '--config-data', data, ...logged, '--approvals', folder];
  return { log, folder, args: [...standing.cluster, ...own] };
};

/** Starts it over HTTP, with one client. */
export const stand = async (standing: Standing): Promise<Stand> => {
  const { log, folder, args } = await writingFlags(standing);
  const server = await serve(args);
  const peer = await connect(standing.way ?? 'client 2.4, 2026-07-28', { url: server.url });
  const approve = (id: string) => approveByCommand(folder, id);
  return {
    server,
    peer,
    args,
    log,
    folder,
    approve,
    through: async (tool, given) => {
      const waiting = await peer.call(tool, given);
      expect(waiting.decision.outcome, waiting.text).toBe('approve');
      await approve(approvalOf(waiting));
      return [waiting, await peer.call(tool, given)];
    },
    lines: () => linesOf(log),
    stop: async () => {
      await peer.close();
      expect(await server.stop()).toBe(0);
      return audited(log);
    },
  };
};

/** What a person does: looks at it, and approves what has the digest that they saw. */
export const approveByCommand = async (folder: string, id: string): Promise<string> => {
  const shown = await portcullis(['approvals', 'show', id, '--approvals', folder]);
  expect(shown, shown.stderr).toMatchObject({ code: 0, stderr: '' });
  const [, digest = ''] = /^Digest: +(\S+)$/m.exec(shown.stdout) ?? [];
  const voted = await portcullis(['approvals', 'approve', id, '--yes', digest, '--approvals', folder]);
  expect(voted, voted.stderr).toMatchObject({ code: 0, stderr: '' });
  return `${shown.stdout}\n${voted.stdout}`;
};

export const linesOf = async (log: string): Promise<readonly Line[]> =>
  (await readFile(log, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** What `portcullis audit verify` says of a log that is whole. */
export const audited = async (log: string): Promise<string> => {
  const verdict = await portcullis(['audit', 'verify', log]);
  expect(verdict, verdict.stdout).toMatchObject({ code: 0, stderr: '' });
  return verdict.stdout;
};

/** Until the API server refuses to make a ConfigMap, since it takes a moment to know a new rule. */
export const untilRefused = async (ask: Api, namespace: string, name: string): Promise<void> => {
  const path = `/api/v1/namespaces/${namespace}/configmaps?dryRun=All`;
  await waitFor(async () =>
    (await ask('POST', path, { body: { metadata: { name } } })).status === 201 ? undefined : true,
  );
};
