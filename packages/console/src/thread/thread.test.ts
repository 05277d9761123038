import { expect, html } from '@open-wc/testing';
import { MAYA, says, seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, calm, customer, find, findAll, inPhase, textOf } from '../testing/at-desk.js';
import './thread.js';

const TOM = customer('tom', 'Tom');
const two = (relay: SimulatedRelay) => {
  seed(relay, { customer: MAYA, ago: 3_600_000, messages: 40 });
  seed(relay, { customer: TOM, ago: 1_800_000, messages: 40 });
};
const thread = html`<deskbell-thread class="box"></deskbell-thread>
  <link rel="stylesheet" href="data:text/css,.box{block-size:300px}" />`;
const shown = (root: Element) => find(root, 'deskbell-transcript:not(.aside)');
const scroller = (root: Element) => shown(root).shadowRoot!.querySelector<HTMLElement>('[part=scroller]')!;

describe('<deskbell-thread>', () => {
  it('shows the conversation that is open, from the agent’s side', async () => {
    const { desk } = await atDesk(thread, { before: two, selected: inPhase('active') });
    expect(textOf(shown(desk))).to.include('Hello Maya. I am looking it up.');
    await expect(desk).to.be.accessible();
  });

  it('END 6 tells of the workspace’s own disposition by its name', async () => {
    const { desk, relay } = await atDesk(thread, {
      before: (relay) => {
        const [queue] = relay.desk.queues;
        if (queue) relay.changeDesk({ queues: [{ ...queue, dispositions: [{ id: 'rma', name: 'Sent back' }] }] });
        seed(relay, { phase: 'closed', disposition: 'rma' });
      },
      selected: inPhase('closed'),
    });
    expect(textOf(shown(desk))).to.include('Closed as Sent back');
    const [queue] = relay.desk.queues;
    if (queue) relay.changeDesk({ queues: [{ ...queue, dispositions: [{ id: 'rma', name: 'Returned' }] }] });
    await calm();
    expect(textOf(shown(desk))).to.include('Closed as Returned');
  });

  it('keeps the place in each conversation over a switch', async () => {
    const { desk, session } = await atDesk(thread, { before: two, selected: inPhase('active') });
    const [maya, tom] = session.state.ongoing.map(({ id }) => id);
    const end = scroller(desk).scrollTop;
    scroller(desk).scrollTop = end - 200;
    await calm();
    desk.select(tom);
    await calm();
    expect(findAll(desk, 'deskbell-transcript')).to.have.length(2);
    desk.select(maya);
    await calm();
    expect(scroller(desk).scrollTop).to.equal(end - 200);
  });

  it('keeps as many as eight as they are, and lets the others go', async () => {
    const { desk, session } = await atDesk(thread, {
      before: (relay) => {
        for (let index = 0; index < 10; index++) seed(relay, { customer: customer(`c${index}`, `C ${index}`), ago: 60_000 });
      },
    });
    for (const { id } of session.state.ongoing) {
      desk.select(id);
      await calm();
    }
    expect(findAll(desk, 'deskbell-transcript')).to.have.length(8);
    expect(findAll(desk, 'deskbell-transcript:not(.aside)')).to.have.length(1);
  });

  it('DLV 1 marks as read what stands at the end and is in view, and only that', async () => {
    const { desk, relay, session } = await atDesk(thread, { before: two });
    const [maya, tom] = session.state.ongoing.map(({ id }) => id);
    const readOf = (id: string | undefined) => relay.logs.get(id ?? '')?.summary.read.agent;
    const seqOf = (id: string | undefined) => relay.logs.get(id ?? '')?.summary.seq;
    desk.select(maya);
    await calm();
    expect(readOf(maya)).to.equal(seqOf(maya));
    expect(readOf(tom)).to.equal(0);
    const seen = readOf(maya);
    scroller(desk).scrollTop -= 200;
    await calm();
    says(relay, maya ?? '', MAYA, 'Below the fold');
    await calm();
    expect(readOf(maya)).to.equal(seen);
    scroller(desk).scrollTop = 1_000_000;
    await calm();
    expect(readOf(maya)).to.equal(seqOf(maya));
  });

  it('DLV 1 marks nothing as read in a conversation that waits or is over', async () => {
    const before = (relay: SimulatedRelay) => seed(relay, { phase: 'closed', customer: MAYA });
    const { desk, relay } = await atDesk(thread, { before, selected: inPhase('closed') });
    await calm();
    expect(textOf(shown(desk))).to.include('Hello');
    expect(relay.heard.filter(({ type }) => type === 'message.read')).to.deep.equal([]);
  });

  it('fetches older pages on the way up', async () => {
    const { desk, relay } = await atDesk(thread, {
      before: (relay) => seed(relay, { customer: MAYA, messages: 300 }),
      selected: inPhase('active'),
    });
    for (let page = 0; page < 4; page++) {
      scroller(desk).scrollTop = -1_000_000;
      await calm();
      scroller(desk).scrollTop = 0;
      await calm();
    }
    expect(relay.heard.some(({ type }) => type === 'history.fetch')).to.equal(true);
  });
});
