import { expect, waitUntil } from '@open-wc/testing';
import type { CustomerEnd } from '../testing/customer-end.js';
import { leavePages, page } from '../testing/shown-page.js';
import { keptTicket } from './kept-ticket.js';

const controls = ({ words }: CustomerEnd) => words.flatMap((word) => (word.type === 'control' ? [word.state] : []));
const told = ({ told: all }: CustomerEnd) => all.filter((each) => each.startsWith('control'));

async function asked() {
  const all = page();
  await all.end().meet();
  all.end().says({ type: 'control-ask' });
  await waitUntil(() => all.showing.state.control === 'asked');
  return all;
}

async function granted() {
  const all = await asked();
  all.showing.answerControl(true);
  await waitUntil(() => all.showing.state.control === 'granted');
  return all;
}

afterEach(leavePages);

describe('Showing, and control', () => {
  it('COB 5 control needs a second consent, which is told to both sides and to the audit trail', async () => {
    const { end, showing } = await granted();
    expect(controls(end())).to.deep.equal(['asked', 'granted']);
    showing.takeBack();
    await waitUntil(() => showing.state.control === 'none');
    expect([controls(end()).at(-1), told(end())]).to.deep.equal(['none', ['control-granted', 'control-ended']]);
  });

  it('COB 5 a no is a no', async () => {
    const { end, showing } = await asked();
    showing.answerControl(false);
    await waitUntil(() => showing.state.control === 'none');
    expect([controls(end()), told(end()), keptTicket()?.control ?? false]).to.deep.equal([
      ['asked', 'refused'],
      ['control-refused'],
      false,
    ]);
  });

  it('COB 5 nothing is done without consent, whatever the agent’s side sends', async () => {
    const { end } = page();
    await end().meet();
    end().says({ type: 'act', id: 7, act: { kind: 'click', node: 1, x: 0.5, y: 0.5 } });
    expect(end().words).to.deep.include({ type: 'refused', id: 7, why: 'no-consent' });
    const before = end().words.length;
    for (const text of ['{', '{"type":"act"}', '{"type":"answer","granted":true}', '[]']) end().saysText(text);
    expect(end().words.length).to.equal(before);
  });

  it('COB 5 where the workspace allows no control nobody is asked', async () => {
    const { end, showing } = page({ rules: { control: false } });
    await end().meet();
    end().says({ type: 'control-ask' });
    await waitUntil(() => controls(end()).length);
    expect([controls(end()), showing.state.control]).to.deep.equal([['not-allowed'], 'none']);
  });

  it('COB 5 what was allowed holds on the next page, and what was taken back does not', async () => {
    const first = await granted();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect([first.showing.state.control, keptTicket()?.control]).to.deep.equal(['none', true]);
    const next = page();
    await next.end().meet();
    await waitUntil(() => next.showing.state.control === 'granted');
    expect(told(next.end())).to.deep.equal([]);
    next.showing.takeBack();
    await waitUntil(() => keptTicket()?.control === false);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    const last = page();
    await last.end().meet();
    last.end().says({ type: 'act', id: 1, act: { kind: 'click', node: 1, x: 0, y: 0 } });
    expect(last.end().words).to.deep.include({ type: 'refused', id: 1, why: 'no-consent' });
  });

  it('COB 5 an agent who was away asks anew', async () => {
    const { end, showing } = await granted();
    end().part('away');
    await waitUntil(() => keptTicket()?.control === false);
    await end().meet();
    expect([showing.state.phase, showing.state.control]).to.deep.equal(['live', 'none']);
  });
});
