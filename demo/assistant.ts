// What the shop's assistant says. It is a handful of rules over what was said, and says so: nobody is to take it for more.

/** What Deskbell asks it: everything that was said so far, the oldest first. */
export interface Turn {
  readonly messages: readonly { readonly by: string; readonly text: string }[];
}

/** What it answers, as Deskbell takes it. */
export interface Answer {
  readonly messages: readonly { readonly text: string }[];
  readonly collected?: Readonly<Record<string, string>>;
  readonly handOver?: { readonly queue?: string; readonly intent?: string; readonly note?: string };
}

interface Topic {
  readonly name: string;
  readonly words: RegExp;
  /** Whose it is; the site's own queue where left out. */
  readonly queue?: string;
}

const TOPICS: readonly Topic[] = [
  { name: 'Repair', words: /repair|broke|scratch|wobbl|crack|flicker/i, queue: 'repairs' },
  { name: 'Return', words: /return|send (it|them) back|refund|money back/i },
  { name: 'Delivery', words: /deliver|parcel|arriv|where is|ship|late\b/i },
];

const ORDER = /\bHP[- ]?(\d{3,6})\b/i;

const NONE = /^\W*(none|no|i have none|not yet)\W*$/i;

const PERSON = /\b(person|human|agent|colleague)\b/i;

const WELCOME = [
  'Hello, I am the shop’s assistant: a few rules, no more than that. I write down what it is about, and a colleague goes on.',
  'What is your order number? It begins with HP; write “none” if you have none.',
];

/** How often it asks for the number; then whoever is there is asked nothing more. */
const MOST = 2;

/** Which order it is; '' where the customer said that there is none, undefined where they did not say. */
function orderIn(said: readonly string[]): string | undefined {
  const digits = said.map((text) => ORDER.exec(text)?.[1]).findLast((found) => found !== undefined);
  if (digits) return `HP-${digits}`;
  return said.some((text) => NONE.test(text)) ? '' : undefined;
}

/** What is left of what they said once numbers and a bare "none" are taken away: what it is about, in their words. */
const matterIn = (said: readonly string[]): string =>
  said
    .filter((text) => !NONE.test(text))
    .map((text) => text.replace(ORDER, '').trim())
    .filter((text) => /\p{L}{3}/u.test(text))
    .join('\n')
    .slice(0, 1_000);

/** What the assistant says next. The same question gets the same answer, however often it is asked. */
export function answerTo({ messages }: Turn): Answer {
  const said = messages.flatMap(({ by, text }) => (by === 'customer' ? [text] : []));
  if (said.length === 0) return { messages: WELCOME.map((text) => ({ text })) };
  const order = orderIn(said);
  const matter = matterIn(said);
  const topic = TOPICS.find(({ words }) => words.test(matter));
  const collected = { ...(order && { 'Order number': order }), ...(topic && { Topic: topic.name }) };
  const handOver = { ...(topic && { intent: topic.name }), ...(topic?.queue && { queue: topic.queue }), ...(matter && { note: matter }) };

  if (said.some((text) => PERSON.test(text))) return { messages: [{ text: 'Of course.' }], collected, handOver };
  if (order === undefined && said.length < MOST)
    return {
      messages: [{ text: 'Which order is it? The number is in the confirmation, HP and some digits. “None” is fine too.' }],
      collected,
    };
  if (!matter && said.length <= MOST) return { messages: [{ text: 'Thank you. And what is it about, in a sentence?' }], collected };
  return { messages: [{ text: 'Thank you, I have written it down. A colleague goes on from here.' }], collected, handOver };
}
