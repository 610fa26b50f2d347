// A thin MCP client for measuring: as little of its own as can be, and the same for every server. Knows no tool.
import { type ChildProcess, spawn } from 'node:child_process';
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a server is started; `url` if it then listens there instead of reading its standard input. */
export type Command = {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly url?: string;
};

export type ToolCall = { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> };
export type Tool = { readonly name: string; readonly annotations?: { readonly readOnlyHint?: boolean } };

/** What a call gave: its text, and whether the server called it an error. */
export type Answer = { readonly text: string; readonly isError: boolean };

export type Peer = {
  readonly pid: number;
  readonly tools: () => Promise<readonly Tool[]>;
  readonly call: (call: ToolCall) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

// The newest revision that all contenders speak.
const revision = '2025-11-25';
const hello = { protocolVersion: revision, capabilities: {}, clientInfo: { name: 'bench', version: '1' } };

type Message = { readonly id?: unknown; readonly result?: unknown; readonly error?: unknown };
type Ask = (method: string, params: unknown) => Promise<unknown>;

// A benchmark that is interrupted leaves no server behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.setMaxListeners(64);

/** Starts a server and makes itself known to it. */
export const start = async (command: Command): Promise<Peer> => {
  const child = spawn(command.program, command.args, {
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...command.env },
    stdio: ['pipe', 'pipe', process.env.BENCH_DEBUG ? 'inherit' : 'ignore'],
  });
  const orphan = (): void => void child.kill('SIGKILL');
  process.once('exit', orphan);
  child.once('exit', () => process.off('exit', orphan));
  const wire = command.url ? await overHttp(child, command.url) : overStdio(child);
  await wire.ask('initialize', hello);
  await wire.tell('notifications/initialized');
  return {
    pid: child.pid ?? 0,
    tools: async () => ((await wire.ask('tools/list', {})) as { tools: readonly Tool[] }).tools,
    call: async ({ tool, arguments: args }) => answer(await wire.ask('tools/call', { name: tool, arguments: args })),
    close: async () => {
      wire.close();
      await end(child);
    },
  };
};

const answer = (result: unknown): Answer => {
  const { content, isError } = result as { content?: readonly { text?: string }[]; isError?: boolean };
  return { text: (content ?? []).map(({ text }) => text ?? '').join('\n'), isError: isError === true };
};

type Wire = { readonly ask: Ask; readonly tell: (method: string) => Promise<void>; readonly close: () => void };

const overStdio = (child: ChildProcess): Wire => {
  const waiting = new Map<number, { done: (value: unknown) => void; fail: (error: Error) => void }>();
  let next = 0;
  let over = false;
  let parts: Buffer[] = [];
  const receive = (line: string): void => {
    const message = JSON.parse(line) as Message;
    const asked = waiting.get(message.id as number);
    if (!asked || !('result' in message || 'error' in message)) return;
    waiting.delete(message.id as number);
    if (message.error) asked.fail(new Error(JSON.stringify(message.error)));
    else asked.done(message.result);
  };
  child.stdout?.on('data', (chunk: Buffer) => {
    if (over) return; // some say goodbye there
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, at));
      from = at + 1;
      const line = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
      parts = [];
      if (line.length > 0) receive(line.toString('utf8'));
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  });
  child.on('close', (code) => {
    for (const { fail } of waiting.values()) fail(new Error(`The server ended with ${code}.`));
  });
  const send = (message: object): void => {
    child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  };
  return {
    ask: (method, params) =>
      new Promise((done, fail) => {
        const id = next++;
        waiting.set(id, { done, fail });
        send({ id, method, params });
      }),
    tell: async (method) => send({ method }),
    close: () => {
      over = true;
      child.stdin?.end();
    },
  };
};

const overHttp = async (child: ChildProcess, url: string): Promise<Wire> => {
  child.stdout?.resume();
  await listening(child, new URL(url));
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  let session = '';
  let next = 0;
  const post = (message: object): Promise<Message | undefined> =>
    new Promise((done, fail) => {
      const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
      const headers = {
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        'content-length': body.length,
        ...('method' in message && message.method === 'initialize' ? {} : { 'mcp-protocol-version': revision }),
        ...(session ? { 'mcp-session-id': session } : {}),
      };
      const sent: ClientRequest = request(url, { method: 'POST', agent, headers }, (response) => {
        session ||= String(response.headers['mcp-session-id'] ?? '');
        read(response).then(done, fail);
      });
      sent.on('error', fail);
      sent.end(body);
    });
  return {
    ask: async (method, params) => {
      const message = await post({ id: next++, method, params });
      if (!message || message.error) throw new Error(JSON.stringify(message?.error ?? 'No answer.'));
      return message.result;
    },
    tell: async (method) => void (await post({ method })),
    close: () => agent.destroy(),
  };
};

/** The answer among what came: one JSON document, or the event of a stream that holds it. */
const read = (response: IncomingMessage): Promise<Message | undefined> =>
  new Promise((done, fail) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('error', fail);
    response.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8');
      if (response.statusCode === 202 || text === '') return done(undefined);
      if (response.statusCode !== 200) return fail(new Error(`${response.statusCode} ${text}`));
      if (!String(response.headers['content-type']).includes('event-stream')) return done(JSON.parse(text) as Message);
      const messages = text
        .split('\n')
        .filter((line) => line.startsWith('data:') && line.length > 6)
        .map((line) => JSON.parse(line.slice(5)) as Message);
      done(messages.find((message) => 'result' in message || 'error' in message));
    });
  });

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

const listening = async (child: ChildProcess, { hostname, port }: URL): Promise<void> => {
  for (let attempt = 0; attempt < 3000; attempt++) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    if (await accepts(hostname, Number(port))) return;
    await sleep(5);
  }
  throw new Error('The server does not listen.');
};

const accepts = (host: string, port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect({ host, port });
    socket.on('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => done(false));
  });

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((done) => child.once('close', done));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await closed;
  clearTimeout(late);
};
