import { expect, html } from '@open-wc/testing';
import { redeems } from '@deskbell/client/testing/simulated-cobrowse.js';
import { button, calm, find, findAll, textOf } from '../testing/at-desk.js';
import { cobrowseDesk } from '../testing/cobrowse-desk.js';
import '../cobrowse/everything.js';
import '../tray/tray.js';

const pieces = html`<deskbell-tray></deskbell-tray><deskbell-cobrowse-stage></deskbell-cobrowse-stage>`;

async function at() {
  const place = await cobrowseDesk(pieces);
  const { desk, relay } = place;
  const cobrowsing = await desk.cobrowse.load();
  const rows = () => findAll(find(desk, 'deskbell-cobrowse-rows'), '[part=row]');
  const begin = async (conversation?: string) => {
    await cobrowsing.begin({ ...(conversation !== undefined && { conversation }), by: 'code' });
    await calm();
  };
  const typed = async () => {
    place.channel().tellsState(redeems(relay, place.last()));
    await calm();
  };
  return { ...place, cobrowsing, rows, begin, typed, said: () => rows().map(textOf) };
}

describe('<deskbell-cobrowse-rows>', () => {
  it('COB 3 has a row for each session without a chat, and none for one that has', async () => {
    const { desk, begin, said } = await at();
    expect([said(), findAll(find(desk, 'deskbell-cobrowse-rows'), 'h2')]).to.deep.equal([[], []]);
    await begin(desk.selected);
    expect(said()).to.deep.equal([]);
    await begin();
    await begin();
    expect(said()).to.deep.equal(['Customer 0:00 Waiting for the code', 'Customer 0:00 Waiting for the code']);
    await expect(desk).to.be.accessible();
  });

  it('COB 3 says how it stands, from the code to the end, by the name of the page once one is shown', async () => {
    const { desk, ticker, begin, typed, shows, channel, said } = await at();
    await begin();
    await typed();
    const told = said();
    await shows();
    await ticker.advance(62_000);
    told.push(...said());
    await expect(desk).to.be.accessible();
    channel().says({ type: 'paused', why: 'off-limits' });
    await calm();
    told.push(...said());
    channel().says({ type: 'paused', why: 'hidden' });
    await calm();
    told.push(...said());
    channel().part('away');
    await calm();
    told.push(...said());
    channel().end('customer');
    await calm();
    expect([...told, ...said()]).to.deep.equal([
      'Customer 0:00 Waiting for consent',
      'Dune table lamp 1:02 Live',
      'Customer 1:02 Private page',
      'Dune table lamp 1:02 Away',
      'Dune table lamp 1:02 Connecting',
      'Customer Ended',
    ]);
    await expect(desk).to.be.accessible();
  });

  it('COB 3 a press shows the code while that is good, and the page from then on', async () => {
    const { desk, begin, typed, rows, cobrowsing } = await at();
    await begin();
    rows()[0]!.click();
    await calm();
    expect(find(desk, '.digits [aria-hidden]').textContent).to.equal('482 193');
    button(desk, 'Keep waiting').click();
    await calm();
    expect(rows()[0]!.ariaCurrent).to.equal('false');
    await typed();
    rows()[0]!.click();
    await calm();
    expect([rows()[0]!.ariaCurrent, desk.selected, cobrowsing.watched]).to.deep.equal(['true', undefined, cobrowsing.sessions[0]?.id]);
    expect(find(desk, 'deskbell-cobrowse-stage').getAttribute('shows')).to.equal('alone');
    await expect(desk).to.be.accessible();
  });

  it('COB 3 a declined one stays till it is put away', async () => {
    const { desk, begin, typed, channel, rows, said } = await at();
    await begin();
    await typed();
    channel().end('refused');
    await calm();
    expect(said()).to.deep.equal(['Customer Declined']);
    rows()[0]!.click();
    await calm();
    button(find(desk, 'deskbell-cobrowse-view'), 'Close').click();
    await calm();
    expect(said()).to.deep.equal([]);
  });
});
