import { isSafeAddress } from '@deskbell/protocol/addresses.js';
import { Schema } from 'prosemirror-model';

/** What a message may be: paragraphs of text, some of it bold, in italics or a link. Whatever else is pasted or dropped has no place to go. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', parseDOM: [{ tag: 'p' }, { tag: 'div' }], toDOM: () => ['p', 0] },
    text: {},
  },
  marks: {
    link: {
      attrs: { href: {} },
      // What is typed behind a link is not in it.
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (anchor) => {
            const href = anchor.getAttribute('href') ?? '';
            return isSafeAddress(href) && { href };
          },
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: attrs.href as string, rel: 'noopener noreferrer' }, 0],
    },
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
});
