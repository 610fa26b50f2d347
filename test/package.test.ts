// The published package: what package.json says goes into it is enough to run from a folder that is no checkout.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../scripts/build.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'portcullis-package-'));
const { files, bin, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const portcullis = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [join(folder, bin.portcullis), ...args], { cwd: folder })).stdout;

beforeAll(() => {
  build(join(folder, 'dist'));
  for (const name of ['package.json', ...files].filter((each) => each !== 'dist'))
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  it('knows its version', async () => {
    expect(await portcullis('--version')).toBe(`${version}\n`);
  });

  it('makes a call under the policy that it comes with, on its demo cluster', async () => {
    const called = portcullis('call', 'explain', '{"kind":"CronJob","path":"spec"}', '--cluster', 'demo');
    expect(await called).toContain('concurrencyPolicy');
  });

  it('compiles with nothing installed', async () => {
    expect(await portcullis('policy', 'fmt', '--check', 'policies')).toBe('Nothing to format.\n');
  });
});
