import { createServer, type Server as HttpServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type * as SocketIo from 'socket.io';
import type * as Ws from 'ws';

// What Deskbell's relay is measured against, each in a process of its own: sockets come in pairs (`?pair=7`), a frame is parsed,
// gets a number and goes to both of the pair. No validation, no rights, no log.

// The very library that the relay stands on.
const { WebSocketServer } = createRequire(new URL('../../packages/relay/package.json', import.meta.url))('ws') as typeof Ws;

interface Said {
  id: string;
  text: string;
}

const listening = (server: HttpServer): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

const pairOf = (url: string | undefined): string => new URL(url ?? '/', 'http://localhost').searchParams.get('pair') ?? '';

async function bareWs(): Promise<number> {
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const pairs = new Map<string, { seq: number; members: Ws.WebSocket[] }>();
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (client) => {
      const key = pairOf(request.url);
      const pair = pairs.get(key) ?? { seq: 0, members: [] };
      pairs.set(key, pair);
      pair.members.push(client);
      client.on('message', (data: Buffer) => {
        const said = JSON.parse(data.toString()) as Said;
        pair.seq += 1;
        const told = JSON.stringify({ type: 'message.sent', seq: pair.seq, id: said.id, at: Date.now(), text: said.text });
        for (const member of pair.members) member.send(told);
      });
    });
  });
  return listening(server);
}

async function socketIo(): Promise<number> {
  const peers = createRequire(new URL('../peers/package.json', import.meta.url));
  const { Server } = peers('socket.io') as typeof SocketIo;
  const server = createServer();
  const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false });
  const counts = new Map<string, number>();
  io.on('connection', (client) => {
    const pair = String(client.handshake.query['pair']);
    void client.join(pair);
    client.on('say', (said: Said) => {
      const seq = (counts.get(pair) ?? 0) + 1;
      counts.set(pair, seq);
      io.to(pair).emit('sent', { seq, id: said.id, at: Date.now(), text: said.text });
    });
  });
  return listening(server);
}

const kinds = { 'bare-ws': bareWs, 'socket.io': socketIo } as const;
const kind = process.argv[2] as keyof typeof kinds;
const port = await kinds[kind]();
process.send?.({ port });
process.on('message', (asked) => {
  if (asked === 'usage') process.send?.({ usage: process.cpuUsage(), memory: process.memoryUsage() });
  if (asked === 'gc') {
    globalThis.gc?.();
    process.send?.({ usage: process.cpuUsage(), memory: process.memoryUsage() });
  }
});
process.on('disconnect', () => process.exit(0));
