import { expect, html } from '@open-wc/testing';
import { MAYA, seed } from '@deskbell/client/testing/scenes.js';
import { cobrowseIn, redeems } from '@deskbell/client/testing/simulated-cobrowse.js';
import { simulatedAgent } from '@deskbell/client/testing/simulated-sessions.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { button, calm, customer, find, findAll, press, textOf } from '../testing/at-desk.js';
import { cobrowseDesk } from '../testing/cobrowse-desk.js';
import '../cobrowse/everything.js';
import '../cobrowse-button/cobrowse-button.js';
import '../compose/compose.js';
import '../tray/tray.js';

const pieces = html`<deskbell-tray></deskbell-tray><deskbell-compose></deskbell-compose><deskbell-cobrowse-stage></deskbell-cobrowse-stage>`;

const TOM = customer('tom', 'Tom Rivera');

async function live() {
  const place = await cobrowseDesk(pieces, {
    before: (relay) => {
      relay.desk = { ...relay.desk, cobrowse: { control: true } };
      seed(relay, { customer: MAYA, ago: 60_000 });
      seed(relay, { customer: TOM, ago: 50_000 });
    },
  });
  const { desk } = place;
  button(desk, 'Co-Browse').click();
  await calm();
  await calm();
  await place.shows();
  const stage = find(desk, 'deskbell-cobrowse-stage');
  return { ...place, stage, shows: () => stage.getAttribute('shows') };
}

describe('<deskbell-cobrowse-stage>', () => {
  it('COB 1 the page goes with its conversation, and stays as it is while another is open', async () => {
    const { desk, session, stage, shows } = await live();
    expect(shows()).to.equal('chat');
    const frame = find(stage, 'iframe');
    const [maya, tom] = session.state.ongoing.map(({ id }) => id);
    desk.select(tom);
    await calm();
    expect(shows()).to.equal('');
    desk.select(maya);
    await calm();
    expect(shows()).to.equal('chat');
    expect(find(stage, 'iframe')).to.equal(frame);
  });

  it('COB 3 one without a chat has the room to itself till a conversation is chosen', async () => {
    const { desk, relay, session, stage, shows, channel, last } = await live();
    button(desk, 'New').click();
    await calm();
    find(desk, 'deskbell-menu[part=new]').shadowRoot?.querySelector<HTMLElement>('.item')?.click();
    await calm();
    await calm();
    channel().tellsState(redeems(relay, last()));
    await calm();
    expect(shows()).to.equal('alone');
    expect(findAll(stage, 'deskbell-cobrowse-view:not(.aside)')).to.have.length(1);
    expect(findAll(desk, '[aria-current=true]').map(({ localName, part }) => [localName, part.value])).to.deep.equal([['button', 'row']]);
    expect(desk.selected).to.equal(undefined);
    desk.select(session.state.ongoing[0]?.id);
    await calm();
    expect(shows()).to.equal('chat');
    find(find(desk, 'deskbell-cobrowse-rows'), '[part=row]').click();
    await calm();
    expect(shows()).to.equal('alone');
    button(stage, 'Back to the list').click();
    await calm();
    expect(shows()).to.equal('');
  });

  it('COB 1 a switch goes between page and chat, and the shortcut to the page', async () => {
    const { desk, stage } = await live();
    const front = () => stage.getAttribute('front');
    button(stage, 'Chat').click();
    await calm();
    expect(front()).to.equal('chat');
    press('KeyO', desk);
    await calm();
    expect(front()).to.equal('page');
    await expect(desk).to.be.accessible();
  });

  it('COB 5 what went on before the page was loaded goes on', async () => {
    const begun = async (relay: SimulatedRelay) => {
      const session = simulatedAgent(relay);
      const conversation = [...relay.logs.keys()][0] ?? '';
      await session.cobrowse.begin({ id: '11111111-1111-4111-8111-111111111111', conversation, by: 'chat' });
      await session.cobrowse.begin({ id: '22222222-2222-4222-8222-222222222222', by: 'code' });
    };
    const { desk, relay, channels } = await cobrowseDesk(pieces);
    await begun(relay);
    // The same as a reload: a desk comes that knows of nothing.
    const again = await cobrowseDesk(pieces, {
      before: (next) => next.asked.cobrowses.push(...relay.asked.cobrowses) && (next.desk = relay.desk),
    });
    await calm();
    expect([channels.length, again.channels.length]).to.deep.equal([0, 2]);
    expect(textOf(find(again.desk, 'deskbell-cobrowse-rows'))).to.match(/Waiting for the code$/);
    find(find(again.desk, 'deskbell-cobrowse-rows'), '[part=row]').click();
    await calm();
    expect(textOf(find(find(again.desk, 'deskbell-cobrowse-view:not(.aside)'), '.face'))).to.include('is told only once. New code');
    expect(cobrowseIn(relay, '22222222-2222-4222-8222-222222222222').session.state).to.equal('code');
    expect(findAll(desk, 'deskbell-cobrowse-view')).to.deep.equal([]);
  });

  it('COB 5 a desk that leaves the page leaves the sessions, and ends none', async () => {
    const { desk, channel, relay } = await live();
    desk.remove();
    await calm();
    expect(channel().isClosed).to.equal(true);
    expect(relay.asked.cobrowses[0]?.session.state).to.equal('allowed');
  });
});
