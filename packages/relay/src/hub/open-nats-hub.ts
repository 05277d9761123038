import { connect, type ConnectionOptions, type NatsConnection } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import { StartError } from '../start-error.js';
import { NatsHub } from './nats-hub.js';

/** How long NATS may take to greet, ms. */
const GREETING = 3_000;
/** What NATS has to let through in one piece, in bytes: the longest text, escaped, with everything around it. */
export const LARGEST_TELLING = 128 * 1_024;

/** Reads `nats://user:password@host:4222`, or several with commas; `tls://` asks for encryption. */
function readAddress(url: string): ConnectionOptions {
  const servers = url.split(',').map((each) => each.trim());
  const [first] = servers.map((each) => (URL.canParse(each) ? new URL(each) : undefined));
  if (!first || !/^(nats|tls):$/.test(first.protocol))
    throw new StartError('NATS_URL has to be an address like nats://127.0.0.1:4222; for several servers, with commas between them.');
  const [user, pass] = [decodeURIComponent(first.username), decodeURIComponent(first.password)];
  return {
    servers: servers.map((each) => each.replace(/^\w+:\/\/(.*@)?/, '')),
    ...(pass ? { user, pass } : user ? { token: user } : {}),
    ...(first.protocol === 'tls:' ? { tls: {} } : {}),
  };
}

/** Joins the relays on a NATS server. Throws a StartError where it cannot be reached, or would not do. */
export async function openNatsHub(url: string, log: Pick<Logger, 'error' | 'warn'>): Promise<NatsHub> {
  const address = readAddress(url);
  // The hub comes back by itself: the library's own way waits for a server that hangs to take what was sent to it.
  const join = (): Promise<NatsConnection> => connect({ ...address, name: 'deskbell', noEcho: true, reconnect: false, timeout: GREETING });
  const where = [address.servers].flat().join(', ');
  const nats = await join().catch((fault: unknown) => {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new StartError(
      `NATS cannot be reached at ${where} (${why}). Start it (nats-server), or mend NATS_URL; a single relay needs none.`,
    );
  });
  if ((nats.info?.max_payload ?? 0) >= LARGEST_TELLING) return new NatsHub(nats, join, log);
  await nats.close();
  throw new StartError(`NATS at ${where} lets through too little at once: set its max_payload to ${String(LARGEST_TELLING)} or more.`);
}
