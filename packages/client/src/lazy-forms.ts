import type { FieldValues } from '@deskbell/protocol/fields.js';
import type { FormEvent, RelayEvent } from '@deskbell/protocol/events.js';
import type { Forms } from './forms.js';
import type { FormAnswers, FormAnswersOptions } from './form-answers.js';

/** What a customer answers to forms. Who sends it is fetched with the first one: most conversations have none. */
export class LazyForms implements Forms {
  readonly #options: FormAnswersOptions;
  /** Lasts as long as the customer is the same, and there. */
  #stay = new AbortController();
  #answers: FormAnswers | undefined;
  #loading: Promise<FormAnswers> | undefined;

  constructor(options: FormAnswersOptions) {
    this.#options = options;
  }

  async answer(to: FormEvent, values: FieldValues, places: readonly string[] = []): Promise<void> {
    const { signal } = this.#stay;
    await (await this.#load()).answer(to, values, places, signal);
  }

  report(to: FormEvent, filled: number): void {
    // Where the network is away nobody would hear of it either.
    this.#load().then(
      (answers) => {
        answers.report(to, filled);
      },
      () => undefined,
    );
  }

  told(event: RelayEvent): void {
    this.#answers?.told(event);
  }

  /** Gives up whatever is on its way. */
  forget(): void {
    this.#stay.abort();
    this.#stay = new AbortController();
    this.#answers?.forget();
  }

  #load(): Promise<FormAnswers> {
    return (this.#loading ??= import('./form-answers.js').then(
      ({ FormAnswers: Made }) => (this.#answers = new Made(this.#options)),
      (fault: unknown) => {
        this.#loading = undefined;
        throw fault;
      },
    ));
  }
}
