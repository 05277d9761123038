import { mustAnswer } from '../domain/surveys.js';
import type { Action } from './action.js';
import { tellAgain, tellChange } from './tell.js';

/** The customer says how it was: once, also long after the end (SUR 3, SV7, SV8). */
export const answerSurvey: Action<'survey.answer'> = async (deps, caller, { id, conversation, survey, score, comment }) => {
  const { person, author } = caller;
  // What is in a log stays as it is, so it can be looked at before the row is locked.
  const sent = await deps.store.sentSurvey(conversation, survey);
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    mustAnswer(person, row, sent?.survey, { score, comment });
    return { row: { survey: 'answered' }, events: [{ type: 'survey.answered', id, at: deps.now(), by: author, survey, score, comment }] };
  });
  if (changed.again) return tellAgain(caller, changed, 'survey.answered');
  tellChange(deps, caller, changed);
};
