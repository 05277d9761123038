import { expect, waitUntil } from '@open-wc/testing';
import { leavePages, look, page, ticketOf, use } from '../testing/shown-page.js';
import { KEPT_AT, keptTicket } from './kept-ticket.js';

const refusal = (code: string, status: number) => Response.json({ error: { code, detail: code } }, { status });

afterEach(leavePages);

describe('Showing', () => {
  it('COB 5 shows the page to the agent whom the ticket leads to, by a pass of its own', async () => {
    const { showing, end, asked, phases } = page();
    expect(showing.state).to.deep.include({ phase: 'connecting', agent: 'Ana Ruiz', control: 'none' });
    expect(await end().meet('relay')).to.equal('pass 1');
    expect(asked).to.deep.equal([{ path: '/v1/cobrowse/one/pass', bearer: 'Bearer ticket to one' }]);
    await waitUntil(() => end().mirrored.length);
    expect(showing.state).to.deep.include({ phase: 'live', way: 'relay', safety: '482193' });
    expect([phases, end().told]).to.deep.equal([['live'], [`page ${location.origin}${location.pathname}`]]);
  });

  it('COB 5 tells which way it goes as soon as something comes by it', async () => {
    const { showing, end } = page();
    await end().meet('relay');
    end().way = 'peer';
    end().says({ type: 'ack', frame: 1 });
    expect(showing.state.way).to.equal('peer');
  });

  it('COB 5 goes on on the next page by the same ticket, without a code', async () => {
    const first = page();
    await first.end().meet();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(first.end().isClosed).to.equal(true);
    const next = page();
    await next.end().meet();
    expect([next.showing.state.phase, next.asked.length]).to.deep.equal(['live', 1]);
  });

  it('COB 5 a page that the browser took out of its cache goes on too', async () => {
    const { ends, showing } = page();
    await ends[0]!.meet();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect([ends[0]!.isClosed, showing.state.phase]).to.deep.equal([true, 'reconnecting']);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await ends[1]!.meet();
    expect(showing.state.phase).to.equal('live');
  });

  it('COB 5 Stop shows nothing from that moment on, and ends it for the relay and all tabs', async () => {
    const { showing, end, asked } = page();
    await end().meet();
    await waitUntil(() => end().mirrored.length);
    showing.stop();
    expect([end().isClosed, showing.state.phase, showing.state.end, localStorage.length]).to.deep.equal([true, 'ended', 'customer', 0]);
    expect(end().told.at(-1)).to.equal('stopped');
    await waitUntil(() => asked.some(({ path }) => path === '/v1/cobrowse/one/end'));
    document.body.append('after the end');
    use();
    expect(showing.state.phase).to.equal('ended');
    document.body.lastChild!.remove();
  });

  it('COB 5 Stop is Stop without any network too', async () => {
    const { showing, end } = page({ answer: ({ path }) => (path.endsWith('end') ? Response.error() : undefined) });
    await end().meet();
    showing.stop();
    expect([end().isClosed, showing.state.phase, keptTicket()]).to.deep.equal([true, 'ended', undefined]);
  });

  it('COB 5 ended in another tab is ended here', async () => {
    const { showing, end } = page();
    await end().meet();
    localStorage.removeItem(KEPT_AT);
    dispatchEvent(new StorageEvent('storage', { key: KEPT_AT }));
    expect([showing.state.phase, end().isClosed]).to.deep.equal(['ended', true]);
  });

  it('COB 5 ended by the agent it says so, and nothing of it is kept', async () => {
    const { showing, end } = page();
    await end().meet();
    end().end('agent');
    expect([showing.state.phase, showing.state.end, localStorage.length]).to.deep.equal(['ended', 'agent', 0]);
  });

  it('COB 5 a session that is over is not shown on the next page', async () => {
    for (const answer of [
      () => refusal('not-found', 404),
      () => refusal('unauthorized', 401),
      () => Response.json({ session: { ...ticketOf('one').session, state: 'ended', end: 'expired' }, pass: 'x' }),
    ]) {
      const { showing, end } = page({ answer });
      expect(await end().meet()).to.equal(undefined);
      expect([showing.state.phase, keptTicket()]).to.deep.equal(['ended', undefined]);
    }
  });

  it('COB 5 a relay that is away ends nothing: it is asked again', async () => {
    let away = true;
    const { showing, end } = page({ answer: () => (away ? refusal('unavailable', 503) : undefined) });
    const fault: unknown = await end()
      .meet()
      .catch((error: unknown) => error);
    expect([(fault as { code: string }).code, showing.state.phase, keptTicket()?.id]).to.deep.equal(['unavailable', 'connecting', 'one']);
    away = false;
    await end().meet();
    expect(showing.state.phase).to.equal('live');
  });

  it('COB 5 another tab that is in use has the mirror; this one stands by, and takes it back when it is used', async () => {
    const { showing, ends } = page();
    await ends[0]!.meet();
    ends[0]!.part('elsewhere');
    expect([showing.state.phase, ends.length]).to.deep.equal(['elsewhere', 1]);
    use();
    await ends[1]!.meet();
    expect([showing.state.phase, ends[1]!.isClosed]).to.deep.equal(['live', false]);
  });

  it('COB 5 a tab that nobody looks at waits until somebody does', async () => {
    look(false);
    const { showing, ends } = page();
    expect([showing.state.phase, ends.length]).to.deep.equal(['elsewhere', 0]);
    look(true);
    await ends[0]!.meet();
    expect(showing.state.phase).to.equal('live');
    look(false);
    expect(ends[0]!.words.at(-1)).to.deep.equal({ type: 'paused', why: 'hidden' });
    look(true);
    expect(ends[0]!.words.at(-1)).to.deep.equal({ type: 'resumed' });
  });

  it('COB 5 is paused while the agent is away, and begins anew when they are back', async () => {
    const { showing, end, ends } = page();
    await end().meet();
    await waitUntil(() => end().mirrored.length);
    end().part('unreachable');
    expect([showing.state.phase, showing.state.way]).to.deep.equal(['reconnecting', undefined]);
    end().mirrored.length = 0;
    await end().meet();
    await waitUntil(() => end().mirrored.length);
    expect([showing.state.phase, ends.length]).to.deep.equal(['live', 1]);
  });

  it('COB 6 a page that is off limits is not in the mirror, and both are told', async () => {
    const { showing, end } = page({ rules: { pages: [{ at: location.pathname, offLimits: true }] } });
    await end().meet();
    expect(showing.state.phase).to.equal('private');
    expect(end().words).to.deep.include({ type: 'paused', why: 'off-limits' });
    expect(end().told.map((told) => told.split(' ')[0])).to.deep.equal(['off-limits']);
    const secret = document.createElement('p');
    secret.textContent = 'behind the door';
    document.body.append(secret);
    for (let picture = 0; picture < 10; picture++) await new Promise(requestAnimationFrame);
    expect(end().mirrored.length).to.equal(0);
    end().says({ type: 'act', id: 7, act: { kind: 'click', node: 1, x: 0, y: 0 } });
    expect(end().words.at(-1)).to.deep.equal({ type: 'refused', id: 7, why: 'off-limits' });
    secret.remove();
  });

  it('COB 5 control that is asked for on a private page is asked once a page is shown, unless the agent would not any more', async () => {
    const before = location.href;
    const { showing, end } = page({ rules: { pages: [{ at: '/account', offLimits: true }] } });
    const goTo = async (address: string, phase: string) => {
      history.replaceState(null, '', address);
      await waitUntil(() => showing.state.phase === phase);
    };
    await end().meet();
    await waitUntil(() => end().mirrored.length);
    await goTo('/account', 'private');
    end().says({ type: 'control-ask' });
    end().says({ type: 'control-leave' });
    await goTo(before, 'live');
    expect(showing.state.control).to.equal('none');
    await goTo('/account', 'private');
    end().says({ type: 'control-ask' });
    expect(showing.state.control).to.equal('none');
    await goTo(before, 'live');
    // What asks is loaded first.
    await waitUntil(() => showing.state.control === 'asked', 'the question', { timeout: 8_000 });
    expect(end().words.at(-1)).to.deep.equal({ type: 'control', state: 'asked' });
    showing.answerControl(true);
    await waitUntil(() => showing.state.control === 'granted');
    await goTo('/account', 'private');
    end().says({ type: 'control-leave' });
    await waitUntil(() => showing.state.control === 'none');
    await goTo(before, 'live');
  });

  it('COB 6 within a page that changes in place the mirror pauses and goes on with the address', async () => {
    const before = location.href;
    const { showing, end } = page({ rules: { pages: [{ at: '/account', offLimits: true }] } });
    await end().meet();
    await waitUntil(() => end().mirrored.length);
    history.pushState(null, '', '/account');
    await waitUntil(() => showing.state.phase === 'private');
    const sent = end().mirrored.length;
    document.body.append('behind the door');
    for (let picture = 0; picture < 10; picture++) await new Promise(requestAnimationFrame);
    expect([end().mirrored.length, end().words.at(-1)]).to.deep.equal([sent, { type: 'paused', why: 'off-limits' }]);
    document.body.lastChild!.remove();
    history.replaceState(null, '', before);
    await waitUntil(() => showing.state.phase === 'live' && end().mirrored.length > sent);
    expect(end().words).to.deep.include({ type: 'resumed' });
    expect(end().told.map((told) => told.replace(location.origin, ''))).to.deep.equal([
      `page ${location.pathname}`,
      'off-limits /account',
      `page ${location.pathname}`,
    ]);
  });
});
