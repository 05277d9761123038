import type { Command, CommandType } from '@deskbell/protocol/commands.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { mustGive } from '../domain/permissions.js';
import { acceptConversation } from './accept-conversation.js';
import { addNote } from './add-note.js';
import { answerForm } from './answer-form.js';
import { answerSurvey } from './answer-survey.js';
import { askForPerson } from './ask-for-person.js';
import type { Action } from './action.js';
import type { Caller } from './caller.js';
import { disposeConversation } from './dispose-conversation.js';
import { endConversation } from './end-conversation.js';
import { fetchHistory } from './fetch-history.js';
import { fetchTranscript } from './fetch-transcript.js';
import { followConversation, unfollowConversation } from './follow-conversation.js';
import { reactToMessage } from './react-to-message.js';
import { readMessages } from './read-messages.js';
import { renewSession } from './renew-session.js';
import { reportForm } from './report-form.js';
import { reportTyping } from './report-typing.js';
import { sendForm } from './send-form.js';
import { sendMessage } from './send-message.js';
import { sendSurvey } from './send-survey.js';
import { leaveSession } from './leave-session.js';
import { rejectOffer } from './reject-offer.js';
import { setEngagement } from './set-engagement.js';
import { setListening, setStatus } from './set-status.js';
import { skillConversation } from './skill-conversation.js';
import { snoozeConversation, wakeConversation } from './snooze-conversation.js';
import { transferConversation } from './transfer-conversation.js';
import { startConversation } from './start-conversation.js';

/** What each command does. A command without an action does not compile. */
const ACTIONS: { [T in CommandType]: Action<T> } = {
  // The first frame opens a session, before there is anybody to act for; a second one is a mistake.
  'session.open': () => {
    throw new RelayError('malformed', 'the session is open already');
  },
  'session.renew': renewSession,
  ping: (_, caller) => {
    caller.tell({ type: 'pong' });
  },
  'conversation.start': startConversation,
  'conversation.follow': followConversation,
  'conversation.unfollow': unfollowConversation,
  'history.fetch': fetchHistory,
  'message.send': sendMessage,
  'message.react': reactToMessage,
  'message.read': readMessages,
  'typing.report': reportTyping,
  'conversation.accept': acceptConversation,
  'conversation.end': endConversation,
  'conversation.dispose': disposeConversation,
  'person.ask': askForPerson,
  'transcript.fetch': fetchTranscript,
  'note.add': addNote,
  'engagement.set': setEngagement,
  'form.send': sendForm,
  'form.report': reportForm,
  'form.answer': answerForm,
  'survey.send': sendSurvey,
  'survey.answer': answerSurvey,
  'offer.reject': rejectOffer,
  'conversation.transfer': transferConversation,
  'conversation.skill': skillConversation,
  'conversation.snooze': snoozeConversation,
  'conversation.wake': wakeConversation,
  'status.set': setStatus,
  'session.leave': leaveSession,
  'listening.set': setListening,
};

/** Performs a command, if the caller's side ever gives it. */
export function perform(deps: Deps, caller: Caller, command: Command): Promise<void> | undefined {
  mustGive(caller.side, command.type);
  return (ACTIONS[command.type] as Action<CommandType>)(deps, caller, command);
}
