import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { CommandOf } from '@deskbell/protocol/commands.js';
import type { RefusalCode } from '@deskbell/protocol/refusals.js';
import type { PendingMessage, PendingReaction } from './connection.js';

/** What goes out in its order, and again until it is in the log. */
export type Outgoing = CommandOf<
  'conversation.start' | 'message.send' | 'message.react' | 'person.ask' | 'conversation.end' | 'survey.answer'
>;

/** Whether a conversation may come into being by it; the rest is for one that is there. */
export const begins = ({ type }: Outgoing): boolean => type === 'conversation.start' || type === 'message.send';

/** Whether somebody is shown that it was refused; the rest goes without a word. */
export const isTold = ({ type }: Outgoing): boolean => type === 'message.send' || type === 'survey.answer';

/** A command on its way, and where it stands; `at` by the relay's clock as far as the client knew it. */
export interface Entry {
  readonly command: Outgoing;
  /** Its place: smaller ones go first. */
  readonly order: number;
  readonly at: number;
  readonly state: PendingMessage['state'];
  readonly why?: RefusalCode;
  /** What goes with a message, as it is shown till the log has it. */
  readonly attachments?: readonly Attachment[];
}

/** What was written and is not in the log yet, in the order in which it was written. */
export interface Outbox {
  readonly entries: readonly Entry[];
  /** Adds an entry at the end, on its way. */
  add(command: Outgoing, at: number, more?: Partial<Pick<Entry, 'state' | 'attachments'>>): void;
  /** Changes what is known of an entry; nothing where it is gone. */
  change(id: string, change: Partial<Pick<Entry, 'command' | 'state' | 'why'>>): void;
  drop(id: string): void;
  clear(): void;
}

/** Entries in the order in which they go: by place, and by id where two tabs took the same one. */
export const inOrder = (entries: Iterable<Entry>): Entry[] =>
  [...entries].sort((a, b) => a.order - b.order || (a.command.id < b.command.id ? -1 : 1));

/** The messages of a conversation among the entries, as its elements show them. */
export const pendingOf = (entries: readonly Entry[], conversation: string): PendingMessage[] =>
  entries.flatMap(({ command, at, state, why, attachments }) =>
    command.type === 'message.send' && command.conversation === conversation
      ? [
          {
            id: command.id,
            text: command.text,
            ...(command.marks && { marks: command.marks }),
            ...(attachments && { attachments }),
            at,
            state,
            ...(why && { why }),
          },
        ]
      : [],
  );

/** The reactions of a conversation among the entries, the newest last. */
export const reactingOf = (entries: readonly Entry[], conversation: string): PendingReaction[] =>
  entries.flatMap(({ command }) =>
    command.type === 'message.react' && command.conversation === conversation ? [{ message: command.message, emoji: command.emoji }] : [],
  );
