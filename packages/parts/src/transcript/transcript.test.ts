import type { Mark } from '@deskbell/protocol/marks.js';
import { expect } from '@open-wc/testing';
import {
  ANA,
  BEN,
  HOSTILE,
  MAYA,
  MORNING,
  SYSTEM,
  accepts,
  disposes,
  ends,
  followedBy,
  logOf,
  longTalk,
  says,
  shortTalk,
  starts,
} from '../testing/talk.js';
import { all, pending, scroller, show, statuses, words } from '../testing/show-transcript.js';

describe('<deskbell-transcript>', () => {
  it('shows who said what, from the eyes of either side', async () => {
    const element = await show({ events: shortTalk() });
    expect(words(element, '.ours .text')).to.deep.equal([
      'Hello, my order 4711 has not arrived yet.',
      'So it should be here on Monday?',
      'Wonderful, thank you.',
    ]);
    expect(words(element, '[part=name]')).to.deep.equal(['Ana Torres', 'Ana Torres']);
    await expect(element).to.be.accessible();

    Object.assign(element, { side: 'agent', me: ANA.id });
    await element.updateComplete;
    expect(words(element, '.ours .text')).to.have.length(3);
    expect(words(element, '[part=name]')).to.deep.equal(['Maya Lind', 'Maya Lind', 'Maya Lind']);
    await expect(element).to.be.accessible();
  });

  it('shows a colleague on the own side, by name', async () => {
    const element = await show({ side: 'agent', me: BEN.id, events: logOf([says(ANA, 'hello', MORNING)]) });
    expect(words(element, '.ours [part=name]')).to.deep.equal(['Ana Torres']);
    expect(statuses(element)).to.deep.equal([]);
  });

  it('DLV 1 shows "Sending", then "Sent", then "Read"', async () => {
    const element = await show({ events: logOf([starts(MAYA, MORNING)]), pending: [pending('sending', MORNING + 1_000)] });
    expect(statuses(element)).to.deep.equal(['Sending']);

    Object.assign(element, { events: followedBy(element.events, says(MAYA, 'p1', MORNING + 1_000)), pending: [] });
    await element.updateComplete;
    expect(statuses(element)).to.deep.equal(['Sent']);

    element.read = { customer: 0, agent: 2 };
    await element.updateComplete;
    expect(statuses(element)).to.deep.equal(['Read']);
  });

  it('DLV 1 shows "Read" on the last message that was seen, and "Sent" on those after it', async () => {
    const log = logOf([0, 1, 2, 3].map((minute) => says(MAYA, `${minute}`, MORNING + minute * 60_000)));
    const element = await show({ events: log, read: { customer: 0, agent: 2 } });
    expect(statuses(element)).to.deep.equal(['Read', 'Sent', 'Sent']);
    element.read = { customer: 0, agent: 4 };
    await element.updateComplete;
    expect(statuses(element)).to.deep.equal(['Read']);
    expect(all(element, '.row').at(-1)!.innerText).to.contain('Read');
  });

  it('DLV 1 shows the status of stacked messages on the newest of them only', async () => {
    const log = logOf([1_000, 2_000, 3_000].map((later) => says(MAYA, 'x', MORNING + later)));
    const element = await show({ events: log, read: { customer: 0, agent: 2 } });
    expect(statuses(element)).to.deep.equal(['Sent']);
    element.read = { customer: 0, agent: 3 };
    await element.updateComplete;
    expect(statuses(element)).to.deep.equal(['Read']);
    element.pending = [pending('sending', MORNING + 4_000)];
    await element.updateComplete;
    expect(statuses(element)).to.deep.equal(['Sending']);
  });

  it('DLV 2 shows "Not Delivered" on every message that was not delivered, and why it was refused', async () => {
    const refused = { ...pending('failed', MORNING + 3_000, 'p3'), state: 'refused' as const, why: 'It is too long.' };
    const element = await show({
      events: logOf([starts(MAYA, MORNING)]),
      pending: [pending('failed', MORNING + 1_000), pending('failed', MORNING + 2_000, 'p2'), refused],
    });
    expect(statuses(element)).to.deep.equal(['Not Delivered', 'Not Delivered', 'Not Delivered']);
    expect(all(element, '.row').at(-1)!.innerText).to.contain('It is too long.');
    await expect(element).to.be.accessible();
  });

  it('DLV 3 shows three dots for whoever is typing, and none once the conversation has ended', async () => {
    const element = await show({ events: shortTalk(), typing: [ANA] });
    expect(all(element, '[role=img] i')).to.have.length(3);
    expect(all(element, '[role=img]')[0]!.ariaLabel).to.equal('Ana Torres is typing');
    await expect(element).to.be.accessible();
    element.ended = true;
    await element.updateComplete;
    expect(all(element, '[role=img]')).to.have.length(0);
  });

  it('DLV 4 puts one stamp with date and time under each stack', async () => {
    const seconds = [0, 12_000, 21_000, 44_000];
    const element = await show({ events: logOf(seconds.map((later) => says(ANA, 'x', MORNING + later))) });
    const stamps = all(element, 'time') as HTMLTimeElement[];
    expect(stamps.map(({ dateTime }) => dateTime)).to.deep.equal(['2026-11-21T11:30:45.000Z', '2026-11-21T11:31:08.000Z']);
    const written = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
    expect(stamps.map((stamp) => stamp.innerText)).to.deep.equal(stamps.map(({ dateTime }) => written.format(new Date(dateTime))));
    stamps[0]!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    expect(stamps[0]!.title).to.contain('November 21, 2026');
  });

  it('heads each day', async () => {
    const day = 86_400_000;
    const log = logOf([-3, -1, 0].map((ago) => says(ANA, 'x', MORNING + ago * day)));
    const element = await show({ events: log });
    expect(words(element, '[part=day]')).to.deep.equal(['Wednesday, November 18', 'Yesterday', 'Today']);
  });

  it('tells what happened between the messages', async () => {
    const log = logOf([
      starts(MAYA, MORNING),
      accepts(ANA, MORNING + 1),
      ends(MAYA, MORNING + 2),
      disposes(ANA, 'Sent again', MORNING + 3),
    ]);
    const element = await show({ events: log });
    const told = () => words(element, '[part=notice] > span');
    expect(told().slice(0, 3)).to.deep.equal(['Chat started', 'Ana Torres joined the chat', 'You ended the chat']);
    Object.assign(element, { side: 'agent', me: ANA.id });
    await element.updateComplete;
    expect(told()).to.deep.equal([
      'Maya Lind started a chat',
      'You joined the chat',
      'Maya Lind ended the chat',
      'Closed as Resolved: Sent again',
    ]);
    element.events = logOf([ends(SYSTEM, MORNING)], 'b');
    await element.updateComplete;
    expect(told()).to.deep.equal(['The chat ended']);
  });

  it('shows every text as text, and runs none', async () => {
    const element = await show({ events: logOf(HOSTILE.map((text, index) => says(ANA, text, MORNING + index * 60_000))) });
    const shown = all(element, '.text').map(({ textContent }) => textContent);
    expect(shown.map((text) => text.toWellFormed())).to.deep.equal(HOSTILE.map((text) => text.toWellFormed()));
    expect(all(element, '.text *')).to.have.length(0);
    expect('hurt' in window).to.be.false;
    expect(scroller(element).scrollWidth).to.equal(scroller(element).clientWidth);
  });

  it('gives each message its own direction', async () => {
    const element = await show({ events: logOf([says(ANA, 'مرحبا Maya', MORNING), says(ANA, 'Hello مرحبا', MORNING)]) });
    expect(all(element, '.bubble').map((bubble) => bubble.matches(':dir(rtl)'))).to.deep.equal([true, false]);
  });

  it('opens addresses in their own tab, without telling where from', async () => {
    const element = await show({ events: shortTalk() });
    const [link] = all(element, 'a') as HTMLAnchorElement[];
    expect([link!.href, link!.target, link!.rel]).to.deep.equal(['https://parcels.example/4711', '_blank', 'noopener noreferrer nofollow']);
  });

  it('CMP 5 shows what is bold, in italics and linked, and opens no address that is not safe', async () => {
    const marks: Mark[] = [
      { mark: 'bold', from: 0, to: 4 },
      { mark: 'italic', from: 5, to: 9 },
      { mark: 'link', from: 10, to: 14, href: 'https://parcels.example/4711' },
      { mark: 'link', from: 15, to: 18, href: 'javascript:alert(1)' },
    ];
    const element = await show({ events: logOf([says(ANA, 'Bold soft here not', MORNING, marks)]) });
    expect(all(element, 'strong, em, a').map((marked) => [marked.localName, marked.textContent])).to.deep.equal([
      ['strong', 'Bold'],
      ['em', 'soft'],
      ['a', 'here'],
    ]);
    expect(words(element, '.text')).to.deep.equal(['Bold soft here not']);
    await expect(element).to.be.accessible();
  });

  it('reads out what the other side says now, not what they said before, nor what one says oneself', async () => {
    const element = await show({ events: shortTalk() });
    const spoken = () => words(element, '[aria-live=polite] p');
    expect(spoken()).to.deep.equal([]);
    element.events = followedBy(element.events, says(MAYA, 'mine', MORNING + 400_000), says(ANA, 'hers', MORNING + 400_001));
    await element.updateComplete;
    expect(spoken()).to.deep.equal(['Ana Torres: hers']);
    element.events = logOf([says(ANA, 'x', MORNING)], 'another');
    await element.updateComplete;
    expect(spoken()).to.deep.equal([]);
  });

  it('is reached by the keyboard, and named', async () => {
    const element = await show({ events: longTalk(60) });
    scroller(element).focus();
    expect(element.shadowRoot!.activeElement).to.equal(scroller(element));
    expect(scroller(element).ariaLabel).to.equal('Messages');
    expect(scroller(element).ariaLive).to.equal('off');
  });
});
