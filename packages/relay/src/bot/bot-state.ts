import type { Author } from '@deskbell/protocol/people.js';
import type { BotSettings } from '../settings/schema/bot.js';
import type { BotState } from '../store/store.js';

/** What is to be done with an AI agent for a conversation that begins. */
export const newBot = ({ transcriptUrl }: BotSettings): BotState => ({
  answered: null,
  tries: 0,
  call: null,
  collected: [],
  transcript: transcriptUrl === undefined ? null : 'wanted',
});

/** What is left to be done with one that hands over what it had elsewhere: nothing. */
export const recalledState = (collected: BotState['collected']): BotState => ({
  answered: null,
  tries: 0,
  call: null,
  collected,
  transcript: 'there',
});

/** How often an AI agent may fail in a row. */
export const MAX_TRIES = 3;

/** How long after its `tries`th failure it is asked again, ms. */
export const pauseAfter = (tries: number): number => 2_000 * 3 ** (tries - 1);

export const botAuthor = ({ name }: BotSettings): Author => ({ id: 'bot', name, role: 'bot' });
