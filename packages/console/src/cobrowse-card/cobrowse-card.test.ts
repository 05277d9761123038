import { expect, html } from '@open-wc/testing';
import { BEN, MAYA, nextId } from '@deskbell/client/testing/scenes.js';
import { allowsCobrowse, endsCobrowse } from '@deskbell/client/testing/simulated-cobrowse.js';
import type { CobrowseEnd } from '@deskbell/protocol/cobrowse.js';
import { button, calm, find, findAll, textOf } from '../testing/at-desk.js';
import { cobrowseDesk } from '../testing/cobrowse-desk.js';
import '../cobrowse/everything.js';
import '../compose/compose.js';
import '../thread/thread.js';

const pieces = html`<deskbell-thread></deskbell-thread><deskbell-compose></deskbell-compose>`;

async function at() {
  const place = await cobrowseDesk(pieces);
  const { desk, relay, ticker } = place;
  const cards = () => findAll(desk, 'deskbell-cobrowse-card');
  const said = (card = cards().at(-1)!) => textOf(find(card, '[role=status]'));
  const ways = (card = cards().at(-1)!) => findAll(card, 'button').map(textOf);
  const ask = async () => {
    await (await desk.cobrowse.load()).begin({ conversation: desk.selected ?? '', by: 'chat' });
    await calm();
  };
  const allow = async () => {
    allowsCobrowse(relay, place.last(), MAYA);
    await calm();
  };
  const end = async (why: CobrowseEnd) => {
    endsCobrowse(relay, place.last(), MAYA, why);
    await calm();
  };
  return { ...place, ticker, cards, said, ways, ask, allow, end, begun: () => relay.asked.cobrowses.map(({ session }) => session) };
}

describe('<deskbell-cobrowse-card>', () => {
  it('COB 1 says who asked, and that the customer has not answered yet, and takes it back', async () => {
    const { desk, cards, said, ways, ask, begun } = await at();
    await ask();
    expect(textOf(find(cards()[0]!, 'header'))).to.match(/^Co-browse You asked /);
    expect([said(), ways()]).to.deep.equal(['Waiting for Maya Lindqvist…', ['End co-browse']]);
    await expect(desk).to.be.accessible();
    button(cards()[0]!, 'End co-browse').click();
    await calm();
    expect(begun().map(({ state, end }) => [state, end])).to.deep.equal([['ended', 'agent']]);
    expect([said(), ways()]).to.deep.equal(['You ended co-browse', ['Ask again']]);
  });

  it('COB 1 counts how long the page is shown, and keeps how long it was', async () => {
    const { desk, ticker, said, ways, ask, allow, end } = await at();
    await ask();
    await allow();
    await ticker.advance(65_000);
    expect([said(), ways()]).to.deep.equal(['Maya Lindqvist shows the page · 1:05', ['End co-browse']]);
    await expect(desk).to.be.accessible();
    await end('customer');
    await ticker.advance(60_000);
    expect([said(), ways()]).to.deep.equal(['Maya Lindqvist stopped co-browse · 1:05', ['Ask again']]);
    await expect(desk).to.be.accessible();
  });

  for (const [why, told] of [
    ['refused', 'Maya Lindqvist would rather not share the page'],
    ['expired', 'The time for this is up'],
    ['gone', 'The customer is gone'],
    ['off', 'Co-browse was turned off'],
  ] as const)
    it(`COB 1 says why nothing was shown (${why}), with another try`, async () => {
      const { desk, said, ways, ask, end } = await at();
      await ask();
      await end(why);
      expect([said(), ways()]).to.deep.equal([told, ['Ask again']]);
      await expect(desk).to.be.accessible();
    });

  it('COB 1 only the last one asks again', async () => {
    const { cards, ways, ask, end, begun } = await at();
    await ask();
    await end('refused');
    button(cards()[0]!, 'Ask again').click();
    await calm();
    expect(begun()).to.have.length(2);
    expect(cards().map((card) => ways(card))).to.deep.equal([[], ['End co-browse']]);
  });

  it('COB 1 leaves what a colleague asked to the colleague', async () => {
    const { desk, relay, cards, ways } = await at();
    const log = relay.logs.get(desk.selected ?? '')!;
    const { id, name, role } = BEN;
    relay.tell(log, log.append({ type: 'cobrowse.asked', id: nextId(), by: { id, name, role } }, relay.clock.now()).event);
    await calm();
    expect(textOf(find(cards()[0]!, 'header'))).to.match(/^Co-browse Ben Okafor asked /);
    expect(ways()).to.deep.equal([]);
  });

  it('COB 1 says what the relay refused, and nothing is over by that', async () => {
    const { desk, relay, cards, said, ask, last } = await at();
    await ask();
    relay.refuseNext(`/v1/cobrowse/${last()}/end`, 'internal');
    button(cards()[0]!, 'End co-browse').click();
    await calm();
    expect(textOf(find(cards()[0]!, '[role=alert]'))).to.include('The relay could not do this now.');
    expect(said()).to.equal('Waiting for Maya Lindqvist…');
    await expect(desk).to.be.accessible();
  });
});
