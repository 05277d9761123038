import { expect } from '@open-wc/testing';
import type { FromView } from '../replay/view-port.js';
import { View } from '../replay/view.js';
import type { AgentWord } from '../words.js';
import { handIn } from './hand-in.js';

describe('a hand in the view of a customer’s page', () => {
  let view: View;
  let close = () => {};
  const did: AgentWord[] = [];
  const say = (message: FromView) => {
    if (message.type === 'did') did.push(message.word);
  };

  /** The page has a field (4) in a shadow root (6) and a link (5). */
  beforeEach(() => {
    did.length = 0;
    const desk = document.createElement('div');
    Object.assign(desk.style, { position: 'fixed', inset: '0', width: '400px', height: '300px' });
    document.body.append(desk);
    view = new View(desk, { paged: () => undefined, scaled: () => undefined, lost: () => undefined });
    const { player } = view;
    const page = {
      title: 'Shop',
      address: 'https://shop.example/',
      base: 'https://shop.example/',
      width: 400,
      height: 300,
      media: 0,
      bar: undefined,
    };
    player.fresh(page);
    player.document(1, 0, false, page.base);
    player.element(2, 1, 0, 'html', 'html', []);
    player.element(3, 2, 0, 'html', 'body', []);
    player.element(5, 3, 0, 'html', 'div', ['style', 'position: absolute; left: 0; top: 0; width: 200px; height: 40px']);
    player.shadow(6, 5);
    player.element(4, 6, 0, 'html', 'input', [
      'style',
      'position: absolute; left: 0; top: 0; width: 200px; height: 40px; border: 0; padding: 0',
    ]);
    player.value(4, 'Ada');
    player.shown();
    player.settle();
    close = () => {
      view.close();
      desk.remove();
    };
  });
  afterEach(() => close());

  const at = (type: string, x: number, y: number) => {
    const from = view.toView({ x, y });
    view.surface.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, clientX: from.x, clientY: from.y }));
  };

  it('COB 5 does what the desk says, on the page as it is shown', () => {
    const hand = handIn(view, say);
    hand.hear({ type: 'use', tool: 'highlight' });
    at('click', 100, 20);
    expect(did).to.deep.equal([{ type: 'highlight', node: 4 }]);
    const box = view.marks.querySelector<HTMLElement>('.box:not([data-aimed])')!;
    expect([box.style.width, getComputedStyle(box).borderTopWidth]).to.deep.equal(['200px', '3px']);
    hand.hear({ type: 'erase' });
    expect(box.hidden).to.equal(true);
    hand.hear({ type: 'use', tool: 'control' });
    at('click', 100, 10);
    expect(did.at(-1)).to.deep.equal({ type: 'act', id: 1, act: { kind: 'click', node: 4, x: 0.5, y: 0.25 } });
    hand.hear({ type: 'heard', word: { type: 'refused', id: 1, why: 'masked' } });
    at('pointermove', 100, 10);
    expect(view.surface.style.cursor).to.equal('not-allowed');
    hand.close();
    expect(view.marks.childElementCount).to.equal(0);
  });

  it('COB 5 knows which field has the customer’s focus, and what it holds', () => {
    const hand = handIn(view, say);
    hand.hear({ type: 'use', tool: 'control' });
    view.player.focused(4);
    at('click', 100, 20);
    const field = view.marks.querySelector('textarea')!;
    expect([view.player.focusedNode, view.player.idOf(view.player.nodeOf(4)!), field.value]).to.deep.equal([4, 4, 'Ada']);
    field.value = 'Ada!';
    field.dispatchEvent(new InputEvent('input'));
    hand.hear({ type: 'use', tool: 'look' });
    expect(did.at(-1)).to.deep.equal({ type: 'act', id: 2, act: { kind: 'type', node: 4, text: 'Ada!' } });
    hand.close();
  });
});
