// One HTTP request and its response, in the few shapes used here. Knows no route and no method of MCP.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JSONRPCMessage } from '@modelcontextprotocol/server';
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

function send(res: ServerResponse, status: number, type: string, body: string): void {
  res.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  res.end(body);
}
