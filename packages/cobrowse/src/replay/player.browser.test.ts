import { expect } from '@open-wc/testing';
import { markup, play, png, until } from '../testing/played.js';

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

  it('COB 5 nothing of Deskbell’s that lies over the customer’s page lies over what the agent sees', () => {
    const { player, teller, find } = play([
      ['deskbell-marks', { id: 'marks', popover: 'manual', style: 'display: block' }],
      ['deskbell-cobrowse-banner', { id: 'banner' }],
    ]);
    for (const id of ['marks', 'banner']) {
      player.blank(teller.id(id), 1_024, 900);
      expect(find(`#${id}`).getBoundingClientRect().height).to.equal(0);
    }
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
