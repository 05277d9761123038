import { BlockList, isIP } from 'node:net';

/** What is not on the public internet: one's own machine and network, what clouds tell their machines, and ways to such addresses. */
const PRIVATE: readonly (readonly [net: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
  ['::', 96],
  ['64:ff9b::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const list = new BlockList();
for (const [net, prefix] of PRIVATE) list.addSubnet(net, prefix, family(net));

/** Whether an address is one of the private ones, also where IPv6 is put around it. What is no address at all counts as private. */
export const isPrivate = (address: string): boolean => isIP(address) === 0 || list.check(address, family(address));
