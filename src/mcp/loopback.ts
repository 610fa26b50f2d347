// Addresses that only this machine can reach, and why no other is listened on. Knows no server.
import { BlockList, isIP } from 'node:net';

const local = new BlockList();
local.addSubnet('127.0.0.0', 8, 'ipv4');
local.addAddress('::1', 'ipv6');

/** The address to listen on. Throws, with the way out, for any that others could reach. */
export function loopback(host: string): string {
  const address = host === 'localhost' ? '127.0.0.1' : host.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(address);
  if (family !== 0 && local.check(address, family === 6 ? 'ipv6' : 'ipv4')) return address;
  throw new Error(
    `Refused to listen on ${host === '' ? 'every address' : host}: this server cannot yet tell callers apart, so whoever reaches that ` +
      'address would use the cluster with your credentials. Listen on this machine only (--http 127.0.0.1:8642), and come ' +
      'from elsewhere through a tunnel that authenticates (ssh -L, kubectl port-forward).',
  );
}
