import { msg } from '@lit/localize';
import type { FieldKind } from '@deskbell/protocol/fields.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A field whose value is typed, or chosen from a list that opens, and how it stands. */
export interface Box {
  readonly id: string;
  readonly kind: FieldKind;
  readonly options?: readonly string[] | undefined;
  readonly required: boolean;
  readonly value: string;
  readonly isWrong: boolean;
  /** The ids of what explains it, and of what is wrong with it. */
  readonly describedBy: string;
  readonly busy: boolean;
  /** `off` where it is left out. */
  readonly autocomplete?: string;
  /** Whether what stands in it is nobody's business: dots are shown, and nothing of it goes to a spelling service. */
  readonly isCovered?: boolean;
  readonly isMasked?: boolean;
  /** Takes what was typed, and may put it in order where it stands. */
  readonly read?: (input: HTMLInputElement) => string;
  readonly edit: (value: string) => void;
}

// A number is a text: what a browser takes for one depends on its language, and it hides from us what it does not take.
const INPUTS: { readonly [K in FieldKind]?: readonly [type: string, inputmode?: string] } = {
  number: ['text', 'decimal'],
  email: ['email', 'email'],
  phone: ['tel', 'tel'],
  date: ['date'],
  cardNumber: ['text', 'numeric'],
};

const plainly = ({ value }: HTMLInputElement): string => value;

/** The box of a field of any kind that has one: with its type, its keyboard, and what a screen reader says of it. */
export function boxView(box: Box): TemplateResult {
  const { id, kind, options = [], required, value, isWrong, describedBy, busy, isMasked, read = plainly } = box;
  const edit = ({ target }: Event): void => box.edit(read(target as HTMLInputElement));
  const look = box.isCovered ? 'covered' : '';
  const off = isMasked ? 'off' : nothing;
  if (kind === 'choice')
    return html`<select
      id=${id}
      aria-required=${required}
      aria-invalid=${isWrong}
      aria-describedby=${describedBy}
      .value=${live(value)}
      ?disabled=${busy}
      @change=${edit}
    >
      <option value="" ?selected=${value === ''}>${msg('Choose')}</option>
      ${options.map((option) => html`<option value=${option} ?selected=${option === value}>${option}</option>`)}
    </select>`;
  if (kind === 'longText')
    return html`<textarea
      id=${id}
      class="scroll ${look}"
      dir="auto"
      rows="3"
      autocomplete=${box.autocomplete ?? 'off'}
      autocorrect=${off}
      autocapitalize=${off}
      spellcheck=${isMasked ? 'false' : nothing}
      aria-required=${required}
      aria-invalid=${isWrong}
      aria-describedby=${describedBy}
      .value=${live(value)}
      ?readonly=${busy}
      @input=${edit}
    ></textarea>`;
  const [type, inputmode] = INPUTS[kind] ?? ['text'];
  return html`<input
    id=${id}
    class=${look}
    type=${type}
    inputmode=${inputmode ?? nothing}
    dir="auto"
    autocomplete=${box.autocomplete ?? 'off'}
    autocorrect=${off}
    autocapitalize=${off}
    spellcheck=${isMasked ? 'false' : nothing}
    aria-required=${required}
    aria-invalid=${isWrong}
    aria-describedby=${describedBy}
    .value=${live(value)}
    ?readonly=${busy}
    @input=${edit}
  />`;
}
