import type { MessageEvent } from '@deskbell/protocol/events.js';

const WORDS =
  'the parcel came late but your driver was kind and asked whether I would rather have it at the office on a weekday because nobody answers here'.split(
    ' ',
  );

/** Talk of two people, the same every time: between one and forty words a message, a few seconds apart. */
export const talk = (count: number): MessageEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'message.sent',
    conversation: '018f0000-0000-7000-8000-000000000000',
    seq: index + 1,
    id: `018f0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
    at: 1_767_225_600_000 + index * 17_000,
    by:
      index % 3 === 0
        ? { id: 'ana', name: 'Ana Ruiz', role: 'agent' }
        : { id: '018f0000-0000-7000-8000-00000000c057', name: 'Kim Lee', role: 'customer' },
    text: Array.from({ length: 1 + ((index * 7) % 40) }, (_, word) => WORDS[(index + word) % WORDS.length]).join(' '),
  }));
