import '@deskbell/parts/transcript/transcript.js';
import type { MessageEvent } from '@deskbell/protocol/events.js';
import { talk } from './messages.js';

const element = document.createElement('deskbell-transcript');
const size = Number(new URLSearchParams(location.search).get('size'));
let events: MessageEvent[] = talk(size);
const next = talk(size + 1_000).slice(size);

Object.assign(window, {
  show() {
    Object.assign(element, { events, side: 'customer', me: '018f0000-0000-7000-8000-00000000c057', read: { customer: 0, agent: 0 } });
    document.getElementById('place')?.append(element);
  },
  append(index: number) {
    const event = next[index];
    if (!event) throw new Error('no more messages to append');
    events = [...events, event];
    element.events = events;
  },
  rows: () => element.shadowRoot?.querySelectorAll('[dir=auto]').length ?? 0,
  /** What scrolls: the element itself, or the part of it that does. */
  scroller(): Element {
    const inside = [...(element.shadowRoot?.querySelectorAll('*') ?? [])].find(
      (node) => node.scrollHeight > node.clientHeight + 10 && getComputedStyle(node).overflowY !== 'visible',
    );
    return inside ?? element;
  },
});
