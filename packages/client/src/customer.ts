import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { Answer } from '@deskbell/protocol/commands.js';
import type { Site } from '@deskbell/protocol/site.js';
import type { Connection } from './connection.js';
import type { ShownBy } from './customer-cobrowse.js';
import type { ConversationView } from './conversation-view.js';
import type { Files } from './files.js';
import type { PendingVerdict } from './pending-verdict.js';
import type { Forms } from './forms.js';

/** Everything a customer's window shows. A new object with every change. */
export interface CustomerState {
  readonly connection: Connection;
  /** Undefined until the relay answered for the first time. */
  readonly site: Site | undefined;
  /** The customer's id and name; undefined until the relay answered. */
  readonly person: { readonly id: string; readonly name: string } | undefined;
  /** The conversation of now, or the one that ended last; undefined before the first. */
  readonly conversation: ConversationView | undefined;
  /** The answer to a survey that is not in the log yet; undefined where there is none. */
  readonly verdict: PendingVerdict | undefined;
  /** The place in the queue, 1 for the next; undefined where not waiting. */
  readonly place: number | undefined;
  /** How long the wait will be, ms: four of five are between the two; undefined where nothing is known. */
  readonly wait: { readonly low: number; readonly high: number } | undefined;
  /** Messages of the other side that were not seen yet. */
  readonly unread: number;
  /** Whether the browser keeps what is written over a reload; false in private modes that refuse storage. */
  readonly keeps: boolean;
}

/** What the customer filled in before the chat. */
export interface Introduction {
  readonly name?: string;
  readonly email?: string;
  readonly answers?: readonly Answer[];
}

/** The customer's side of Deskbell, without any element. One socket for all tabs of the site. */
export interface CustomerSession {
  readonly state: CustomerState;
  /** What the customer attaches, all at the place ''. */
  readonly files: Files;
  readonly forms: Forms;
  /** Calls back after every change, never at once; returns what ends it. */
  subscribe(listener: (state: CustomerState) => void): () => void;
  /** Connects. Safe to call twice. */
  connect(): void;
  /** Opens a conversation; the one that is open goes on where there is one. */
  start(introduction?: Introduction): void;
  /**
   * Writes a message; it goes out now or when the network is back, also after a reload. Starts a conversation where none is open.
   * With it goes what is `ready` of `files`, or in its place what is given; none where that is empty.
   */
  say(text: string, attachments?: readonly Attachment[]): void;
  /** Sends a failed message again, under its old id. */
  resend(messageId: string): void;
  /** Puts an emoji under the message with that `seq`, in place of one's own there, or takes it back; shown at once, and sent when the network is back. */
  react(message: number, emoji: string | null): void;
  /** Tells that a key was pressed in the compose box; the dots go away by themselves 5 s after the last one. */
  type(): void;
  /** Everything shown was seen. */
  read(): void;
  /** Fetches an older page of the transcript. */
  earlier(): void;
  /** The customer would rather talk to a person than to the AI agent; sent when the network is back. */
  askForPerson(): void;
  /** Answers a survey of the conversation, by the id of its `survey.sent`, also when that is over; sent when the network is back, and counted once. */
  answerSurvey(survey: string, score: number, comment: string): void;
  /**
   * Lets an agent who asked (`cobrowse.asked`, by its id) see the page, or not. Resolves with what it is shown by where they may; rejects with the
   * RelayError of the relay, `wrong-phase` where it is over.
   */
  answerCobrowse(session: string, allowed: boolean): Promise<ShownBy | undefined>;
  /** The customer leaves the conversation. */
  end(): void;
  /** Makes the customer known by a JWT that the site's own server signed; rejects with a RelayError where it is refused. */
  identify(token: string): Promise<void>;
  /** Forgets the customer: storage, token, conversation; the next message starts anew. In all tabs. */
  reset(): Promise<void>;
  /** Closes the socket and ends every timer. The session cannot be used again. */
  destroy(): void;
}
