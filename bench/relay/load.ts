import { RawSocket, frame } from './frames.js';

/** How the load speaks to one kind of server. */
export interface Dialect {
  path(pair: number): string;
  /** Everything before the first message; resolves when the socket may send. */
  greet(socket: RawSocket, member: Member): Promise<void>;
  message(id: string, text: string, member: Member): string;
}

/** One socket's place: two sockets make a pair. */
export interface Member {
  readonly pair: number;
  readonly side: 'customer' | 'agent';
  readonly token: string;
  readonly conversation: string;
}

export interface Order {
  readonly kind: 'bare-ws' | 'socket.io' | 'deskbell';
  readonly port: number;
  readonly members: readonly Member[];
  readonly seconds: number;
  /** Messages of one socket that may be on their way at once. */
  readonly window: number;
}

export interface Outcome {
  readonly messages: number;
  readonly seconds: number;
  /** Of one core; below 1 the load was not what held things up. */
  readonly loadShare: number;
  readonly p50: number;
  readonly p99: number;
}

const TEXT = 'x'.repeat(256);

const until = (socket: RawSocket, wanted: string): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.closed = (code) => reject(new Error(`closed with ${String(code)} before ${wanted}`));
    socket.receive = (payload) => {
      if (payload.includes(wanted)) resolve();
      else if (payload.includes('"refused"')) reject(new Error(payload.toString()));
    };
  });

const DIALECTS: Record<Order['kind'], Dialect> = {
  'bare-ws': {
    path: (pair) => `/?pair=${String(pair)}`,
    greet: () => Promise.resolve(),
    message: (id, text) => JSON.stringify({ id, text }),
  },
  'socket.io': {
    path: (pair) => `/socket.io/?EIO=4&transport=websocket&pair=${String(pair)}`,
    async greet(socket) {
      const joined = until(socket, '40{');
      socket.send(frame(Buffer.from('40')));
      await joined;
    },
    message: (id, text) => `42${JSON.stringify(['say', { id, text }])}`,
  },
  deskbell: {
    path: () => '/v1/socket',
    async greet(socket, { token, side, conversation }) {
      const opened = until(socket, '"session.opened"');
      socket.say({ type: 'session.open', version: 1, token });
      await opened;
      const followed = until(socket, '"conversation.opened"');
      socket.say({ type: 'conversation.follow', conversation, ...(side === 'customer' ? { after: 0 } : {}) });
      await followed;
    },
    message: (id, text, { conversation }) => JSON.stringify({ type: 'message.send', id, conversation, text }),
  },
};

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** One socket that keeps `window` messages on their way, and counts those that came back with a number. */
class Talker {
  readonly #socket: RawSocket;
  readonly #window: number;
  readonly #mark: Buffer;
  readonly #template: Buffer;
  readonly #at: number;
  readonly #sent: number[] = [];
  #count = 0;
  acknowledged = 0;
  running = true;

  constructor(socket: RawSocket, number: number, window: number, dialect: Dialect, member: Member, latencies: number[]) {
    this.#socket = socket;
    this.#window = window;
    const prefix = hex(number, 8);
    const id = `${prefix}-0000-7000-8000-${hex(0, 12)}`;
    this.#mark = Buffer.from(`"id":"${prefix}-`);
    this.#template = frame(Buffer.from(dialect.message(id, TEXT, member)));
    this.#at = this.#template.indexOf(id) + 24;
    socket.receive = (payload) => {
      if (!payload.includes(this.#mark)) return;
      this.acknowledged += 1;
      const sent = this.#sent.shift();
      // One in sixteen is enough for percentiles, and does not burden the load.
      if (sent !== undefined && this.acknowledged % 16 === 0) latencies.push(performance.now() - sent);
      if (this.running) this.#say();
    };
  }

  start(): void {
    for (let index = 0; index < this.#window; index += 1) this.#say();
  }

  #say(): void {
    this.#count += 1;
    const bytes = Buffer.from(this.#template);
    bytes.write(hex(this.#count, 12), this.#at, 'latin1');
    this.#sent.push(performance.now());
    this.#socket.send(bytes);
  }
}

async function run({ kind, port, members, seconds, window }: Order): Promise<Outcome> {
  const dialect = DIALECTS[kind];
  const latencies: number[] = [];
  const talkers: Talker[] = [];
  const sockets: RawSocket[] = [];
  for (const [number, member] of members.entries()) {
    const socket = await RawSocket.open(port, dialect.path(member.pair), { Origin: 'http://127.0.0.1' });
    await dialect.greet(socket, member);
    socket.closed = (code) => {
      throw new Error(`a socket was closed with ${String(code)} under load`);
    };
    sockets.push(socket);
    talkers.push(new Talker(socket, number + 1, window, dialect, member, latencies));
  }
  for (const talker of talkers) talker.start();
  const sum = (): number => talkers.reduce((total, talker) => total + talker.acknowledged, 0);
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  // A second to get warm; what is measured comes after it.
  await pause(1_000);
  process.send?.({ warm: true });
  latencies.length = 0;
  const [before, start, cpu] = [sum(), performance.now(), process.cpuUsage()];
  await pause(seconds * 1_000);
  const [messages, elapsed, used] = [sum() - before, (performance.now() - start) / 1_000, process.cpuUsage(cpu)];
  for (const talker of talkers) talker.running = false;
  process.send?.({ measured: true });
  latencies.sort((a, b) => a - b);
  for (const socket of sockets) {
    socket.closed = () => undefined;
    socket.end();
  }
  const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return { messages, seconds: elapsed, loadShare: (used.user + used.system) / 1e6 / elapsed, p50: at(0.5), p99: at(0.99) };
}

process.on('message', (order: Order) => {
  void run(order).then(
    (outcome) => process.send?.({ outcome }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
