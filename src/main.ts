#!/usr/bin/env node
// Keeps compiled code between starts, in the user's own cache folder, and hands over to the command line.
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'portcullis', 'code'));
await import('./commands/program.ts');
