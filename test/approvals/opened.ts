// Places to keep approvals in, gone when the test is.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type OpenedApprovals, type OpenOptions, openApprovals } from '../../src/approvals/approvals.ts';
import { clock } from './world.ts';

export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'portcullis-approvals-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

export async function opened(
  where: 'memory' | { readonly dir: string },
  options: Partial<OpenOptions> = {},
): Promise<OpenedApprovals> {
  const approvals = await openApprovals(where, { now: clock().now, owner: 'here', pollSeconds: 0.2, ...options });
  onTestFinished(approvals.close);
  return approvals;
}
