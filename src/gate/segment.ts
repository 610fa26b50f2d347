// What may stand between two slashes of a Kubernetes URL. Checked before any URL exists.

/**
 * A name of an object: one path segment as Kubernetes' own `ValidatePathSegmentName` has it, and narrower: no control
 * characters, no backslash, no percent sign, 253 characters at most.
 */
export function isName(text: string): boolean {
  return text.length > 0 && text.length <= 253 && text !== '.' && text !== '..' && /^[^/%\\\p{C}\p{Z}?#]+$/u.test(text);
}

/** A namespace: an RFC 1123 label. */
export function isNamespace(text: string): boolean {
  return /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(text);
}

/** A plural resource, a subresource, a version: lower case letters, digits, dashes. */
export function isResourceWord(text: string): boolean {
  return /^[a-z0-9][-a-z0-9]{0,62}$/.test(text);
}

/** A kind as a person writes it: letters, digits, dots, dashes, at most two slashes. */
export function isWrittenKind(text: string): boolean {
  return text.length <= 256 && /^[A-Za-z0-9][-A-Za-z0-9.]*(\/[A-Za-z0-9][-A-Za-z0-9.]*){0,2}$/.test(text);
}
