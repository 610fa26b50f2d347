// A server on stdio with the fake gate, for tests that need a real process. `SIGUSR2` stands for a policy change.
import { serveStdio } from '../../src/mcp/stdio.ts';
import { fakeGate, serving } from './gate.ts';

const { gate } = fakeGate();
const server = serveStdio({
  ...serving,
  gate,
  onPolicyChange: (listener) => {
    process.on('SIGUSR2', listener);
    return () => process.off('SIGUSR2', listener);
  },
  onError: (error) => process.stderr.write(`${String(error)}\n`),
});
await server.closed;
process.exit(0);
