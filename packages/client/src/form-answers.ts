import type { Command, CommandOf } from '@deskbell/protocol/commands.js';
import { isLogged, type FormEvent, type RelayEvent } from '@deskbell/protocol/events.js';
import type { FieldValues } from '@deskbell/protocol/fields.js';
import { isMasked, type FormField } from '@deskbell/protocol/forms.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { MAX_FRAME } from '@deskbell/protocol/text.js';
import type { Clock, Timer } from './clock.js';
import type { LazyFiles } from './lazy-files.js';
import { Requests } from './requests.js';

export interface FormAnswersOptions {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly send: (command: Command) => void;
  readonly files: Pick<LazyFiles, 'uploads' | 'take'>;
}

/** How often, in ms, agents are told how much of a form is filled in. */
export const REPORTED_EVERY = 1_000;

interface Report {
  readonly command: CommandOf<'form.report'>;
  timer: Timer;
  /** The count that was told last. */
  told: number;
}

/** What {@link Forms} does: seals what is masked, sends it till it is in the log, and tells agents meanwhile how much is filled in. */
export class FormAnswers {
  readonly #options: FormAnswersOptions;
  readonly #requests: Requests;
  /** By the form's id. */
  readonly #reports = new Map<string, Report>();

  constructor(options: FormAnswersOptions) {
    this.#options = options;
    this.#requests = new Requests(options.send);
  }

  /** As {@link Forms.answer}. `signal` ends it as long as nothing has gone out. */
  async answer(to: FormEvent, values: FieldValues, places: readonly string[], signal: AbortSignal): Promise<void> {
    const { id: form, conversation } = to;
    const { files } = this.#options;
    const filled = to.form.fields.filter(({ name }) => values[name]);
    const valuesOf = (fields: readonly FormField[]) => Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? '']));
    const masked = filled.filter((field) => isMasked(to.form, field));
    const attached = places.flatMap((place) => files.uploads(place)).filter(({ phase }) => phase === 'ready');
    const command: CommandOf<'form.answer'> = {
      type: 'form.answer',
      id: this.#options.newId(),
      conversation,
      form,
      values: valuesOf(filled.filter((field) => !masked.includes(field))),
      ...(masked.length > 0 && { sealed: await this.#seal(to, valuesOf(masked)) }),
      ...(attached.length > 0 && { attachments: attached.map(({ id, alt }) => (alt ? { id, alt } : { id })) }),
    };
    // The relay would end the connection, and hear the same again on the next one.
    if (new TextEncoder().encode(JSON.stringify(command)).length > MAX_FRAME) throw new RelayError('too-long');
    // That took a moment, in which the customer may have become somebody else.
    if (signal.aborted) throw new RelayError('unavailable');
    this.#stopReporting(form);
    await this.#requests.ask(command, () => false);
    for (const place of places) files.take(place);
  }

  /** Tells the count at once, and what it has become at most once a second. */
  report({ id, conversation }: FormEvent, filled: number): void {
    const command = { type: 'form.report', conversation, form: id, filled } as const;
    const { timer, told = 0 } = this.#reports.get(id) ?? {};
    const report: Report = { command, timer, told };
    this.#reports.set(id, report);
    if (timer === undefined) this.#tell(report);
  }

  told(event: RelayEvent): void {
    if (event.type === 'session.opened') this.#requests.again();
    else if (event.type === 'refused') this.#requests.refuse(event);
    else if (event.type === 'conversation.opened') for (const each of event.events) this.told(each);
    else if (isLogged(event) && 'id' in event) this.#requests.settle(event.id);
  }

  forget(): void {
    for (const form of [...this.#reports.keys()]) this.#stopReporting(form);
    this.#requests.rejectAll();
  }

  async #seal({ id: form, conversation, vault }: FormEvent, values: FieldValues) {
    if (!vault) throw new RelayError('malformed', 'the form came without a key to seal for');
    const { seal } = await import('./seal.js');
    return seal(vault, { conversation, form }, values);
  }

  #tell(report: Report): void {
    const { command } = report;
    if (command.filled === report.told) return;
    report.told = command.filled;
    this.#options.send(command);
    report.timer = this.#options.clock.setTimeout(() => {
      const now = this.#reports.get(command.form);
      if (!now) return;
      now.timer = undefined;
      this.#tell(now);
    }, REPORTED_EVERY);
  }

  #stopReporting(form: string): void {
    this.#options.clock.clearTimeout(this.#reports.get(form)?.timer);
    this.#reports.delete(form);
  }
}
