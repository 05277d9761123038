import type { Sentiment } from '@deskbell/protocol/summaries.js';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Intent, Reading, ReadingInput, Said } from './reader.js';

const nlp = winkNLP(model, ['sbd', 'negation', 'sentiment', 'pos']);
const { its } = nlp;
/** Parts of speech are most of the work, and only what tells most goes by them. */
const quick = winkNLP(model, ['sbd', 'negation', 'sentiment']);

/** The newest that is read, and the most of one message, in UTF-16 code units. */
const MAX_SAID = 400;
const MAX_MESSAGE = 2_000;

const SENTENCES = 5;
/** A summary is no longer than this, in UTF-16 code units, and no sentence of it. */
const MAX_SUMMARY = 900;
const MAX_SENTENCE = 240;

/** A word more or less is no mood. */
const MOOD = 0.12;
/** English has at least this share of words that every text has. */
const ENGLISH = 0.2;
const TOO_LITTLE = 4;

interface Sentence {
  readonly place: number;
  readonly from: Said['from'];
  readonly text: string;
  readonly weight: number;
}

const closed = (text: string): string => (/[.!?…。؟]\s*$/.test(text) ? text : `${text}.`);

/** The sentences of a conversation with how much each tells. Read in one go: what is said often matters more. */
function sentencesOf(said: readonly Said[]): Sentence[] {
  const lines = said.map(({ text }) => closed(text.slice(0, MAX_MESSAGE).replace(/\s+/g, ' ').trim()));
  const doc = nlp.readDoc(lines.join('\n'));
  const importance = doc.out(its.sentenceWiseImportance) as unknown as { importance: number }[];
  const ends: number[] = [];
  for (const line of lines) ends.push((ends.at(-1) ?? -1) + line.length + 1);
  let [at, which] = [0, 0];
  return doc
    .sentences()
    .out()
    .map((text, place) => {
      while (which < said.length - 1 && at > (ends[which] ?? Infinity)) which += 1;
      at += text.length + 1;
      const from = said[which]?.from ?? 'customer';
      // What the customer wants is what the next agent has to know; and it is said first most often.
      const weight = (importance[place]?.importance ?? 0) + (from === 'customer' ? 0.3 : 0) + (which === 0 ? 0.5 : 0);
      return { place, from, text: text.trim(), weight };
    });
}

/** Says little where it is only a greeting, a thank-you or a yes. */
const tells = ({ text }: Sentence): boolean => text.split(' ').length >= 4;

function summaryOf(said: readonly Said[]): string {
  const sentences = sentencesOf(said);
  const telling = sentences.filter(tells);
  const seen = new Set<string>();
  const best = (telling.length > 0 ? telling : sentences)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()))
    .slice(0, SENTENCES)
    .sort((a, b) => a.place - b.place);
  const lines = best.map(({ from, text }) => `${from === 'customer' ? 'Customer' : 'Agent'}: ${cut(text)}`);
  return cut(lines.join('\n'), MAX_SUMMARY);
}

const cut = (text: string, limit = MAX_SENTENCE): string =>
  text.length <= limit
    ? text
    : `${text
        .slice(0, limit - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;

// Its types do not know that this one looks into the language model, too.
const stem = its.stem as unknown as typeof its.value;

/** The stems of a text; punctuation stays, so that nothing is found from one sentence into the next. */
const stemsOf = (text: string): string[] => quick.readDoc(text.toLowerCase()).tokens().out(stem);

const isWord = (token: { out(what: typeof its.type): unknown }): boolean =>
  !['punctuation', 'tabCRLF'].includes(token.out(its.type) as string);

/** How often a phrase stands among words; both are stems, so that "refund" is in "I was refunded". */
function countOf(phrase: readonly string[], words: readonly string[]): number {
  if (phrase.length === 0) return 0;
  return words.filter((_, at) => phrase.every((stem, index) => words[at + index] === stem)).length;
}

/** The intent most of whose phrases are said most often; of two alike the first in the settings. */
function intentOf(words: readonly string[], intents: readonly Intent[]): string | null {
  const counted = intents.map(({ name, phrases }) => ({
    name,
    count: phrases.reduce((sum, phrase) => sum + countOf(stemsOf(phrase), words), 0),
  }));
  const [best] = counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return best?.name ?? null;
}

/** How the customer's newest words feel; the newest count most. */
function sentimentOf(texts: readonly string[]): Sentiment | null {
  const docs = texts.slice(-30).map((text) => quick.readDoc(text.slice(0, MAX_MESSAGE)));
  const flags = docs.flatMap((doc) => doc.tokens().filter(isWord).out(its.stopWordFlag) as boolean[]);
  const moods = docs.map((doc) => doc.out(its.sentiment) as unknown as number);
  const isEnglish = flags.length >= TOO_LITTLE && flags.filter(Boolean).length / flags.length >= ENGLISH;
  if (!isEnglish && moods.every((mood) => mood === 0)) return null;
  let [sum, weights] = [0, 0];
  for (const [index, mood] of moods.entries()) {
    // Neither here nor there says nothing of the mood before.
    if (mood === 0) continue;
    sum += mood * (index + 1);
    weights += index + 1;
  }
  const mood = weights === 0 ? 0 : sum / weights;
  return mood > MOOD ? 'positive' : mood < -MOOD ? 'negative' : 'neutral';
}

/** Reads a conversation with wink-nlp; long ones from their newest four hundred messages. */
export function readConversation({ said, intents }: ReadingInput): Reading {
  const newest = said.filter(({ text }) => text.trim() !== '').slice(-MAX_SAID);
  if (newest.length === 0) return { summary: '', intent: null, sentiment: null };
  const theirs = newest.filter(({ from }) => from === 'customer').map(({ text }) => text);
  return {
    summary: summaryOf(newest),
    intent: intents.length === 0 ? null : intentOf(stemsOf(theirs.map((text) => text.slice(0, MAX_MESSAGE)).join(' .\n')), intents),
    sentiment: sentimentOf(theirs),
  };
}
