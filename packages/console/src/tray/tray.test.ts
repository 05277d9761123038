import { expect, html } from '@open-wc/testing';
import { BEN, accepts, ends, says, seed, types } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, button, calm, customer, find, findAll, focused, textOf } from '../testing/at-desk.js';
import type { DeskbellTrayRow } from '../tray-row/tray-row.js';
import './tray.js';

const LENA = customer('lena', 'Lena Hoffmann');
const TOM = customer('tom', 'Tomás Rivera');
const PRIYA = customer('priya', 'Priya Raman');

const fill = (relay: SimulatedRelay) => {
  seed(relay, { phase: 'waiting', customer: TOM, ago: 30_000 });
  seed(relay, { phase: 'waiting', customer: LENA, ago: 60_000 });
  seed(relay, { customer: PRIYA, messages: 4, ago: 60_000 });
};

const tray = html`<deskbell-tray></deskbell-tray>`;
const rows = (root: Element, list: string) => findAll<DeskbellTrayRow>(find(root, `ul[aria-labelledby="${list}"]`), 'deskbell-tray-row');
const names = (root: Element, list: string) => rows(root, list).map(({ row }) => row?.customer.name);
const rowOf = (root: Element, name: string) => {
  const found = findAll<DeskbellTrayRow>(root, 'deskbell-tray-row').find(({ row }) => row?.customer.name === name);
  if (!found) throw new Error(`no row of ${name}`);
  return found;
};
const point = (root: Element, type: 'pointerenter' | 'pointerleave') => find(root, '.lists').dispatchEvent(new PointerEvent(type));

describe('<deskbell-tray>', () => {
  it('says what will come where nothing is', async () => {
    const { desk } = await atDesk(tray, { listening: false });
    expect(textOf(desk)).to.include('Conversations that you accept come here.');
    expect(textOf(desk)).to.include('Start listening to be told when somebody comes.');
    await expect(desk).to.be.accessible();
  });

  it('TRY 2 shows who waits, first come, first served, and what is ongoing', async () => {
    const { desk } = await atDesk(tray, { before: fill });
    expect(names(desk, 'waiting')).to.deep.equal(['Lena Hoffmann', 'Tomás Rivera']);
    expect(names(desk, 'ongoing')).to.deep.equal(['Priya Raman']);
    expect(findAll(find(desk, 'deskbell-tray'), 'h2').map(textOf)).to.deep.equal(['Ongoing 1', 'Waiting Queue 2', 'Closed']);
    await expect(desk).to.be.accessible();
  });

  it('TRY 2 "Accept" moves a conversation from waiting to ongoing, and opens it', async () => {
    const { desk } = await atDesk(tray, { before: fill });
    button(rowOf(desk, 'Lena Hoffmann'), 'Accept').click();
    await calm();
    expect(names(desk, 'waiting')).to.deep.equal(['Tomás Rivera']);
    expect(names(desk, 'ongoing')).to.deep.equal(['Priya Raman', 'Lena Hoffmann']);
    expect(rowOf(desk, 'Lena Hoffmann').selected).to.equal(true);
  });

  it('TRY 2 a lost race takes the row away and says "Accepted by another agent" until it is dismissed', async () => {
    const { desk, relay } = await atDesk(tray, { before: fill });
    relay.refuseNext('conversation.accept', 'taken');
    const row = rowOf(desk, 'Lena Hoffmann');
    button(row, 'Accept').click();
    accepts(relay, row.row?.id ?? '', BEN);
    await calm();
    expect(names(desk, 'waiting')).to.deep.equal(['Tomás Rivera']);
    expect(textOf(find(desk, '.notice'))).to.equal('Lena Hoffmann Accepted by another agent');
    await expect(desk).to.be.accessible();
    button(find(desk, '.notice'), 'Dismiss').click();
    await calm();
    expect(findAll(desk, '.notice')).to.deep.equal([]);
  });

  it('TRY 1 turns red when the reply is later than the response time, without anything happening', async () => {
    const { desk, relay, ticker } = await atDesk(tray, { before: fill });
    const row = rowOf(desk, 'Priya Raman');
    says(relay, row.row?.id ?? '', PRIYA, 'Are you there?');
    await ticker.advance(119_000);
    expect(row.standing).to.equal('engaged');
    await ticker.advance(2_000);
    expect(row.standing).to.equal('overdue');
    expect(textOf(row)).to.include('Overdue');
  });

  it('shows that a customer types, and marks what was not seen', async () => {
    const { desk, relay } = await atDesk(tray, { before: fill });
    const row = rowOf(desk, 'Priya Raman');
    types(relay, row.row?.id ?? '', PRIYA);
    await calm();
    expect(textOf(row)).to.include('Typing');
    says(relay, row.row?.id ?? '', PRIYA, 'Are you there?');
    await calm();
    expect(row.unread).to.equal(true);
    expect(textOf(row)).to.include('Unread Are you there?');
  });

  it('TRY 3 nothing moves while the pointer is over the list', async () => {
    const { desk, relay } = await atDesk(tray, { before: fill });
    const tom = rowOf(desk, 'Tomás Rivera');
    const top = tom.getBoundingClientRect().top;
    point(desk, 'pointerenter');
    ends(relay, rowOf(desk, 'Lena Hoffmann').row?.id ?? '', LENA);
    const id = seed(relay, { phase: 'waiting', customer: customer('new', 'Noor'), ago: 0, lines: ['Hello'] });
    says(relay, id, customer('new', 'Noor'), 'Anybody?');
    await calm();
    expect(tom.getBoundingClientRect().top).to.equal(top);
    expect(names(desk, 'waiting')).to.deep.equal(['Lena Hoffmann', 'Tomás Rivera', 'Noor']);
    expect(rowOf(desk, 'Lena Hoffmann').gone).to.equal(true);
    point(desk, 'pointerleave');
    await calm();
    expect(names(desk, 'waiting')).to.deep.equal(['Tomás Rivera', 'Noor']);
  });

  it('is one stop for Tab, and arrows go through it', async () => {
    const { desk } = await atDesk(tray, { before: fill });
    const all = findAll<DeskbellTrayRow>(desk, 'deskbell-tray-row');
    expect(all.map(({ tabbable }) => tabbable)).to.deep.equal([true, false, false]);
    const press = (key: string) =>
      focused()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    all[0]?.focus();
    press('ArrowDown');
    await calm();
    expect(focused()).to.equal(all[1]?.shadowRoot?.querySelector('.row'));
    expect(all.map(({ tabbable }) => tabbable)).to.deep.equal([false, true, false]);
    press('End');
    press('ArrowDown');
    expect(focused()).to.equal(all[2]?.shadowRoot?.querySelector('.row'));
    press('Home');
    expect(focused()).to.equal(all[0]?.shadowRoot?.querySelector('.row'));
  });

  it('keeps the focus in the list when the row that had it goes away', async () => {
    const { desk, relay } = await atDesk(tray, { before: fill });
    rowOf(desk, 'Lena Hoffmann').focus();
    accepts(relay, rowOf(desk, 'Lena Hoffmann').row?.id ?? '', BEN);
    await calm();
    expect(focused()).to.equal(rowOf(desk, 'Tomás Rivera').shadowRoot?.querySelector('.row'));
  });

  it('DLV 2 says that the network is away, and offers nothing that needs it', async () => {
    const { desk, relay } = await atDesk(tray, { before: fill });
    relay.network.drop();
    await calm();
    expect(textOf(desk)).to.include('The connection is lost. What you wrote is kept. Trying again by itself.');
    expect(button(rowOf(desk, 'Lena Hoffmann'), 'Accept').disabled).to.equal(true);
    await expect(desk).to.be.accessible();
  });

  it('TRY 7 counts what is snoozed in a list of its own, and says until when', async () => {
    const { desk, relay, session } = await atDesk(tray, { before: (relay) => seed(relay) });
    await session.snooze(session.state.ongoing[0]?.id ?? '', relay.clock.now() + 3_600_000);
    await calm();
    const section = find(desk, 'section[aria-labelledby=snoozed]');
    expect(textOf(find(section, 'h2'))).to.equal('Snoozed 1');
    expect(find(section, '.row').title).to.match(/^Snoozed until/);
    await expect(desk).to.be.accessible();
  });
});
