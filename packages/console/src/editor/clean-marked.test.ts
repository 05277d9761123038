import { MAX_MARKS, type Mark, type Marked } from '@deskbell/protocol/marks.js';
import { anyText, marksIn } from '@deskbell/protocol/testing/arbitraries.js';
import { cleanText } from '@deskbell/protocol/text.js';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cleanMarked } from './clean-marked.js';

const bold = (from: number, to: number): Mark => ({ mark: 'bold', from, to });

const anyRaw = fc
  .array(fc.oneof(anyText, fc.constantFrom(' ', '\n', '\t', '\r\n', '\u0007', '\u0085')), { maxLength: 6 })
  .map((pieces) => pieces.join(''));

describe('what is sent of what is written', () => {
  it('CMP 5 has its marks where they are in the cleaned text', () => {
    expect(cleanMarked({ text: '\n  a\u0007b\r\nc  ', marks: [bold(0, 4), bold(5, 6), bold(8, 10)] })).to.deep.equal({
      text: 'ab\nc',
      marks: [bold(0, 1), bold(1, 2), bold(3, 4)],
    });
  });

  it('CMP 5 has no mark that nothing is left of', () => {
    expect(cleanMarked({ text: '  x', marks: [bold(0, 2)] })).to.deep.equal({ text: 'x' });
  });

  it('CMP 5 is what the relay makes of the text, with every mark around what it was around', () => {
    fc.assert(
      fc.property(
        anyRaw.chain((text) => marksIn(text).map((marks): Marked => ({ text, marks }))),
        ({ text: raw, marks }) => {
          const { text, marks: moved = [] } = cleanMarked({ text: raw, marks });
          expect(text).to.equal(cleanText(raw));
          const said = (of: string, list: readonly Mark[]) =>
            list.map(({ mark, from, to }) => `${mark} ${cleanText(of.slice(from, to))}`).filter((each) => !each.endsWith(' '));
          // A pair that a mark cuts in two is not text by itself, and so has nothing to be compared.
          if (raw === raw.toWellFormed() && (marks ?? []).every(({ from, to }) => raw.slice(from, to).isWellFormed()))
            expect(said(text, moved)).to.deep.equal(said(raw, marks ?? []));
          for (const { from, to } of moved) expect(from < to && from >= 0 && to <= text.length).to.be.true;
        },
      ),
    );
  });

  it('CMP 5 has no more marks than a message may have, and every link among them', () => {
    const text = 'ab'.repeat(300);
    const marks = Array.from({ length: 300 }, (_, index): Mark => bold(index * 2, index * 2 + 1));
    const link: Mark = { mark: 'link', from: 598, to: 600, href: 'https://example.com' };
    const { marks: kept = [] } = cleanMarked({ text, marks: [...marks, link] });
    expect(kept).to.have.length(MAX_MARKS);
    expect(kept.at(-1)).to.deep.equal(link);
  });
});
