import { ManualClock } from '@deskbell/client/testing/manual-clock.js';
import { ANA, ends, reads, says, seed, types } from '@deskbell/client/testing/scenes.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { expect } from '@open-wc/testing';
import { banners, button, composerOf, quiet, say, shown, talkOf, transcriptOf } from '../testing/shown.js';
import type { DeskbellChatWindow } from '../window/window.js';

const textOf = (window: DeskbellChatWindow) => transcriptOf(window).renderRoot.textContent;
const status = (window: DeskbellChatWindow) =>
  [...transcriptOf(window).renderRoot.querySelectorAll('[part~=status]')].at(-1)!.textContent.trim();
const sent = (relay: SimulatedRelay, text: string) =>
  [...relay.logs.values()].flatMap(({ events }) => events).filter((event) => event.type === 'message.sent' && event.text === text);

const going = (clock = new ManualClock()) => {
  const relay = new SimulatedRelay({ clock });
  return { clock, relay, id: seed(relay) };
};

afterEach(() => localStorage.clear());

describe('deskbell-chat-talk', () => {
  it('WID 2 greets whoever was never there, with the box to write in', async () => {
    const { window } = await shown(new SimulatedRelay({ site: { greeting: 'Good to see you.' } }), { person: null });
    expect(transcriptOf(window).textContent.trim()).to.equal('Good to see you.');
    expect(composerOf(window)!.disabled).to.equal(false);
    await expect(window).to.be.accessible();
  });

  it('WID 2 shows what was said, and who is typing', async () => {
    const { relay, id } = going();
    const { window } = await shown(relay);
    expect(textOf(window)).to.contain('Hello Maya. I am looking it up.');
    types(relay, id, ANA);
    await quiet(window);
    expect(transcriptOf(window).renderRoot.querySelector('.typing')).to.exist;
    await expect(window).to.be.accessible();
  });

  it('DLV 1 a message goes from "Sent" to "Read"', async () => {
    const { relay, id } = going();
    const { window } = await shown(relay);
    await say(window, 'And another thing');
    expect([sent(relay, 'And another thing').length, status(window)]).to.deep.equal([1, 'Sent']);
    reads(relay, id, ANA);
    await quiet(window);
    expect(status(window)).to.equal('Read');
  });

  it('DLV 2 without the network the box is off and says why; what was written goes out once, by itself, when it is back', async () => {
    const { clock, relay } = going();
    const { window, session } = await shown(relay);
    relay.network.drop();
    await quiet(window);
    session.say('written in the dark');
    await quiet(window);
    expect([composerOf(window)!.disabled, composerOf(window)!.reason]).to.deep.equal([
      true,
      'You can write again when the connection is back',
    ]);
    expect(banners(window)).to.deep.equal(['No connection to the chat. Connecting again; what you wrote is kept.']);
    expect(status(window)).to.equal('Sending');
    await expect(window).to.be.accessible();
    relay.network.restore();
    await clock.advance(60_000);
    await quiet(window);
    expect([sent(relay, 'written in the dark').length, composerOf(window)!.disabled, banners(window)]).to.deep.equal([1, false, []]);
  });

  it('DLV 2 what the relay refuses is "Not Delivered", and says why', async () => {
    const { relay } = going();
    const { window } = await shown(relay);
    relay.refuseNext('message.send', 'too-long');
    await say(window, 'a whole book');
    expect(textOf(window)).to.contain('Not Delivered').and.to.contain('It is too long');
    await expect(window).to.be.accessible();
  });

  it('DLV 3 tells the other side that the customer types', async () => {
    const { relay } = going();
    const { window } = await shown(relay);
    const field = composerOf(window)!.renderRoot.querySelector('textarea')!;
    field.value = 'H';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await quiet(window);
    expect(relay.heard.filter(({ type }) => type === 'typing.report')).to.have.length(1);
  });

  it('DLV 5 keeps what was written and not sent over a reload', async () => {
    const { relay } = going();
    const { window } = await shown(relay);
    const field = composerOf(window)!.renderRoot.querySelector('textarea')!;
    field.value = 'half a sent';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    window.remove();
    const { window: later } = await shown(relay);
    expect(composerOf(later)!.value).to.equal('half a sent');
    await say(later, 'half a sentence');
    later.remove();
    const { window: last } = await shown(relay);
    expect(composerOf(last)!.value).to.equal('');
  });

  it('DLV 1 takes as read what is in view while the window is shown, and nothing before', async () => {
    const { relay, id } = going();
    const { window } = await shown(relay);
    const read = () => relay.logs.get(id)!.summary.read.customer;
    window.hide();
    await quiet(window);
    const before = read();
    says(relay, id, ANA, 'Are you still there?');
    await quiet(window);
    expect(read()).to.equal(before);
    await window.show();
    await quiet(window);
    expect(read()).to.equal(relay.logs.get(id)!.summary.seq);
  });

  it('WID 2 the customer can end the chat, after a question', async () => {
    const { relay, id } = going();
    const { window } = await shown(relay);
    button(window.renderRoot, 'End chat')!.click();
    await quiet(window);
    const inside = talkOf(window)!.renderRoot as ShadowRoot;
    expect(inside.querySelector('[role=alertdialog]')!.textContent).to.contain('End this chat?');
    expect(inside.activeElement).to.equal(button(inside, 'No'));
    await expect(window).to.be.accessible();
    button(inside, 'No')!.click();
    await quiet(window);
    expect(inside.activeElement).to.equal(composerOf(window));
    button(window.renderRoot, 'End chat')!.click();
    await quiet(window);
    button(inside, 'Yes')!.click();
    await quiet(window);
    expect(relay.logs.get(id)!.summary.phase).to.equal('wrapUp');
    expect([composerOf(window), button(window.renderRoot, 'End chat')]).to.deep.equal([null, undefined]);
  });

  it('WID 2 says so when the agent has ended the chat, whatever was being asked', async () => {
    const { relay, id } = going();
    const { window } = await shown(relay);
    button(window.renderRoot, 'End chat')!.click();
    ends(relay, id, ANA);
    await quiet(window);
    expect(textOf(window)).to.contain('Ana Ruiz ended the chat');
    expect(talkOf(window)!.renderRoot.querySelector('[role=alertdialog]')).to.equal(null);
    expect(button(talkOf(window)!.renderRoot, 'Start a new chat')).to.exist;
    await expect(window).to.be.accessible();
  });

  it('WID 2 begins a new chat after the last', async () => {
    const { relay, id } = going();
    const { window } = await shown(relay);
    ends(relay, id, ANA);
    await quiet(window);
    button(talkOf(window)!.renderRoot, 'Start a new chat')!.click();
    await quiet(window);
    expect([relay.logs.size, composerOf(window)!.disabled]).to.deep.equal([2, false]);
  });

  it('shows every hostile text as text', async () => {
    const relay = new SimulatedRelay({ site: { name: '<img src=x onerror=alert(1)>', greeting: '<script>alert(1)</script>' } });
    seed(relay, {
      lines: ['<img src=x onerror="window.hacked = true">', '<script>window.hacked = true</script>', '\u202Eevil', 'javascript:alert(1)'],
    });
    const { window } = await shown(relay);
    const inside = transcriptOf(window).renderRoot;
    expect(inside.querySelector('img, script, a')).to.equal(null);
    expect(inside.textContent).to.contain('<script>window.hacked = true</script>');
    expect('hacked' in globalThis).to.equal(false);
    expect(window.renderRoot.querySelector('h2')!.textContent).to.equal('<img src=x onerror=alert(1)>');
  });
});
