// The one spelling of a JSON document (RFC 8785) and its digest. Must not know what the document is.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The RFC 8785 form. Throws on what JSON cannot say: NaN, cycles, lone surrogates, undefined. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('There is no JSON for this value.');
  return text;
}

/** sha256 of a text's UTF-8 bytes, or of bytes, as `sha256:<hex>`. */
export function sha256(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** sha256 of the RFC 8785 form, as `sha256:<hex>`: the same for the same document, whatever the order of its keys. */
export function digest(value: unknown): string {
  return sha256(canonical(value));
}
