import { baseKeymap, splitBlockKeepMarks, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Plugin, type Command } from 'prosemirror-state';
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
  }),
  keymap(keys),
  history(),
  clipboard(),
];
