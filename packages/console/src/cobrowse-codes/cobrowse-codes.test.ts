import { expect, html } from '@open-wc/testing';
import { CODE_LASTS } from '@deskbell/protocol/cobrowse.js';
import { redeems } from '@deskbell/client/testing/simulated-cobrowse.js';
import { button, calm, find, findAll, focused, textOf } from '../testing/at-desk.js';
import { cobrowseDesk } from '../testing/cobrowse-desk.js';
import '../cobrowse/everything.js';
import '../toast/toast.js';
import '../tray/tray.js';

const pieces = html`<deskbell-tray></deskbell-tray><deskbell-cobrowse-stage></deskbell-cobrowse-stage>`;

async function at() {
  const place = await cobrowseDesk(pieces);
  const { desk, relay } = place;
  const begin = async () => {
    button(desk, 'New').click();
    await calm();
    find(desk, 'deskbell-menu[part=new]').shadowRoot?.querySelector<HTMLElement>('.item')?.click();
    await calm();
    await calm();
  };
  const dialogs = () => findAll(desk, 'dialog[open]');
  return { ...place, begin, dialogs, begun: () => relay.asked.cobrowses.map(({ session }) => session) };
}

describe('<deskbell-cobrowse-codes>', () => {
  it('COB 3 "+" makes a code with no conversation, shown large and read out digit by digit', async () => {
    const { desk, begin, begun } = await at();
    await begin();
    expect(begun().map(({ state, conversation }) => [state, conversation])).to.deep.equal([['code', null]]);
    expect(find(desk, '.digits [aria-hidden]').textContent).to.equal('482 193');
    expect(find(desk, '.digits .unseen').textContent).to.equal('4 8 2, 1 9 3');
    expect(textOf(find(desk, 'deskbell-countdown'))).to.include('The code is good for: 5:00');
    expect(focused()).to.equal(button(desk, 'Keep waiting'));
    await expect(desk).to.be.accessible();
  });

  it('COB 3 goes over to the page as soon as the code was typed', async () => {
    const { desk, relay, begin, dialogs, channel, last, shows } = await at();
    await begin();
    channel().tellsState(redeems(relay, last()));
    await calm();
    expect(dialogs()).to.deep.equal([]);
    expect(textOf(find(find(desk, 'deskbell-cobrowse-view'), '.face'))).to.include('Waiting for the customer…');
    await expect(desk).to.be.accessible();
    await shows();
    expect(textOf(find(desk, 'deskbell-cobrowse-rows'))).to.match(/^Co-browse Dune table lamp \d:\d\d Live$/);
    expect(find(desk, 'deskbell-cobrowse-stage').getAttribute('shows')).to.equal('alone');
  });

  it('COB 4 a code that is too old is shown no longer, and a new one takes its place', async () => {
    const { desk, ticker, begin, begun } = await at();
    await begin();
    await ticker.advance(CODE_LASTS);
    expect(findAll(desk, '.digits')).to.deep.equal([]);
    expect(textOf(find(desk, 'deskbell-cobrowse-digits'))).to.equal('The time of this code is up. New code');
    await expect(desk).to.be.accessible();
    button(desk, 'New code').click();
    await calm();
    await calm();
    expect(find(desk, '.digits [aria-hidden]').textContent).to.equal('482 194');
    expect(begun().map(({ state }) => state)).to.deep.equal(['ended', 'code']);
  });

  it('COB 4 beside a chat the old code makes room for the new one, since a chat has one at a time', async () => {
    const { desk, ticker, begun } = await at();
    const cobrowsing = await desk.cobrowse.load();
    cobrowsing.tell((await cobrowsing.begin({ conversation: desk.selected ?? '', by: 'code' })).id);
    await ticker.advance(CODE_LASTS);
    button(desk, 'New code').click();
    await calm();
    await calm();
    expect(find(desk, '.digits [aria-hidden]').textContent).to.equal('482 194');
    expect(begun().map(({ state, conversation }) => [state, conversation])).to.deep.equal([
      ['ended', desk.selected],
      ['code', desk.selected],
    ]);
  });

  it('COB 3 waits on in the tray where the dialog is closed, and is found again there', async () => {
    const { desk, begin, dialogs } = await at();
    await begin();
    button(desk, 'Keep waiting').click();
    await calm();
    expect(dialogs()).to.deep.equal([]);
    expect(textOf(find(desk, 'deskbell-cobrowse-rows'))).to.match(/Waiting for the code$/);
    find(find(desk, 'deskbell-cobrowse-rows'), '[part=row]').click();
    await calm();
    expect(dialogs()).to.have.length(1);
  });

  it('COB 3 is called off by "Cancel co-browse"', async () => {
    const { desk, begin, begun, dialogs } = await at();
    await begin();
    button(desk, 'Cancel co-browse').click();
    await calm();
    expect(begun()[0]?.end).to.equal('agent');
    expect(dialogs()).to.deep.equal([]);
    expect(findAll(find(desk, 'deskbell-cobrowse-rows'), '[part=row]')).to.deep.equal([]);
  });

  it('COB 3 says what the relay refused', async () => {
    const { desk, relay, begin, dialogs } = await at();
    relay.refuseNext('/v1/cobrowse', 'slow-down');
    await begin();
    expect(dialogs()).to.deep.equal([]);
    expect(textOf(find(desk, 'deskbell-toast'))).to.include('Too much at once.');
  });
});
