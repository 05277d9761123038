import type { FormEvent } from '@deskbell/protocol/events.js';
import type { FieldValues } from '@deskbell/protocol/fields.js';

/** How a customer answers what an agent asks by a form. */
export interface Forms {
  /**
   * Answers a form with what is filled in, clean, by the field's name. What is masked is sealed before it leaves this tab, and kept by nobody.
   * `places` of the session's files are where its attachments hang, whose ids stand in `values`; once it is answered they hang there no
   * longer. It goes out now or when the network is back, as long as the page is there, and is performed once.
   * Resolves when it is in the log. Rejects with the RelayError with which it was refused, which has `fields` where the relay does not take
   * some, and with what `import` or `fetch` throw where nobody was reached.
   */
  answer(to: FormEvent, values: FieldValues, places?: readonly string[]): Promise<void>;
  /** Tells the agent how many fields are filled in, at most once a second; never what. */
  report(to: FormEvent, filled: number): void;
}
