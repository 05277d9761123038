import { expect, html } from '@open-wc/testing';
import { expiresWrapUp, seed, timesWrapUp } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, button, calm, customer, find, findAll, inPhase, textOf } from '../testing/at-desk.js';
import './wrap-up.js';

const over = (relay: SimulatedRelay) => {
  seed(relay, { phase: 'wrapUp', customer: customer('maya', 'Maya') });
  seed(relay, { phase: 'wrapUp', customer: customer('tom', 'Tom'), ago: 300_000 });
};
const wrapUp = html`<deskbell-wrap-up></deskbell-wrap-up>`;
const at = () => atDesk(wrapUp, { before: over, selected: inPhase('wrapUp') });

const choose = async (root: Element, name: string) => {
  const label = findAll(root, 'fieldset label').find((candidate) => textOf(candidate) === name);
  label?.querySelector('input')?.click();
  await calm();
};

const describeIt = async (root: Element, text: string) => {
  const field = find<HTMLTextAreaElement>(root, 'textarea');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await calm();
};

describe('<deskbell-wrap-up>', () => {
  it('END 6 offers "Resolved", "Abandoned" and "Pending", and "Close" once one is chosen', async () => {
    const { desk } = await at();
    expect(findAll(desk, 'fieldset label').map(textOf)).to.deep.equal(['Resolved', 'Abandoned', 'Pending']);
    expect(button(desk, 'Close').disabled).to.equal(true);
    await expect(desk).to.be.accessible();
    await choose(desk, 'Pending');
    expect(button(desk, 'Close').disabled).to.equal(false);
  });

  it('END 6 "Close" tells the relay the disposition and the description', async () => {
    const { desk, relay, session } = await at();
    const closed = desk.selected;
    await choose(desk, 'Abandoned');
    await describeIt(desk, ' No answer any more ');
    button(desk, 'Close').click();
    await calm();
    expect(relay.logs.get(closed ?? '')?.summary).to.deep.include({ phase: 'closed', disposition: 'abandoned' });
    const told = relay.heard.find(({ type }) => type === 'conversation.dispose');
    expect(told).to.deep.include({ description: 'No answer any more' });
    expect(session.state.ongoing.map(({ id }) => id)).not.to.include(closed);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('deskbell:draft'))).to.deep.equal([]);
  });

  it('leaves the focus in the desk when the last one is closed', async () => {
    const { desk } = await atDesk(wrapUp, { before: (relay) => seed(relay, { phase: 'wrapUp' }), selected: inPhase('wrapUp') });
    await choose(desk, 'Resolved');
    button(desk, 'Close').focus();
    button(desk, 'Close').click();
    await calm();
    expect(desk.selected).to.equal(undefined);
    expect(document.activeElement).to.equal(desk);
  });

  it('keeps what was chosen over a switch', async () => {
    const { desk, session } = await at();
    const first = desk.selected;
    const other = session.state.ongoing.find(({ id }) => id !== first)?.id;
    await choose(desk, 'Resolved');
    await describeIt(desk, 'Sent a new lamp');
    desk.select(other);
    await calm();
    expect(findAll(desk, 'input:checked')).to.deep.equal([]);
    desk.select(first);
    await calm();
    expect(textOf(find(desk, 'label:has(:checked)'))).to.equal('Resolved');
    expect(find<HTMLTextAreaElement>(desk, 'textarea').value).to.equal('Sent a new lamp');
  });

  it('says what happened where the relay refuses, and keeps what was chosen', async () => {
    const { desk, relay } = await at();
    relay.refuseNext('conversation.dispose', 'unavailable');
    await choose(desk, 'Resolved');
    button(desk, 'Close').click();
    await calm();
    expect(textOf(desk)).to.include('Nothing is lost. Repeat it in a moment.');
    expect(button(desk, 'Close').disabled).to.equal(false);
    await expect(desk).to.be.accessible();
  });

  it('waits for the network', async () => {
    const { desk, relay } = await at();
    await choose(desk, 'Resolved');
    relay.network.drop();
    await calm();
    expect(button(desk, 'Close').disabled).to.equal(true);
    expect(textOf(desk)).to.include('Connection lost');
  });

  it('END 3 a timed wrap-up counts down', async () => {
    const { desk, relay, ticker } = await at();
    timesWrapUp(relay, desk.selected ?? '', 30);
    await calm();
    expect(textOf(find(desk, 'deskbell-duration'))).to.equal('0:30');
    await ticker.advance(10_000);
    expect(textOf(find(desk, 'deskbell-duration'))).to.equal('0:20');
    await expect(desk).to.be.accessible();
    expiresWrapUp(relay, desk.selected ?? '');
    await calm();
    expect(findAll(desk, 'form')).to.deep.equal([]);
  });

  it('END 6 offers the dispositions of the queue, and asks for none where none is required', async () => {
    const { desk, relay } = await atDesk(wrapUp, {
      before: (relay) => {
        const [queue] = relay.desk.queues;
        if (queue) relay.changeDesk({ queues: [{ ...queue, required: false, dispositions: [{ id: 'sold', name: 'Sold' }] }] });
        over(relay);
      },
      selected: inPhase('wrapUp'),
    });
    const closed = desk.selected ?? '';
    expect(findAll(desk, 'fieldset label').map(textOf)).to.deep.equal(['Sold']);
    button(desk, 'Close').click();
    await calm();
    expect(relay.logs.get(closed)?.summary).to.deep.include({ phase: 'closed', disposition: null });
  });
});
