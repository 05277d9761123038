import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '@deskbell/protocol/commands.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import * as fc from 'fast-check';
import { Turns, type Performer } from './turns.js';

const message = (id: number): Command => ({ type: 'message.send', id: String(id), conversation: 'c', text: 'x' });
const end = (id: number): Command => ({ type: 'conversation.end', id: String(id), conversation: 'c' });
const idOf = (command: Command): string => (command as { id: string }).id;

/** Performs when it is told to, and writes down what began and ended. */
class Recorder implements Performer {
  readonly began: string[] = [];
  readonly refused: string[] = [];
  rests = 0;
  readonly open = new Map<string, { resolve: () => void; reject: (fault: unknown) => void }>();

  perform(command: Command): Promise<void> {
    this.began.push(idOf(command));
    return new Promise((resolve, reject) => this.open.set(idOf(command), { resolve, reject }));
  }

  refuse(command: Command): void {
    this.refused.push(idOf(command));
  }

  rest(): void {
    this.rests += 1;
  }

  async settle(id: number, fault?: unknown): Promise<void> {
    const { resolve, reject } = this.open.get(String(id))!;
    if (fault === undefined) resolve();
    else reject(fault);
    await Promise.resolve();
    await Promise.resolve();
  }
}

test('O1 messages do not wait for each other', () => {
  const recorder = new Recorder();
  const turns = new Turns(recorder);
  for (const id of [1, 2, 3]) assert.equal(turns.take(message(id)), 0);
  assert.deepEqual(recorder.began, ['1', '2', '3']);
});

test('O1 anything else waits for all before it, and all behind it wait for it', async () => {
  const recorder = new Recorder();
  const turns = new Turns(recorder);
  assert.deepEqual(
    [message(1), message(2), end(3), message(4), end(5)].map((command) => turns.take(command)),
    [0, 0, 1, 2, 3],
  );
  await recorder.settle(2);
  assert.deepEqual(recorder.began, ['1', '2']);
  await recorder.settle(1);
  assert.deepEqual(recorder.began, ['1', '2', '3']);
  await recorder.settle(3, new RelayError('wrong-phase'));
  assert.deepEqual([recorder.began, recorder.refused], [['1', '2', '3', '4'], ['3']]);
  await recorder.settle(4);
  await recorder.settle(5);
  assert.deepEqual([recorder.began.length, turns.isIdle, recorder.rests], [5, true, 1]);
});

test('O1 whatever is thrown at once is a refusal, and the next has its turn', () => {
  const recorder = new Recorder();
  recorder.perform = () => {
    throw new RelayError('slow-down');
  };
  const turns = new Turns(recorder);
  turns.take(message(1));
  turns.take(end(2));
  assert.deepEqual([recorder.refused, turns.isIdle], [['1', '2'], true]);
});

test('what waits while the session opens comes after it, and can be dropped', async () => {
  const recorder = new Recorder();
  const turns = new Turns(recorder);
  let opened = (): void => undefined;
  turns.wait(new Promise((resolve) => (opened = resolve)));
  turns.take(message(1));
  assert.deepEqual(recorder.began, []);
  opened();
  await new Promise(setImmediate);
  assert.deepEqual(recorder.began, ['1']);
  turns.take(end(2));
  turns.drop();
  await recorder.settle(1);
  assert.deepEqual([recorder.began, turns.isIdle], [['1'], true]);
});

test('O1 in any schedule commands begin in the order in which they came, and nothing overlaps but messages', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 25 }), fc.infiniteStream(fc.nat()), async (kinds, choices) => {
      const recorder = new Recorder();
      const turns = new Turns(recorder);
      const commands = kinds.map((isMessage, index) => (isMessage ? message(index) : end(index)));
      for (const command of commands) turns.take(command);
      const under = new Set<string>();
      for (let count = 0; !turns.isIdle;) {
        for (; count < recorder.began.length; count += 1) under.add(recorder.began[count]!);
        if (under.size > 1) for (const id of under) assert.equal(commands[Number(id)]?.type, 'message.send');
        const open = [...under];
        const chosen = open[choices.next().value! % open.length]!;
        under.delete(chosen);
        await recorder.settle(Number(chosen));
      }
      assert.deepEqual(recorder.began, commands.map(idOf));
    }),
  ));
