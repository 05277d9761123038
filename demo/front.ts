import { connect, createServer, type Server, type Socket } from 'node:net';

/** How long a relay may take to answer a connection, ms; one that hangs is passed over as a dead one is. */
const PATIENCE = 1_000;

/** Joins two sockets till either ends. */
function join(client: Socket, relay: Socket): void {
  client.pipe(relay);
  relay.pipe(client);
  for (const [one, other] of [
    [client, relay],
    [relay, client],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}

/** Brings a connection to the first of these relays that is there. */
function bring(client: Socket, [port, ...others]: readonly number[]): void {
  if (port === undefined || client.destroyed) return void client.destroy();
  const relay = connect(port, '127.0.0.1');
  const passOver = (): void => {
    relay.destroy();
    bring(client, others);
  };
  relay.setTimeout(PATIENCE, passOver);
  relay.once('error', passOver);
  relay.once('connect', () => {
    relay.setTimeout(0);
    relay.off('error', passOver);
    join(client, relay);
  });
}

/** One address before many relays: every connection goes to the next one in turn, past those that are not there. */
export function createFront(ports: readonly number[]): Server {
  let next = 0;
  return createServer((client) => {
    const from = next++ % ports.length;
    client.setNoDelay(true);
    client.on('error', () => client.destroy());
    bring(client, [...ports.slice(from), ...ports.slice(0, from)]);
  });
}
