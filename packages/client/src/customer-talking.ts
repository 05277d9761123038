import type { CurrentConversation } from './current-conversation.js';
import type { CustomerSession } from './customer.js';

type Talked = 'resend' | 'react' | 'type' | 'earlier' | 'askForPerson' | 'answerSurvey' | 'end';

/** What a customer does in the conversation that they have. */
export abstract class CustomerTalking implements Pick<CustomerSession, Talked> {
  protected abstract readonly conversing: CurrentConversation;

  resend(messageId: string): void {
    this.conversing.resend(messageId);
  }

  react(message: number, emoji: string | null): void {
    this.conversing.react(message, emoji);
  }

  type(): void {
    this.conversing.now?.type();
  }

  earlier(): void {
    this.conversing.now?.earlier();
  }

  askForPerson(): void {
    this.conversing.askForPerson();
  }

  answerSurvey(survey: string, score: number, comment: string): void {
    this.conversing.answerSurvey(survey, score, comment);
  }

  end(): void {
    this.conversing.end();
  }
}
