import { isSafeAddress } from '@deskbell/protocol/addresses.js';
import type { Mark, Marked } from '@deskbell/protocol/marks.js';
import type { Mark as NodeMark, Node } from 'prosemirror-model';
import { schema } from './schema.js';

const nodeMark = ({ mark, href }: Mark): NodeMark => schema.mark(mark, mark === 'link' ? { href } : null);

const isFit = ({ mark, href }: Mark): boolean => mark !== 'link' || isSafeAddress(href ?? '');

const paragraphOf = (line: string, start: number, marks: readonly Mark[]): Node => {
  const here = marks.filter(({ from, to }) => from < start + line.length && to > start);
  const edges = here.flatMap(({ from, to }) => [from - start, to - start]).filter((edge) => edge > 0 && edge < line.length);
  const cuts = [...new Set([0, ...edges, line.length])].sort((a, b) => a - b);
  const pieces = cuts.slice(1).map((end, index) => {
    const begin = cuts[index] ?? 0;
    const around = here.filter(({ from, to }) => from <= start + begin && to >= start + end);
    return schema.text(
      line.slice(begin, end),
      around.reduce((set: readonly NodeMark[], mark) => nodeMark(mark).addToSet(set), []),
    );
  });
  return schema.node('paragraph', null, pieces);
};

/** A text with its marks as a document: a paragraph a line. A link whose address is not safe is text. */
export function docOf({ text, marks = [] }: Marked): Node {
  const fit = marks.filter(isFit);
  let start = 0;
  const paragraphs = text.split('\n').map((line) => {
    const paragraph = paragraphOf(line, start, fit);
    start += line.length + 1;
    return paragraph;
  });
  return schema.node('doc', null, paragraphs);
}

const markOf = ({ type, attrs }: NodeMark, from: number, to: number): Mark => {
  const mark = type.name as Mark['mark'];
  return mark === 'link' ? { mark, from, to, href: attrs.href as string } : { mark, from, to };
};

/** Makes a text with marks out of runs that have each their marks. What goes on over the end of a line is one mark. */
class Writer {
  text = '';
  private readonly marks: Mark[] = [];
  private readonly last = new Map<string, number>();

  write(run: string, marks: readonly NodeMark[]): void {
    const from = this.text.length;
    this.text += run;
    for (const made of marks) this.extend(markOf(made, from, this.text.length));
  }

  get marked(): Marked {
    return this.marks.length > 0 ? { text: this.text, marks: this.marks } : { text: this.text };
  }

  private extend(mark: Mark): void {
    const key = `${mark.mark} ${mark.href ?? ''}`;
    const index = this.last.get(key);
    const before = index === undefined ? undefined : this.marks[index];
    if (index !== undefined && before && /^\n*$/.test(this.text.slice(before.to, mark.from))) {
      this.marks[index] = { ...before, to: mark.to };
      return;
    }
    this.last.set(key, this.marks.length);
    this.marks.push(mark);
  }
}

/** A document as a text with its marks: as it is written, not cleaned yet. */
export function markedOf(doc: Node): Marked {
  const writer = new Writer();
  doc.forEach((paragraph, _offset, index) => {
    if (index > 0) writer.write('\n', []);
    paragraph.forEach(({ text = '', marks }) => writer.write(text, marks));
  });
  return writer.marked;
}

/** The place in a document of a place in its text, in UTF-16 code units. */
export function positionOf(text: string, offset: number): number {
  const within = Math.min(Math.max(offset, 0), text.length);
  // The end of a line is one character in the text, and the end of one paragraph and the beginning of another in the document.
  return within + 1 + (text.slice(0, within).split('\n').length - 1);
}
