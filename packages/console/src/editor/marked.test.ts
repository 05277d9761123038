import type { Mark, Marked } from '@deskbell/protocol/marks.js';
import { anyText, marksIn } from '@deskbell/protocol/testing/arbitraries.js';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { docOf, markedOf, positionOf } from './marked.js';

const anyMarked = fc
  .array(anyText, { minLength: 1, maxLength: 4 })
  .map((lines) => lines.join('\n'))
  .chain((text) => marksIn(text).map((marks): Marked => ({ text, marks })));

/** What every character of a text is marked with; line ends are marked with nothing that could be seen. */
const marksOfEach = ({ text, marks = [] }: Marked): string[][] =>
  Array.from({ length: text.length }, (_, index) =>
    text[index] === '\n'
      ? []
      : marks.flatMap(({ mark, from, to, href = '' }) => (from <= index && index < to ? [`${mark} ${href}`] : [])).sort(),
  );

const link = (href: string): Mark => ({ mark: 'link', from: 0, to: 4, href });

describe('a document of a message', () => {
  it('CMP 5 has the text and the marks that it was made of, whatever they are', () => {
    fc.assert(
      fc.property(anyMarked, (marked) => {
        const again = markedOf(docOf(marked));
        expect(again.text).to.equal(marked.text);
        expect(marksOfEach(again)).to.deep.equal(marksOfEach(marked));
      }),
    );
  });

  it('CMP 5 is the same after a round trip, and its marks are put as shortly as they can be', () => {
    fc.assert(
      fc.property(anyMarked, (marked) => {
        const doc = docOf(marked);
        const again = markedOf(doc);
        doc.check();
        expect(docOf(again).eq(doc)).to.be.true;
        expect(markedOf(docOf(again))).to.deep.equal(again);
        expect(again.marks?.length ?? 0).to.be.at.most(marked.marks?.length ?? 0);
      }),
    );
  });

  it('has no marks, rather than none, where nothing is marked', () => {
    expect(markedOf(docOf({ text: 'a\n\nb' }))).to.deep.equal({ text: 'a\n\nb' });
  });

  it('CMP 5 goes on with a mark over the end of a line', () => {
    const marked: Marked = { text: 'one\n\ntwo', marks: [{ mark: 'bold', from: 0, to: 8 }] };
    expect(markedOf(docOf(marked))).to.deep.equal(marked);
  });

  it('CMP 5 takes a link that is not safe for text, wherever it comes from', () => {
    for (const href of ['javascript:alert(1)', ' https://example.com', 'data:text/html,x', ''])
      expect(markedOf(docOf({ text: 'here', marks: [link(href)] }))).to.deep.equal({ text: 'here' });
    expect(markedOf(docOf({ text: 'here', marks: [link('tel:1')] })).marks).to.deep.equal([link('tel:1')]);
  });

  it('CMP 9 bears marks of a draft that do not fit its text', () => {
    const marks: Mark[] = [
      { mark: 'bold', from: -5, to: 2 },
      { mark: 'italic', from: 3, to: 900 },
      { mark: 'bold', from: 3, to: 3 },
    ];
    expect(markedOf(docOf({ text: 'here', marks })).marks).to.deep.equal([
      { mark: 'bold', from: 0, to: 2 },
      { mark: 'italic', from: 3, to: 4 },
    ]);
  });

  it('knows where a place of the text is', () => {
    const text = 'ab\n\ncd';
    const doc = docOf({ text });
    for (let offset = 0; offset <= text.length; offset++)
      expect(doc.textBetween(0, positionOf(text, offset), '\n')).to.equal(text.slice(0, offset));
    expect(positionOf(text, 99)).to.equal(positionOf(text, text.length));
    expect(positionOf(text, -1)).to.equal(1);
  });
});
