import { setTimeout as pause } from 'node:timers/promises';
import { atShare } from '../figures.js';
import { ORIGIN } from '../identities.js';
import { RawSocket, frame } from '../relay/frames.js';
import type { Member } from '../relay/load.js';

/** Somebody, and the relay they are on. */
export interface Placed {
  readonly member: Member;
  readonly port: number;
}

export interface Heard {
  /** Messages that the other side has got, in a second. */
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  /** Of one core, what the load itself took. */
  readonly share: number;
}

const TEXT = 'x'.repeat(256);
/** Time to get warm before anything counts, ms. */
const WARM = 1_000;

const until = (socket: RawSocket, wanted: string): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.closed = (code) => reject(new Error(`closed with ${String(code)} before ${wanted}`));
    socket.receive = (payload) => {
      if (payload.includes(wanted)) resolve();
      else if (payload.includes('"refused"')) reject(new Error(payload.toString()));
    };
  });

async function open({ member: { token, conversation }, port }: Placed): Promise<RawSocket> {
  const socket = await RawSocket.open(port, '/v1/socket', { Origin: ORIGIN });
  const opened = until(socket, '"session.opened"');
  socket.say({ type: 'session.open', version: 1, token });
  await opened;
  const followed = until(socket, '"conversation.opened"');
  socket.say({ type: 'conversation.follow', conversation });
  await followed;
  return socket;
}

/** One side of a conversation: what it writes is timed when the other side has it. */
class Voice {
  readonly #socket: RawSocket;
  readonly #template: Buffer;
  readonly #mark: Buffer;
  readonly #at: number;
  readonly #sent: number[] = [];
  #count = 0;

  constructor(socket: RawSocket, number: number, conversation: string) {
    this.#socket = socket;
    const prefix = number.toString(16).padStart(8, '0');
    const id = `${prefix}-0000-7000-8000-${'0'.repeat(12)}`;
    this.#mark = Buffer.from(`"id":"${prefix}-0000`);
    this.#template = frame(Buffer.from(JSON.stringify({ type: 'message.send', id, conversation, text: TEXT })));
    this.#at = this.#template.indexOf(id) + 24;
  }

  say(): void {
    this.#count += 1;
    const bytes = Buffer.from(this.#template);
    bytes.write(this.#count.toString(16).padStart(12, '0'), this.#at, 'latin1');
    this.#sent.push(performance.now());
    this.#socket.send(bytes);
  }

  /** How long ago what a frame brings was written, ms; undefined for a frame that brings nothing of this voice. */
  age(payload: Buffer): number | undefined {
    if (!payload.includes(this.#mark)) return undefined;
    const sent = this.#sent.shift();
    return sent === undefined ? undefined : performance.now() - sent;
  }
}

/** Conversations in which both sides write. */
export class Talks {
  readonly #voices: Voice[] = [];
  readonly #sockets: RawSocket[] = [];
  #ages: number[] = [];
  readonly #pinging = setInterval(() => this.#ping(), 10_000);
  /** What follows when somebody has got something. */
  #next: ((voice: Voice) => void) | undefined;

  /** @param pairs - Customer and agent of each. */
  async join(pairs: readonly (readonly [Placed, Placed])[]): Promise<this> {
    for (const pair of pairs) {
      const sockets = [await open(pair[0]), await open(pair[1])];
      const voices = sockets.map((socket, side) => new Voice(socket, this.#voices.length + side + 1, pair[0].member.conversation));
      for (const [side, socket] of sockets.entries()) {
        const other = voices[1 - side] as Voice;
        socket.receive = (payload) => this.#hear(other, payload);
        socket.closed = (code) => {
          throw new Error(`a socket was closed with ${String(code)} under load`);
        };
      }
      this.#voices.push(...voices);
      this.#sockets.push(...sockets);
    }
    return this;
  }

  /** So many messages a second, whatever comes of them. @param measured - Called when what counts begins, and when it ends. */
  async steadily(rate: number, seconds: number, measured: () => Promise<void>): Promise<Heard> {
    let [said, isOver] = [0, false];
    const begun = performance.now();
    const saying = (async () => {
      while (!isOver) {
        for (const due = ((performance.now() - begun) / 1_000) * rate; said < due; said += 1)
          this.#voices[said % this.#voices.length]?.say();
        await pause(1);
      }
    })();
    const heard = await this.#measure(seconds, measured);
    isOver = true;
    await saying;
    return heard;
  }

  /** As many as there is room for, with so many of each voice on their way. */
  async flatOut(window: number, seconds: number, measured: () => Promise<void>): Promise<Heard> {
    this.#next = (voice) => voice.say();
    for (const voice of this.#voices) for (let index = 0; index < window; index += 1) voice.say();
    const heard = await this.#measure(seconds, measured);
    this.#next = undefined;
    return heard;
  }

  leave(): void {
    clearInterval(this.#pinging);
    for (const socket of this.#sockets) {
      socket.closed = () => undefined;
      socket.end();
    }
  }

  /** Who is silent for half a minute is cut off, and the centres take turns. */
  #ping(): void {
    for (const socket of this.#sockets) socket.say({ type: 'ping' });
  }

  async #measure(seconds: number, measured: () => Promise<void>): Promise<Heard> {
    await pause(WARM);
    await measured();
    this.#ages = [];
    const [begun, cpu] = [performance.now(), process.cpuUsage()];
    await pause(seconds * 1_000);
    const [ages, took, { user, system }] = [this.#ages, (performance.now() - begun) / 1_000, process.cpuUsage(cpu)];
    await measured();
    return { rate: ages.length / took, p50: atShare(ages, 0.5), p99: atShare(ages, 0.99), share: (user + system) / 1e6 / took };
  }

  #hear(from: Voice, payload: Buffer): void {
    const age = from.age(payload);
    if (age === undefined) return;
    this.#ages.push(age);
    this.#next?.(from);
  }
}
