import { isSafeAddress } from '@deskbell/protocol/addresses.js';
import type { Mark } from '@deskbell/protocol/marks.js';
import { linkify } from './linkify.js';

/** A stretch of a message in which everything is marked alike. */
export interface Stretch {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** The address that it opens: safe, whatever was sent. */
  readonly href: string | undefined;
}

const covers = ({ from, to }: Mark, place: number): boolean => from <= place && place < to;

/** Cuts a message where its marks begin and end; put together, the stretches are the text. Addresses in what is no link become links. */
export function stretchesOf(text: string, marks: readonly Mark[]): Stretch[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])]
    .filter((place) => place >= 0 && place <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] ?? 0;
    const here = marks.filter((mark) => covers(mark, start));
    const has = (kind: Mark['mark']): boolean => here.some(({ mark }) => mark === kind);
    const href = here.find(({ mark }) => mark === 'link')?.href;
    const style = { bold: has('bold'), italic: has('italic') };
    const words = text.slice(start, end);
    if (href !== undefined && isSafeAddress(href)) return [{ text: words, ...style, href }];
    return linkify(words).map((part) => ({ text: part.text, ...style, href: part.href }));
  });
}
