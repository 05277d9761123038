import { expect, html } from '@open-wc/testing';
import { atDesk, button, calm, find, findAll, textOf } from '../testing/at-desk.js';
import './agent-bar.js';

const bar = html`<deskbell-agent-bar></deskbell-agent-bar>`;
const item = (root: Element, label: string) => {
  return findAll<HTMLElement>(root, '[role^=menuitem]').find((candidate) => candidate.textContent.includes(label));
};

describe('<deskbell-agent-bar>', () => {
  it('TRY 3 "Start Listening" and "Stop Listening" change what the relay knows', async () => {
    const { desk, session } = await atDesk(bar, { listening: false });
    expect(textOf(desk)).to.include('Ana Ruiz').and.to.include('Away');
    button(desk, 'Start Listening').click();
    await calm();
    expect(session.state.listening).to.equal(true);
    expect(textOf(find(desk, '.status'))).to.equal('Available');
    button(desk, 'Stop Listening').click();
    await calm();
    expect(session.state.listening).to.equal(false);
    await expect(desk).to.be.accessible();
  });

  it('cannot be pressed while the network is away', async () => {
    const { desk, relay } = await atDesk(bar);
    relay.network.drop();
    await calm();
    expect(button(desk, 'Stop Listening').disabled).to.equal(true);
    expect(textOf(find(desk, '.state'))).to.equal('Not connected');
  });

  it('turns the sound off and on, and this browser remembers', async () => {
    const { desk } = await atDesk(bar);
    expect(item(desk, 'Sound')?.getAttribute('aria-checked')).to.equal('true');
    item(desk, 'Sound')?.click();
    await calm();
    expect(item(desk, 'Sound')?.getAttribute('aria-checked')).to.equal('false');
    expect(localStorage.getItem('deskbell:choices:harbour:ana')).to.include('"sound":false');
  });

  it('opens the list of shortcuts', async () => {
    const { desk } = await atDesk(bar);
    item(desk, 'Keyboard shortcuts')?.click();
    await calm();
    expect(find<HTMLDialogElement>(desk, 'dialog').open).to.equal(true);
  });
});
