// A fingerprint for tests: short hex, equal for equal secrets, and keyed like the real one. Not for use outside of tests.
import { createHmac } from 'node:crypto';

export const fingerprint = (secret: string): string =>
  createHmac('sha256', 'test').update(secret).digest('hex').slice(0, 8);
