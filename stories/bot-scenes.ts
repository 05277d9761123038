import { ANA, MAYA, nextId, seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import type { NewEvent } from '@deskbell/client/testing/simulated-log.js';
import type { Recalled } from '@deskbell/protocol/bot.js';
import type { Author } from '@deskbell/protocol/people.js';

/** The AI agent that simulated customers meet first, where a scene has one. */
export const ROBIN: Author = { id: 'bot', name: 'Robin', role: 'bot' };

const CUSTOMER: Author = { id: MAYA.id, name: MAYA.name, role: 'customer' };

const SECOND = 1_000;

const TALK: readonly (readonly [by: Author, text: string])[] = [
  [ROBIN, 'Hello, I am Robin, the shop’s assistant. Which order is it about?'],
  [CUSTOMER, 'H-2087'],
  [ROBIN, 'Thank you. And what is wrong with it?'],
  [CUSTOMER, 'The lamp flickers, and it is only a month old.'],
  [ROBIN, 'I have written it down. A colleague goes on from here.'],
];

export interface BotSeed {
  /** How much of the talk there was. */
  readonly messages?: number;
  /** How far it came: with the AI agent still, in the queue, or with Ana. */
  readonly phase?: 'bot' | 'waiting' | 'active';
}

/** Puts a conversation that began with an AI agent into the relay, as if it had happened. Returns its id. */
export function seedWithBot(relay: SimulatedRelay, { messages = TALK.length, phase = 'bot' }: BotSeed = {}): string {
  const id = nextId();
  const person = { id: MAYA.id, name: MAYA.name };
  const log = relay.log(id, person);
  let at = relay.clock.now() - (TALK.length + 4) * 20 * SECOND;
  const add = (event: NewEvent) => log.append(event, (at += 20 * SECOND));
  log.summary = { ...log.summary, startedAt: at, waitingSince: at };
  add({ type: 'conversation.started', id: nextId(), by: CUSTOMER, customer: person, queue: relay.queue, bot: ROBIN.name });
  for (const [by, text] of TALK.slice(0, messages)) add({ type: 'message.sent', id: nextId(), by, text });
  if (phase !== 'bot')
    add({
      type: 'bot.handed-over',
      id: nextId(),
      by: ROBIN,
      queue: relay.queue,
      passkey: 'KXR4TQ',
      collected: [
        { label: 'Order number', value: 'H-2087' },
        { label: 'Trouble', value: 'The lamp flickers' },
      ],
      intent: 'Repair',
      note: 'Calm, in no hurry.',
    });
  if (phase === 'active')
    add({
      type: 'conversation.accepted',
      id: nextId(),
      by: { id: ANA.id, name: ANA.name, role: 'agent' },
      agent: { id: ANA.id, name: ANA.name },
    });
  return id;
}

const ELSEWHERE: readonly Recalled[] = [
  { by: 'bot', text: 'What can I do for you?', at: null },
  { by: 'customer', text: 'My lamp flickers. It is order H-2087.', at: null },
  { by: 'bot', text: 'I cannot mend that myself. Write to my colleagues in the chat, they know of it then.', at: null },
];

/** Puts a conversation into the relay whose customer talked to an AI agent elsewhere before; `isMissing`: that could not be fetched. Returns its id. */
export function seedAfterBot(relay: SimulatedRelay, { isMissing = false } = {}): string {
  const id = seed(relay, { messages: 3 });
  const log = relay.log(id, MAYA);
  const told = { id: nextId(), by: ROBIN };
  relay.recalled = [...ELSEWHERE];
  log.append(
    isMissing
      ? { type: 'transcript.missed', ...told, why: 'time-out' }
      : {
          type: 'transcript.fetched',
          ...told,
          messages: [...ELSEWHERE],
          collected: [{ label: 'Order number', value: 'H-2087' }],
        },
    relay.clock.now() - 60 * SECOND,
  );
  return id;
}
