// Installs the dependencies when they are missing or older than package-lock.json; silent and quick when they are not.
// Runs on whatever Node the machine has, before ours is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const here = new URL('../', import.meta.url);
const mark = new URL('node_modules/.installed', here);
const wanted = createHash('sha256')
  .update(readFileSync(new URL('package-lock.json', here)))
  .digest('hex');

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  process.stderr.write('Installing dependencies, once …\n');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const done = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, npm_config_engine_strict: 'false' },
  });
  if (done.status !== 0) {
    const why = (done.stderr ?? '').split('npm error Clean install a project')[0].trim();
    process.stderr.write(
      `${why}\nThe dependencies could not be installed: npm's reason stands above. \`npm ci\` says more.\n`,
    );
    process.exit(1);
  }
  writeFileSync(mark, wanted);
}
