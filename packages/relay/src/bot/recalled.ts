import type { BotSettings } from '../settings/schema/bot.js';
import type { BotState, Change } from '../store/store.js';
import type { parseTranscript } from './bot-answer.js';
import { botAuthor } from './bot-state.js';

/** What was said to an AI agent elsewhere, into the log (B9): nothing is to be fetched any more, and a call that is under way is void. */
export const recalled = (
  state: BotState,
  bot: BotSettings,
  event: { readonly id: string; readonly at: number },
  told: ReturnType<typeof parseTranscript>,
): Change => ({
  row: { bot: { ...state, call: null, transcript: 'there' } },
  events: [{ type: 'transcript.fetched', ...event, by: botAuthor(bot), ...told }],
  timers: { bot: null },
});
