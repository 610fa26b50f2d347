// Makes dist/, which only the published package has: the sources as JavaScript, and what they read at run time beside it.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));

/** Makes it in a folder that holds nothing else. Throws when the sources do not compile. */
export function build(dist: string): void {
  rmSync(dist, { recursive: true, force: true });
  const tsc = join(home, 'node_modules', 'typescript', 'bin', 'tsc');
  const flags = ['-p', join(home, 'tsconfig.build.json'), '--outDir', dist];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...flags], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The sources do not compile.\n${stdout}`);
  cpSync(join(home, 'src'), dist, { recursive: true, filter: (path) => extname(path) !== '.ts' });
  chmodSync(join(dist, 'main.js'), 0o755);
}

if (import.meta.main) build(join(home, 'dist'));
