import { expect, html } from '@open-wc/testing';
import { MAYA } from '@deskbell/client/testing/scenes.js';
import { endsCobrowse } from '@deskbell/client/testing/simulated-cobrowse.js';
import { button, calm, find, findAll, focused, press, textOf } from '../testing/at-desk.js';
import { cobrowseDesk } from '../testing/cobrowse-desk.js';
import '../cobrowse-card/cobrowse-card.js';
import '../cobrowse/everything.js';
import '../compose/compose.js';
import '../thread/thread.js';
import '../toast/toast.js';
import './cobrowse-button.js';

const pieces = html`<deskbell-thread></deskbell-thread><deskbell-compose></deskbell-compose
    ><deskbell-cobrowse-stage></deskbell-cobrowse-stage>`;

async function at() {
  const place = await cobrowseDesk(pieces);
  const ask = async () => {
    button(place.desk, 'Co-Browse').click();
    await calm();
    await calm();
  };
  return { ...place, ask, begun: () => place.relay.asked.cobrowses.map(({ session }) => session) };
}

describe('<deskbell-cobrowse-button>', () => {
  it('COB 1 asks the customer in the chat, says so while they are asked, and takes it back', async () => {
    const { desk, ask, begun } = await at();
    await ask();
    expect(begun().map(({ state, conversation }) => [state, conversation])).to.deep.equal([['asked', desk.selected]]);
    expect(textOf(find(desk, '#waiting'))).to.equal('Waiting for Maya Lindqvist… Use a code instead Cancel');
    expect(focused() === button(find(desk, '#waiting'), 'Cancel')).to.equal(true);
    expect(textOf(find(desk, 'deskbell-cobrowse-card'))).to.include('You asked');
    expect(textOf(find(desk, 'deskbell-cobrowse-card'))).to.include('Waiting for Maya Lindqvist…');
    await expect(desk).to.be.accessible();
    button(find(desk, '#waiting'), 'Cancel').click();
    await calm();
    expect(begun().map(({ state, end }) => [state, end])).to.deep.equal([['ended', 'agent']]);
    expect(findAll(desk, '#waiting:popover-open')).to.deep.equal([]);
    expect(focused() === button(desk, 'Co-Browse')).to.equal(true);
  });

  it('COB 1 asks once, however often it is pressed', async () => {
    const { desk, begun } = await at();
    button(desk, 'Co-Browse').click();
    button(desk, 'Co-Browse').click();
    press('KeyO', desk);
    await calm();
    await calm();
    expect(begun()).to.have.length(1);
    press('KeyO', desk);
    await calm();
    expect(begun()).to.have.length(1);
  });

  it('COB 1 Escape closes what is said of it, and the customer is still asked', async () => {
    const { desk, ask, begun } = await at();
    await ask();
    find(desk, '#waiting').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await calm();
    expect(findAll(desk, '#waiting:popover-open')).to.deep.equal([]);
    expect(begun()[0]?.state).to.equal('asked');
  });

  it('COB 1 a customer who would rather not stays in the chat, with what can be done now', async () => {
    const { desk, relay, ask, channel, last, begun } = await at();
    await ask();
    endsCobrowse(relay, last(), MAYA, 'refused');
    channel().end('refused');
    await calm();
    expect(textOf(find(desk, 'deskbell-cobrowse-card'))).to.include('Maya Lindqvist would rather not share the page');
    expect(findAll(desk, 'deskbell-cobrowse-view')).to.deep.equal([]);
    button(desk, 'Ask again').click();
    await calm();
    expect(begun()).to.have.length(2);
  });

  it('COB 3 goes over to a code where the customer is elsewhere', async () => {
    const { desk, ask, begun } = await at();
    await ask();
    button(desk, 'Use a code instead').click();
    await calm();
    await calm();
    expect(begun().map(({ state, conversation }) => [state, conversation])).to.deep.equal([
      ['ended', desk.selected],
      ['code', desk.selected],
    ]);
    expect(textOf(find(desk, 'deskbell-cobrowse-codes'))).to.include('4 8 2, 1 9 4');
  });

  it('COB 1 is off with the reason where it cannot be, and says what the relay refused', async () => {
    const { desk, relay, ask, begun } = await at();
    relay.refuseNext('/v1/cobrowse', 'wrong-role');
    await ask();
    expect(textOf(find(desk, 'deskbell-toast'))).to.include('Your role does not allow this.');
    relay.network.drop();
    await calm();
    expect(button(desk, 'Co-Browse').ariaDisabled).to.equal('true');
    expect(button(desk, 'Co-Browse').getAttribute('aria-description')).to.equal('Connection lost');
    await ask();
    expect(begun()).to.deep.equal([]);
    await expect(desk).to.be.accessible();
  });

  it('is not there where the workspace has no co-browse', async () => {
    const { desk, relay } = await at();
    relay.changeDesk({ cobrowse: undefined });
    await calm();
    expect(() => button(desk, 'Co-Browse')).to.throw('there is no button');
  });
});
