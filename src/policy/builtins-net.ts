// CIDR notation as Go's net.ParseCIDR reads it. Knows nothing of policies.
import { isIPv4, isIPv6 } from 'node:net';

/** Whether the text is an address, a slash and a prefix length that fits it. */
export function isCidr(text: string): boolean {
  const slash = text.indexOf('/');
  const [address, prefix] = [text.slice(0, slash), text.slice(slash + 1)];
  // Zones are no part of a network; a prefix may have leading zeros, but must stay below Go's bound.
  if (slash < 0 || address.includes('%') || !/^\d+$/.test(prefix)) return false;
  const bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  return Number(prefix) <= bits;
}
