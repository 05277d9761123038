import { useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Virtuoso } from 'react-virtuoso';
import type { MessageEvent } from '@deskbell/protocol/events.js';
import { talk } from './messages.js';

const size = Number(new URLSearchParams(location.search).get('size'));
const next = talk(size + 1_000).slice(size);
let grow: (event: MessageEvent) => void = () => undefined;

const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

function Row({ event }: { event: MessageEvent }): ReactElement {
  return (
    <div className={`row ${event.by.role}`}>
      <div className="bubble" dir="auto">
        {event.text}
      </div>
      <time dateTime={new Date(event.at).toISOString()}>{time.format(event.at)}</time>
    </div>
  );
}

function Transcript({ first }: { first: MessageEvent[] }): ReactElement {
  const [events, setEvents] = useState(first);
  grow = (event) => setEvents((before) => [...before, event]);
  return (
    <Virtuoso
      style={{ height: '100%' }}
      data={events}
      initialTopMostItemIndex={events.length - 1}
      followOutput
      computeItemKey={(_, event) => event.id}
      itemContent={(_, event) => <Row event={event} />}
    />
  );
}

Object.assign(window, {
  show() {
    const place = document.getElementById('place');
    if (place) createRoot(place).render(<Transcript first={talk(size)} />);
  },
  append(index: number) {
    const event = next[index];
    if (!event) throw new Error('no more messages to append');
    grow(event);
  },
  rows: () => document.querySelectorAll('.row').length,
  scroller: () =>
    [...document.querySelectorAll('#place *')].find(
      (node) => node.scrollHeight > node.clientHeight + 10 && getComputedStyle(node).overflowY !== 'visible',
    ),
});
