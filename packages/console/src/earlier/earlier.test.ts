import { expect, html } from '@open-wc/testing';
import { BEN, seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, button, calm, customer, find, findAll, inPhase, textOf } from '../testing/at-desk.js';
import './earlier.js';

const earlier = html`<deskbell-earlier></deskbell-earlier>`;
const HOUR = 3_600_000;

const at = (before: (relay: SimulatedRelay) => void, phase = 'active') =>
  atDesk(earlier, {
    before: (relay) => {
      before(relay);
      seed(relay, { ago: 600_000 });
    },
    selected: inPhase(phase),
  });
const rows = (root: Element) => findAll<HTMLButtonElement>(root, '.row');

describe('<deskbell-earlier>', () => {
  it('INF 3 lists a customer’s earlier conversations, with queue, date and outcome', async () => {
    const { desk } = await at((relay) => {
      seed(relay, { phase: 'closed', agent: BEN, ago: 50 * HOUR, disposition: 'abandoned', lines: ['Where is my lamp?'] });
      seed(relay, { phase: 'closed', ago: 30 * HOUR, lines: ['<b>Thanks</b>'] });
      seed(relay, { phase: 'closed', customer: customer('tom', 'Tom'), ago: 20 * HOUR });
    });
    const [newest, oldest] = rows(desk).map(textOf);
    expect(rows(desk).length).to.equal(2);
    expect(newest).to.match(/^Shop .+ Resolved <b>Thanks<\/b>$/);
    expect(oldest).to.match(/^Shop .+ Abandoned Where is my lamp\?$/);
    await expect(desk).to.be.accessible();
  });

  it('INF 3 opens the one that is chosen, and leaves it out of its own list', async () => {
    const { desk, relay } = await at((relay) => {
      seed(relay, { phase: 'closed', ago: 50 * HOUR });
    });
    rows(desk)[0]?.click();
    await calm();
    expect(desk.selected).to.equal(inPhase('closed')(relay));
    expect(rows(desk)).to.deep.equal([]);
  });

  it('INF 3 says that there is none, and what it could not fetch', async () => {
    const { desk } = await at((relay) => relay.refuseNext('/v1/conversations', 'unavailable'));
    expect(textOf(desk)).to.include('Nothing is lost');
    await expect(desk).to.be.accessible();
    button(desk, 'Try again').click();
    await calm();
    expect(textOf(find(desk, 'section'))).to.equal('Earlier conversations None that is closed.');
  });

  it('INF 3 comes page by page', async () => {
    const { desk } = await at((relay) => {
      for (let index = 0; index < 23; index++) seed(relay, { phase: 'closed', ago: (90 - index) * HOUR });
    });
    expect(rows(desk).length).to.equal(20);
    button(desk, 'Show more').click();
    await calm();
    expect(rows(desk).length).to.equal(23);
    expect(findAll(desk, '.more')).to.deep.equal([]);
  });
});
