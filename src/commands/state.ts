// Where this user's portcullis keeps what must outlive a process (XDG base directory specification).
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The state folder; it and what is made in it are for the user only (0700). */
export function stateFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'portcullis');
}

/** Where approvals are kept unless `--approvals DIR` says otherwise: the server and the command line must agree. */
export function approvalsFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(stateFolder(env), 'approvals');
}
