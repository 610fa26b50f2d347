// MCP clients with a person at them who answers forms, in both eras. Knows no tool.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { onTestFinished } from 'vitest';
import { entry, root, serve } from './program.ts';

export type Given = { action: 'accept' | 'decline' | 'cancel'; content?: Record<string, string | boolean> };
/** What they do with what they are shown. */
export type Person = (shown: string) => Given | Promise<Given>;
export type Answered = { readonly text: string; readonly isError: boolean };
export type Asking = (tool: string, args: Record<string, unknown>) => Promise<Answered>;

export const yes: Given = { action: 'accept', content: { approve: true } };
export const no: Given = { action: 'accept', content: { approve: false } };

const info = { name: 'end-to-end', version: '1' };

const program = (args: readonly string[]) => ({
  command: process.execPath,
  args: [entry, 'serve', '--stdio', ...args],
  cwd: root,
  env: { ...(process.env as Record<string, string>), NODE_NO_WARNINGS: '1' },
  stderr: 'ignore' as const,
});

const said = (result: unknown): Answered => {
  const { content, isError } = result as { content: readonly { text: string }[]; isError?: boolean };
  return { text: content[0]?.text ?? '', isError: isError === true };
};

const modern = async (
  transport: StdioClientTransport | StreamableHTTPClientTransport,
  era: 'modern' | 'legacy',
  person: Person,
): Promise<Asking> => {
  const mode = era === 'modern' ? { pin: '2026-07-28' as const } : ('legacy' as const);
  const client = new Client(info, { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode } });
  client.setRequestHandler('elicitation/create', async ({ params }) => person(params.message));
  await client.connect(transport);
  onTestFinished(() => client.close());
  return async (name, args) => said(await client.callTool({ name, arguments: args }));
};

const old = async (args: readonly string[], person: Person): Promise<Asking> => {
  const client = new OldClient(info, { capabilities: { elicitation: {} } });
  client.setRequestHandler(ElicitRequestSchema, async ({ params }) => person(params.message));
  await client.connect(new OldStdio(program(args)));
  onTestFinished(() => client.close());
  return async (name, given) => said(await client.callTool({ name, arguments: given }));
};

/** Each starts a server of its own with these flags. */
export const peopleByWay: readonly [
  way: string,
  start: (args: readonly string[], person: Person) => Promise<Asking>,
][] = [
  [
    'client 2.4, 2026-07-28, HTTP',
    async (args, person) => {
      const server = await serve(args);
      onTestFinished(async () => void (await server.stop()));
      return modern(new StreamableHTTPClientTransport(new URL(server.url)), 'modern', person);
    },
  ],
  [
    'client 2.4, 2026-07-28, stdio',
    (args, person) => modern(new StdioClientTransport(program(args)), 'modern', person),
  ],
  [
    'client 2.4, 2025-11-25, stdio',
    (args, person) => modern(new StdioClientTransport(program(args)), 'legacy', person),
  ],
  ['sdk 1.32, 2025-11-25, stdio', old],
];
