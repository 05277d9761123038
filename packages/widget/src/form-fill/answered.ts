import { msg } from '@lit/localize';
import { formatLocale } from '@deskbell/parts/locale.js';
import type { FormEvent, LogEventOf } from '@deskbell/protocol/events.js';
import type { FormField } from '@deskbell/protocol/forms.js';
import { html, nothing } from 'lit';

export type AnsweredEvent = LogEventOf<'form.answered'>;

const day = (value: string): string => {
  const at = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? value : at.toLocaleDateString(formatLocale(), { dateStyle: 'long', timeZone: 'UTC' });
};

function said({ name, kind }: FormField, { values, attachments = [] }: AnsweredEvent): string {
  const value = values[name] ?? '';
  if (kind === 'file')
    return value
      .split('\n')
      .map((id) => attachments.find((each) => each.id === id)?.name ?? id)
      .join(', ');
  if (kind === 'consent') return msg('Agreed');
  return kind === 'date' ? day(value) : kind === 'choices' ? value.split('\n').join(', ') : value;
}

/** What the customer sent: what is masked is in no log, so that even they see dots. */
export function answeredView({ form }: FormEvent, answer: AnsweredEvent) {
  const filled = form.fields.filter(({ name }) => (answer.values[name] ?? '') !== '' || answer.masked.includes(name));
  if (!filled.length) return nothing;
  return html`<dl>
    ${filled.map(
      (field) =>
        html`<div>
          <dt dir="auto">${field.label}</dt>
          ${
            answer.masked.includes(field.name)
              ? html`<dd><span aria-hidden="true">••••</span><span class="unseen">${msg('Sent encrypted')}</span></dd>`
              : html`<dd dir="auto">${said(field, answer)}</dd>`
          }
        </div>`,
    )}
  </dl>`;
}
