import { RawSocket } from './frames.js';
import { ServerProcess } from './processes.js';

const SOCKETS = 4_000;
const WARM = 200;

const used = async (server: ServerProcess): Promise<number> => {
  const { memory } = await server.usage(true);
  return memory.heapUsed + memory.external;
};

async function open(server: ServerProcess, count: number, kind: 'bare-ws' | 'deskbell', sockets: RawSocket[]): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const socket = await RawSocket.open(server.port, kind === 'bare-ws' ? `/?pair=${String(sockets.length)}` : '/v1/socket', {
      Origin: 'http://127.0.0.1',
    });
    sockets.push(socket);
    if (kind === 'bare-ws') continue;
    const token = server.members.find(({ side }) => side === 'customer')?.token;
    await new Promise<void>((resolve, reject) => {
      socket.closed = (code) => reject(new Error(`closed with ${String(code)}`));
      socket.receive = (payload) => {
        if (payload.includes('session.opened')) resolve();
      };
      socket.say({ type: 'session.open', version: 1, token });
    });
    socket.closed = () => undefined;
  }
}

/** Bytes of the server's heap and buffers that one open, silent connection takes; with Deskbell, one that opened its session. */
export async function idle(kind: 'bare-ws' | 'deskbell'): Promise<number> {
  const server = kind === 'bare-ws' ? await ServerProcess.start('peer.ts', kind) : await ServerProcess.start('deskbell.ts', 'durable', '1');
  const sockets: RawSocket[] = [];
  try {
    await open(server, WARM, kind, sockets);
    const before = await used(server);
    await open(server, SOCKETS, kind, sockets);
    return ((await used(server)) - before) / SOCKETS;
  } finally {
    for (const socket of sockets) socket.end();
    await server.stop();
  }
}
