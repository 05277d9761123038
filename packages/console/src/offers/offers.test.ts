import { expect, html } from '@open-wc/testing';
import { ANA, expires, offers, seed } from '@deskbell/client/testing/scenes.js';
import { atDesk, button, calm, find, findAll, textOf } from '../testing/at-desk.js';
import '../tray/tray.js';
import './offers.js';

const piece = html`<deskbell-offers></deskbell-offers>`;

const offered = async (pieces = piece) => {
  let id = '';
  const scene = await atDesk(pieces, { before: (relay) => void (id = seed(relay, { phase: 'waiting', lines: ['Is anybody there?'] })) });
  offers(scene.relay, id, ANA, 20);
  await calm();
  return { ...scene, id };
};

describe('<deskbell-offers>', () => {
  it('TRY 4 shows who is next, what they said and the time left, and rings', async () => {
    const { desk, ticker, bell } = await offered();
    expect(textOf(find(desk, 'section')))
      .to.include('Next in queue')
      .and.to.include('Maya Lindqvist')
      .and.to.include('Is anybody there?');
    expect(textOf(find(desk, '[aria-live=polite]'))).to.equal('Time left to accept: 0:20');
    expect(find(desk, 'time').textContent).to.equal('20');
    expect(bell.rang).to.be.above(0);
    await expect(desk).to.be.accessible();
    await ticker.advance(16_000);
    expect(find(desk, 'time').textContent).to.equal('4');
  });

  it('TRY 4 "Accept" makes it the agent’s own', async () => {
    const { desk, session, id } = await offered();
    button(desk, 'Accept').click();
    await calm();
    expect(session.state.ongoing.map((row) => row.id)).to.deep.equal([id]);
    expect(findAll(desk, 'article')).to.deep.equal([]);
  });

  it('TRY 4 "Reject" gives it away', async () => {
    const { desk, session, id } = await offered();
    button(desk, 'Reject').click();
    await calm();
    expect(session.state.offers).to.deep.equal([]);
    expect(session.state.waiting.map((row) => row.id)).to.deep.equal([id]);
  });

  it('TRY 4 is gone when the time is up', async () => {
    const { desk, relay, session, id } = await offered();
    expires(relay, id);
    await calm();
    expect(findAll(desk, 'article')).to.deep.equal([]);
    expect(session.state.status?.digital).to.equal('away-idle');
  });

  it('TRY 4 nothing moves under the pointer: a second click on "Accept" takes nobody else', async () => {
    const { desk, relay, session, id } = await offered();
    const next = seed(relay, { phase: 'waiting' });
    offers(relay, next, ANA, 30);
    await calm();
    const tops = () => findAll(desk, 'article').map((card) => card.getBoundingClientRect().top);
    const before = tops();
    find(desk, 'section').dispatchEvent(new PointerEvent('pointerenter'));
    await calm();
    button(desk, 'Accept').click();
    await calm();
    expect(session.state.ongoing.map((row) => row.id)).to.deep.equal([id]);
    expect(tops()).to.deep.equal(before);
    expect(findAll(desk, 'article:not([inert])').length).to.equal(1);
    find(desk, 'section').dispatchEvent(new PointerEvent('pointerleave'));
    await calm();
    expect(tops()).to.deep.equal(before.slice(0, 1));
    await expect(desk).to.be.accessible();
  });

  it('says so where it could not be rejected', async () => {
    const { desk, relay } = await offered(html`<deskbell-tray></deskbell-tray>`);
    relay.refuseNext('offer.reject', 'unavailable');
    button(desk, 'Reject').click();
    await calm();
    expect(textOf(find(desk, '.notice'))).to.include('Nothing is lost.');
    expect(button(desk, 'Reject').disabled).to.equal(false);
    await expect(desk).to.be.accessible();
  });

  it('leaves a rejection alone that the page around it prevents', async () => {
    const { desk, session } = await offered();
    desk.addEventListener('deskbell-reject', (event) => event.preventDefault());
    button(desk, 'Reject').click();
    await calm();
    expect(session.state.offers).to.have.length(1);
  });

  it('cannot be answered while the network is away', async () => {
    const { desk, relay } = await offered();
    relay.network.drop();
    await calm();
    expect([button(desk, 'Accept').disabled, button(desk, 'Reject').disabled]).to.deep.equal([true, true]);
  });
});
