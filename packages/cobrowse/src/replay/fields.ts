import { getAttribute, nameOf, removeAttribute, setAttribute, toggleAttribute } from './dom.js';

// What fields hold and elements show by themselves. Asked by prototypes, as everything is: see `dom.ts`.

const property = <T>(proto: object, name: string) => Object.getOwnPropertyDescriptor(proto, name) as { get(): T; set(value: T): void };
const INPUT_VALUE = property<string>(HTMLInputElement.prototype, 'value');
const AREA_VALUE = property<string>(HTMLTextAreaElement.prototype, 'value');
const CHECKED = property<boolean>(HTMLInputElement.prototype, 'checked');
const MIXED = property<boolean>(HTMLInputElement.prototype, 'indeterminate');
const OPTIONS = property<HTMLOptionsCollection>(HTMLSelectElement.prototype, 'options');
const SELECTED = property<boolean>(HTMLOptionElement.prototype, 'selected');
const INERT = property<boolean>(HTMLElement.prototype, 'inert');

/** Kinds of fields that show nothing of what is in them. */
const UNREADABLE = new Set(['file', 'image', 'hidden']);
/** Kinds that always show a value of their kind: a mask is none, and leaves them as they are. */
const OWN_VALUES: Readonly<Record<string, RegExp>> = { range: /^-?[\d.]+(?:e-?\d+)?$/i, color: /^#[\da-f]{6}$/i };

export function showValue(field: Element, value: string): void {
  if (nameOf(field) === 'textarea') return AREA_VALUE.set.call(field, value);
  const type = getAttribute(field, 'type')?.toLowerCase() ?? 'text';
  if (nameOf(field) !== 'input' || UNREADABLE.has(type)) return;
  const kind = OWN_VALUES[type];
  if (kind) {
    if (kind.test(value)) INPUT_VALUE.set.call(field, value);
    return;
  }
  INPUT_VALUE.set.call(field, value);
  // A mask is no date and no number: such a field would stay empty.
  if (value === '' || INPUT_VALUE.get.call(field) === value || type === 'text') return;
  setAttribute(field, 'type', 'text');
  INPUT_VALUE.set.call(field, value);
}

export function showChecked(field: Element, on: boolean, isMixed: boolean): void {
  if (nameOf(field) !== 'input') return;
  CHECKED.set.call(field, on);
  MIXED.set.call(field, isMixed);
}

export function showChosen(field: Element, chosen: readonly number[]): void {
  if (nameOf(field) !== 'select') return;
  const options = OPTIONS.get.call(field);
  // Those that are not go first: where only one may be chosen, the browser chooses another for the one that is not any more.
  const indexes = new Set(chosen);
  for (const on of [false, true])
    for (const [index, option] of [...options].entries()) if (indexes.has(index) === on) SELECTED.set.call(option, on);
}

/** Nothing is filled in that the agent's browser knows: a password least of all. */
export function guard(field: Element): void {
  const name = nameOf(field);
  if (name !== 'input' && name !== 'textarea' && name !== 'select') return;
  setAttribute(field, 'autocomplete', 'off');
  if (getAttribute(field, 'type')?.toLowerCase() !== 'password') return;
  setAttribute(field, 'autocomplete', 'new-password');
  setAttribute(field, 'readonly', '');
}

const attempt = (act: () => void): void => {
  try {
    act();
  } catch {
    // What cannot be opened here (it is gone, or open already) is shown as it stands.
  }
};

function closeDialog(dialog: Element): void {
  attempt(() => HTMLDialogElement.prototype.close.call(dialog));
  removeAttribute(dialog, 'open');
}

/** A modal dialog takes the focus as it opens, but not while it is inert: the agent may be writing beside the view. */
function openModal(dialog: Element): void {
  closeDialog(dialog);
  INERT.set.call(dialog, true);
  attempt(() => HTMLDialogElement.prototype.showModal.call(dialog));
  INERT.set.call(dialog, false);
}

export type Opening = '' | 'modal' | 'dialog' | 'popover' | 'fullscreen';

/** Opens or closes what an element shows by itself. */
export function open(element: Element, how: Opening): void {
  const name = nameOf(element);
  const isPopover = getAttribute(element, 'popover') !== null || how === 'popover';
  toggleAttribute(element, 'deskbell-fullscreen', how === 'fullscreen');
  if (name === 'dialog' && how === 'modal') return openModal(element);
  if (isPopover) {
    if (how === 'popover') setAttribute(element, 'popover', 'manual');
    attempt(() => HTMLElement.prototype[how === 'popover' ? 'showPopover' : 'hidePopover'].call(element as HTMLElement));
  }
  if (name === 'dialog' && how !== 'fullscreen') {
    if (how === 'dialog') setAttribute(element, 'open', '');
    else if (how === '') closeDialog(element);
  }
  if (name === 'details') toggleAttribute(element, 'open', how !== '');
}
