import type { Attaching, Attachment } from '@deskbell/protocol/attachments.js';
import type { Sealed } from '@deskbell/protocol/forms.js';
import type { Change, Changed, ConversationRow } from './store.js';

/** What is saved with the event of an answer, beside what the decision says. */
export interface FormAnswer {
  readonly workspace: string;
  readonly conversation: string;
  /** Of the command. */
  readonly id: string;
  /** The id of the `form.sent` that it answers. */
  readonly form: string;
  /** The customer, whose the files are. */
  readonly customer: string;
  readonly files: readonly Attaching[];
  /** Masked values, by the field's name, and the id of the key that they are sealed for. */
  readonly sealed: { readonly key: string; readonly values: Readonly<Record<string, Sealed>> };
  /** When they go by themselves, ms; null for never. */
  readonly expiresAt: number | null;
}

/** What an answer finds, besides the row. */
export interface AnswerPlace {
  /** Whether the form was answered before. */
  readonly answered: boolean;
  /** The files, in their order; null where one of them is not the customer's, not ready, or was sent before. */
  readonly attachments: readonly Attachment[] | null;
}

/** The part of the store that knows of forms. */
export interface FormsStore {
  /**
   * Locks the row, lets `decide` say what follows, and saves it with the sealed values and the files, in one transaction; `decide` throws a
   * RelayError to refuse, and then nothing is saved. Of several answers to one form the later ones are told `answered`. As with
   * `changeConversation` an `id` that is in the log brings back what stands there, with `again`.
   */
  answerForm(answer: FormAnswer, decide: (row: ConversationRow, place: AnswerPlace) => Change): Promise<Changed>;
  /** Forgets sealed values whose time is up, at most `limit`, and says how many. */
  eraseExpired(at: number, limit: number): Promise<number>;
}
