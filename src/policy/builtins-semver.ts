// Semantic versions as OPA's internal/semver reads and orders them. Knows nothing of policies.

/** A version in parts; the build metadata takes no part in the order. */
export type Version = { readonly numbers: readonly bigint[]; readonly preRelease: string };

const identifiers = /^[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*$/;
const largest = 2n ** 63n - 1n;

/** A version, with or without a leading `v`; undefined when it is none. */
export function parseVersion(text: unknown): Version | undefined {
  if (typeof text !== 'string') return undefined;
  const [withoutMetadata, metadata] = cut(text.startsWith('v') ? text.slice(1) : text, '+');
  if (metadata !== undefined && !identifiers.test(metadata)) return undefined;
  const [core, preRelease] = cut(withoutMetadata, '-');
  if (preRelease !== undefined && !isPreRelease(preRelease)) return undefined;
  const numbers = core.split('.');
  if (numbers.length !== 3 || !numbers.every((part) => /^(0|[1-9]\d*)$/.test(part))) return undefined;
  const parsed = numbers.map(BigInt);
  return parsed.some((part) => part > largest) ? undefined : { numbers: parsed, preRelease: preRelease ?? '' };
}

/** -1, 0 or 1, by semver.org's eleventh point. */
export function compareVersions(a: Version, b: Version): number {
  for (const [at, left] of a.numbers.entries()) {
    const order = compare(left, b.numbers[at] ?? 0n);
    if (order !== 0) return order;
  }
  if (a.preRelease === b.preRelease) return 0;
  if (a.preRelease === '') return 1;
  if (b.preRelease === '') return -1;
  return comparePreReleases(a.preRelease.split('.'), b.preRelease.split('.'));
}

function comparePreReleases(a: string[], b: string[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    if (right === undefined) return 1;
    const order = compareIdentifiers(left, right);
    if (order !== 0) return order;
  }
  if (a.length < b.length) return -1;
  // Different texts whose numbers are alike once clipped: Go never comes back from these.
  throw new Error('A policy compared versions with numbers too large to tell apart.');
}

function compareIdentifiers(a: string, b: string): number {
  const [aIsNumber, bIsNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  // Go clips what does not fit into 64 bits.
  return aIsNumber ? compare(clip(BigInt(a)), clip(BigInt(b))) : compare(a, b);
}

function isPreRelease(text: string): boolean {
  return identifiers.test(text) && text.split('.').every((part) => !/^0\d+$/.test(part));
}

function clip(number: bigint): bigint {
  return number > largest ? largest : number;
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a === b ? 0 : a > b ? 1 : -1;
}

function cut(text: string, at: string): [string, string | undefined] {
  const index = text.indexOf(at);
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}
