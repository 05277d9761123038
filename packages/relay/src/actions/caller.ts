import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { RelayEvent } from '@deskbell/protocol/events.js';
import type { Author, Person, Side } from '@deskbell/protocol/people.js';

/** Who gives a command, and what an action may do with the socket it came by. */
export interface Caller {
  /** Of the socket, unique among all relays. */
  readonly id: string;
  readonly person: Person;
  readonly side: Side;
  /** The person as the author of events. */
  readonly author: Author;
  /** The key of the site a customer came by; undefined for agents. */
  readonly site: string | undefined;

  /** Tells this socket alone. */
  tell(event: RelayEvent): void;
  /** Tells something long; settles when it is on its way, so that page after page does not fill the memory. */
  tellWhole(event: RelayEvent): Promise<void>;

  /** Begins to follow a conversation, but holds back what is told of it. */
  hold(conversation: string): void;
  /** Lets what was held back go, but what the row has already. */
  release(row: FollowedRow): void;
  unfollow(conversation: string): void;
  follows(conversation: string): boolean;
  /** Whether the person takes part in a conversation that is followed. */
  takesPart(conversation: string): boolean;

  /** The person is called something else from now on. */
  rename(name: string): void;
  /** A new token was shown. */
  renew(expires: number): void;
}

/** As much of a row as following it needs. */
export type FollowedRow = ConversationSummary & { readonly workspace: string };
