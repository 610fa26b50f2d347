// A server on stdio with the fake gate, for tests that need a real process.
import { serveStdio } from '../../src/mcp/stdio.ts';
import { fakeGate, serving } from './gate.ts';

const { gate, onPolicyChange } = fakeGate();
const server = serveStdio({
  ...serving,
  gate,
  onPolicyChange,
  onError: (error) => process.stderr.write(`${String(error)}\n`),
});
await server.closed;
process.exit(0);
