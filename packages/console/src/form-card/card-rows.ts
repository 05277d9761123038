import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { FormEvent, LogEventOf, SeenEvent } from '@deskbell/protocol/events.js';
import type { FieldKind } from '@deskbell/protocol/fields.js';
import { isMasked } from '@deskbell/protocol/forms.js';

type Answer = LogEventOf<'form.answered'>;

/** A field of a form, as far as its card knows it. */
export interface CardRow {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** What is revealed with it: its own name, or those of the whole form. */
  readonly names: readonly string[];
  /** Whether something masked was filled in. */
  readonly isHidden: boolean;
  /** What is open; empty where nothing was filled in. */
  readonly value: string;
  readonly files: readonly Attachment[];
  /** Whether the customer may still fill it in. */
  readonly waits: boolean;
}

/** Stands for a whole form that is secured. */
export const WHOLE: CardRow = { name: '', label: '', kind: 'text', names: [], isHidden: true, value: '', files: [], waits: false };

/** What a form was answered with, by the id of the `form.sent`. */
export const answerOf = (events: readonly SeenEvent[], form: string): Answer | undefined =>
  events.find((event): event is Answer => event.type === 'form.answered' && event.form === form);

/** The rows of a card. Once it is answered, fields that were not asked for are left out. */
export function rowsOf({ form }: FormEvent, answer: Answer | undefined, isOver: boolean): CardRow[] {
  return form.fields.flatMap((field) => {
    const { name, label, kind, when } = field;
    const isHidden = isMasked(form, field) && (answer?.masked.includes(name) ?? false);
    const value = answer?.values[name] ?? '';
    if (answer && when && !isHidden && !(name in answer.values)) return [];
    const ids = kind === 'file' ? value.split('\n') : [];
    const files = answer?.attachments?.filter(({ id }) => ids.includes(id)) ?? [];
    return [{ name, label, kind, names: [name], isHidden, value, files, waits: !answer && !isOver }];
  });
}
