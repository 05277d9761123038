import { expect } from '@open-wc/testing';
import { AT, attack } from '../testing/attacked.js';
import type { Told } from '../testing/told-page.js';
import { allowedAttribute } from './attributes.js';

describe('a customer’s page that is too much', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('COB 6 names of fields hide nothing that the player builds with', () => {
    const names =
      'insertBefore setAttribute removeAttribute parentNode childNodes firstChild ownerDocument nodeType attachShadow replaceChildren style id'.split(
        ' ',
      );
    const { content, teller, player } = attack([
      ['form', { id: 'form' }, ...names.map((name): Told => ['input', { name, id: name }])],
      ...[
        'createElement',
        'createTextNode',
        'documentElement',
        'body',
        'defaultView',
        'adoptedStyleSheets',
        'elementFromPoint',
        'scrollingElement',
        'document',
      ].map((name): Told => ['img', { name, id: name }]),
      ['form', { name: 'createComment', id: 'second' }],
    ]);
    teller.tell(['p', { id: 'p' }, 'after'], teller.id('form'));
    player.attribute(teller.id('form'), 'class', 'x');
    player.adopted(1, [-1]);
    player.scrolled(1, 0, 0);
    player.pointer(5, 5, false);
    player.settle();
    const form = Document.prototype.getElementById.call(content(), 'form')!;
    expect(Element.prototype.getAttribute.call(form, 'class')).to.equal('x');
    expect(Document.prototype.getElementById.call(content(), 'p')?.textContent).to.equal('after');
    player.blank(teller.id('form'), 10, 10);
    player.removed(teller.id('form'));
    expect(player.nodeOf(teller.id('p'))).to.equal(undefined);
  });

  it('COB 6 a page that is too much is left out from there on', () => {
    const { player, teller, content } = attack([['div', { id: 'top' }]]);
    let parent = teller.id('top');
    for (let depth = 0; depth < 2_000; depth++) parent = teller.tell(['div'], parent);
    let deepest = 0;
    for (let at = content().getElementById('top'); at; at = at.firstElementChild as HTMLElement | null) deepest++;
    expect(deepest).to.be.within(300, 400);
    // Nor by moving one deep part into another.
    const other = teller.tell(['div'], teller.id('body'));
    let below = other;
    for (let depth = 0; depth < 300; depth++) below = teller.tell(['div'], below);
    player.moved(teller.id('top'), below, 0);
    expect(content().getElementById('top')).to.equal(null);
    for (let frame = 0; frame < 200; frame++) teller.tell(['iframe'], teller.id('body'));
    expect(content().querySelectorAll('iframe').length).to.be.at.most(100);
  });

  it('COB 6 pictures that would not fit into the agent’s memory are left out', () => {
    const place = { namespace: 'html', tag: 'img', base: AT } as const;
    const png = (width: number, height: number): string => {
      const bytes = new Uint8Array(40);
      bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      new DataView(bytes.buffer).setUint32(16, width);
      new DataView(bytes.buffer).setUint32(20, height);
      return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
    };
    expect(allowedAttribute('src', png(100, 100), place)).to.be.a('string');
    expect(allowedAttribute('src', png(60_000, 60_000), place)).to.equal(null);
    expect(allowedAttribute('src', 'data:image/tiff;base64,SUkqAA==', place)).to.equal(null);
    expect(allowedAttribute('srcset', `${png(60_000, 60_000)} 2x, /a.png 1x`, place)).to.equal(`${location.origin}/a.png 1x`);
  });
});
