import { MAX_MARKS, type Mark, type Marked } from '@deskbell/protocol/marks.js';
import { cleanText } from '@deskbell/protocol/text.js';

/** Cleaned as the relay does it, but for the white space around it, which two characters hold there. */
const untrimmed = (raw: string): string => cleanText(`|${raw}|`).slice(1, -1);

// A message with more is refused; a link that is lost cannot be guessed, bold and italics are for the eye.
const fewEnough = (marks: readonly Mark[]): readonly Mark[] => {
  if (marks.length <= MAX_MARKS) return marks;
  const links = marks.filter(({ mark }) => mark === 'link');
  const others = marks.filter(({ mark }) => mark !== 'link');
  return [...links, ...others].slice(0, MAX_MARKS).sort((a, b) => a.from - b.from);
};

/** What is sent of what is written: the text as the relay cleans it, and the marks where they are in that. */
export function cleanMarked({ text: raw, marks = [] }: Marked): Marked {
  const text = cleanText(raw);
  const whole = untrimmed(raw);
  const cut = whole.length - whole.trimStart().length;
  const at = (place: number): number => Math.min(Math.max(untrimmed(raw.slice(0, place)).length - cut, 0), text.length);
  const moved = marks.map((mark) => ({ ...mark, from: at(mark.from), to: at(mark.to) })).filter(({ from, to }) => from < to);
  return moved.length > 0 ? { text, marks: fewEnough(moved) } : { text };
}
