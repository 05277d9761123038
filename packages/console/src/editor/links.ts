import type { Node } from 'prosemirror-model';
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import { schema } from './schema.js';

/** A link in a draft: from one position of the document up to another. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly href: string;
}

/** What a link is to be made of: the address, and the text that stands for it. */
export interface LinkChoice {
  readonly href: string;
  readonly text: string;
}

/** The link that begins at a position, or has it inside. Parts of one that look different are one. */
export function linkAt(doc: Node, position: number): Link | undefined {
  const at = doc.resolve(position);
  const links: Link[] = [];
  at.parent.forEach((node, offset) => {
    const href = schema.marks.link.isInSet(node.marks)?.attrs.href as string | undefined;
    if (href === undefined) return;
    const from = at.start() + offset;
    const last = links.at(-1);
    if (last?.href === href && last.to === from) links[links.length - 1] = { ...last, to: from + node.nodeSize };
    else links.push({ from, to: from + node.nodeSize, href });
  });
  return links.find(({ from, to }) => from <= position && position < to);
}

/** The link that the caret is in. */
export const linkOf = ({ doc, selection }: EditorState): Link | undefined => (selection.empty ? linkAt(doc, selection.from) : undefined);

/** The text between two positions, as one line. */
export const lineBetween = (doc: Node, from: number, to: number): string => doc.textBetween(from, to, ' ');

/** Makes a link between two positions. Text that was changed takes the place of what is there, and looks as that began. */
export function makeLink({ doc, tr }: EditorState, from: number, to: number, { href, text }: LinkChoice): Transaction {
  const link = schema.mark('link', { href });
  const shown = text.trim() || href.replace(/^(?:mailto|tel):/i, '');
  if (from < to && text === lineBetween(doc, from, to)) tr.addMark(from, to, link);
  else {
    const marks = doc.resolve(from).marksAcross(doc.resolve(to)) ?? doc.resolve(from).marks();
    tr.replaceWith(from, to, schema.text(shown, link.addToSet(marks)));
    to = tr.mapping.map(to);
  }
  return tr.setSelection(TextSelection.create(tr.doc, to)).removeStoredMark(schema.marks.link).scrollIntoView();
}

/** Leaves the text of a link, and takes the link away. */
export const breakLink = ({ tr }: EditorState, { from, to }: Link): Transaction => tr.removeMark(from, to, schema.marks.link);
