import { expect } from '@open-wc/testing';
import { countOf, htmlOf, MirroredPageSink } from '../testing/mirrored-page.js';
import { endRecords, openPage, recordPage, recorded } from '../testing/record-page.js';
import { simpleMasker } from '../testing/simple-masker.js';
import { BEGINS } from '../wire/codes.js';

const isFresh = (frame: Uint8Array) => frame[1] === BEGINS;
const rows = (count: number) => Array.from({ length: count }, (_, row) => `<tr id="r${row}"><td>Row ${row}</td></tr>`).join('');

/** A table that is changed 10,000 times a second, as long as `picture` is called for each picture of a screen. */
async function fighting(options: Parameters<typeof recordPage>[1] = {}) {
  const opened = await openPage(`<table><tbody>${rows(50)}</tbody></table>`);
  const record = recordPage(opened.window, options);
  const { document } = opened.window;
  const body = document.querySelector('tbody')!;
  let count = 0;
  const change = () => {
    count += 1;
    const row = body.rows[count % 50]!;
    if (count % 5 === 0) body.append(row);
    else if (count % 5 === 1) row.className = `c${count}`;
    else if (count % 5 === 2) row.replaceWith(row.cloneNode(true));
    else row.cells[0]!.textContent = String(count);
  };
  const picture = async (changes = 167) => {
    for (let each = 0; each < changes; each += 1) change();
    await Promise.resolve();
    record.timing.pass(16.7);
  };
  record.recorder.start();
  await record.settle();
  const end = () => {
    record.recorder.stop();
    opened.remove();
  };
  return { ...record, document, picture, end };
}

describe('recorder: a page that fights', () => {
  afterEach(endRecords);

  it('COB 5 of 10,000 changes a second as many frames come as a screen has pictures, and at last what it is at last', async () => {
    const { frames, picture, settle, page, document, end } = await fighting();
    const before = frames.length;
    for (let shown = 0; shown < 60; shown += 1) await picture();
    await settle();
    expect(frames.length - before).to.be.within(30, 62);
    expect(frames.slice(before).some(isFresh)).to.equal(false);
    expect(page.html()).to.equal(htmlOf(document));
    end();
  });

  it('COB 5 an agent who acknowledges nothing gets no frames without end, and one fresh page when they are there again', async () => {
    let acknowledged = 0;
    const sent: { frame: number }[] = [];
    const fight = await fighting({ unacknowledged: () => (sent[0]?.frame ?? 0) - acknowledged });
    sent.push(fight.encoder);
    const { frames, encoder, picture, settle, page, document, end } = fight;
    for (let shown = 0; shown < 900; shown += 1) await picture(5);
    expect(encoder.frame).to.be.below(610);
    const before = frames.length;
    await settle();
    expect(frames.length).to.equal(before);
    acknowledged = encoder.frame;
    await settle();
    expect(frames.slice(before).map(isFresh)).to.deep.equal([true]);
    expect(page.html()).to.equal(htmlOf(document));
    end();
  });

  it('COB 5 who asks for fresh pages without end gets one now and then, and the last that was asked for', async () => {
    const { recorder, timing, frames, settle, find, page } = await recorded('<p>0</p>');
    const before = frames.length;
    for (let asked = 1; asked <= 1_000; asked += 1) {
      recorder.fresh();
      find('p').textContent = String(asked);
      timing.pass(10);
    }
    expect(frames.slice(before).filter(isFresh).length).to.be.within(3, 8);
    await settle();
    timing.pass(10_000);
    expect(page.html()).to.contain('<p>1000</p>');
    const rested = frames.length;
    recorder.fresh();
    await settle();
    expect(frames.slice(rested).filter(isFresh).length).to.equal(1);
  });

  it('COB 5 a page of 50,000 nodes is written in slices, and what it changes meanwhile is not lost', async function () {
    this.timeout(20_000);
    const opened = await openPage('<p>text</p>'.repeat(25_000));
    const { document } = opened.window;
    const page = new MirroredPageSink();
    const record = recordPage(opened.window, { sink: page });
    record.timing.step = 1;
    record.recorder.start();
    let [slices, largest] = [0, 0];
    for (; !page.isShown; slices += 1) {
      const before = page.size;
      record.timing.once();
      largest = Math.max(largest, page.size - before);
      const paragraph = document.body.children[slices * 7];
      if (slices % 2) paragraph?.remove();
      else if (paragraph) paragraph.textContent = 'changed';
      await Promise.resolve();
    }
    // Ten looks at the clock are a slice here.
    expect(largest).to.be.below(1_000);
    expect(slices).to.be.greaterThan(50);
    record.timing.step = 0;
    await record.settle();
    expect(page.html()).to.equal(htmlOf(document));
    expect(page.size).to.equal(countOf(document));
    record.recorder.stop();
    opened.remove();
  });

  it('COB 5 frames that vanish, come back and load anew in the middle of a snapshot are at last what they are', async () => {
    const opened = await openPage(
      `${'<p>before</p>'.repeat(200)}${'<iframe srcdoc="<p>one</p><ul><li>two</ul>"></iframe>'.repeat(12)}<div id="room"></div>`,
    );
    const { document } = opened.window;
    const record = recordPage(opened.window);
    record.timing.step = 5;
    record.recorder.start();
    const room = document.querySelector('#room')!;
    for (let slice = 0; !record.page.isShown || slice < 60; slice += 1) {
      record.timing.once();
      const frame = document.querySelectorAll('iframe')[slice % 12];
      if (frame && slice < 60) {
        if (slice % 4 === 0) frame.remove();
        else if (slice % 4 === 1) frame.contentDocument?.querySelector('body')?.append('more');
        else if (slice % 4 === 2) room.append(frame);
        else frame.srcdoc = `<h1>${slice}</h1>`;
      }
      await Promise.resolve();
    }
    const frames = [...document.querySelectorAll('iframe')];
    const isThere = ({ contentDocument: inner }: HTMLIFrameElement) => inner?.URL === 'about:srcdoc' && inner.readyState === 'complete';
    while (!frames.every(isThere)) await new Promise(requestAnimationFrame);
    record.timing.step = 0;
    await record.settle();
    expect(frames.length).to.be.greaterThan(0);
    for (const frame of frames) expect(record.page.html(record.recorder.idOf(frame))).to.contain(htmlOf(frame.contentDocument!));
    record.recorder.stop();
    opened.remove();
  });

  it('COB 5 P22 a page that puts its own in place of what the recorder needs is recorded as before', async () => {
    const opened = await openPage('<p>x</p>');
    const { window } = opened;
    const broken = () => {
      throw new Error('not the browser’s');
    };
    const record = recordPage(window);
    const own = { parse: JSON.parse, stringify: JSON.stringify };
    Object.assign(window, { MutationObserver: broken, AbortController: broken, JSON: {}, EventTarget: broken });
    Object.assign(window.Node.prototype, { insertBefore: broken, getRootNode: broken });
    Object.defineProperty(window.Node.prototype, 'parentNode', { get: broken });
    Object.assign(window.Array.prototype, { extra: 'in every list' });
    const add = (text: string) => window.document.body.insertAdjacentHTML('beforeend', `<p>${text}</p>`);
    try {
      Object.assign(JSON, { parse: broken, stringify: broken });
      record.recorder.start();
      record.timing.pass(1_000);
      add('later');
    } finally {
      Object.assign(JSON, own);
    }
    await record.settle();
    expect(record.page.html()).to.contain('<p>later</p>');
    expect(record.faults).to.deep.equal([]);
    record.recorder.stop();
    opened.remove();
  });

  it('COB 5 a recorder that gives up says so, and forgives what is long ago', async () => {
    const opened = await openPage('<p>x</p>');
    let [fails, failed] = [false, 0];
    const masker = simpleMasker({
      address: (address) => {
        if (fails) throw new Error('no');
        return address;
      },
    });
    const record = recordPage(opened.window, { masker, fault: () => undefined, failed: () => (failed += 1) });
    record.recorder.start();
    for (let time = 0; time < 8; time += 1) {
      await record.settle();
      fails = true;
      record.recorder.fresh();
      record.timing.once();
      fails = false;
      record.timing.pass(61_000);
    }
    expect([failed, record.page.html().includes('<p>x</p>')]).to.deep.equal([0, true]);
    fails = true;
    record.recorder.fresh();
    record.timing.pass(5_000);
    expect(failed).to.equal(1);
    opened.remove();
  });
});
