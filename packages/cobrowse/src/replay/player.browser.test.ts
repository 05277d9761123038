import { expect } from '@open-wc/testing';
import { PAGE, PageTeller, type Told } from '../testing/told-page.js';
import { Player } from './player.js';

/** A player on the page of the test, and what it says. */
const play = (body: readonly Told[] = [], options: Parameters<PageTeller['fresh']>[1] = {}) => {
  const stage = document.createElement('div');
  document.body.append(stage);
  const said: unknown[] = [];
  const player = new Player(stage, {
    paged: ({ title }) => said.push(['paged', title]),
    pointed: (x, y, pressed) => said.push(['pointed', x, y, pressed]),
    lost: () => said.push(['lost']),
  });
  const teller = new PageTeller(player);
  teller.fresh(body, options);
  const content = () => player.frame!.contentDocument!;
  const find = (selector: string) => content().querySelector<HTMLElement>(selector)!;
  const styleOf = (selector: string) => player.frame!.contentWindow!.getComputedStyle(find(selector));
  return { stage, player, teller, said, content, find, styleOf };
};

/** What a document looks like, without what the view puts into it. */
const markup = (root: Element) => root.innerHTML.replace(/<style>@layer deskbell[^]*?<\/style>/, '');

/** A PNG of one colour. */
const png = async (width: number, height: number, colour = 'red') => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve);
  });
  return new Uint8Array(await blob!.arrayBuffer());
};

describe('a page on the agent’s side', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('COB 5 is built as it was told of: elements, texts, attributes, SVG and MathML', () => {
    const { find, content } = play([
      ['main', { class: 'shop', 'data-x': '1', 'aria-label': 'Lamps' }, ['p', {}, 'Warm ', ['b', {}, 'light']]],
      ['svg:svg', { viewBox: '0 0 10 10' }, ['svg:path', { d: 'M0 0h10' }]],
      ['math:math', {}, ['math:mi', {}, 'x']],
    ]);
    expect(find('main').outerHTML).to.equal('<main class="shop" data-x="1" aria-label="Lamps"><p>Warm <b>light</b></p></main>');
    expect(find('path').namespaceURI).to.equal('http://www.w3.org/2000/svg');
    expect(find('mi').namespaceURI).to.equal('http://www.w3.org/1998/Math/MathML');
    expect(content().compatMode).to.equal('CSS1Compat');
  });

  it('COB 5 has the mode of a page without a doctype', () => {
    const { player, teller } = play();
    teller.begin({}, true);
    player.shown();
    expect(player.frame!.contentDocument!.compatMode).to.equal('BackCompat');
  });

  it('COB 5 follows every change, and leaves out what names nothing that is known', () => {
    const { player, teller, find, said } = play([
      ['ul', { id: 'list' }, ['li', { id: 'a' }, 'A'], ['li', { id: 'b' }, 'B'], ['li', { id: 'c' }, 'C']],
      ['p', { id: 'p' }],
    ]);
    const text = teller.tell('gone', teller.id('p'));
    player.said(text, 'said');
    player.moved(teller.id('c'), teller.id('list'), teller.id('a'));
    player.removed(teller.id('b'));
    player.attribute(teller.id('a'), 'class', 'on');
    player.attribute(teller.id('list'), 'id', null);
    teller.tell(['li', {}, 'D'], teller.id('list'), teller.id('a'));
    expect(find('ul').outerHTML).to.equal('<ul><li id="c">C</li><li>D</li><li id="a" class="on">A</li></ul>');
    expect(find('p').textContent).to.equal('said');

    const before = markup(find('body'));
    teller.tell(['b'], 9_999);
    teller.tell(['b'], teller.id('b'));
    teller.tell('lost', text);
    player.element(teller.id('a'), teller.id('p'), 0, 'html', 'b', []);
    player.element(-4, teller.id('p'), 0, 'html', 'b', []);
    player.moved(teller.id('list'), teller.id('a'), 0);
    player.moved(9_999, teller.id('a'), 0);
    player.moved(1, teller.id('a'), 0);
    for (const id of [9_999, -3, 0]) {
      player.removed(id);
      player.attribute(id, 'class', 'x');
      player.said(id, 'x');
      player.value(id, 'x');
      player.checked(id, true);
      player.chosen(id, [1]);
      player.scrolled(id, 1, 1);
      player.picture(id, new Uint8Array(4));
      player.blank(id, 1, 1);
      player.focused(id);
      player.opened(id, 'modal');
      player.shadow(50_000, id);
      player.document(50_001, id, false, '');
      player.adopted(id, [-1]);
    }
    player.settle();
    expect(markup(find('body'))).to.equal(before);
    expect(said).to.deep.equal([['paged', 'Lamps']]);
  });

  it('COB 5 shows rules of elements and adopted ones, in documents and shadow roots', () => {
    const { player, teller, styleOf, find } = play(
      [
        ['p', { id: 'p' }, 'x'],
        ['shop-card', { id: 'card' }, ['b', { slot: 'name' }, 'Lamp']],
      ],
      {
        head: [
          ['style', { id: 'one' }],
          ['link', { id: 'two', rel: 'stylesheet', href: '/x.css', media: 'screen' }],
        ],
      },
    );
    player.sheet(teller.id('one'), 'p { color: rgb(1, 2, 3); width: 10px }');
    player.sheet(teller.id('two'), 'p { color: rgb(4, 5, 6) }');
    expect([styleOf('p').color, styleOf('p').width]).to.deep.equal(['rgb(4, 5, 6)', '10px']);
    player.sheet(-1, 'p { width: 20px }');
    player.adopted(1, [-1]);
    expect(styleOf('p').width).to.equal('20px');
    player.sheet(-1, 'p { width: 30px }');
    expect(styleOf('p').width).to.equal('30px');

    const root = teller.newId();
    player.shadow(root, teller.id('card'));
    player.sheet(-2, ':host { display: block; width: 40px } i { color: rgb(7, 8, 9) }');
    player.adopted(root, [-2, -1]);
    teller.tell(['i', { id: 'i' }, ['slot', { name: 'name' }]], root);
    const shadow = find('shop-card').shadowRoot!;
    expect(shadow.innerHTML).to.equal('<i id="i"><slot name="name"></slot></i>');
    expect(getComputedStyle(shadow.querySelector('i')!).color).to.equal('rgb(7, 8, 9)');
    expect(styleOf('shop-card').width).to.equal('40px');
    expect(styleOf('b').color).to.equal('rgb(7, 8, 9)');
    player.removed(teller.id('card'));
    expect(player.nodeOf(root)).to.equal(undefined);
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
    player.checked(teller.id('on'), true);
    player.chosen(teller.id('one'), [2]);
    player.chosen(teller.id('many'), [0, 2]);
    const values = ['name', 'date', 'secret', 'file', 'note'].map((name) => (find(`#${name}`) as HTMLInputElement).value);
    expect(values).to.deep.equal(['Cleo', '••••', '••••••', '', 'two\nlines']);
    expect((find('#on') as HTMLInputElement).checked).to.equal(true);
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

  it('COB 5 a page that comes next is built behind the one that is shown, which stays till then', () => {
    const { player, teller, said, stage, content } = play([['p', {}, 'first']]);
    const first = player.frame;
    teller.begin({ title: 'Chairs', width: 500, height: 400 });
    teller.tell(['html', { id: 'html' }, ['body', {}, ['p', {}, 'second']]], 1);
    player.settle();
    expect(player.frame).to.equal(first);
    expect([content().body.innerText, getComputedStyle(first!).visibility]).to.deep.equal(['first', 'visible']);
    expect([...stage.children].map((frame) => getComputedStyle(frame).visibility)).to.deep.equal(['visible', 'hidden']);
    // One that is begun anew takes the place of the one that never came to its end.
    teller.begin({ title: 'Tables' });
    teller.tell(['html', {}, ['body', {}, ['p', {}, 'third']]], 1);
    expect(stage.childElementCount).to.equal(2);
    player.shown();
    expect([content().body.innerText, stage.childElementCount]).to.deep.equal(['third', 1]);
    expect(said).to.deep.equal([
      ['paged', 'Lamps'],
      ['paged', 'Tables'],
    ]);
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

  it('COB 5 shows frames within the page, with their own rules and scroll', () => {
    const { player, teller, find, said } = play([
      ['div', { id: 'old' }, ['iframe', { id: 'frame', width: '200', height: '100' }]],
      ['div', { id: 'new' }],
    ]);
    const inner = teller.newId();
    player.document(inner, teller.id('frame'), true, 'https://shop.example/inner/');
    teller.tell(['html', {}, ['body', {}, ['p', { id: 'p', style: 'height: 900px' }, 'inside']]], inner);
    player.scrolled(inner, 0, 50);
    player.settle();
    const content = () => (find('iframe') as HTMLIFrameElement).contentDocument!;
    expect([content().body.innerText, content().compatMode]).to.deep.equal(['inside', 'BackCompat']);
    expect(content().scrollingElement!.scrollTop).to.equal(50);
    expect(find('iframe').getAttribute('sandbox')).to.equal('allow-same-origin');
    const box = player.boxOf(teller.id('p'))!;
    expect(box.y).to.be.lessThan(10);
    expect(player.spotAt(find('iframe').getBoundingClientRect().x + 30, 30)?.node).to.equal(teller.id('p'));
    // Moved as it is where the browser can; where not, it is to be told of anew.
    player.moved(teller.id('frame'), teller.id('new'), 0);
    expect(content().body.innerText === 'inside' || said.some((each) => (each as unknown[])[0] === 'lost')).to.equal(true);
    player.removed(teller.id('frame'));
    expect(player.nodeOf(inner)).to.equal(undefined);
  });

  it('COB 6 shows of a blank nothing but its size', () => {
    const { player, teller, find } = play([
      ['deskbell-chat', { id: 'chat' }, ['p', {}, 'secret']],
      ['iframe', { id: 'frame' }],
    ]);
    player.blank(teller.id('chat'), 320, 240);
    player.blank(teller.id('frame'), 100, 50);
    teller.tell(['p', {}, 'later'], teller.id('chat'));
    const { width, height } = find('#chat').getBoundingClientRect();
    expect([width, height, find('#chat').textContent]).to.deep.equal([320, 240, '']);
    player.attribute(teller.id('chat'), 'style', 'color: red');
    expect(find('#chat').getBoundingClientRect().width).to.equal(320);
    expect(find('iframe').getBoundingClientRect().height).to.equal(50);
    player.blank(teller.id('chat'), 1e9, 1);
    expect(find('#chat').getBoundingClientRect().width).to.equal(20_000);
  });

  it('COB 5 shows a canvas as a picture, as large as the canvas', async () => {
    const { player, teller, find, styleOf } = play([['canvas', { id: 'chart', width: '200', height: '80' }]]);
    expect([find('canvas').offsetWidth, find('canvas').offsetHeight]).to.deep.equal([200, 80]);
    player.picture(teller.id('chart'), await png(100, 40));
    await until(() => styleOf('canvas').content.includes('blob:'));
    expect([find('canvas').offsetWidth, find('canvas').offsetHeight]).to.deep.equal([200, 80]);
    player.attribute(teller.id('chart'), 'style', 'width: 100px');
    expect([find('canvas').offsetWidth, find('canvas').offsetHeight]).to.deep.equal([100, 50 - 10]);
    const shown = styleOf('canvas').content;
    player.picture(teller.id('chart'), new TextEncoder().encode('<svg onload="alert(1)"/>'));
    expect(styleOf('canvas').content).to.equal(shown);
  });
});

/** Looks at every frame of the browser whether it is so by now. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo())
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
}
