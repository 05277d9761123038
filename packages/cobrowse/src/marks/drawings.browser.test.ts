import { expect, waitUntil } from '@open-wc/testing';
import type { AgentWord } from '../words.js';
import type * as DrawingsPart from './drawings.js';
import { Marks } from './marks.js';

type Part = typeof DrawingsPart;

/** Marks whose drawings come when a test lets them. */
function slow() {
  const due: (() => void)[] = [];
  const asked: ((part: Promise<Part>) => void)[] = [];
  const attach = HTMLElement.prototype.attachShadow;
  let root: ShadowRoot | undefined;
  HTMLElement.prototype.attachShadow = function (init) {
    return (root = attach.call(this, init));
  };
  const marks = new Marks({
    name: 'Ana Ruiz',
    nodeOf: () => document.body,
    timers: { setTimeout: (run) => due.push(run), clearTimeout: () => {} },
    load: () => new Promise((resolve) => asked.push(resolve)),
  });
  HTMLElement.prototype.attachShadow = attach;
  const says = (...words: AgentWord[]) => {
    for (const word of words) marks.hear(word);
  };
  return { marks, says, due, asked, root: root! };
}

describe('what draws, on its way', () => {
  before(() => import('./drawings.js'));

  it('COB 5 what is to be drawn waits for it, and it is asked for again where it does not come', async () => {
    const { marks, says, due, asked, root } = slow();
    says({ type: 'draw', stroke: 1, points: [1, 1] }, { type: 'draw', stroke: 1, points: [2, 2] });
    expect(asked.length).to.equal(1);
    asked[0]!(Promise.reject(new Error('no network')));
    await waitUntil(() => due.length);
    says({ type: 'draw', stroke: 2, points: [3, 3] }, { type: 'highlight', node: 1 });
    expect([asked.length, root.querySelector('polyline')]).to.deep.equal([1, null]);
    due.pop()!();
    asked[1]!(import('./drawings.js'));
    await waitUntil(() => root.querySelector('polyline'));
    expect([...root.querySelectorAll('polyline')].map(({ points }) => points.numberOfItems)).to.deep.equal([2, 1]);
    expect(root.querySelector('.box')!.checkVisibility()).to.equal(true);
    marks.close();
  });

  it('COB 5 what was taken away before it could be drawn is not drawn', async () => {
    const { marks, says, due, asked, root } = slow();
    says({ type: 'draw', stroke: 1, points: [1, 1] }, { type: 'erase' });
    asked[0]!(Promise.reject(new Error('no network')));
    await waitUntil(() => due.length);
    due.pop()!();
    expect(asked.length, 'for nothing').to.equal(1);
    says({ type: 'highlight', node: 1 });
    marks.close();
    asked[1]!(import('./drawings.js'));
    await waitUntil(() => root.querySelector('.drawing'));
    expect([root.querySelector('.box')!.checkVisibility(), document.querySelector('deskbell-marks')]).to.deep.equal([false, null]);
  });
});
