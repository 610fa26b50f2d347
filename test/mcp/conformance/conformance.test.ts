// The official conformance suite against our real HTTP stack: with the suite's own fixture, and as we ship it.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type HttpOptions, serveHttp } from '../../../src/mcp/http.ts';
import { fakeGate, serving } from '../gate.ts';
import { fixture } from './fixture.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const suite = here('../../../node_modules/@modelcontextprotocol/conformance/dist/index.js');

type Shape = Omit<HttpOptions, 'host' | 'port'>;
const shipped = (): Shape => ({ ...serving, ...fakeGate() });

test.for<[string, string, () => Shape, string | undefined]>([
  ['everything required by 2026-07-28 passes, with no exception', '2026-07-28', fixture, undefined],
  ['everything required by 2025-11-25 passes, but for what needs sessions', '2025-11-25', fixture, 'expected-failures'],
  ['as shipped, what 2026-07-28 asks of every server passes', '2026-07-28', shipped, 'needs-fixtures-2026-07-28'],
  ['as shipped, what 2025-11-25 asks of every server passes', '2025-11-25', shipped, 'needs-fixtures-2025-11-25'],
])('%s', { timeout: 120_000 }, async ([, revision, shape, baseline]) => {
  const server = await serveHttp({ ...shape(), host: '127.0.0.1', port: 0 });
  const results = await mkdtemp(join(tmpdir(), 'conformance-'));
  try {
    const expected = baseline === undefined ? [] : ['--expected-failures', here(`./${baseline}.yml`)];
    const args = [suite, 'server', '--url', server.url, '--requirements', revision, '-o', results, ...expected];
    const { code, output } = await run(args);
    expect(code, output).toBe(0);
    expect(output).toContain('=== SUMMARY ===');
  } finally {
    await server.close();
    await rm(results, { recursive: true, force: true });
  }
});

async function run(args: readonly string[]): Promise<{ code: number; output: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
    return { code: 0, output: stdout };
  } catch (thrown) {
    const { code, stdout } = thrown as { code: number; stdout: string };
    return { code, output: stdout.slice(-6000) };
  }
}
