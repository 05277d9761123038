import { expect } from '@open-wc/testing';
import { MEDIA, PAGE_BITS } from '../sink.js';
import { PAGE, type Told } from '../testing/told-page.js';
import { sheetFor } from './own-sheet.js';
import { play } from '../testing/played.js';

describe('what a page on the agent’s side shows by itself', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('COB 5 shows what fields hold, what is chosen and what is on', () => {
    const option = (label: string): Told => ['option', {}, label];
    const { player, teller, find } = play([
      ['input', { id: 'name' }],
      ['input', { id: 'date', type: 'date' }],
      ['input', { id: 'secret', type: 'password' }],
      ['input', { id: 'file', type: 'file' }],
      ['textarea', { id: 'note' }],
      ['input', { id: 'on', type: 'checkbox' }],
      ['input', { id: 'range', type: 'range', max: '10' }],
      ['input', { id: 'color', type: 'color' }],
      ['select', { id: 'one' }, option('a'), option('b'), option('c')],
      ['select', { id: 'many', multiple: '' }, option('a'), option('b'), option('c')],
    ]);
    for (const [name, value] of [
      ['name', 'Cleo'],
      ['date', '••••'],
      ['secret', '••••••'],
      ['file', 'x.pdf'],
      ['note', 'two\nlines'],
    ] as const)
      player.value(teller.id(name), value);
    player.checked(teller.id('on'), true, true);
    for (const [name, value, shows] of [
      ['range', '8', '8'],
      ['range', '•', '8'],
      ['color', '#336699', '#336699'],
      ['color', '•••••••', '#336699'],
    ] as const) {
      player.value(teller.id(name), value);
      expect((find(`#${name}`) as HTMLInputElement).value).to.equal(shows);
    }
    player.chosen(teller.id('one'), [2]);
    player.chosen(teller.id('many'), [0, 2]);
    const values = ['name', 'date', 'secret', 'file', 'note'].map((name) => (find(`#${name}`) as HTMLInputElement).value);
    expect(values).to.deep.equal(['Cleo', '••••', '••••••', '', 'two\nlines']);
    expect([(find('#on') as HTMLInputElement).checked, (find('#on') as HTMLInputElement).indeterminate]).to.deep.equal([true, true]);
    player.checked(teller.id('on'), true);
    expect((find('#on') as HTMLInputElement).indeterminate).to.equal(false);
    const chosen = (name: string) => [...(find(`#${name}`) as HTMLSelectElement).selectedOptions].map(({ text }) => text).join();
    expect([chosen('one'), chosen('many')]).to.deep.equal(['c', 'a,c']);
    player.chosen(teller.id('many'), []);
    expect(chosen('many')).to.equal('');
    // Nothing is filled in that the agent's browser knows.
    expect(find('#secret').getAttribute('autocomplete')).to.equal('new-password');
    expect((find('#secret') as HTMLInputElement).readOnly).to.equal(true);
  });

  it('COB 5 scrolls page and boxes, also where what they scroll over comes later', () => {
    const { player, teller, find, content } = play([
      ['div', { id: 'box', style: 'width: 100px; height: 100px; overflow: auto' }, ['div', { id: 'in', style: 'height: 50px' }]],
      ['div', { style: 'height: 3000px' }],
    ]);
    player.scrolled(1, 0, 700);
    player.scrolled(teller.id('box'), 0, 200);
    player.settle();
    expect([content().scrollingElement!.scrollTop, find('#box').scrollTop]).to.deep.equal([700, 0]);
    player.attribute(teller.id('in'), 'style', 'height: 900px');
    player.settle();
    expect(find('#box').scrollTop).to.equal(200);
  });

  it('COB 5 looks as in the customer’s browser: light or dark, with a mouse or without, its bars as broad', () => {
    const rules = '@media (prefers-color-scheme: dark) { p { color: rgb(1, 2, 3) } } @media (hover: none) { p { margin: 7px } }';
    const body = [
      ['p', { id: 'p' }],
      ['div', { id: 'box', style: 'width: 100px; height: 100px; overflow: scroll' }],
    ] as const;
    const looks = (media: number, bar: number | undefined) => {
      const { player, teller, find, styleOf, said, stage } = play(body, { head: [['style', { id: 's' }]], page: { media, bar } });
      player.sheet(teller.id('s'), rules);
      const { color, margin } = styleOf('#p');
      const seen = [color === 'rgb(1, 2, 3)', margin === '7px', styleOf('html').colorScheme, 100 - find('#box').clientWidth];
      stage.remove();
      return { seen, player, said };
    };
    const hover = 1 << MEDIA.indexOf('(hover:hover)');
    expect(looks(0, 0).seen).to.deep.equal([false, true, 'normal', 0]);
    expect(looks(1 | hover, 0).seen).to.deep.equal([true, false, 'normal', 0]);
    const { seen, player, said } = looks(1 | hover | PAGE_BITS.light | PAGE_BITS.dark, undefined);
    expect(seen.slice(0, 3)).to.deep.equal([true, false, 'dark']);
    player.paged({ ...PAGE, media: 1 | hover | PAGE_BITS.light | PAGE_BITS.dark, width: 500 });
    // Browsers of tests have no bars: what another would show is only said.
    expect(sheetFor({ ...PAGE, bar: 21 })).to.contain('::-webkit-scrollbar { width: 21px');
    expect(said).not.to.deep.include(['lost']);
    player.paged({ ...PAGE, media: 0 });
    expect(said).to.deep.include(['lost']);
  });

  it('COB 5 has the customer’s viewport, whatever its own size', () => {
    const { player, styleOf, teller } = play([['p', { id: 'p' }]], {
      head: [['style', { id: 'style' }]],
      page: { width: 500, height: 300 },
    });
    player.sheet(teller.id('style'), 'p { height: 50vh } @media (max-width: 600px) { p { width: 10vw } }');
    expect([styleOf('p').height, styleOf('p').width]).to.deep.equal(['150px', '50px']);
    player.paged({ ...PAGE, width: 900, height: 400 });
    expect(styleOf('p').height).to.equal('200px');
  });

  it('COB 5 what depends on the customer’s pointer, focus and address follows theirs', () => {
    const { player, teller, styleOf, said } = play(
      [
        ['nav', { id: 'menu', style: 'width: 200px; height: 50px' }, ['a', { id: 'link', href: '/x', style: 'display: block' }, 'Lamps']],
        ['form', { id: 'form' }, ['input', { id: 'field' }], ['button', { id: 'button' }, 'Go']],
        ['h2', { id: 'here' }, 'Here'],
      ],
      { head: [['style', { id: 'style' }]], page: { address: 'https://shop.example/lamps#here' } },
    );
    player.sheet(
      teller.id('style'),
      `nav:hover { color: rgb(1, 1, 1) } a:active { color: rgb(2, 2, 2) } input:focus { color: rgb(3, 3, 3) }
       form:focus-within { color: rgb(4, 4, 4) } h2:target { color: rgb(5, 5, 5) } button:focus-visible { color: rgb(6, 6, 6) }`,
    );
    player.pointer(10, 10, false);
    player.settle();
    expect(styleOf('nav').color).to.equal('rgb(1, 1, 1)');
    expect(said.at(-1)).to.deep.equal(['pointed', 10, 10, false]);
    player.pointer(10, 10, true);
    player.settle();
    expect(styleOf('a').color).to.equal('rgb(2, 2, 2)');
    player.pointer(500, 400, false);
    player.focused(teller.id('field'));
    player.settle();
    expect(styleOf('nav').color).not.to.equal('rgb(1, 1, 1)');
    expect([styleOf('input').color, styleOf('form').color]).to.deep.equal(['rgb(3, 3, 3)', 'rgb(4, 4, 4)']);
    expect(document.activeElement).to.equal(document.body);
    player.pointer(500, 400, true);
    player.focused(teller.id('button'));
    expect(styleOf('button').color).not.to.equal('rgb(6, 6, 6)');
    player.focused(0);
    expect(styleOf('form').color).not.to.equal('rgb(4, 4, 4)');
    expect(styleOf('h2').color).to.equal('rgb(5, 5, 5)');
    player.paged({ ...PAGE, address: 'https://shop.example/lamps' });
    expect(styleOf('h2').color).not.to.equal('rgb(5, 5, 5)');
  });

  it('COB 5 opens dialogs, popovers, details and what fills the screen, and takes no focus', () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    const { player, teller, find } = play([
      ['dialog', { id: 'modal' }, ['button', { autofocus: '' }, 'Yes']],
      ['dialog', { id: 'dialog', open: '' }, 'Hello'],
      ['div', { id: 'tip', popover: 'auto' }, 'Tip'],
      ['details', { id: 'more' }, ['summary', {}, 'More'], 'text'],
      ['div', { id: 'film' }, 'Film'],
    ]);
    const seen = (name: string) => find(`#${name}`).checkVisibility();
    player.opened(teller.id('modal'), 'modal');
    player.opened(teller.id('tip'), 'popover');
    player.opened(teller.id('more'), 'dialog');
    player.opened(teller.id('film'), 'fullscreen');
    expect(find('#modal').matches(':modal')).to.equal(true);
    expect([seen('modal'), seen('dialog'), seen('tip')]).to.deep.equal([true, true, true]);
    expect((find('#more') as HTMLDetailsElement).open).to.equal(true);
    expect(find('#film').getBoundingClientRect().width).to.equal(800);
    expect(document.activeElement).to.equal(field);
    for (const name of ['modal', 'dialog', 'tip', 'film']) player.opened(teller.id(name), '');
    expect([seen('modal'), seen('dialog'), seen('tip')]).to.deep.equal([false, false, false]);
    expect(find('#film').getBoundingClientRect().height).to.be.lessThan(100);
    player.opened(teller.id('dialog'), 'dialog');
    player.opened(teller.id('dialog'), 'modal');
    expect(find('#dialog').matches(':modal')).to.equal(true);
    player.attribute(teller.id('dialog'), 'open', null);
    expect(seen('dialog')).to.equal(false);
    expect(document.activeElement).to.equal(field);
  });
});
