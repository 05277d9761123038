import type { Act, ActFault } from '../words.js';
import { faultAt, formLeaves, type Keeper } from './bounds.js';
import { choose, editorOf } from './fill.js';
import { activeNear, focusOn, owesChange, settle } from './focus.js';
import { dispatch, edits, windowOf } from './native.js';
import { documentOf, findIn, isConnected, matches, rootOf, shadowOf, tagOf } from '../natives.js';

export type Key = Extract<Act, { kind: 'key' }>['key'];

const CODES: Record<Key, number> = { Tab: 9, Enter: 13, Escape: 27, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 };
const ONE_LINE = /^(text|search|url|tel|email|number|password|date|time|month|week|datetime-local)$/;

/** Everything the focus can go to, in the order of the page, with what is in open shadow roots and in frames of this site. */
function stops(root: Document | ShadowRoot): HTMLElement[] {
  return findIn(root, '*').flatMap((element) => {
    const inner = shadowOf(element) ?? (tagOf(element) === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null);
    const isStop = (element as HTMLElement).tabIndex >= 0 && tagOf(element) !== 'iframe' && !matches(element, ':disabled');
    return [...(isStop ? [element as HTMLElement] : []), ...(inner ? stops(inner) : [])];
  });
}

/** On to the next that takes the focus; what is the customer's alone, and Deskbell's own, is passed over. */
function tab(from: Element, keeper: Keeper): ActFault | undefined {
  const all = stops(globalThis.document);
  const at = all.indexOf(from as HTMLElement);
  const next = [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].find(
    (stop) => stop.checkVisibility({ visibilityProperty: true }) && mayStopAt(stop, keeper) && focusOn(stop),
  );
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  return next ? undefined : 'not-possible';
}

const mayStopAt = (stop: Element, keeper: Keeper): boolean => {
  const fault = faultAt(stop, keeper);
  // A link that leads away can be stood on: it is not followed.
  return fault === undefined || fault === 'elsewhere';
};

function click(element: Element, keeper: Keeper): ActFault | undefined {
  const fault = faultAt(element, keeper);
  if (!fault) dispatch(element, new PointerEvent('click', { bubbles: true, cancelable: true, composed: true, view: windowOf(element) }));
  return fault;
}

/** A form is sent by its first button, as a browser does; without one, only where it has a single field to type in. */
function send(field: HTMLInputElement, keeper: Keeper): ActFault | undefined {
  const { form } = field;
  if (!form) return undefined;
  const members = findIn(rootOf(form), '*').filter((element) => (element as HTMLInputElement).form === form) as HTMLInputElement[];
  const button = members.find(({ type, localName }) => (type === 'submit' || type === 'image') && localName !== 'output');
  if (button) return button.disabled ? undefined : click(button, keeper);
  if (members.filter(({ localName, type }) => localName === 'input' && ONE_LINE.test(type)).length > 1) return undefined;
  if (formLeaves(form)) return 'elsewhere';
  HTMLFormElement.prototype.requestSubmit.call(form);
  return undefined;
}

function enter(element: Element, keeper: Keeper): ActFault | undefined {
  const editor = editorOf(element);
  if (editor) return edits(documentOf(editor) as Document, 'insertParagraph') ? undefined : 'not-possible';
  const tag = tagOf(element);
  if (tag === 'input' && !/^(submit|image|button|reset|color)$/.test((element as HTMLInputElement).type)) {
    settle(element);
    return send(element as HTMLInputElement, keeper);
  }
  return matches(element, 'a[href], area[href], button, summary, input') ? click(element, keeper) : undefined;
}

/** What is open above the page and closes by itself. */
function escape(from: Element): ActFault | undefined {
  const root = documentOf(from) as Document;
  const open = findIn(root, 'dialog:modal, [popover=""]:popover-open, [popover="auto"]:popover-open').at(-1) as HTMLElement | undefined;
  if (!open) return undefined;
  const fault = faultAt(open, { mayControl: () => true });
  if (fault) return fault;
  if (tagOf(open) !== 'dialog' || !matches(open, ':modal')) open.hidePopover();
  else if (dispatch(open, new Event('cancel', { cancelable: true }))) (open as HTMLDialogElement).close();
  return undefined;
}

function arrow(element: Element, key: Key, keeper: Keeper): ActFault | undefined {
  const step = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
  if (tagOf(element) === 'select') {
    const select = element as HTMLSelectElement;
    const to = select.selectedIndex + step;
    return select.multiple || !select.options[to] ? undefined : choose(select, [to]);
  }
  const field = element as HTMLInputElement;
  if (tagOf(field) !== 'input') return undefined;
  if (field.type === 'radio') {
    const group = findIn(rootOf(field), 'input[type=radio]') as HTMLInputElement[];
    const same = group.filter((other) => other.name === field.name && other.form === field.form && !other.disabled);
    const next = same.at((same.indexOf(field) + step) % same.length);
    return next && focusOn(next) ? click(next, keeper) : undefined;
  }
  const isNumber = field.type === 'number' && (key === 'ArrowUp' || key === 'ArrowDown');
  if (field.readOnly || !(isNumber || field.type === 'range')) return undefined;
  const isUp = key === 'ArrowUp' || key === 'ArrowRight';
  if (isUp) field.stepUp();
  else field.stepDown();
  dispatch(field, new Event('input', { bubbles: true, composed: true }));
  owesChange(field);
  settle(field);
  return undefined;
}

/** Presses a key on an element that has the focus, or gets it, and does what a browser does by itself where the page lets it. */
export function pressKey(element: Element, key: Key, keeper: Keeper): ActFault | undefined {
  const isStop = (element as HTMLElement).tabIndex >= 0 || editorOf(element);
  if (isStop && !focusOn(editorOf(element) ?? element)) return 'not-possible';
  const init = { key, code: key, keyCode: CODES[key], bubbles: true, cancelable: true, composed: true, view: windowOf(element) };
  const goesOn = dispatch(element, new KeyboardEvent('keydown', init));
  const isPressed = goesOn && (key !== 'Enter' || dispatch(element, new KeyboardEvent('keypress', { ...init, charCode: 13 })));
  let fault: ActFault | undefined;
  if (isPressed && isConnected(element)) {
    if (key === 'Tab') fault = tab(element, keeper);
    else if (key === 'Enter') fault = enter(element, keeper);
    else if (key === 'Escape') fault = escape(element);
    else fault = arrow(element, key, keeper);
  }
  const released = activeNear(element) ?? element;
  dispatch(isConnected(released) ? released : (documentOf(element) as Document), new KeyboardEvent('keyup', init));
  return fault;
}
