// The key of this installation's fingerprints: equal secrets get equal marks here, and nowhere else.
import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * A keyed fingerprint: the first six hex digits of an HMAC-SHA256, enough to compare by eye and to guess nothing. The key is made once and kept under the user's state folder, readable by the
 * user only; where that cannot be, it lasts as long as the process.
 */
export async function fingerprinter(state: string = stateFolder()): Promise<(secret: string) => string> {
  const key = await keptKey(state).catch(() => randomBytes(32));
  return (secret) => createHmac('sha256', key).update(secret).digest('hex').slice(0, 6);
}

function stateFolder(): string {
  return join(process.env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'portcullis');
}

async function keptKey(folder: string): Promise<Buffer> {
  const file = join(folder, 'fingerprint.key');
  const known = await readFile(file).catch(() => undefined);
  if (known && known.length === 32) return known;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  const handle = await open(file, known ? 'w' : 'wx', 0o600);
  await handle.writeFile(key).finally(() => handle.close());
  return key;
}
