import { expect, waitUntil } from '@open-wc/testing';
import { leavePages, look, page } from '../testing/shown-page.js';

afterEach(leavePages);

describe('Showing, and an agent’s end or a page that fights', () => {
  it('COB 5 words that are none, too long, too deep or without end change nothing, and the mirror goes on', async () => {
    const { showing, end } = page();
    await end().meet();
    await waitUntil(() => end().mirrored.length);
    const [state, words] = [showing.state, end().words.length];
    const act = { kind: 'type', node: 2, text: 'x' };
    const said: unknown[] = [
      null,
      7,
      'resync',
      [],
      {},
      { type: 'granted' },
      { type: '__proto__' },
      { type: 'control', state: 'granted' },
      { type: 'act', id: -1, act },
      { type: 'act', id: 1, act: { ...act, node: 1.5 } },
      { type: 'act', id: 1, act: { ...act, text: 'x'.repeat(10_001) } },
      { type: 'draw', stroke: 1, points: Array.from({ length: 513 }, () => 1) },
    ];
    const texts = [...said.map((word) => JSON.stringify(word)), '[', '\0', '['.repeat(60_000), `"${'x'.repeat(2_000_000)}"`];
    for (let time = 0; time < 50; time += 1) for (const text of texts) end().saysText(text);
    expect([showing.state, end().words.length]).to.deep.equal([state, words]);
    for (let id = 0; id < 5_000; id += 1) end().says({ type: 'act', id, act: { kind: 'click', node: 2, x: 0.5, y: 0.5 } });
    expect(
      new Set(
        end()
          .words.slice(words)
          .map((word) => (word.type === 'refused' ? word.why : word.type)),
      ),
    ).to.deep.equal(new Set(['no-consent']));
    const before = end().mirrored.length;
    const late = document.createElement('p');
    document.body.append(late);
    await waitUntil(() => end().mirrored.length > before);
    late.remove();
  });

  it('COB 5 a page that cannot be recorded is said to be one, to both, and the next one is shown', async () => {
    const { innerWidth } = window;
    const own = Object.getOwnPropertyDescriptor(window, 'innerWidth')!;
    const { showing, end, phases } = page();
    try {
      Object.defineProperty(window, 'innerWidth', {
        configurable: true,
        get: () => {
          throw new Error('this page has its own');
        },
      });
      await end().meet();
      await waitUntil(() => showing.state.phase === 'failed');
    } finally {
      Object.defineProperty(window, 'innerWidth', own);
    }
    expect(window.innerWidth).to.equal(innerWidth);
    expect(end().words).to.deep.include({ type: 'paused', why: 'failed' });
    look(false);
    look(true);
    expect([end().words.at(-1), phases.at(-1)]).to.deep.equal([{ type: 'paused', why: 'failed' }, 'failed']);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    const next = page();
    await next.end().meet();
    await waitUntil(() => next.end().mirrored.length);
    expect(next.showing.state.phase).to.equal('live');
  });
});
