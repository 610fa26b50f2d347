#!/usr/bin/env node
// Keeps compiled code between starts, in the user's own cache folder, and hands over to the command line.
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'portcullis', 'code'));
// Whoever reads our output may stop early (`| head`): that is no failure of ours. A server ends in its own way.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  if (process.argv[2] !== 'serve') process.exit();
});
await import('./commands/program.ts');
