import type { AddressInfo, Server } from 'node:net';
import { StartError } from './start-error.js';

const sentence = (fault: NodeJS.ErrnoException, host: string | undefined, port: number): string => {
  const where = `port ${String(port)}`;
  if (fault.code === 'EADDRINUSE')
    return `The ${where} is in use by another program. End that one, or choose another with PORT=${String(port + 1)}.`;
  if (fault.code === 'EACCES') return `The ${where} is not for this user. Choose one above 1023, for instance PORT=8787.`;
  if (fault.code === 'EADDRNOTAVAIL' || fault.code === 'ENOTFOUND')
    return `This machine has no address ${host ?? ''}. Set HOST to one that it has, for instance HOST=127.0.0.1.`;
  return `The ${where} cannot be listened on (${fault.message}). Choose another with PORT and HOST.`;
};

/** Listens, on any free port where `port` is 0, and returns the port. Throws a {@link StartError} that says what to do. */
export function listen(server: Server, host: string | undefined, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (fault: NodeJS.ErrnoException): void => reject(new StartError(sentence(fault, host, port), { cause: fault }));
    server.once('error', fail);
    // Without a host Node listens on IPv6 and IPv4, or on what of the two there is.
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', fail);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
