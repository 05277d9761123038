import { expect, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { REPORT } from '../testing/pictures.js';
import { ANA, MAYA, MORNING, followedBy, longTalk, says } from '../testing/talk.js';
import { all, pending, scroller, show, words } from '../testing/show-transcript.js';
import type { DeskbellTranscript } from '../transcript/transcript.js';
import '../attachments/attachments.js';

/** Scrolls as a reader does, and waits until the element has heard of it. */
const scrollTo = async (element: DeskbellTranscript, top: number): Promise<void> => {
  scroller(element).scrollTop = top;
  await oneEvent(scroller(element), 'scroll');
  await nextFrame();
};

/** Scrolls up bit by bit, as a wheel does, until something is so. */
const scrollUp = (element: DeskbellTranscript, done: () => boolean): Promise<void> =>
  waitUntil(
    () => {
      if (!done()) scroller(element).scrollTop -= 200;
      return done();
    },
    'the end of the way up',
    { interval: 20, timeout: 5_000 },
  );

const isInView = (element: DeskbellTranscript, row: HTMLElement): boolean => {
  const [place, box] = [row.getBoundingClientRect(), scroller(element).getBoundingClientRect()];
  return place.bottom > box.top - 800 && place.top < box.bottom;
};

const isAtTheEnd = (element: DeskbellTranscript): boolean => {
  const { scrollTop, clientHeight, scrollHeight } = scroller(element);
  return scrollTop + clientHeight > scrollHeight - 2;
};

/** Lets what was scrolled be told, and answered. */
const settled = async (): Promise<void> => {
  await nextFrame();
  await nextFrame();
};

describe('the place in a <deskbell-transcript>', () => {
  it('renders a hundred rows of ten thousand, and fifty more on the way up, without moving what is read', async () => {
    const element = await show({ events: longTalk(10_000) });
    expect(all(element, '.row')).to.have.length(100);
    expect(element.atEnd).to.be.true;
    expect(scroller(element).scrollTop + scroller(element).clientHeight).to.be.closeTo(scroller(element).scrollHeight, 1);

    const read = all(element, '.row')[0]!;
    await scrollUp(element, () => all(element, '.row').length > 100);
    expect(all(element, '.row')).to.have.length(150);
    await waitUntil(() => isInView(element, read), 'the place was lost');
  });

  it('stays at the end where a picture grows in the frame in which the scroll to it is told', async () => {
    const element = await show({ events: longTalk(60) });
    await nextFrame();
    all(element, '.row').at(-1)!.style.setProperty('padding-block-end', '200px');
    scroller(element).dispatchEvent(new Event('scroll'));
    expect(element.atEnd).to.be.true;
    await waitUntil(() => scroller(element).scrollTop + scroller(element).clientHeight > scroller(element).scrollHeight - 2);
  });

  it('CMP 7 stays at the end where a message with many files is smaller for a moment as it gets into the log', async () => {
    const files = Array.from({ length: 9 }, (_, index) => ({ ...REPORT, id: `report-${String(index)}` }));
    const at = MORNING + 60 * 17_000;
    const element = await show({ events: longTalk(60), pending: [{ ...pending('sending', at), attachments: files }] });
    await waitUntil(() => isAtTheEnd(element) && all(element, 'deskbell-attachments').at(-1)!.clientHeight > 200);
    await settled();

    Object.assign(element, { events: followedBy(element.events, says(MAYA, 'p1', at, undefined, files)), pending: [] });
    await element.updateComplete;
    // Whoever measures anything now, as a box does that gets the focus, has the list laid out before the files are in the new row.
    expect(all(element, 'deskbell-attachments').at(-1)!.clientHeight).to.be.below(200);
    await settled();
    expect(element.atEnd).to.be.true;
    expect(isAtTheEnd(element)).to.be.true;
  });

  it('touches only the newest chunk for an append', async () => {
    const element = await show({ events: longTalk(10_020) });
    const before = all(element, '.row');
    const writes: MutationRecord[] = [];
    const watcher = new MutationObserver((records) => writes.push(...records));
    watcher.observe(all(element, '.older')[0]!, { subtree: true, childList: true, characterData: true, attributes: true });
    element.events = followedBy(element.events, says(ANA, 'new', MORNING + 10_020 * 17_000));
    await element.updateComplete;
    expect(watcher.takeRecords()).to.have.length(0);
    expect(writes).to.have.length(0);
    expect(all(element, '.row').slice(0, 100)).to.deep.equal(before);
  });

  it('stays at the end while the reader is there, and keeps their place while they are not', async () => {
    const element = await show({ events: longTalk(60) });
    element.events = followedBy(element.events, says(ANA, 'one\ntwo\nthree', MORNING + 60 * 17_000));
    await element.updateComplete;
    await waitUntil(() => scroller(element).scrollTop + scroller(element).clientHeight > scroller(element).scrollHeight - 2);

    await scrollTo(element, 500);
    expect(element.atEnd).to.be.false;
    element.events = followedBy(element.events, says(ANA, 'four\nfive', MORNING + 61 * 17_000));
    await element.updateComplete;
    await nextFrame();
    expect(scroller(element).scrollTop).to.equal(500);
  });

  it('stays at the end when the box gets smaller in the same moment in which it was brought there', async () => {
    const element = await show({ events: longTalk(60) });
    await waitUntil(() => {
      scroller(element).scrollTop = 500;
      return !element.atEnd;
    });
    // Between two frames, so that the next one tells of the scroll, to what was the end a moment ago, before it tells of the new size.
    window.postMessage('');
    await oneEvent(window, 'message');
    element.scrollToEnd();
    element.style.height = '200px';
    await oneEvent(scroller(element), 'scroll');
    await nextFrame();
    expect(scroller(element).scrollTop + scroller(element).clientHeight).to.be.closeTo(scroller(element).scrollHeight, 1);
    expect(element.atEnd).to.be.true;
  });

  it('offers "New messages" to a reader further up, and goes there', async () => {
    const element = await show({ events: longTalk(60) });
    await scrollTo(element, 500);
    element.events = followedBy(element.events, says(ANA, 'x', MORNING + 60 * 17_000));
    await element.updateComplete;
    const [pill] = all(element, 'button');
    expect(pill!.innerText.trim()).to.equal('New messages');
    await expect(element).to.be.accessible();
    setTimeout(() => pill!.click());
    await oneEvent(element, 'deskbell-at-end');
    expect(element.atEnd).to.be.true;
    await element.updateComplete;
    expect(all(element, 'button')).to.have.length(0);
  });

  it('goes to the end with what the reader writes', async () => {
    const element = await show({ events: longTalk(60) });
    await scrollTo(element, 500);
    element.pending = [pending('sending', MORNING + 60 * 17_000)];
    await waitUntil(() => element.atEnd && scroller(element).scrollTop > 500);
  });

  it('asks for what is older once it has shown everything', async () => {
    const log = longTalk(120);
    const element = await show({ events: log.slice(60), hasEarlier: true });
    let asked = 0;
    element.addEventListener('deskbell-earlier', () => asked++);
    const first = all(element, '.row')[0]!;
    await scrollUp(element, () => asked > 0 && scroller(element).scrollTop === 0);
    element.fetchingEarlier = true;
    await element.updateComplete;
    expect(words(element, '[role=status]')).to.deep.equal(['Loading earlier messages']);
    Object.assign(element, { events: log, fetchingEarlier: false, hasEarlier: false });
    await waitUntil(() => scroller(element).scrollTop > 1_000, 'the place was lost');
    await waitUntil(() => isInView(element, first), 'the place was lost');
    await scrollUp(element, () => all(element, '.row').length === 120);
    expect(asked).to.equal(1);
    expect(all(element, 'slot[name=start]')).to.have.length(1);
  });

  it('goes on where it was after a move in the page', async () => {
    const element = await show({ events: longTalk(60) });
    const place = document.createElement('div');
    document.body.append(place);
    await scrollTo(element, 700);
    place.append(element);
    await waitUntil(() => scroller(element).scrollTop === 700);
    await scrollTo(element, 99_999);
    document.body.append(element);
    await waitUntil(() => scroller(element).scrollTop > 700);
    element.remove();
    place.remove();
  });
});
