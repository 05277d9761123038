import { expect, html } from '@open-wc/testing';
import { MAYA, seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { arrive, atDesk, calm, find, findAll, focused, press, textOf } from '../testing/at-desk.js';

const nothing = html`<p></p>`;

describe('the keys of a desk', () => {
  it('goes through the conversations by keys, and round', async () => {
    const before = (relay: SimulatedRelay) => {
      seed(relay, { customer: MAYA });
      arrive(relay);
    };
    const { desk, session } = await atDesk(nothing, { before });
    const [own, waiting] = [session.state.ongoing[0]?.id, session.state.waiting[0]?.id];
    const steps = [];
    for (const code of ['KeyJ', 'KeyJ', 'KeyJ', 'KeyK']) {
      expect(press(code, desk).defaultPrevented).to.equal(true);
      await calm();
      steps.push(desk.selected);
    }
    expect(steps).to.deep.equal([own, waiting, own, waiting]);
  });

  it('accepts the next, and starts and stops listening, by keys', async () => {
    const { desk, session } = await atDesk(nothing, { before: (relay) => arrive(relay) });
    press('KeyA', desk);
    press('KeyL', desk);
    await calm();
    expect(session.state.ongoing).to.have.length(1);
    expect(session.state.listening).to.equal(false);
  });

  it('lists the keys at "?", unless somebody is typing, and gives the focus back', async () => {
    const { desk } = await atDesk(html`<input aria-label="Name" /><button>Elsewhere</button>`);
    press('Slash', find(desk, 'input'), { key: '?', shiftKey: true });
    await calm();
    expect(findAll(desk, 'dialog[open]')).to.deep.equal([]);
    find(desk, 'button').focus();
    press('Slash', find(desk, 'button'), { key: '?', shiftKey: true });
    await calm();
    expect(textOf(find(desk, 'deskbell-dialog'))).to.include('End the conversation Alt+X');
    await expect(desk).to.be.accessible();
    expect(press('KeyL', find(desk, 'dialog')).defaultPrevented).to.equal(false);
    find<HTMLDialogElement>(desk, 'dialog').close();
    await calm();
    expect(focused()).to.equal(find(desk, 'button'));
  });

  it('works in a dialog of the page around it', async () => {
    const { desk, session } = await atDesk(nothing, { before: (relay) => arrive(relay) });
    const dialog = document.createElement('dialog');
    desk.parentElement?.append(dialog);
    dialog.append(desk);
    dialog.showModal();
    press('KeyA', desk);
    await calm();
    expect(session.state.ongoing).to.have.length(1);
  });

  it('leaves keys alone that it has nothing for', async () => {
    const { desk } = await atDesk(nothing);
    expect(press('KeyX', desk).defaultPrevented).to.equal(false);
    expect(press('KeyQ', desk).defaultPrevented).to.equal(false);
  });
});
