import { isIPv6 } from 'node:net';

/** The first four groups of an IPv6 address: one household or office has a whole /64. */
function network(address: string): string {
  const [head = '', tail] = address.split('::', 2);
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0');
  return `${[...groups, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}

/**
 * What a client counts as for the limits. Behind `proxies` proxies of one's own it is what the outermost of them saw; whatever stands in
 * the header before that was written by the client itself.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | undefined, proxies: number): string {
  const hops = forwardedFor?.split(',').map((hop) => hop.trim()) ?? [];
  const address = (proxies > 0 ? hops.at(-proxies) : undefined) ?? peer ?? 'unknown';
  const plain = address.startsWith('::ffff:') && address.includes('.') ? address.slice('::ffff:'.length) : address;
  return isIPv6(plain) ? network(plain) : plain;
}
