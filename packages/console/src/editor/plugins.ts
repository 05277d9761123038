import { baseKeymap, splitBlockKeepMarks, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Plugin, TextSelection, type Command } from 'prosemirror-state';
import { clipboard } from './clipboard.js';
import { schema } from './schema.js';

const isNewLine = ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean => key === 'Enter' && (shiftKey || ctrlKey || metaKey);

/** Enter with a key beside it makes a new line, and nobody else hears of it; Enter alone is for the composer around. */
const newLine = (): Plugin =>
  new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (!isNewLine(event)) return false;
        event.stopPropagation();
        return splitBlockKeepMarks(view.state, (tr) => view.dispatch(tr.scrollIntoView()));
      },
    },
  });

/** To an end of the line as it is shown. Left to the browser, the caret comes back wherever something is shown anew before the editor has heard of it. */
const toEdge =
  (alter: 'move' | 'extend', direction: 'backward' | 'forward'): Command =>
  (state, dispatch, view) => {
    const shown = (view?.root as Document | undefined)?.getSelection();
    if (!view || !shown) return false;
    shown.modify(alter, direction, 'lineboundary');
    if (!shown.focusNode) return false;
    const head = view.posAtDOM(shown.focusNode, shown.focusOffset);
    const anchor = alter === 'extend' ? state.selection.anchor : head;
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, anchor, head)).scrollIntoView());
    return true;
  };

const { Enter: _enter, 'Mod-Enter': _modEnter, ...keys } = baseKeymap;

/** What an editor does with keys and the clipboard. `link` is what Ctrl+K does. */
export const plugins = (link: Command): Plugin[] => [
  newLine(),
  keymap({
    'Mod-b': toggleMark(schema.marks.bold),
    'Mod-i': toggleMark(schema.marks.italic),
    'Mod-k': link,
    'Mod-z': undo,
    'Shift-Mod-z': redo,
    'Mod-y': redo,
    Home: toEdge('move', 'backward'),
    End: toEdge('move', 'forward'),
    'Shift-Home': toEdge('extend', 'backward'),
    'Shift-End': toEdge('extend', 'forward'),
  }),
  keymap(keys),
  history(),
  clipboard(),
];
