import { expect, fixture, html } from '@open-wc/testing';
import type { DeskbellComposer } from '@deskbell/parts/composer/composer.js';
import { seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, button, calm, customer, find, findAll, inPhase, textOf } from '../testing/at-desk.js';
import './compose.js';

const two = (relay: SimulatedRelay) => {
  seed(relay, { customer: customer('maya', 'Maya'), ago: 60_000 });
  seed(relay, { customer: customer('tom', 'Tom'), ago: 50_000 });
};
const compose = html`<deskbell-compose></deskbell-compose>`;
const field = (root: Element) => find<HTMLTextAreaElement>(root, 'textarea');

const write = async (root: Element, text: string) => {
  field(root).value = text;
  field(root).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await calm();
};

const enter = async (root: Element) => {
  field(root).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
  await calm();
};

describe('<deskbell-compose>', () => {
  it('CMP 1 Enter sends what is written into the log of the conversation that is open', async () => {
    const { desk, relay, session } = await atDesk(compose, { before: two, selected: inPhase('active') });
    await write(desk, 'Good day');
    await enter(desk);
    expect(field(desk).value).to.equal('');
    const log = session.state.views.get(desk.selected ?? '')?.log;
    expect(log?.summary.lastLine?.text).to.equal('Good day');
    expect(relay.heard.filter(({ type }) => type === 'message.send').length).to.equal(1);
    await expect(desk).to.be.accessible();
  });

  it('CMP 9 keeps what is begun over a switch, and sends it where it belongs', async () => {
    const { desk, session } = await atDesk(compose, { before: two, selected: inPhase('active') });
    const [maya, tom] = session.state.ongoing.map(({ id }) => id);
    await write(desk, 'For Maya');
    desk.select(tom);
    await calm();
    expect(field(desk).value).to.equal('');
    await write(desk, 'For Tom');
    desk.select(maya);
    await calm();
    expect(field(desk).value).to.equal('For Maya');
    await enter(desk);
    desk.select(tom);
    await calm();
    expect(field(desk).value).to.equal('For Tom');
    expect(session.state.views.get(maya ?? '')?.log.summary.lastLine?.text).to.equal('For Maya');
  });

  it('CMP 9 keeps what is begun over a reload, and forgets it when it is sent', async () => {
    const { desk, session, ticker, bell } = await atDesk(compose, { before: two, selected: inPhase('active') });
    await write(desk, 'Not yet');
    const { selected } = desk;
    desk.remove();
    const again = await fixture<HTMLElement>(
      html`<deskbell-desk .session=${session} .ticker=${ticker} .bell=${bell} selected=${selected ?? ''}>${compose}</deskbell-desk>`,
    );
    await calm();
    expect(field(again).value).to.equal('Not yet');
    await enter(again);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('deskbell:draft'))).to.deep.equal([]);
  });

  it('DLV 2 is turned off while the network is away, says why, and keeps what is written', async () => {
    const { desk, relay, ticker } = await atDesk(compose, { before: two, selected: inPhase('active') });
    await write(desk, 'Half a sen');
    relay.network.drop();
    await calm();
    expect(field(desk).disabled).to.equal(true);
    expect(textOf(desk)).to.include('Connection lost');
    expect(field(desk).value).to.equal('Half a sen');
    await expect(desk).to.be.accessible();
    relay.network.restore();
    await ticker.advance(60_000);
    expect(field(desk).disabled).to.equal(false);
  });

  it('DLV 2 "Resend" stands there while something was not delivered, and sends it once', async () => {
    const { desk, relay, session, ticker } = await atDesk(compose, { before: two, selected: inPhase('active') });
    const pending = () => session.state.views.get(desk.selected ?? '')?.pending ?? [];
    relay.network.drop();
    session.say(desk.selected ?? '', 'Lost on the way');
    await calm();
    expect(pending().map(({ state }) => state)).to.deep.equal(['failed']);
    relay.network.restore();
    await ticker.advance(60_000);
    button(desk, 'Resend').click();
    await calm();
    expect(pending()).to.deep.equal([]);
    expect(findAll(desk, '[aria-label="Resend"]')).to.deep.equal([]);
    const sent = session.state.views
      .get(desk.selected ?? '')
      ?.log.events.filter((event) => 'text' in event && event.text === 'Lost on the way');
    expect(sent?.length).to.equal(1);
  });

  it('TRY 2 writes only in what is ongoing', async () => {
    const before = (relay: SimulatedRelay) => seed(relay, { phase: 'waiting', customer: customer('lena', 'Lena') });
    const { desk, session } = await atDesk(compose, { before });
    desk.select(session.state.waiting[0]?.id);
    await calm();
    expect(find<DeskbellComposer>(desk, 'deskbell-composer').disabled).to.equal(true);
    expect(textOf(desk)).to.include('Accept the conversation to write');
  });

  it('DLV 3 tells the customer that the agent types', async () => {
    const { desk, relay } = await atDesk(compose, { before: two, selected: inPhase('active') });
    await write(desk, 'H');
    expect(relay.heard.filter(({ type }) => type === 'typing.report')).to.deep.equal([
      { type: 'typing.report', conversation: desk.selected, on: true },
    ]);
  });
});
