// One HTTP request and its response, in the few shapes used here. Knows no route and no method of MCP.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JSONRPCMessage, McpHttpHandler } from '@modelcontextprotocol/server';
import { refusal } from './frame.ts';

/** How much of a body that is too large is still read, so that its sender gets to read why. */
const TOLERATED = 16;

/** The whole body, unless it is too large or its sender went away. */
export function readBody(req: IncomingMessage, maxBytes: number): Promise<Uint8Array | 'too large' | 'gone'> {
  return new Promise((resolve) => {
    const declared = Number(req.headers['content-length'] ?? 0);
    let parts: Buffer[] = [];
    let size = 0;
    if (declared > maxBytes) resolve('too large');
    req.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= maxBytes) parts.push(part);
      else {
        parts = [];
        resolve('too large');
      }
      if (size > maxBytes * TOLERATED) req.destroy();
    });
    req.once('end', () => resolve(Buffer.concat(parts)));
    req.once('close', () => resolve('gone'));
    req.once('error', () => resolve('gone'));
  });
}

export function sendJson(res: ServerResponse, status: number, body: unknown): void {
  send(res, status, 'application/json', JSON.stringify(body));
}

export function sendText(res: ServerResponse, status: number, body: string): void {
  send(res, status, 'text/plain; charset=utf-8', body);
}

/** A JSON-RPC error with an HTTP status; `to` is the message it answers, when it could be read. */
export function refuse(res: ServerResponse, status: number, code: number, message: string, to?: JSONRPCMessage): void {
  const id = to !== undefined && 'method' in to && 'id' in to ? to.id : null;
  sendJson(res, status, refusal(code, message, id));
}

/**
 * Has the SDK answer a message that is already read, and resolves when its answer is written or its sender is gone. A
 * whole answer leaves in one write, which at a thousand calls a second is worth an adapter of our own; a stream leaves
 * as it comes, no faster than it is read.
 */
export async function pass(
  handler: McpHttpHandler,
  req: IncomingMessage,
  res: ServerResponse,
  message: JSONRPCMessage,
): Promise<void> {
  const gone = new AbortController();
  const hangUp = (): void => gone.abort();
  if (res.destroyed) hangUp();
  else res.once('close', hangUp);
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) headers.set(name, String(value));
  const request = new Request('http://localhost/mcp', { method: 'POST', headers, signal: gone.signal });
  const response = await handler.fetch(request, { parsedBody: message });
  const streamed = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const whole = streamed ? undefined : Buffer.from(await response.arrayBuffer());
  res.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    ...(whole === undefined ? {} : { 'content-length': whole.length }),
  });
  if (whole === undefined) await stream(response, res, gone.signal);
  res.off('close', hangUp);
  res.end(whole);
}

async function stream(response: Response, res: ServerResponse, gone: AbortSignal): Promise<void> {
  for await (const chunk of response.body ?? []) {
    if (gone.aborted) return;
    if (res.write(chunk)) continue;
    await new Promise<void>((resolve) => {
      res.once('drain', resolve);
      gone.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}

function send(res: ServerResponse, status: number, type: string, body: string): void {
  res.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  res.end(body);
}
