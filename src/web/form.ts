// The body of a form: bounded, of one type, each field once. Knows no field.
import type { IncomingMessage } from 'node:http';

export type Form = ReadonlyMap<string, string>;

/** How much of a body that is too large is still read, so that its sender gets to read why. */
const TOLERATED = 16;

/** The fields of a form, or the HTTP status that says why there are none; `gone` when nobody waits for an answer. */
export async function readForm(req: IncomingMessage, maxBytes: number): Promise<Form | 400 | 413 | 415 | 'gone'> {
  const type = req.headers['content-type']?.toLowerCase().replaceAll(' ', '');
  if (type !== 'application/x-www-form-urlencoded' && type !== 'application/x-www-form-urlencoded;charset=utf-8')
    return 415;
  const body = await readBody(req, maxBytes);
  if (typeof body !== 'string') return body;
  const entries = [...new URLSearchParams(body)];
  const form = new Map(entries);
  return form.size === entries.length ? form : 400;
}

function readBody(req: IncomingMessage, maxBytes: number): Promise<string | 413 | 'gone'> {
  return new Promise((resolve) => {
    let parts: Buffer[] = [];
    let size = 0;
    if (Number(req.headers['content-length'] ?? 0) > maxBytes) resolve(413);
    req.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= maxBytes) parts.push(part);
      else {
        parts = [];
        resolve(413);
      }
      if (size > maxBytes * TOLERATED) req.destroy();
    });
    req.once('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    req.once('close', () => resolve('gone'));
    req.once('error', () => resolve('gone'));
  });
}
