import { expect, html } from '@open-wc/testing';
import { seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, button, calm, customer, find, findAll, focused, press, textOf } from '../testing/at-desk.js';
import './closed.js';

const closed = html`<deskbell-closed></deskbell-closed>`;
const NAMES = ['Maya Lindqvist', 'Tomás Rivera', 'Lena Hoffmann'];
const fill = (count: number) => (relay: SimulatedRelay) => {
  for (let index = 0; index < count; index++) {
    const name = NAMES[index % NAMES.length] ?? '';
    seed(relay, { phase: 'closed', customer: customer(`c${index}`, name), ago: (index + 1) * 3_600_000 });
  }
};
const open = async (root: Element) => {
  button(root, 'Closed').click();
  await calm();
};
const search = async (root: Element, text: string) => {
  const field = find<HTMLInputElement>(root, 'input');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await calm();
};
const rows = (root: Element) => findAll<HTMLElementTagNameMap['deskbell-tray-row']>(root, 'deskbell-tray-row');

describe('<deskbell-closed>', () => {
  it('TRY 2 asks for nothing until it is opened, then shows the newest first', async () => {
    const { desk } = await atDesk(closed, { before: fill(3) });
    expect(rows(desk)).to.deep.equal([]);
    await open(desk);
    expect(rows(desk).map(({ row }) => row?.customer.name)).to.deep.equal(NAMES);
    expect(button(desk, 'Closed').getAttribute('aria-expanded')).to.equal('true');
    await expect(desk).to.be.accessible();
  });

  it('TRY 2 can be searched, and says what finds something where nothing was found', async () => {
    const { desk } = await atDesk(closed, { before: fill(6) });
    await open(desk);
    await search(desk, 'lena');
    expect(rows(desk).map(({ row }) => row?.customer.name)).to.deep.equal(['Lena Hoffmann', 'Lena Hoffmann']);
    await search(desk, 'zebra');
    expect(rows(desk)).to.deep.equal([]);
    expect(textOf(desk)).to.include('Nothing found for “zebra”.');
    await expect(desk).to.be.accessible();
  });

  it('TRY 2 shows more, page by page, until the end', async () => {
    const { desk } = await atDesk(closed, { before: fill(70) });
    await open(desk);
    const first = rows(desk).length;
    expect(first).to.be.lessThan(70);
    for (let left = 10; left && findAll(desk, '.more').length; left--) {
      button(desk, 'Show more').click();
      await calm();
    }
    expect(rows(desk)).to.have.length(70);
    expect(new Set(rows(desk).map(({ row }) => row?.id)).size).to.equal(70);
  });

  it('opens what is chosen', async () => {
    const { desk } = await atDesk(closed, { before: fill(1) });
    await open(desk);
    rows(desk)[0]?.shadowRoot?.querySelector('button')?.click();
    await calm();
    expect(desk.selected).to.equal(rows(desk)[0]?.row?.id);
    expect(rows(desk)[0]?.selected).to.equal(true);
  });

  it('says why nothing came, and tries again', async () => {
    const { desk, relay } = await atDesk(closed, { before: fill(2) });
    relay.refuseNext('/v1/conversations', 'unavailable');
    await open(desk);
    expect(textOf(desk)).to.include('Repeat it in a moment.');
    await expect(desk).to.be.accessible();
    button(desk, 'Try again').click();
    await calm();
    expect(rows(desk)).to.have.length(2);
  });

  it('takes in what was just closed', async () => {
    const before = (relay: SimulatedRelay) => seed(relay, { phase: 'wrapUp' });
    const { desk, session } = await atDesk(closed, { before });
    await open(desk);
    expect(textOf(desk)).to.include('Conversations that you close come here.');
    await session.dispose(session.state.ongoing[0]?.id ?? '', 'resolved', '');
    await calm();
    expect(rows(desk)).to.have.length(1);
  });

  it('END 6 shows the workspace’s own disposition by its name, and that of the system', async () => {
    const before = (relay: SimulatedRelay) => {
      const [queue] = relay.desk.queues;
      const systemDisposition = { id: 'late', name: 'Too late' };
      if (queue) relay.changeDesk({ systemDisposition, queues: [{ ...queue, dispositions: [{ id: 'rma', name: 'Sent back' }] }] });
      for (const disposition of ['rma', 'late', 'forgotten', 'resolved']) seed(relay, { phase: 'closed', disposition, ago: 60_000 });
    };
    const { desk } = await atDesk(closed, { before });
    await open(desk);
    expect(rows(desk).map(({ outcome }) => outcome)).to.have.members(['Sent back', 'Too late', 'forgotten', 'Resolved']);
  });

  it('opens with the field ready at its keys', async () => {
    const { desk } = await atDesk(closed, { before: fill(1) });
    press('KeyS', desk);
    await calm();
    expect(focused()).to.equal(find(desk, 'input'));
  });
});
