import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DeskbellComposer } from '@deskbell/parts/composer/composer.js';
import { seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, button, calm, customer, find, findAll, focused, inPhase, textOf } from '../testing/at-desk.js';
import './compose.js';
// Here already, so that it comes at once where it is asked for.
import '../editor/editor.js';

const two = (relay: SimulatedRelay) => {
  seed(relay, { customer: customer('maya', 'Maya'), ago: 60_000 });
  seed(relay, { customer: customer('tom', 'Tom'), ago: 50_000 });
};
const compose = html`<deskbell-compose></deskbell-compose>`;
const composer = (root: Element) => find<DeskbellComposer>(root, 'deskbell-composer');
const field = (root: Element) => find(root, '.ProseMirror');
const value = (root: Element) => composer(root).value;

const write = async (root: Element, text: string) => {
  composer(root).focus();
  await sendKeys({ type: text });
  await calm();
};

const enter = async () => {
  await sendKeys({ press: 'Enter' });
  await calm();
};

describe('<deskbell-compose>', () => {
  it('CMP 1 Enter sends what is written into the log of the conversation that is open', async () => {
    const { desk, relay, session } = await atDesk(compose, { before: two, selected: inPhase('active') });
    await write(desk, 'Good day');
    await enter();
    expect(value(desk)).to.equal('');
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
    expect(value(desk)).to.equal('');
    await write(desk, 'For Tom');
    desk.select(maya);
    await calm();
    expect(value(desk)).to.equal('For Maya');
    composer(desk).focus();
    await enter();
    desk.select(tom);
    await calm();
    expect(value(desk)).to.equal('For Tom');
    expect(session.state.views.get(maya ?? '')?.log.summary.lastLine?.text).to.equal('For Maya');
  });

  it('CMP 9 what was kept is gone from the box once it is sent, whatever is rendered then', async () => {
    const { desk, session } = await atDesk(compose, { before: two, selected: inPhase('active') });
    const [maya, tom] = session.state.ongoing.map(({ id }) => id);
    desk.select(maya);
    await calm();
    await write(desk, 'For Maya');
    desk.select(tom);
    await calm();
    desk.select(maya);
    await calm();
    expect(field(desk).textContent).to.equal('For Maya');
    composer(desk).focus();
    await enter();
    expect(field(desk).textContent).to.equal('');
  });

  it('CMP 9 keeps what is bold over a switch and a reload', async () => {
    const { desk, session, ticker, bell } = await atDesk(compose, { before: two, selected: inPhase('active') });
    const [maya, tom] = session.state.ongoing.map(({ id }) => id);
    desk.select(maya);
    await calm();
    composer(desk).focus();
    await sendKeys({ press: 'Control+b' });
    await write(desk, 'Now');
    desk.select(tom);
    await calm();
    expect(findAll(desk, 'strong')).to.deep.equal([]);
    desk.select(maya);
    await calm();
    expect(find(desk, 'strong').textContent).to.equal('Now');
    desk.remove();
    const again = await fixture<HTMLElement>(
      html`<deskbell-desk .session=${session} .ticker=${ticker} .bell=${bell} selected=${maya ?? ''}>${compose}</deskbell-desk>`,
    );
    await calm();
    expect(find(again, 'strong').textContent).to.equal('Now');
  });

  it('CMP 5 has a plain text box till the editor is there, and goes on in that where it was left', async () => {
    let isThere = () => {};
    const loadEditor = () => new Promise<void>((resolve) => (isThere = resolve));
    const { desk } = await atDesk(html`<deskbell-compose .loadEditor=${loadEditor}></deskbell-compose>`, {
      before: two,
      selected: inPhase('active'),
    });
    await write(desk, 'Good day');
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused()?.matches('textarea')).to.be.true;
    isThere();
    await calm();
    expect(focused()).to.equal(field(desk));
    await sendKeys({ type: 'xy' });
    expect(value(desk)).to.equal('Good daxyy');
  });

  it('CMP 5 stays with the plain text box where the editor does not load, and asks again at the next conversation', async () => {
    let asked = 0;
    const loadEditor = () => {
      asked++;
      return asked === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve();
    };
    const { desk, session } = await atDesk(html`<deskbell-compose .loadEditor=${loadEditor}></deskbell-compose>`, {
      before: two,
      selected: inPhase('active'),
    });
    await write(desk, 'Good day');
    expect(asked).to.equal(1);
    expect(findAll(desk, 'deskbell-editor')).to.deep.equal([]);
    await enter();
    expect(session.state.views.get(desk.selected ?? '')?.log.summary.lastLine?.text).to.equal('Good day');
    desk.select(session.state.ongoing.find(({ id }) => id !== desk.selected)?.id);
    await calm();
    expect(findAll(desk, 'deskbell-editor')).to.have.length(1);
  });

  it('CMP 1 does not change boxes while an input method is composing', async () => {
    let isThere = () => {};
    const loadEditor = () => new Promise<void>((resolve) => (isThere = resolve));
    const pieces = html`<deskbell-compose .loadEditor=${loadEditor}></deskbell-compose>`;
    const { desk } = await atDesk(pieces, { before: two, selected: inPhase('active') });
    const box = find(desk, 'textarea');
    box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
    isThere();
    await calm();
    expect(findAll(desk, 'deskbell-editor')).to.deep.equal([]);
    box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true }));
    await calm();
    expect(findAll(desk, 'deskbell-editor')).to.have.length(1);
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
    expect(value(again)).to.equal('Not yet');
    composer(again).focus();
    await enter();
    expect(Object.keys(localStorage).filter((key) => key.startsWith('deskbell:draft'))).to.deep.equal([]);
  });

  it('DLV 2 is turned off while the network is away, says why, and keeps what is written', async () => {
    const { desk, relay, ticker } = await atDesk(compose, { before: two, selected: inPhase('active') });
    await write(desk, 'Half a sen');
    relay.network.drop();
    await calm();
    expect(composer(desk).disabled).to.equal(true);
    expect(textOf(desk)).to.include('Connection lost');
    expect(value(desk)).to.equal('Half a sen');
    await expect(desk).to.be.accessible();
    relay.network.restore();
    await ticker.advance(60_000);
    expect(composer(desk).disabled).to.equal(false);
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
