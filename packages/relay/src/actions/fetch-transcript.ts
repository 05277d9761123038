import { askSoon } from '../bot/ask-soon.js';
import { MAX_TRIES } from '../bot/bot-state.js';
import { mustRead } from '../domain/permissions.js';
import type { Action } from './action.js';

/** "Reload": what was said to an AI agent elsewhere is fetched again, once, where it is missing (INF 2, B9). The log tells what came of it. */
export const fetchTranscript: Action<'transcript.fetch'> = async (deps, { person }, { conversation }) => {
  const { workspace } = person;
  await deps.store.changeConversation(workspace, conversation, deps.newId(), (row) => {
    const { bot } = mustRead(person, row);
    if (bot?.transcript !== 'missing') return { row: {}, events: [] };
    return { row: { bot: { ...bot, transcript: 'wanted', tries: MAX_TRIES - 1 } }, events: [], timers: { bot: deps.now() } };
  });
  askSoon(deps, workspace, conversation);
};
