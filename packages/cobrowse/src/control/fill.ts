import type { ActFault } from '../words.js';
import { focusOn, owesChange, settle } from './focus.js';
import { dispatch, edits, windowOf } from './native.js';
import { documentOf, tagOf } from '../natives.js';

const TEXTS = ['text', 'search', 'url', 'tel', 'email', 'number'];
const PICKED = ['date', 'time', 'month', 'week', 'datetime-local', 'color', 'range'];

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The setter of the prototype: frameworks put their own on the field to see who changed it, and would take the change for theirs. */
const setValue = (field: Field, value: string): void => {
  const { prototype } = tagOf(field) === 'textarea' ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
};

interface Difference {
  readonly at: number;
  readonly gone: number;
  readonly come: string;
}

/** What has to go and what has to come so that a text becomes another. */
function difference(from: string, to: string): Difference {
  let at = 0;
  while (at < from.length && at < to.length && from[at] === to[at]) at++;
  let same = 0;
  while (same < Math.min(from.length, to.length) - at && from[from.length - 1 - same] === to[to.length - 1 - same]) same++;
  return { at, gone: from.length - at - same, come: to.slice(at, to.length - same) };
}

const keyOf = ({ gone, come }: Difference) => ([...come].length === 1 ? come : come === '' && gone === 1 ? 'Backspace' : 'Unidentified');

/** The element that is edited as a whole, where one is in something that can be edited. */
export function editorOf(element: Element): HTMLElement | undefined {
  let editor: HTMLElement | undefined;
  for (let up = element as HTMLElement | null; up?.isContentEditable; up = up.parentElement) editor = up;
  return editor;
}

/** Where in an element's text a number of signs stands. */
function placeOf(editor: Element, offset: number): [Node, number] {
  const walker = (documentOf(editor) as Document).createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  let last: [Node, number] = [editor, 0];
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    if (offset <= text.length) return [text, offset];
    offset -= text.length;
    last = [text, text.length];
  }
  return last;
}

/** Says that something is to be typed, or was. False where the page will not have it, or does it itself. */
const says = (field: Element, type: 'beforeinput' | 'input', { gone, come }: Difference, targetRanges: StaticRange[] = []): boolean => {
  const inputType = !come ? 'deleteContentBackward' : gone ? 'insertReplacementText' : 'insertText';
  const init = { bubbles: true, cancelable: type === 'beforeinput', composed: true, data: come || null, inputType, targetRanges };
  return dispatch(field, new InputEvent(type, init));
};

/** Only what differs is replaced, by the browser's own editing: what is bold stays bold, and an editor of the page's sees a hand typing. */
function edit(editor: HTMLElement, text: string): ActFault | undefined {
  const change = difference(editor.textContent, text);
  const { at, gone, come } = change;
  if (!gone && !come) return undefined;
  const [startContainer, startOffset] = placeOf(editor, at);
  const [endContainer, endOffset] = placeOf(editor, at + gone);
  windowOf(editor)?.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  // Browsers say nothing before what a script edits.
  if (!says(editor, 'beforeinput', change, [range])) return undefined;
  const document = documentOf(editor) as Document;
  return (come ? edits(document, 'insertText', come) : edits(document, 'delete')) ? undefined : 'not-possible';
}

function fillText(field: Field, text: string): ActFault | undefined {
  const change = difference(field.value, text);
  const { gone, come } = change;
  if (!gone && !come) return undefined;
  const key = { key: keyOf(change), bubbles: true, cancelable: true, composed: true, view: windowOf(field) };
  if (!dispatch(field, new KeyboardEvent('keydown', key))) return 'not-possible';
  // A page that prevents it writes what it wants itself.
  if (says(field, 'beforeinput', change)) {
    setValue(field, text);
    owesChange(field);
    says(field, 'input', change);
  }
  dispatch(field, new KeyboardEvent('keyup', key));
  return undefined;
}

function pick(field: HTMLInputElement, value: string): void {
  setValue(field, value);
  dispatch(field, new Event('input', { bubbles: true, composed: true }));
  owesChange(field);
  settle(field);
}

/** What a field would not take, an hour of 25 or letters for a number, it would become empty by. */
function wouldTake(field: HTMLInputElement, value: string): boolean {
  const probe = field.cloneNode() as HTMLInputElement;
  setValue(probe, value);
  return value === '' || (field.type === 'color' ? probe.value === value.toLowerCase() : probe.value !== '');
}

/** Makes a field hold a text, whole. */
export function fill(element: Element, text: string): ActFault | undefined {
  const tag = tagOf(element);
  if (tag === 'input' || tag === 'textarea') {
    const field = element as HTMLInputElement;
    const isText = tag === 'textarea' || TEXTS.includes(field.type);
    if (field.readOnly || !(isText || PICKED.includes(field.type)) || !focusOn(field)) return 'not-possible';
    if (tag === 'input' && !wouldTake(field, text)) return 'not-possible';
    const most = field.maxLength >= 0 ? field.maxLength : text.length;
    if (isText) return fillText(field, text.slice(0, most));
    pick(field, text);
    return undefined;
  }
  const editor = editorOf(element);
  return editor && focusOn(editor) ? edit(editor, text) : 'not-possible';
}

/** Chooses the options of a select, by index. */
export function choose(select: HTMLSelectElement, indexes: readonly number[]): ActFault | undefined {
  const wanted = indexes.map((index) => select.options[index]);
  const isPossible = wanted.every((option) => option && !option.disabled && !option.matches('optgroup:disabled > *, [hidden]'));
  if (!isPossible || (!select.multiple && wanted.length !== 1) || !focusOn(select)) return 'not-possible';
  const before = [...select.selectedOptions];
  if (before.length === wanted.length && before.every((option) => wanted.includes(option))) return undefined;
  if (select.multiple) for (const option of select.options) option.selected = wanted.includes(option);
  else select.selectedIndex = indexes[0] as number;
  for (const type of ['input', 'change']) dispatch(select, new Event(type, { bubbles: true, composed: type === 'input' }));
  return undefined;
}
