import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { isOnScale } from '@deskbell/protocol/survey-wording.js';
import { SCALES, type Survey, type SurveyTrigger, type Verdict } from '@deskbell/protocol/surveys.js';
import { mustRead, standingOf, type Held } from './permissions.js';

/** How a conversation stands when it ends. `planned`: an agent wants its customer asked. `attended`: some agent had it; `unattended`: none ever did. */
export const ENDINGS = ['planned', 'attended', 'unattended'] as const;
export type Ending = (typeof ENDINGS)[number];

/** What a survey's settings come to at an end. `count`: every nth is asked. */
export type Asking = 'ask' | 'count' | 'never';

/** Who is asked (rules SV1 to SV4), whoever ends it: the customer, an agent, or the relay. */
export const ASKED: Record<SurveyTrigger, Record<Ending, Asking>> = {
  everyone: { planned: 'ask', attended: 'ask', unattended: 'ask' },
  every: { planned: 'ask', attended: 'count', unattended: 'count' },
  agent: { planned: 'ask', attended: 'never', unattended: 'ask' },
};

/** As much of a survey's settings as this depends on. */
export interface Asks {
  readonly trigger: 'everyone' | 'agent' | { readonly every: number };
  /** Whether customers are asked whom nobody attended to. */
  readonly unattended: boolean;
}

export const triggerOf = ({ trigger }: Asks): SurveyTrigger => (typeof trigger === 'string' ? trigger : 'every');

/** What an end comes to. */
export function askingAt(asks: Asks, ending: Ending): Asking {
  return ending === 'unattended' && !asks.unattended ? 'never' : ASKED[triggerOf(asks)][ending];
}

type Surveyed = Held & Pick<ConversationSummary, 'survey'>;

/** Throws `not-found`, `wrong-role` or `wrong-phase` where somebody may not say now whether the customer is asked at the end (SV5, SV6). */
export function mustPlan(person: Person, held: Surveyed, on: boolean): void {
  if (standingOf(person, mustRead(person, held)) !== 'owner')
    throw new RelayError('wrong-role', 'surveys are sent by the agent who has the conversation');
  if (held.phase !== 'active') throw new RelayError('wrong-phase', 'the conversation is over: its survey went out at the end, or does not');
  if (held.survey === 'sent' || held.survey === 'answered')
    throw new RelayError('wrong-phase', 'its survey was sent already: a conversation has one');
  if (on === (held.survey === 'planned'))
    throw new RelayError('wrong-phase', on ? 'its survey goes out at the end already' : 'no survey is to go out');
}

/** Throws `not-found`, `wrong-role`, `wrong-phase` or `malformed` where an answer does not count (SV7, SV8). */
export function mustAnswer(person: Person, held: Surveyed, sent: Survey | undefined, { score, comment }: Verdict): void {
  if (standingOf(person, mustRead(person, held)) !== 'customer') throw new RelayError('wrong-role', 'surveys are answered by the customer');
  if (!sent) throw new RelayError('not-found', 'survey: none of that id was sent in this conversation');
  if (held.survey === 'answered') throw new RelayError('wrong-phase', 'it was answered already: an answer counts once');
  if (!isOnScale(sent.kind, score)) throw new RelayError('malformed', `score: is not on its scale, ${SCALES[sent.kind].join(' to ')}`);
  if (comment !== '' && sent.comment === undefined) throw new RelayError('malformed', 'comment: the survey asks for none');
}
