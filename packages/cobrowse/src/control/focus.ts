import { dispatch, pathOf } from './native.js';
import { activeIn, attributeOf, documentOf, isConnected, matches, rootOf } from '../natives.js';

const FOCUSABLE = 'input, button, select, textarea, a[href], area[href], summary, [tabindex], [contenteditable]';

/** Fields that the agent typed into and that have not said so yet: as in a browser, `change` comes when the field is left. */
const typed = new WeakSet<Element>();

/** Says `change` where it is due. */
export function settle(field: Element | null): void {
  if (field && typed.delete(field)) dispatch(field, new Event('change', { bubbles: true }));
}

export function owesChange(field: Element): void {
  if (typed.has(field)) return;
  typed.add(field);
  field.addEventListener('blur', () => settle(field), { once: true });
}

/** The innermost element with the focus, in the tree of a node and the shadow roots in it. */
export function activeNear(node: Node): Element | null {
  let active = activeIn(rootOf(node)) ?? activeIn(documentOf(node) as Document);
  for (let inner = active; inner; inner = inner.shadowRoot?.activeElement ?? null) active = inner;
  return active;
}

const isFocused = (element: Element) => activeIn(rootOf(element)) === element || matches(element, ':focus-within');

const say = (on: Element, type: string, bubbles: boolean, relatedTarget: Element | null) =>
  dispatch(on, new FocusEvent(type, { bubbles, composed: true, relatedTarget }));

/**
 * Gives an element the focus, and says whether it has it: what is behind an open dialog never gets it. While the customer looks at another window
 * the browser moves the focus but tells nobody, so that forms would not learn which field was left: then it is told here.
 */
export function focusOn(element: Element): boolean {
  if (isFocused(element)) return true;
  const before = activeNear(element);
  settle(before);
  const told: Event[] = [];
  const hear = (event: Event) => told.push(event);
  element.addEventListener('focus', hear, { once: true });
  (element as HTMLElement).focus({ preventScroll: true });
  element.removeEventListener('focus', hear);
  if (!isFocused(element)) return false;
  if (told.length > 0) return true;
  if (before && before !== element && isConnected(before)) {
    say(before, 'blur', false, element);
    say(before, 'focusout', true, element);
  }
  say(element, 'focus', false, before);
  say(element, 'focusin', true, before);
  return true;
}

/** Where the focus goes after a press: to the nearest that takes it, or away. */
export function focusAfterPress(element: Element): void {
  for (const up of pathOf(element)) {
    if (matches(up, FOCUSABLE) && attributeOf(up, 'contenteditable') !== 'false' && focusOn(up)) return;
  }
  const active = activeNear(element);
  settle(active);
  (active as HTMLElement | null)?.blur();
}
