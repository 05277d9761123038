import { RelayError } from '@deskbell/protocol/refusals.js';
import { mustPlan, triggerOf } from '../domain/surveys.js';
import { surveyOf } from '../settings/survey-of.js';
import type { Action } from './action.js';
import { settingsOf } from './settings-of.js';
import { tellAgain, tellChange } from './tell.js';

/** The agent wants the customer asked how it was when it ends, or no longer (SUR 1, SV5, SV6). */
export const sendSurvey: Action<'survey.send'> = async (deps, caller, { id, conversation, on }) => {
  const { person, author } = caller;
  const settings = settingsOf(deps, person.workspace);
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    mustPlan(person, row, on);
    const survey = surveyOf(settings, row.queue.id);
    // What was wanted in the queue before can be taken back in any.
    if (on && (!survey || triggerOf(survey) !== 'agent')) throw new RelayError('malformed', 'the queue has no survey that agents send');
    return { row: { survey: on ? 'planned' : null }, events: [{ type: 'survey.planned', id, at: deps.now(), by: author, on }] };
  });
  if (changed.again) return tellAgain(caller, changed, 'survey.planned');
  tellChange(deps, caller, changed);
};
