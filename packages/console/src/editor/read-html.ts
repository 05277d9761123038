import { isSafeAddress } from '@deskbell/protocol/addresses.js';
import type { Marked } from '@deskbell/protocol/marks.js';
import type { Mark } from 'prosemirror-model';
import { markedOf } from './marked.js';
import { schema } from './schema.js';

const { bold, italic, link } = schema.marks;

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TR UL'.split(
    ' ',
  ),
);

/** What has no text that anybody has read where it was copied. */
const UNREAD = new Set(
  'APPLET AUDIO BASE CANVAS EMBED FRAME FRAMESET HEAD IFRAME INPUT LINK MATH META NOEMBED NOFRAMES NOSCRIPT OBJECT OPTION PARAM PLAINTEXT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO XMP'.split(
    ' ',
  ),
);

// An attribute that holds styles or a script is not run where nothing is shown, but a strict policy reports it. Its name is another then.
const LOUD = /(?<=[\s"'])(style|on\w+)(?=\s*=)/gi;
const quieted = (html: string): string =>
  html.replace(/<style\b[^]*?<\/style\s*>/gi, '').replace(/<[^<>]*>/g, (tag) => tag.replace(LOUD, 'data-$1'));

const styleOf = (element: Element, property: string): string =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;!]+)`, 'i')
    .exec(element.getAttribute('data-style') ?? '')?.[1]
    ?.trim()
    .toLowerCase() ?? '';

const isHidden = (element: Element): boolean => styleOf(element, 'display') === 'none' || styleOf(element, 'mso-hide') === 'all';

/** Whether an element makes what is in it so; undefined where it leaves it as it is. Its style has the last word: Google Docs wraps all in a `<b>` of normal weight. */
const isBold = (element: Element): boolean | undefined => {
  const weight = styleOf(element, 'font-weight');
  if (weight) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  return /^(?:B|STRONG|H[1-6])$/.test(element.tagName) || undefined;
};

const isItalic = (element: Element): boolean | undefined => {
  const style = styleOf(element, 'font-style');
  if (style) return style === 'italic' || style === 'oblique';
  return /^(?:I|EM)$/.test(element.tagName) || undefined;
};

const marksIn = (element: Element, around: readonly Mark[]): readonly Mark[] => {
  const turn = (set: readonly Mark[], mark: Mark, on: boolean | undefined) =>
    on === undefined ? set : on ? mark.addToSet(set) : mark.removeFromSet(set);
  const set = turn(turn(around, bold.create(), isBold(element)), italic.create(), isItalic(element));
  const href = element.tagName === 'A' ? (element.getAttribute('href')?.trim() ?? '') : '';
  return isSafeAddress(href) ? link.create({ href }).addToSet(set) : set;
};

interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Reads a page as somebody reads it: white space is one space, a block is a line of its own. */
class Reader {
  readonly lines: Run[][] = [[]];
  /** The marks of white space that counts only if something follows it on its line. */
  private space: readonly Mark[] | undefined;

  read(node: Node, marks: readonly Mark[], isPlain: boolean): void {
    if (node instanceof Text) this.write(node.data, marks, isPlain);
    if (!(node instanceof HTMLElement) || UNREAD.has(node.tagName) || isHidden(node)) return;
    if (node.tagName === 'BR') return this.breakLine();
    const isBlock = BLOCKS.has(node.tagName);
    if (isBlock) this.endLine();
    if (node.tagName === 'LI') this.write(this.bullet(node), marks, true);
    const inside = marksIn(node, marks);
    for (const child of node.childNodes) this.read(child, inside, isPlain || node.tagName === 'PRE');
    if (isBlock) this.endLine();
    if (node.tagName === 'TD' || node.tagName === 'TH') this.space ??= marks;
  }

  private bullet(item: Element): string {
    const list = item.parentElement;
    return list?.tagName === 'OL' ? `${[...list.children].indexOf(item) + 1}. ` : '• ';
  }

  private write(text: string, marks: readonly Mark[], isPlain: boolean): void {
    if (isPlain) {
      text.split(/\r\n?|\n/).forEach((line, index) => {
        if (index > 0) this.breakLine();
        this.put(line, marks);
      });
      return;
    }
    const words = text.replace(/[ \t\r\n\f]+/g, ' ');
    if (words.startsWith(' ')) this.space ??= marks;
    const said = words.replace(/^ | $/g, '');
    if (said === '') return;
    if (this.space && this.line.length > 0) this.put(' ', this.space);
    this.put(said, marks);
    this.space = words.endsWith(' ') ? marks : undefined;
  }

  private get line(): Run[] {
    return this.lines.at(-1) ?? [];
  }

  private put(text: string, marks: readonly Mark[]): void {
    // Word and browsers write every second space as one that does not break.
    if (text) this.line.push({ text: text.replaceAll('\u00a0', ' '), marks });
  }

  private breakLine(): void {
    this.lines.push([]);
    this.space = undefined;
  }

  private endLine(): void {
    if (this.line.length > 0) this.lines.push([]);
    this.space = undefined;
  }

  /** The lines, without the one that the last block or break began. */
  get done(): Run[][] {
    return this.lines.length > 1 && this.line.length === 0 ? this.lines.slice(0, -1) : this.lines;
  }
}

/** What there is to read in HTML from anywhere, with what is bold, in italics or a safe link in it. Nothing of it runs, loads or stays besides. */
export function readHtml(html: string): Marked {
  const page = new DOMParser().parseFromString(quieted(html), 'text/html');
  const reader = new Reader();
  reader.read(page.body, [], false);
  const paragraphs = reader.done.map((runs) =>
    schema.node(
      'paragraph',
      null,
      runs.map(({ text, marks }) => schema.text(text, marks)),
    ),
  );
  return markedOf(schema.node('doc', null, paragraphs));
}
