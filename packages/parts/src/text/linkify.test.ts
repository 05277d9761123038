import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { linkify } from './linkify.js';

const links = (text: string) => linkify(text).flatMap(({ href }) => href ?? []);

describe('linkify', () => {
  it('gives back every character of any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('https://', 'www.', 'mailto:', '@', '.', ')', '(', ' ', '\n', '\u202e'),
    );
    fc.assert(
      fc.property(
        fc.array(piece),
        (pieces) =>
          linkify(pieces.join(''))
            .map(({ text }) => text)
            .join('') === pieces.join(''),
      ),
    );
  });

  it('finds web and mail addresses in a sentence, without its punctuation', () => {
    const text = 'See https://a.example/x?y=1#z, (http://b.example/c_(d)), www.c.example! or write to me@d.example.';
    expect(links(text)).to.deep.equal([
      'https://a.example/x?y=1#z',
      'http://b.example/c_(d)',
      'https://www.c.example',
      'mailto:me@d.example',
    ]);
  });

  it('makes an address of nothing but http, https and mailto', () => {
    const others = 'javascript:alert(1) data:text/html,x file:///etc/passwd ftp://a.example vbscript:x blob:https JaVaScRiPt:alert(1)';
    expect(links(others)).to.deep.equal([]);
    expect(links('mailto:a@b.example')).to.deep.equal(['mailto:a@b.example']);
    fc.assert(fc.property(fc.webUrl(), (url) => links(url).every((href) => /^https?:/.test(href))));
  });

  it('ends an address where a direction mark could disguise it', () => {
    expect(links('https://a.example/\u202egpj.exe')).to.deep.equal(['https://a.example/']);
  });

  it('gets through texts that are made to be slow', () => {
    for (const unit of ['a', '@', '.', ')', 'a@', 'a.', 'www.', 'https://', ',,,,a']) {
      const text = unit.repeat(200_000);
      expect(linkify(text).reduce((length, part) => length + part.text.length, 0)).to.equal(text.length);
    }
  });
});
