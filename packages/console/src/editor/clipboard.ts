import { isSafeAddress } from '@deskbell/protocol/addresses.js';
import { DOMSerializer, Fragment, Slice, type Mark } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { docOf } from './marked.js';
import { readHtml } from './read-html.js';
import { schema } from './schema.js';

/** Text as something that goes in at the caret, every line of it a paragraph. */
export function sliceOf(text: string, marks: readonly Mark[] = []): Slice {
  const lines = text.split(/\r\n?|\n/).map((line) => schema.node('paragraph', null, line ? schema.text(line, marks) : []));
  return new Slice(Fragment.from(lines), 1, 1);
}

/** HTML from anywhere, written anew from what was read in it. The attribute tells ProseMirror to take white space as it is. */
function cleanHtml(html: string): string {
  const place = document.createElement('div');
  place.append(DOMSerializer.fromSchema(schema).serializeFragment(docOf(readHtml(html)).content));
  place.firstElementChild?.setAttribute('data-pm-slice', '1 1 []');
  return place.innerHTML;
}

/** What goes in and out by the clipboard, or by drag and drop. */
export const clipboard = (): Plugin =>
  new Plugin({
    props: {
      transformPastedHTML: cleanHtml,
      clipboardTextParser: (text, context) => sliceOf(text, context.marks()),
      clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, '\n'),
      handlePaste(view, event, slice) {
        const { from, to, empty } = view.state.selection;
        const text = event.clipboardData?.getData('text/plain').trim() ?? '';
        if (!empty && isSafeAddress(text)) {
          view.dispatch(view.state.tr.addMark(from, to, schema.mark('link', { href: text })));
          return true;
        }
        // A picture, for instance: nothing to write, and no reason to take away what is selected.
        return slice.content.textBetween(0, slice.content.size, '\n') === '';
      },
    },
  });
