// A client and a server on stdio in one process: their streams are two pipes.
import { PassThrough } from 'node:stream';
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import { type StdioOptions, serveStdio } from '../../src/mcp/stdio.ts';

/** What a client of either generation connects to; `server` is the other end. */
export function pipes(options: StdioOptions) {
  const input = new PassThrough();
  const output = new PassThrough();
  const server = serveStdio({ ...options, input, output });
  let rest = '';
  const transport: Transport = {
    start: async () => {
      output.on('data', (chunk) => {
        const lines = `${rest}${chunk}`.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) transport.onmessage?.(JSON.parse(line) as JSONRPCMessage);
      });
      output.once('close', () => transport.onclose?.());
    },
    send: async (message) => void input.write(`${JSON.stringify(message)}\n`),
    close: async () => {
      input.end();
      await server.closed;
      transport.onclose?.();
    },
  };
  return { transport, server, input, output };
}
