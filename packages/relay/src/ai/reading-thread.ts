import { parentPort } from 'node:worker_threads';
import { readConversation } from './read-conversation.js';
import type { ReadingInput } from './reader.js';

// What runs beside the relay's main thread.

interface Order {
  readonly id: number;
  readonly input: ReadingInput;
}

// The first reading makes everything ready that the next ones use.
readConversation({ said: [{ from: 'customer', text: 'Hello, my order has not arrived.' }], intents: [] });

parentPort?.on('message', ({ id, input }: Order) => {
  parentPort?.postMessage({ id, reading: readConversation(input) });
});
