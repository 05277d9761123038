import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ANA, BEN, MAYA, accepts, ends, gives, says, seed } from '@deskbell/client/testing/scenes.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import { arrive, atDesk, calm, customer, find, findAll, press, relayAndAgent, textOf } from '../testing/at-desk.js';
import '../tray/tray.js';
import './desk.js';
import type { DeskbellDesk } from './desk.js';

const LENA = customer('lena', 'Lena Hoffmann');
const nothing = html`<p></p>`;
const heard = (desk: DeskbellDesk, type: string) => {
  const all: Event[] = [];
  desk.addEventListener(type, (event) => all.push(event));
  return all;
};

describe('<deskbell-desk>', () => {
  it('TRY 3 announces new waiting customers in the page and with a sound', async () => {
    const { desk, relay, bell } = await atDesk(nothing, { before: (relay) => arrive(relay, customer('old', 'Oldest')) });
    expect(bell.rang).to.equal(0);
    arrive(relay);
    await calm();
    expect(textOf(find(desk, '[role=status]'))).to.equal('New in the waiting queue: Lena Hoffmann');
    expect(bell.rang).to.equal(1);
    await expect(desk).to.be.accessible();
  });

  it('TRY 3 announces nobody while the agent does not listen', async () => {
    const { desk, relay, bell } = await atDesk(nothing, { listening: false });
    arrive(relay);
    await calm();
    expect(textOf(find(desk, '[role=status]'))).to.equal('');
    expect(bell.rang).to.equal(0);
  });

  it('rings for a message in a conversation that is not open, and not where the sound is off', async () => {
    const { desk, relay, session, bell } = await atDesk(nothing, { before: (relay) => seed(relay, { customer: MAYA }) });
    const id = session.state.ongoing[0]?.id ?? '';
    says(relay, id, MAYA, 'Hello?');
    await calm();
    expect(bell.rang).to.equal(1);
    desk.choose({ sound: false });
    says(relay, id, MAYA, 'Hello??');
    await calm();
    expect(bell.rang).to.equal(1);
  });

  it('TRY 3 shows a notification of the browser where that is allowed and chosen, and takes it back', async () => {
    const shown: { title: string; tag: string | undefined; closed: boolean; click: () => void }[] = [];
    class Note extends EventTarget {
      static permission = 'granted';
      private readonly note;
      constructor(title: string, { tag }: NotificationOptions) {
        super();
        this.note = { title, tag, closed: false, click: () => this.dispatchEvent(new Event('click')) };
        shown.push(this.note);
      }
      close() {
        this.note.closed = true;
      }
    }
    const [own, hasFocus] = [window.Notification, document.hasFocus];
    Object.assign(window, { Notification: Note });
    document.hasFocus = () => false;
    try {
      const { desk, relay } = await atDesk(nothing);
      arrive(relay, customer('before', 'Before'));
      await calm();
      expect(shown).to.deep.equal([]);
      desk.choose({ notifications: true });
      const id = arrive(relay);
      await calm();
      expect(shown.map(({ title, tag }) => [title, tag])).to.deep.equal([['Lena Hoffmann is waiting', id]]);
      shown[0]?.click();
      await calm();
      expect(desk.selected).to.equal(id);
      accepts(relay, id, BEN);
      await calm();
      expect(shown[0]?.closed).to.equal(true);
    } finally {
      Object.assign(window, { Notification: own });
      document.hasFocus = hasFocus;
    }
  });

  it('tells the page around it of what was selected, accepted, ended and closed', async () => {
    const { desk, relay, session } = await atDesk(nothing, { before: (relay) => arrive(relay) });
    const id = session.state.waiting[0]?.id ?? '';
    const [selected, accepted, ended, closed] = ['select', 'accepted', 'ended', 'closed'].map((name) => heard(desk, `deskbell-${name}`));
    desk.accept(id);
    await calm();
    expect(accepted).to.have.length(1);
    expect(selected).to.have.length(1);
    expect(desk.selected).to.equal(id);
    ends(relay, id, LENA);
    await calm();
    expect(ended).to.have.length(1);
    await session.dispose(id, 'resolved', '');
    await calm();
    expect(closed).to.have.length(1);
    expect(desk.selected).to.equal(undefined);
  });

  it('TRF 6 tells of what went to a queue or a colleague, which was not closed', async () => {
    const { desk, relay, session } = await atDesk(nothing, {
      before: (relay) => {
        seed(relay, { customer: MAYA });
        seed(relay, { customer: LENA });
        const [queue] = relay.desk.queues;
        // A queue that the agent does not serve: what goes there is out of sight.
        if (queue) relay.changeDesk({ queues: [queue, { ...queue, id: 'repairs', name: 'Repairs', members: ['ben'] }] });
      },
    });
    const [first = '', second = ''] = session.state.ongoing.map(({ id }) => id);
    const closed = heard(desk, 'deskbell-closed');
    const transferred: ConversationSummary[] = [];
    desk.addEventListener('deskbell-transferred', ({ conversation }) => transferred.push(conversation));
    desk.select(first);
    await session.transfer(first, { queue: 'repairs' });
    await calm();
    gives(relay, second, ANA, BEN);
    await calm();
    expect(transferred.map(({ id, queue, agent }) => [id, queue.id, agent?.id])).to.deep.equal([
      [first, 'repairs', undefined],
      [second, 'shop', 'ben'],
    ]);
    expect(closed).to.deep.equal([]);
    expect(session.state.ongoing).to.deep.equal([]);
  });

  it('leaves a selection and an acceptance alone that the page around it prevents', async () => {
    const { desk, session } = await atDesk(nothing, { before: (relay) => arrive(relay) });
    desk.addEventListener('deskbell-select', (event) => event.preventDefault());
    desk.addEventListener('deskbell-accept', (event) => event.preventDefault());
    desk.select(session.state.waiting[0]?.id);
    desk.accept(session.state.waiting[0]?.id ?? '');
    await calm();
    expect(desk.selected).to.equal(undefined);
    expect(session.state.waiting).to.have.length(1);
  });

  it('stays with what was opened while "Accept" was on its way', async () => {
    const { desk, relay } = await atDesk(nothing, { before: (known) => seed(known, { customer: MAYA }) });
    const open = desk.session?.state.ongoing[0]?.id;
    arrive(relay);
    await calm();
    const waiting = desk.session?.state.waiting[0]?.id ?? '';
    desk.accept(waiting);
    desk.select(open);
    await calm();
    expect(desk.session?.state.ongoing.length).to.equal(2);
    expect(desk.selected).to.equal(open);
  });

  it('lets Tab into everything that is in it, and keeps the keys after a click beside everything', async () => {
    const { desk } = await atDesk(html`<p>beside</p><button>first</button>`);
    const before = document.createElement('button');
    desk.before(before);
    before.focus();
    await sendKeys({ press: 'Tab' });
    expect(textOf(document.activeElement ?? document.body)).to.equal('first');
    before.remove();
    desk.focus();
    expect(document.activeElement).to.equal(desk);
    expect(desk.hasAttribute('tabindex')).to.equal(false);
  });

  it('asks once, however often "Accept" is pressed', async () => {
    const { desk, relay, session } = await atDesk(nothing, { before: (relay) => arrive(relay) });
    const id = session.state.waiting[0]?.id ?? '';
    desk.accept(id);
    desk.accept(id);
    await calm();
    expect(relay.heard.filter(({ type }) => type === 'conversation.accept')).to.have.length(1);
  });

  it('keeps its session over a move in the page', async () => {
    const { session } = relayAndAgent();
    let ended = 0;
    const subscribe = session.subscribe.bind(session);
    session.subscribe = (listener) => {
      const end = subscribe(listener);
      return () => {
        ended++;
        end();
      };
    };
    const desk = await fixture<DeskbellDesk>(html`<deskbell-desk .session=${session}></deskbell-desk>`);
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(desk);
    await calm();
    expect(desk.activeSession).to.equal(session);
    expect(ended).to.equal(0);
    desk.remove();
    await calm();
    expect(desk.activeSession).to.equal(undefined);
    expect(ended).to.equal(1);
    elsewhere.append(desk);
    await calm();
    expect(desk.activeSession).to.equal(session);
  });

  it('speaks the language it is given, and turns with it', async () => {
    const { desk } = await atDesk(html`<deskbell-tray></deskbell-tray>`);
    expect([desk.lang, desk.dir]).to.deep.equal(['en', 'ltr']);
    desk.locale = 'ar-EG';
    await waitUntil(() => desk.dir === 'rtl');
    expect([desk.lang, desk.dir]).to.deep.equal(['ar', 'rtl']);
    desk.locale = 'en';
    await waitUntil(() => desk.dir === 'ltr');
    expect(desk.lang).to.equal('en');
  });

  it('works inside of another shadow root, several on one page, each on its own', async () => {
    const host = await fixture<HTMLElement>(html`<section></section>`);
    const inside = host.attachShadow({ mode: 'open' });
    const desks = ['ana', 'ben'].map((name) => {
      const { session, relay } = relayAndAgent();
      const desk = document.createElement('deskbell-desk');
      desk.session = session;
      desk.append(document.createElement('deskbell-tray'));
      inside.append(desk);
      return { name, desk, relay };
    });
    await calm();
    const [ana, ben] = desks;
    if (!ana || !ben) throw new Error('there are two');
    const selected = oneEvent(ana.desk, 'deskbell-select');
    arrive(ana.relay);
    await calm();
    press('KeyJ', ana.desk);
    await selected;
    await calm();
    expect(ana.desk.selected).not.to.equal(undefined);
    expect(ben.desk.selected).to.equal(undefined);
    expect(findAll(ben.desk, 'deskbell-tray-row')).to.deep.equal([]);
  });
});
