// What stands on the agent's side for a field of the customer's. Looked at by the tag: in a frame, `instanceof` knows another class.

const TYPED = /^(text|search|url|tel|email|number|password)$/;
const PICKED = /^(date|time|month|week|datetime-local|color)$/;

export type Typed = HTMLInputElement | HTMLTextAreaElement;

const typeOf = (element: Element): string => (element.localName === 'input' ? (element as HTMLInputElement).type : '');

/** The field that an element is, or the text with form that it is in; undefined where nothing is typed. */
export function typedAt(element: Element): HTMLElement | undefined {
  if (element.localName === 'textarea' || TYPED.test(typeOf(element))) return element as HTMLElement;
  let editor: HTMLElement | undefined;
  // In a page that nothing runs in, the attribute is all there is.
  for (let up: Element | null = element; up; up = up.parentElement) {
    const editable = up.getAttribute('contenteditable');
    if (editable === 'false') break;
    if (editable !== null) editor = up as HTMLElement;
  }
  return editor;
}

export const isMultiLine = (field: Element): boolean => field.localName === 'textarea';
export const isEditor = (field: Element): boolean => field.localName !== 'textarea' && field.localName !== 'input';
export const textOf = (field: Element): string => (isEditor(field) ? field.textContent : (field as Typed).value);

/** Whether it is chosen from something that the browser opens. */
export const isPicked = (element: Element): boolean =>
  PICKED.test(typeOf(element)) || (element.localName === 'select' && !isList(element as HTMLSelectElement));

/** A select that shows its options by itself. */
export const isList = (select: HTMLSelectElement): boolean => select.multiple || select.size > 1;

export const isRange = (element: Element): boolean => typeOf(element) === 'range';

/** What is the customer's alone, as far as it is seen from here. */
export const isOutOfBounds = (element: Element): boolean => /^(password|file|hidden)$/.test(typeOf(element));

/** The value of a slider at a part of its width, 0 to 1. */
export function valueAt(range: HTMLInputElement, part: number): string {
  const [min, max] = [Number(range.min || 0), Number(range.max || 100)];
  const step = range.step === 'any' ? 0 : Number(range.step) || 1;
  const value = min + (max - min) * Math.min(1, Math.max(0, part));
  const snapped = step ? min + Math.round((value - min) / step) * step : value;
  return String(Number(Math.min(snapped, max).toFixed(6)));
}
