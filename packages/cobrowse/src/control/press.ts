import { focusAfterPress } from './focus.js';
import { dispatch, pathOf, windowOf } from './native.js';
import { isConnected } from '../natives.js';
import type { Point } from './where.js';

/** What the agent's pointer is over. */
let over: Element[] = [];

/** Moves the agent's pointer to an element, as far as scripts see it: menus that open for a mouse open. */
function moveTo(element: Element, event: (type: string, more?: PointerEventInit) => PointerEvent): void {
  const path = [...pathOf(element)];
  const [last] = over;
  const was = over.filter((up) => !path.includes(up) && isConnected(up));
  const is = path.filter((up) => !over.includes(up)).reverse();
  over = path;
  const tell = (on: Element, verb: string, bubbles: boolean, relatedTarget: Element | null) => {
    for (const kind of ['pointer', 'mouse']) dispatch(on, event(`${kind}${verb}`, { bubbles, cancelable: bubbles, relatedTarget }));
  };
  if (last !== element) {
    if (last && isConnected(last)) tell(last, 'out', true, element);
    for (const up of was) tell(up, 'leave', false, element);
    tell(element, 'over', true, last ?? null);
    for (const up of is) tell(up, 'enter', false, last ?? null);
  }
  for (const kind of ['pointer', 'mouse']) dispatch(element, event(`${kind}move`));
}

/**
 * A click as a hand does it, in all its events, so that every kind of page sees it. `isStillFine` is asked once more before the click itself: what
 * listens to the press may have changed the page. `times`: 2 of a double click.
 */
export function press(element: Element, point: Point, times: number, isStillFine: () => boolean): void {
  const event = (type: string, more: PointerEventInit = {}) => {
    const init: PointerEventInit = {
      bubbles: true,
      cancelable: true,
      composed: true,
      view: windowOf(element),
      pointerId: 1,
      isPrimary: true,
    };
    Object.assign(init, { pointerType: 'mouse', clientX: point.x, clientY: point.y, detail: times }, more);
    return type.startsWith('mouse') ? new MouseEvent(type, init) : new PointerEvent(type, init);
  };
  moveTo(element, (type, more) => event(type, { detail: 0, ...more }) as PointerEvent);
  // A page that prevents the one is told nothing of the other.
  const isMouse = dispatch(element, event('pointerdown', { buttons: 1 }));
  if (isMouse && dispatch(element, event('mousedown', { buttons: 1 }))) focusAfterPress(element);
  dispatch(element, event('pointerup'));
  if (isMouse) dispatch(element, event('mouseup'));
  if (!isConnected(element) || !isStillFine()) return;
  dispatch(element, event('click'));
  if (times === 2) dispatch(element, event('dblclick'));
}
