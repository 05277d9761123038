import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallSocket } from '../surroundings.js';
import { StandingClock } from '../testing/standing-clock.js';
import { relaySignalling, type PeerPass } from './relay-signalling.js';

/** A socket by hand. */
class HandSocket implements CallSocket {
  onmessage: CallSocket['onmessage'] = null;
  onclose: CallSocket['onclose'] = null;
  readonly sent: { type: string; dst?: string; payload?: unknown }[] = [];
  readonly address: string;
  isClosed = false;

  constructor(address: string) {
    this.address = address;
  }

  send(data: string): void {
    this.sent.push(JSON.parse(data) as HandSocket['sent'][number]);
  }

  close(): void {
    this.isClosed = true;
  }

  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

/** One line, and all that became of it. */
function line(pass: () => Promise<PeerPass | undefined> = () => Promise.resolve({ id: 'a b', token: 't&', other: 'far' })) {
  const clock = new StandingClock();
  const sockets: HandSocket[] = [];
  const told: unknown[] = [];
  const signalling = relaySignalling({
    relay: 'https://relay.example/',
    pass,
    surroundings: {
      clock,
      random: () => 0.5,
      openSocket: (address) => {
        const socket = new HandSocket(address);
        sockets.push(socket);
        return socket;
      },
    },
  });
  const opened = signalling.open('ben', { opened: () => told.push('opened'), heard: (word) => told.push(word) });
  return { clock, sockets, told, line: opened };
}

const HELLO = { type: 'hello', me: 'x', asks: true, hears: false } as const;

test('VOX 3 a line is opened with a pass, and words go to the other alone, in envelopes that the relay knows', async () => {
  const { clock, sockets, told, line: mine } = line();
  mine.say(HELLO);
  await clock.pass(50);
  assert.equal(sockets[0]!.address, 'wss://relay.example/v1/peers/peerjs?key=peerjs&id=a+b&token=t%26');
  sockets[0]!.say({ type: 'OPEN' });
  mine.say(HELLO);
  assert.deepEqual(sockets[0]!.sent, [{ type: 'CANDIDATE', dst: 'far', payload: HELLO }]);
  sockets[0]!.say({ type: 'OFFER', src: 'far', payload: { any: 'thing' } });
  sockets[0]!.say({ type: 'EXPIRE' });
  assert.deepEqual(told, ['opened', { any: 'thing' }]);
  await clock.pass(10_050);
  assert.equal(sockets[0]!.sent.at(-1)?.type, 'HEARTBEAT');
});

test('VOX 3 a line that is lost, or not let in, or without a pass for now, is opened anew, ever more slowly', async () => {
  let isReached = true;
  let asked = 0;
  const { clock, sockets, told } = line(() => {
    asked += 1;
    return isReached ? Promise.resolve({ id: 'a', token: 't', other: 'far' }) : Promise.reject(new Error('not reached'));
  });
  await clock.pass(50);
  sockets[0]!.say({ type: 'OPEN' });
  sockets[0]!.onclose?.({ code: 1012 });
  await clock.pass(200);
  assert.equal(sockets.length, 2, 'a relay that restarts says so');
  await clock.pass(6_000);
  assert.ok(sockets[1]!.isClosed, 'it was never let in');
  isReached = false;
  await clock.pass(30_000);
  const before = asked;
  await clock.pass(30_000);
  assert.ok(asked > before && asked - before < 5);
  isReached = true;
  while (sockets.at(-1)!.isClosed) await clock.pass(50);
  sockets.at(-1)!.say({ type: 'OPEN' });
  assert.deepEqual(told, ['opened', 'opened']);
});

test('VOX 3 what leads nowhere is opened anew at once when asked; without anything in common any more, not at all', async () => {
  let pass: PeerPass | undefined = { id: 'a', token: 't', other: 'far' };
  const { clock, sockets, line: mine } = line(() => Promise.resolve(pass));
  await clock.pass(50);
  mine.again();
  await clock.pass(50);
  assert.deepEqual(
    sockets.map(({ isClosed }) => isClosed),
    [true, false],
  );
  sockets[0]!.onclose?.({ code: 1006 });
  pass = undefined;
  sockets[1]!.onclose?.({ code: 1006 });
  await clock.pass(120_000);
  assert.equal(sockets.length, 2);
});
