import { handOver, seekPeople } from '../bot/hand-over.js';
import { step } from '../domain/permissions.js';
import type { Action } from './action.js';
import { settingsOf } from './settings-of.js';
import { tellAgain, tellChange, tellQueue } from './tell.js';

/** "Talk to a person": the customer waits for one from now on, whatever the AI agent was about to say (BOT 1, L14). */
export const askForPerson: Action<'person.ask'> = async (deps, caller, { id, conversation }) => {
  const { person, author } = caller;
  const settings = settingsOf(deps, person.workspace);
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) =>
    handOver(settings, row, step(person, 'pass', row), { id, at: deps.now(), by: author, collected: row.bot?.collected ?? [] }),
  );
  if (changed.again) return tellAgain(caller, changed, 'bot.handed-over');
  tellChange(deps, caller, changed);
  tellQueue(deps, changed.row);
  await seekPeople(deps, changed);
};
