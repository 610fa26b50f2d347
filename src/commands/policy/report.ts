// Problems as an operator reads them: files as seen from where the command was called. It must not know who found them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../policy/problems.ts';
import type { Out } from '../out.ts';
import type { Common } from './options.ts';

/** Problems and a summary, or the good news; as text or as JSON. */
export function report(out: Out, { json }: Common, problems: readonly Problem[], whole: unknown, good: string): void {
  const lines = problems.length === 0 ? [good] : [...problems.map(spelled), summary(problems.length)];
  out.say(json ? JSON.stringify(whole) : lines.join('\n'));
  out.exit(problems.length === 0 ? 0 : 1);
}

/** How many there are. */
export function summary(problems: number): string {
  return `${problems} problem${problems === 1 ? '' : 's'}.`;
}

/** The problem with its file as seen from where the command was called. */
export function placed<Found extends Problem>(
  problem: Found,
  policies: string,
  tests: string,
  asGiven?: string,
): Found {
  const { file } = problem;
  if (file === '' || file === asGiven) return problem;
  const inTests = file.startsWith('policy-tests/') && !existsSync(join(policies, file));
  const mount = (problem as { readonly mount?: string }).mount;
  if (inTests) return { ...problem, file: join(tests, file.slice('policy-tests/'.length)) };
  return { ...problem, file: mount === 'policy-tests' ? join(tests, file) : join(policies, file) };
}

/** The same of a file that is named without a problem. */
export function located(file: string, policies: string, tests: string): string {
  return existsSync(join(policies, file)) || !existsSync(join(tests, file)) ? join(policies, file) : join(tests, file);
}

/** file:row:col: path: message, and what is allowed. */
export function spelled({ file, row, col, message, path, allowed }: Problem): string {
  const place = [file, ...(row > 0 ? [row, col] : [])].filter((part) => part !== '' && part !== 0).join(':');
  const choice = allowed && allowed.length > 0 ? ` Allowed: ${allowed.join(', ')}.` : '';
  return `${place === '' ? '' : `${place}: `}${path ? `${path}: ` : ''}${message}${choice}`;
}
