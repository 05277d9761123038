import { closeHistory } from 'prosemirror-history';
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import { sliceOf } from './clipboard.js';
import { positionOf } from './marked.js';
import { schema } from './schema.js';

/** Whether all that is written in it would be nothing. */
export const isEmpty = ({ doc }: EditorState): boolean => doc.childCount === 1 && doc.firstChild?.content.size === 0;

/** Whether what is selected has a mark in it, or what is written next would. */
export function isMarked({ doc, selection, storedMarks }: EditorState, name: 'bold' | 'italic'): boolean {
  const mark = schema.marks[name];
  const { from, to, $from, empty } = selection;
  return empty ? mark.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, mark);
}

/** Selects a part of the text. */
export function selectText({ tr, doc }: EditorState, text: string, from: number, to: number): Transaction {
  return tr.setSelection(TextSelection.create(doc, positionOf(text, from), positionOf(text, to)));
}

/** Puts text in, in place of what is selected, as a step of its own: what is typed before and after is undone by itself. */
export function putText(state: EditorState, text: string): EditorState {
  const { tr, storedMarks, selection } = state;
  const put = state.apply(closeHistory(tr.replaceSelection(sliceOf(text, storedMarks ?? selection.$from.marks())).scrollIntoView()));
  return put.apply(closeHistory(put.tr));
}
