// MCP clients of both generations, over both transports, behind one face. Knows no tool.
import * as current from '@modelcontextprotocol/client';
import * as currentStdio from '@modelcontextprotocol/client/stdio';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as OldHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport as OldTransport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { entry, root } from './program.ts';

export type Tool = {
  readonly name: string;
  readonly title?: string | undefined;
  readonly annotations?: Readonly<Record<string, unknown>> | undefined;
  readonly inputSchema: unknown;
};
type Options = {
  readonly onprogress?: (progress: { progress: number; total?: number | undefined }) => void;
  readonly signal?: AbortSignal;
};
type Reference = { readonly prompt: string; readonly argument: string; readonly value: string };

/** What a call came back with: text, and what `_meta` says of the decision. */
export type Told = {
  readonly text: string;
  readonly isError: boolean;
  readonly decision: { readonly outcome: string; readonly code: string; readonly decisionIds: readonly string[] };
};

export type Peer = {
  readonly revision: () => string | undefined;
  readonly instructions: () => string | undefined;
  readonly tools: () => Promise<readonly Tool[]>;
  readonly call: (name: string, args?: Record<string, unknown>, options?: Options) => Promise<Told>;
  readonly prompts: () => Promise<readonly string[]>;
  readonly prompt: (name: string, args: Record<string, string>) => Promise<string>;
  readonly complete: (asked: Reference, context?: Record<string, string>) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** How to reach the server: flags for our own process, a whole command as a client's configuration has it, or an address. */
export type Place =
  | { readonly args: readonly string[] }
  | { readonly command: string; readonly args: readonly string[] }
  | { readonly url: string };
export type Way = 'client 2.4, 2026-07-28' | 'client 2.4, legacy' | 'sdk 1.32';
export const ways: readonly Way[] = ['client 2.4, 2026-07-28', 'client 2.4, legacy', 'sdk 1.32'];

const info = { name: 'end-to-end', version: '1' };
const meta = 'dev.portcullis/decision';

/** Connects; `changed` is called when the server says that its tools have changed. */
export const connect = (way: Way, place: Place, changed?: () => void): Promise<Peer> =>
  way === 'sdk 1.32' ? old(place, changed) : modern(way, place, changed);

const program = (place: Exclude<Place, { readonly url: string }>) => ({
  ...('command' in place
    ? { command: place.command, args: [...place.args] }
    : { command: process.execPath, args: [entry, 'serve', '--stdio', ...place.args], cwd: root }),
  env: { ...(process.env as Record<string, string>), NODE_NO_WARNINGS: '1' },
  stderr: 'ignore' as const,
});

const listening = (changed: (() => void) | undefined) =>
  changed ? { listChanged: { tools: { autoRefresh: false, debounceMs: 0, onChanged: changed } } } : {};

const modern = async (way: Way, place: Place, changed?: () => void): Promise<Peer> => {
  const mode = way === 'client 2.4, legacy' ? 'legacy' : { pin: '2026-07-28' };
  const client = new current.Client(info, { versionNegotiation: { mode }, ...listening(changed) } as never);
  await client.connect(
    'url' in place
      ? new current.StreamableHTTPClientTransport(new URL(place.url))
      : new currentStdio.StdioClientTransport(program(place)),
  );
  return {
    revision: () => client.getNegotiatedProtocolVersion(),
    instructions: () => client.getInstructions(),
    tools: async () => (await client.listTools()).tools as readonly Tool[],
    call: async (name, args = {}, options = {}) => told(await client.callTool({ name, arguments: args }, options)),
    prompts: async () => (await client.listPrompts()).prompts.map(({ name }) => name),
    prompt: async (name, args) => textOf((await client.getPrompt({ name, arguments: args })).messages[0]?.content),
    complete: async (asked, context) => (await client.complete(completing(asked, context))).completion.values,
    close: () => client.close(),
  };
};

const old = async (place: Place, changed?: () => void): Promise<Peer> => {
  const client = new OldClient(info, listening(changed));
  // The old SDK's types are looser than exactOptionalPropertyTypes; at run time it is a transport like any other.
  const transport = 'url' in place ? new OldHttp(new URL(place.url)) : new OldStdio(program(place));
  await client.connect(transport as OldTransport);
  return {
    revision: () => '2025-11-25',
    instructions: () => client.getInstructions(),
    tools: async () => (await client.listTools()).tools as readonly Tool[],
    call: async (name, args = {}, options = {}) =>
      told(await client.callTool({ name, arguments: args }, undefined, options)),
    prompts: async () => (await client.listPrompts()).prompts.map(({ name }) => name),
    prompt: async (name, args) => textOf((await client.getPrompt({ name, arguments: args })).messages[0]?.content),
    complete: async (asked, context) => (await client.complete(completing(asked, context))).completion.values,
    close: () => client.close(),
  };
};

const completing = ({ prompt, argument, value }: Reference, context?: Record<string, string>) => ({
  ref: { type: 'ref/prompt' as const, name: prompt },
  argument: { name: argument, value },
  ...(context ? { context: { arguments: context } } : {}),
});

const told = (result: unknown): Told => {
  const { content, isError, _meta } = result as {
    content?: readonly unknown[];
    isError?: boolean;
    _meta?: Record<string, unknown>;
  };
  return { text: textOf(content?.[0]), isError: isError === true, decision: _meta?.[meta] as Told['decision'] };
};

const textOf = (content: unknown): string => (content as { text?: string } | undefined)?.text ?? '';
