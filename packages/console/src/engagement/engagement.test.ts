import { expect, html } from '@open-wc/testing';
import { ANA, BEN, ends, notes as writes, seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, calm, find, findAll, inPhase, textOf } from '../testing/at-desk.js';
import './engagement.js';

const piece = html`<deskbell-engagement></deskbell-engagement>`;
const OWN = [{ id: 'with-the-bank', name: 'With the bank' }];

const at = (phase = 'active', more: (relay: SimulatedRelay, id: string) => void = () => undefined) =>
  atDesk(piece, {
    before: (relay) => {
      relay.desk = { ...relay.desk, engagement: OWN };
      more(relay, seed(relay, { phase: phase as 'active', ago: 600_000 }));
    },
    selected: inPhase(phase),
  });
const box = (root: Element) => find<HTMLSelectElement>(root, 'select');
const choose = async (root: Element, value: string) => {
  box(root).value = value;
  box(root).dispatchEvent(new Event('change', { bubbles: true }));
  await calm();
};
const rowOf = (relay: SimulatedRelay) => [...relay.logs.values()].at(-1)?.summary;

describe('<deskbell-engagement>', () => {
  it('INF 9 offers the built-in statuses and the workspace’s own, and saves what is chosen', async () => {
    const { desk, relay } = await at();
    expect([...box(desk).options].map(({ text }) => text)).to.deep.equal(['In Progress', 'Chat Finished', 'With the bank', 'Completed']);
    expect(box(desk).value).to.equal('in-progress');
    expect(box(desk).labels[0]?.textContent.trim()).to.match(/^Engagement status/);
    await choose(desk, 'with-the-bank');
    expect(rowOf(relay)?.engagement).to.equal('with-the-bank');
    expect(box(desk).value).to.equal('with-the-bank');
    expect(textOf(find(desk, 'deskbell-toast'))).to.include('Engagement status changed');
    await expect(desk).to.be.accessible();
  });

  it('INF 9 follows what a colleague chose, and the end of the chat', async () => {
    const { desk, relay } = await at();
    ends(relay, inPhase('active')(relay) ?? '', ANA);
    await calm();
    expect(box(desk).value).to.equal('chat-finished');
  });

  it('INF 9 "Completed" with a saved note ends the chat and asks nothing', async () => {
    const { desk, relay } = await at('active', (relay, id) => writes(relay, id, ANA, 'Sent anew.'));
    await choose(desk, 'completed');
    expect(rowOf(relay)).to.deep.include({ phase: 'wrapUp', engagement: 'completed' });
    expect(findAll(desk, 'dialog[open]')).to.deep.equal([]);
  });

  it('INF 9 "Completed" without a saved note, or with one begun, says that the notes have to be saved first, and stays as it was', async () => {
    const { desk, relay } = await at();
    await choose(desk, 'completed');
    expect(textOf(find(desk, '#why'))).to.match(/notes have to be saved first/);
    expect(box(desk).value).to.equal('in-progress');
    await expect(desk).to.be.accessible();
    const id = inPhase('active')(relay) ?? '';
    writes(relay, id, ANA, 'Sent anew.');
    desk.drafts?.change(id, { note: 'Half a th' });
    await choose(desk, 'completed');
    expect(textOf(find(desk, '#why'))).to.match(/notes have to be saved first/);
    expect(rowOf(relay)).to.deep.include({ phase: 'active', engagement: 'in-progress' });
    await choose(desk, 'with-the-bank');
    expect(textOf(find(desk, '#why'))).to.equal('');
  });

  it('INF 9 is not there for what waits, and off for what a colleague has and without a network', async () => {
    const { desk } = await at('waiting');
    expect(findAll(desk, 'select')).to.deep.equal([]);
    const { desk: other, relay } = await at();
    relay.network.drop();
    await calm();
    expect(box(other).disabled).to.equal(true);
  });

  it('INF 9 shows a status that the workspace has no more by its id', async () => {
    const { desk, relay } = await at('closed', (relay, id) => writes(relay, id, BEN, 'Old.'));
    const id = [...relay.logs.keys()].at(-1) ?? '';
    const log = relay.logs.get(id);
    if (log) log.summary = { ...log.summary, engagement: 'on-the-moon' };
    desk.select(undefined);
    await calm();
    desk.select(id);
    await calm();
    expect(box(desk).value).to.equal('on-the-moon');
    expect(box(desk).disabled).to.equal(false);
  });
});
