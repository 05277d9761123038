import { sharedId } from '@deskbell/protocol/actions.js';
import type { Command, IdentifiedCommand } from '@deskbell/protocol/commands.js';
import type { ConversationSummary, Disposition, Engagement, Skills } from '@deskbell/protocol/conversation.js';
import type { AnswerEvent } from '@deskbell/protocol/events.js';
import type { AgentSession, TransferTarget } from './agent.js';
import { AgentLooking } from './agent-looking.js';
import type { Surroundings } from './surroundings.js';

type Asked =
  | 'accept'
  | 'reject'
  | 'transfer'
  | 'skill'
  | 'snooze'
  | 'wake'
  | 'end'
  | 'dispose'
  | 'addNote'
  | 'engage'
  | 'share'
  | 'sendSurvey'
  | 'sendForm'
  | 'listen'
  | 'setStatus'
  | 'fetchTranscript';

/** What an agent asks of the relay for a conversation; each settles with the event, or the row, that tells of it. */
export abstract class AgentAsking extends AgentLooking implements Pick<AgentSession, Asked> {
  readonly #newId: () => string;

  constructor(surroundings: Surroundings) {
    super(surroundings);
    this.#newId = () => surroundings.newId();
  }

  /** The agent's id; undefined till the relay has said it. */
  protected abstract get me(): string | undefined;

  /** @param done whether a row shows that it was performed. */
  protected abstract ask(command: IdentifiedCommand, done: (row: ConversationSummary) => boolean): Promise<void>;

  protected abstract send(command: Command): void;

  listen(on: boolean): void {
    this.send({ type: 'listening.set', on });
  }

  setStatus(status: string): void {
    this.send({ type: 'status.set', status });
  }

  fetchTranscript(conversation: string): void {
    this.send({ type: 'transcript.fetch', conversation });
  }

  accept(conversation: string): Promise<void> {
    return this.ask({ type: 'conversation.accept', id: this.#newId(), conversation }, (row) => this.#isMine(row));
  }

  reject(conversation: string): Promise<void> {
    return this.ask({ type: 'offer.reject', id: this.#newId(), conversation }, ({ offer }) => offer?.agent.id !== this.me);
  }

  transfer(conversation: string, to: TransferTarget, skills?: Skills): Promise<void> {
    const command = { type: 'conversation.transfer', id: this.#newId(), conversation, to } as const;
    const isThere = (row: ConversationSummary): boolean =>
      'agent' in to ? row.agent?.id === to.agent : row.phase === 'waiting' && row.queue.id === to.queue;
    return this.ask(skills ? { ...command, skills } : command, isThere);
  }

  skill(conversation: string, skills: Skills): Promise<void> {
    const wanted = JSON.stringify(skills);
    return this.ask(
      { type: 'conversation.skill', id: this.#newId(), conversation, skills },
      (row) => JSON.stringify(row.skills) === wanted,
    );
  }

  snooze(conversation: string, until: number): Promise<void> {
    return this.ask({ type: 'conversation.snooze', id: this.#newId(), conversation, until }, ({ snoozedUntil }) => snoozedUntil === until);
  }

  wake(conversation: string): Promise<void> {
    return this.ask({ type: 'conversation.wake', id: this.#newId(), conversation }, ({ snoozedUntil }) => snoozedUntil === null);
  }

  end(conversation: string): Promise<void> {
    const id = this.#newId();
    return this.ask({ type: 'conversation.end', id, conversation }, ({ phase }) => phase === 'wrapUp' || phase === 'closed');
  }

  dispose(conversation: string, disposition: Disposition | undefined, description: string): Promise<void> {
    const id = this.#newId();
    const outcome = { ...(disposition !== undefined && { disposition }), description };
    return this.ask({ type: 'conversation.dispose', id, conversation, ...outcome }, ({ phase }) => phase === 'closed');
  }

  addNote(conversation: string, text: string): Promise<void> {
    // No row tells of a note: its event does.
    return this.ask({ type: 'note.add', id: this.#newId(), conversation, text }, () => false);
  }

  engage(conversation: string, engagement: Engagement): Promise<void> {
    const id = this.#newId();
    return this.ask({ type: 'engagement.set', id, conversation, engagement }, (row) => row.engagement === engagement);
  }

  sendSurvey(conversation: string, on: boolean): Promise<void> {
    return this.ask({ type: 'survey.send', id: this.#newId(), conversation, on }, ({ survey }) => (survey === 'planned') === on);
  }

  sendForm(conversation: string, form: string): Promise<void> {
    return this.ask({ type: 'form.send', id: this.#newId(), conversation, form }, () => false);
  }

  share({ conversation, id, text }: AnswerEvent): Promise<void> {
    return this.ask({ type: 'message.send', id: sharedId(id), conversation, text }, () => false);
  }

  #isMine({ agent }: ConversationSummary): boolean {
    return agent !== null && agent.id === this.me;
  }
}
