import { expect, fixture, html } from '@open-wc/testing';
import { ANA, BEN, accepts, finds, gives, says, seed } from '@deskbell/client/testing/scenes.js';
import type { SummaryEvent } from '@deskbell/protocol/events.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { arrive, atDesk, calm, find, findAll, inPhase, textOf } from '../testing/at-desk.js';
import type { DeskbellArrival } from './arrival.js';
import './arrival.js';
import './cards.js';
import '../thread/thread.js';

const thread = html`<deskbell-thread></deskbell-thread>`;

const on = (relay: SimulatedRelay): void => relay.changeDesk({ ai: { rewrite: false, assist: false, summary: false, arrival: true } });

const names = (root: Element) => findAll(root, 'dt').map(textOf);
const entry = (root: Element, name: string): string => {
  const term = findAll(root, 'dt').find((each) => textOf(each) === name);
  return textOf(term?.nextElementSibling ?? root);
};
const cards = (root: Element) => findAll<DeskbellArrival>(root, 'deskbell-arrival');

/** What stands in a transcript, in order: messages, notices and cards. */
const order = (root: Element): string[] => {
  const scroller = find(root, 'deskbell-transcript').shadowRoot!.querySelector('[part=scroller]')!;
  return [...scroller.querySelectorAll<HTMLElement>('.text, .notice span, slot[name^=after]')].flatMap((part) => {
    if (part instanceof HTMLSlotElement) return part.assignedElements().map(() => 'card');
    return [textOf(part)];
  });
};

describe('<deskbell-arrival>', () => {
  it('INF 1 stands behind the acceptance with a loading indicator, till the summary is there', async () => {
    const { desk, relay } = await atDesk(thread, { before: on, selected: (relay) => arrive(relay) });
    expect(cards(desk)).to.deep.equal([]);
    accepts(relay, desk.selected ?? '');
    await calm();
    const [card] = cards(desk);
    expect(find(card!, '[part=card]').ariaBusy).to.equal('true');
    expect(textOf(card!)).to.include('The summary is being made');
    expect([entry(card!, 'Agent Name'), entry(card!, 'Queue')]).to.deep.equal(['Ana Ruiz', 'Shop']);
    await expect(desk).to.be.accessible();
    finds(relay, desk.selected ?? '');
    await calm();
    expect(find(card!, '[part=card]').ariaBusy).to.equal('false');
    expect(names(card!)).to.deep.equal(['Agent Name', 'SUMMARY', 'Queue', 'Wait Time', 'Intent', 'Sentiment']);
    expect([entry(card!, 'Wait Time'), entry(card!, 'Intent'), entry(card!, 'Sentiment')]).to.deep.equal(['1:35', 'Delivery', 'Negative']);
    expect(entry(card!, 'SUMMARY')).to.equal(
      'Customer: Hello, I ordered a lamp on Monday and it has not been sent yet. Agent: I am looking it up.',
    );
    expect(textOf(card!)).to.include('Picked from the conversation');
    expect(order(desk).slice(-3)).to.deep.equal(['Anybody there?', 'You joined the chat', 'card']);
    await expect(desk).to.be.accessible();
  });

  it('INF 1 after a transfer all summaries stand right after the last message of the agent before', async () => {
    const { desk, relay } = await atDesk(thread, {
      before: (relay) => {
        on(relay);
        seed(relay, { agent: BEN, messages: 2 });
      },
      selected: (relay) => [...relay.logs.keys()][0],
    });
    const id = desk.selected ?? '';
    gives(relay, id, BEN, ANA);
    await calm();
    finds(relay, id, {
      text: 'The lamp is late.',
      madeBy: 'model',
      earlier: [{ agent: { id: 'ben', name: 'Ben Okafor' }, at: relay.clock.now(), text: 'Customer: Where is it?', madeBy: 'extract' }],
    });
    await calm();
    expect(order(desk).slice(-3)).to.deep.equal(['Hello Maya. I am looking it up.', 'Ben Okafor gave you the chat', 'card']);
    const text = entry(cards(desk).at(-1)!, 'SUMMARY');
    expect(text).to.match(/^Ben Okafor *, .* Customer: Where is it\? The lamp is late\.$/);
    expect(textOf(cards(desk).at(-1)!)).to.include('Written by AI');
  });

  it('INF 1 taken from a queue it stands behind the transfer, before what the customer wrote meanwhile', async () => {
    const { desk, relay } = await atDesk(thread, { before: on, selected: (relay) => arrive(relay) });
    const id = desk.selected ?? '';
    accepts(relay, id, BEN);
    says(relay, id, BEN, 'One moment.');
    const log = relay.logs.get(id)!;
    const queue = relay.queue;
    relay.tell(
      log,
      log.append({ type: 'conversation.transferred', id: 'moved', by: { ...BEN, role: 'agent' }, queue, agent: null }, relay.clock.now())
        .event,
    );
    says(relay, id, { ...BEN, id: log.summary.customer.id, role: 'customer' }, 'Hello?');
    accepts(relay, id, ANA);
    finds(relay, id);
    await calm();
    expect(order(desk).slice(-5)).to.deep.equal(['One moment.', 'Transferred to Shop', 'card', 'Hello?', 'You joined the chat']);
  });

  it('INF 1 is not waited for without end, nor where the workspace has none', async () => {
    const { desk, relay, ticker } = await atDesk(thread, { before: on, selected: (relay) => arrive(relay) });
    accepts(relay, desk.selected ?? '');
    await calm();
    expect(cards(desk)).to.have.length(1);
    await ticker.advance(151_000);
    expect(cards(desk)).to.deep.equal([]);
    const without = await atDesk(thread, { selected: inPhase('active'), before: (relay) => void seed(relay, { ago: 5_000 }) });
    expect(cards(without.desk)).to.deep.equal([]);
  });

  it('INF 1 shows whatever is in a summary as text, and says where nothing shows', async () => {
    const found: SummaryEvent = {
      type: 'summary.added',
      conversation: 'c',
      seq: 4,
      id: 'i',
      at: 1,
      by: { id: 'system', name: '', role: 'system' },
      text: '<script>window.hurt = true</script>\nAgent: javascript:alert(1)',
      madeBy: 'model',
      intent: null,
      sentiment: null,
      of: 2,
      upTo: 3,
      agent: { id: 'a', name: '<b>Ana</b>' },
      queue: { id: 'q', name: 'Shop' },
      waited: 0,
      earlier: [],
    };
    const card = await fixture<DeskbellArrival>(html`<deskbell-arrival .summary=${found}></deskbell-arrival>`);
    expect(findAll(card, 'script, b, a')).to.deep.equal([]);
    expect(entry(card, 'SUMMARY')).to.equal('<script>window.hurt = true</script> Agent: javascript:alert(1)');
    expect([entry(card, 'Intent'), entry(card, 'Sentiment'), entry(card, 'Agent Name')]).to.deep.equal([
      'Unknown',
      'Unknown',
      '<b>Ana</b>',
    ]);
    card.summary = { ...found, text: '' };
    await card.updateComplete;
    expect(entry(card, 'SUMMARY')).to.equal('Nothing was said yet.');
  });
});
