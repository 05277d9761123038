import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Envelope, Hub, Subscriber, Told } from './hub.js';

/** A hub of a test: two of the relays that it joins (one and the same where it joins only one), and a way to wait until all was delivered. */
export interface TestHub {
  readonly near: Hub;
  readonly far: Hub;
  settled(): Promise<void>;
  /** How many topics are listened to, on this relay. */
  topics(): number;
  close(): Promise<void>;
}

const moved = (queue: string): Told => ({ kind: 'moved', queue });

/** Keeps what it is told. */
class Listener implements Subscriber {
  readonly heard: string[] = [];
  readonly #then: ((queue: string) => void) | undefined;

  constructor(then?: (queue: string) => void) {
    this.#then = then;
  }

  deliver({ told }: Envelope): void {
    if (told.kind !== 'moved') throw new Error(`told ${told.kind}`);
    this.heard.push(told.queue);
    this.#then?.(told.queue);
  }
}

/** What every driver of the hub has to do. */
export function hubContract(name: string, open: () => Promise<TestHub>): void {
  const told = (title: string, run: (hub: TestHub) => Promise<void>): void => {
    test(`${title} (${name})`, async () => {
      const hub = await open();
      try {
        await run(hub);
      } finally {
        await hub.close();
      }
    });
  };

  told('what is told on a topic arrives at all who listen there, on every relay, in order, once', async ({ near, far, settled }) => {
    const [here, there, elsewhere] = [new Listener(), new Listener(), new Listener()];
    near.subscribe('a', here);
    near.subscribe('a', here);
    far.subscribe('a', there);
    far.subscribe('b', elsewhere);
    await far.subscribed();
    const words = Array.from({ length: 1_000 }, (_, index) => String(index));
    for (const word of words) near.publish('a', moved(word));
    await settled();
    assert.deepEqual([here.heard, there.heard, elsewhere.heard], [words, words, []]);
  });

  told('that something may have been missed is told on every topic, on every relay', async ({ near, far, settled }) => {
    const heard: string[] = [];
    for (const [where, hub] of Object.entries({ near, far }))
      for (const topic of ['a', 'b']) hub.subscribe(topic, { deliver: ({ told }) => void heard.push(`${where} ${topic} ${told.kind}`) });
    await far.subscribed();
    near.missed();
    await settled();
    assert.deepEqual(heard.sort(), ['far a missed', 'far b missed', 'near a missed', 'near b missed']);
  });

  told('many topics do not mix', async ({ near, far, settled }) => {
    const listeners = Array.from({ length: 500 }, (_, index) => {
      const listener = new Listener();
      (index % 2 ? near : far).subscribe(`topic.${String(index)}`, listener);
      return listener;
    });
    await far.subscribed();
    for (const index of listeners.keys()) near.publish(`topic.${String(index)}`, moved(String(index)));
    await settled();
    assert.deepEqual(
      listeners.map(({ heard }) => heard),
      listeners.map((_, index) => [String(index)]),
    );
  });

  told('who unsubscribes hears nothing more, even in the middle of a telling', async ({ near, settled }) => {
    const late = new Listener();
    const first = new Listener(() => near.unsubscribe('a', late));
    near.subscribe('a', first);
    near.subscribe('a', late);
    near.publish('a', moved('one'));
    near.publish('a', moved('two'));
    await settled();
    assert.deepEqual([first.heard, late.heard], [['one', 'two'], []]);
  });

  told('who unsubscribes themselves while they are told does not make others miss it', async ({ near, settled }) => {
    const once: Listener = new Listener(() => near.unsubscribe('a', once));
    const other = new Listener();
    near.subscribe('a', once);
    near.subscribe('a', other);
    for (const word of ['one', 'two']) near.publish('a', moved(word));
    await settled();
    assert.deepEqual([once.heard, other.heard], [['one'], ['one', 'two']]);
  });

  told('what is told while something is delivered comes after it, at everybody', async ({ near, settled }) => {
    const answers = new Listener((word) => word === 'question' && near.publish('a', moved('answer')));
    const hears = new Listener();
    near.subscribe('a', answers);
    near.subscribe('a', hears);
    near.publish('a', moved('question'));
    await settled();
    assert.deepEqual(
      [answers.heard, hears.heard],
      [
        ['question', 'answer'],
        ['question', 'answer'],
      ],
    );
  });

  told('a subscriber that throws costs the others nothing', async ({ near, settled }) => {
    const broken = new Listener(() => {
      throw new Error('broken');
    });
    const other = new Listener();
    near.subscribe('a', broken);
    near.subscribe('a', other);
    near.publish('a', moved('one'));
    near.publish('a', moved('two'));
    await settled();
    assert.deepEqual(other.heard, ['one', 'two']);
  });

  told('nothing is left behind of those who came and went', async ({ near, settled, topics }) => {
    const listener = new Listener();
    for (let index = 0; index < 1_000; index += 1) {
      const topic = `conversation.${String(index)}`;
      near.subscribe(topic, listener);
      near.unsubscribe(topic, listener);
      near.unsubscribe(topic, listener);
    }
    near.publish('conversation.1', moved('nobody'));
    await settled();
    assert.deepEqual([topics(), listener.heard], [0, []]);
  });
}
