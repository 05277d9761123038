import type { Mark } from '@deskbell/protocol/marks.js';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { stretchesOf } from './marked.js';

const mark = fc.record({
  mark: fc.constantFrom<Mark['mark']>('bold', 'italic', 'link'),
  from: fc.integer({ min: -5, max: 60 }),
  to: fc.integer({ min: -5, max: 60 }),
  href: fc.constantFrom('https://example.com', 'javascript:alert(1)'),
});

describe('stretches of a message', () => {
  it('CMP 5 give back every character, whatever is marked, and open safe addresses alone', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
        const stretches = stretchesOf(text, marks);
        expect(stretches.map((stretch) => stretch.text).join('')).to.equal(text);
        expect(stretches.filter(({ href }) => href?.startsWith('javascript'))).to.deep.equal([]);
      }),
    );
  });

  it('CMP 5 are marked as was sent, also where marks lie over each other', () => {
    const marks: Mark[] = [
      { mark: 'bold', from: 0, to: 5 },
      { mark: 'italic', from: 3, to: 8 },
      { mark: 'link', from: 4, to: 8, href: 'tel:+441632960000' },
    ];
    expect(stretchesOf('see here', marks)).to.deep.equal([
      { text: 'see', bold: true, italic: false, href: undefined },
      { text: ' ', bold: true, italic: true, href: undefined },
      { text: 'h', bold: true, italic: true, href: 'tel:+441632960000' },
      { text: 'ere', bold: false, italic: true, href: 'tel:+441632960000' },
    ]);
  });

  it('find addresses in what is no link, and none in what is', () => {
    const text = 'www.a.example and www.b.example';
    const href = 'https://c.example';
    expect(stretchesOf(text, [{ mark: 'link', from: 18, to: 31, href }]).map((stretch) => [stretch.text, stretch.href])).to.deep.equal([
      ['www.a.example', 'https://www.a.example'],
      [' and ', undefined],
      ['www.b.example', href],
    ]);
  });
});
