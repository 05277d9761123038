import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { SeenEvent } from '@deskbell/protocol/events.js';
import type { Mark } from '@deskbell/protocol/marks.js';
import type { Author } from '@deskbell/protocol/people.js';

/** Talk for stories and tests: logs as a relay would send them, put together from what happens in them. */

export const MAYA: Author = { id: '018f0000-0000-7000-8000-00000000c057', name: 'Maya Lind', role: 'customer' };
export const ANA: Author = { id: 'ana', name: 'Ana Torres', role: 'agent' };
export const BEN: Author = { id: 'ben', name: 'Ben Osei', role: 'agent' };
export const SYSTEM: Author = { id: 'relay', name: 'Deskbell', role: 'system' };

const QUEUE = { id: 'shop', name: 'Shop' };

/** A Saturday morning, 24 seconds into a minute. */
export const MORNING = Date.UTC(2026, 10, 21, 11, 30, 24);

type Step = (place: { conversation: string; seq: number; id: string }) => SeenEvent;

export const starts =
  (by: Author, at: number): Step =>
  (place) => ({ type: 'conversation.started', ...place, at, by, customer: by, queue: QUEUE });
export const accepts =
  (by: Author, at: number): Step =>
  (place) => ({ type: 'conversation.accepted', ...place, at, by, agent: by });
export const says =
  (by: Author, text: string, at: number, marks?: Mark[], attachments?: Attachment[]): Step =>
  (place) => ({ type: 'message.sent', ...place, at, by, text, ...(marks && { marks }), ...(attachments && { attachments }) });
export const reacts =
  (by: Author, message: number, emoji: string | null, at: number): Step =>
  (place) => ({ type: 'message.reacted', ...place, at, by, message, emoji });
export const ends =
  (by: Author, at: number): Step =>
  (place) => ({ type: 'conversation.ended', ...place, at, by });
export const hides: Step = ({ conversation, seq }) => ({ type: 'event.hidden', conversation, seq });
export const disposes =
  (by: Author, description: string, at: number): Step =>
  (place) => ({
    type: 'conversation.disposed',
    ...place,
    at,
    by,
    disposition: 'resolved',
    description,
  });

const placeOf = (seq: number, conversation: string) => ({ conversation, seq, id: `${conversation}-${seq}` });

/** A log of these steps, from `seq` 1. */
export const logOf = (steps: readonly Step[], conversation = 'talk'): SeenEvent[] =>
  steps.map((step, index) => step(placeOf(index + 1, conversation)));

/** The same log with one step more. */
export const followedBy = (log: readonly SeenEvent[], ...steps: readonly Step[]): SeenEvent[] => {
  const conversation = log[0]?.conversation ?? 'talk';
  return [...log, ...steps.map((step, index) => step(placeOf((log.at(-1)?.seq ?? 0) + index + 1, conversation)))];
};

const WORDS = 'the parcel came late but your driver was kind and asked whether I would rather have it at the office on a weekday'.split(
  ' ',
);

/** Talk of two people, seventeen seconds a message, always the same. */
export const longTalk = (count: number): SeenEvent[] =>
  logOf(
    Array.from({ length: count }, (_, index) => {
      const text = Array.from({ length: 1 + ((index * 7) % 30) }, (_word, word) => WORDS[(index + word) % WORDS.length]).join(' ');
      return says(index % 3 ? MAYA : ANA, text, MORNING + index * 17_000);
    }),
    'long',
  );

/** A question and its answer, with everything that a transcript shows. */
export const shortTalk = (): SeenEvent[] =>
  logOf([
    starts(MAYA, MORNING),
    says(MAYA, 'Hello, my order 4711 has not arrived yet.', MORNING + 1_000),
    accepts(ANA, MORNING + 31_000),
    says(ANA, 'Good morning Maya, I am looking for it now.', MORNING + 32_000),
    says(ANA, 'It left our house on Thursday: https://parcels.example/4711', MORNING + 34_000),
    says(MAYA, 'So it should be here on Monday?', MORNING + 95_000),
    says(ANA, 'Yes, before noon.', MORNING + 120_000),
    says(MAYA, 'Wonderful, thank you.', MORNING + 190_000),
  ]);

/** What strangers may write; all of it is text. */
export const HOSTILE: readonly string[] = [
  '<script>window.hurt = true</script>',
  '<img src=x onerror="window.hurt = true">',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  '${window.hurt = true} {{constructor.constructor("hurt")()}}',
  'a\u202egnp.exe\u202c b \u2066 c',
  'bell\u0007 null\u0001 escape\u001b[31m',
  'half a pair \ud83d here',
  'a'.repeat(1_000_000),
];
