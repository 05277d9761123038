import { msg, str } from '@lit/localize';
import type { FileLimits } from '@deskbell/protocol/attachments.js';
import { MAX_FIELD_FILES } from '@deskbell/protocol/check-fields.js';
import type { FormField } from '@deskbell/protocol/forms.js';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icon.js';
import { attachIcon } from '../icons.js';
import type { AttachedFiles } from '../uploads/attached-files.js';
import { autocompleteOf } from './autocomplete.js';
import { boxView, type Box } from './box.js';
import { brandOf, grouped, regroup } from './card-number.js';
import { eyeIcon, eyeOffIcon, lockIcon } from './form-icons.js';
import { SHOWN_OPTIONS, checksView, consentView, radiosView } from './options.js';

/** A field of a form, and how it stands. */
export interface Fielded {
  readonly field: FormField;
  readonly id: string;
  readonly value: string;
  /** What is wrong with it; empty where nothing is. */
  readonly fault: string;
  readonly isMasked: boolean;
  /** Whether a masked value shows. */
  readonly isBare: boolean;
  readonly busy: boolean;
  /** Of a file. */
  readonly attached: AttachedFiles | undefined;
  readonly limits: FileLimits | undefined;
  readonly edit: (value: string) => void;
  /** It was left. */
  readonly leave: () => void;
  /** The focus came into a masked one, or went. */
  readonly enter: (isInside: boolean) => void;
  /** What is typed into a masked one is to be dots all the time, or not. */
  readonly cover: (isCovered: boolean) => void;
}

const COVERED: readonly FormField['kind'][] = ['text', 'longText', 'number', 'email', 'phone', 'cardNumber', 'date'];

const boxOf = ({ field, id, value, fault, isMasked, isBare, busy, edit }: Fielded): Box => {
  const { kind, options, required } = field;
  const isCard = kind === 'cardNumber';
  return {
    id,
    kind,
    options,
    required,
    value: isCard ? grouped(value) : value,
    isWrong: fault !== '',
    describedBy: `${id}-help ${id}-fault`,
    busy,
    autocomplete: autocompleteOf(field, isMasked),
    isMasked,
    isCovered: isMasked && !isBare,
    ...(isCard && { read: regroup }),
    edit,
  };
};

/** Keeps what is typed from whoever listens outside; keys that move and send go on. */
const hush = (event: Event): void => {
  if (!(event instanceof KeyboardEvent) || event.key.length === 1) event.stopPropagation();
};

/**
 * Masked values show as dots but while they are being typed, or mended: nobody types a card number blind. It is a text box all the same:
 * browsers offer to keep what is typed into one for passwords, and fill those in. A page that listens to keys hears none of it, unless it
 * listens before everybody else does.
 */
function masked(of: Fielded): TemplateResult {
  const { field, id, isBare, cover, enter, leave } = of;
  const { label } = field;
  const name = isBare ? msg(str`Hide “${label}”`) : msg(str`Show “${label}”`);
  const turn = ({ currentTarget }: Event): void => {
    cover(isBare);
    (currentTarget as Element).parentElement?.querySelector<HTMLElement>('input, textarea')?.focus();
  };
  const exit = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if ((currentTarget as Element).contains(relatedTarget as Node | null)) return;
    enter(false);
    leave();
  };
  return html`<div
    class="box with"
    @focusin=${() => {
      enter(true);
    }}
    @focusout=${exit}
    @beforeinput=${hush}
    @input=${hush}
    @keydown=${hush}
    @keypress=${hush}
    @keyup=${hush}
    @paste=${hush}
  >
    ${boxView(boxOf(of))}
    <button type="button" class="quiet icon" aria-label=${name} title=${name} aria-controls=${id} @click=${turn}>
      ${icon(isBare ? eyeOffIcon : eyeIcon)}
    </button>
  </div>`;
}

function files({ field, id, busy, attached, limits, edit }: Fielded): TemplateResult {
  const uploads = attached?.uploads ?? [];
  const choose = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    attached?.add([...(input.files ?? [])].slice(0, Math.max(0, MAX_FIELD_FILES - uploads.length)));
    // The same file can be chosen again.
    input.value = '';
    edit('');
  };
  const open = ({ currentTarget }: Event) => ((currentTarget as Element).nextElementSibling as HTMLInputElement).click();
  return html`${limits && attached && uploads.length ? attached.list(limits, MAX_FIELD_FILES) : nothing}
    <button
      id=${id}
      type="button"
      class="add"
      aria-labelledby="${id}-label ${id}"
      aria-describedby="${id}-help ${id}-fault"
      ?disabled=${busy || !limits || uploads.length >= MAX_FIELD_FILES}
      @click=${open}
    >
      ${icon(attachIcon)}${limits ? msg('Choose files') : msg('Files cannot be sent here')}
    </button>
    <input type="file" multiple hidden aria-label=${field.label} accept=${limits?.types.join(',') ?? ''} @change=${choose} />`;
}

function inside(of: Fielded, label: unknown): TemplateResult {
  const { kind, options = [] } = of.field;
  if (kind === 'file') return files(of);
  if (kind === 'consent') return consentView(label, boxOf(of));
  if (kind === 'choices') return checksView(options, boxOf(of));
  if (kind === 'choice' && options.length <= SHOWN_OPTIONS) return radiosView(options, boxOf(of));
  if (of.isMasked && COVERED.includes(kind)) return masked(of);
  return html`<div class="box" @focusout=${of.leave}>${boxView(boxOf(of))}</div>`;
}

/** A field with its label, what helps to fill it in, and what is wrong with it. */
export function fieldView(of: Fielded): TemplateResult {
  const { field, id, fault, isMasked } = of;
  const { kind, required, options = [], help = '' } = field;
  const label = html`${field.label}${required ? nothing : html` <small>${msg('(optional)')}</small>`}`;
  // A label is for one box: several have a name in common, and a file's button has its own.
  const isMany = kind === 'choices' || kind === 'file' || (kind === 'choice' && options.length <= SHOWN_OPTIONS);
  return html`<div part="field" class="field ${fault ? 'wrong' : ''}">
    ${
      kind === 'consent'
        ? nothing
        : html`<div class="label">
          ${isMany ? html`<span id="${id}-label" dir="auto">${label}</span>` : html`<label for=${id} id="${id}-label" dir="auto">${label}</label>`}
          ${isMasked ? icon(lockIcon) : nothing}
        </div>`
    }
    ${inside(of, label)}${kind === 'cardNumber' ? html`<p class="brand">${brandOf(of.value)}</p>` : nothing}
    <p class="help" id="${id}-help" dir="auto">${help}</p>
    <p class="error" id="${id}-fault">${fault}</p>
  </div>`;
}
