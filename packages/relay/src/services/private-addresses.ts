import { BlockList, isIP } from 'node:net';

const V4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24',
  '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
]; // prettier-ignore
// Also what carries an IPv4 address in itself (mapped, NAT64, 6to4, Teredo): it leads wherever that one does.
const V6 = ['::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8']; // prettier-ignore

const listOf = (ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits = ''] = range.split('/');
    list.addSubnet(network, Number(bits), family);
  }
  return list;
};

// Apart: a list holds an IPv4 address against the range of what carries one, too.
const LISTS = { 4: listOf(V4, 'ipv4'), 6: listOf(V6, 'ipv6') };

/** Whether an address is not one of the public internet: private, loopback, link-local, reserved. What is no address is not public either. */
export function isPrivate(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return LISTS[4].check(address, 'ipv4');
  return family === 0 || LISTS[6].check(address, 'ipv6');
}
