// The key of this installation: for fingerprints of secrets, and for seals over what an answer may give but not tell.
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stateFolder } from './state.ts';

export type Keyed = {
  /** The first six hex digits of an HMAC-SHA256: enough to compare by eye, and to guess nothing. */
  readonly fingerprint: (secret: string) => string;
  /** AES-256-GCM, the nonce made from the text (as RFC 8452 does), so that the same text gives the same seal. */
  readonly seal: (text: string) => string;
  /** The text that was sealed here, or undefined for anything else. */
  readonly unseal: (sealed: string) => string | undefined;
};

/**
 * What is done with the key. It is made once and kept under the user's state folder, readable by the user only; where
 * that cannot be, it lasts as long as the process.
 */
export async function openKey(state: string = stateFolder()): Promise<Keyed> {
  return keyed(await keptKey(state).catch(() => randomBytes(32)));
}

/** The same over a given key of 32 bytes. */
export function keyed(key: Uint8Array): Keyed {
  const derived = (use: string) => createSecretKey(createHmac('sha256', key).update(use).digest());
  const [cipherKey, nonceKey, printKey] = [derived('cipher'), derived('nonce'), derived('fingerprint')];
  return {
    fingerprint: (secret) => createHmac('sha256', printKey).update(secret).digest('hex').slice(0, 6),
    seal: (text) => {
      const nonce = createHmac('sha256', nonceKey).update(text).digest().subarray(0, 12);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    unseal: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < 28) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, bytes.subarray(0, 12)).setAuthTag(
        bytes.subarray(12, 28),
      );
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
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
