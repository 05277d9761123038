import { expect } from '@open-wc/testing';
import { countOf, htmlOf } from '../testing/mirrored-page.js';
import { shuffler } from '../testing/shuffler.js';
import { openPage, recordPage } from '../testing/record-page.js';

describe('recorder', () => {
  const removes: (() => void)[] = [];
  afterEach(() => {
    for (const remove of removes.splice(0)) remove();
  });

  async function recorded(html: string) {
    const opened = await openPage(html);
    const record = recordPage(opened.window);
    record.recorder.start();
    removes.push(() => record.recorder.stop(), opened.remove);
    await record.settle();
    const { document } = opened.window;
    const same = () => expect(record.page.html()).to.equal(htmlOf(document));
    const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;
    return { ...record, window: opened.window, document, same, find };
  }

  it('COB 1 the page comes over as it is, and shown when it is whole', async () => {
    const { page, same } = await recorded(
      `<h1 class="big" data-x='a "b"'>Shoes &amp; more</h1><!-- note --><p>Text <b>bold</b> tail</p><svg viewBox="0 0 1 1"><path d="M0 0"/></svg>`,
    );
    same();
    expect(page.isShown).to.equal(true);
    expect(page.page).to.include({ title: 'A shop', width: 800, height: 600 });
    expect(page.html()).to.contain('<h1 class="big"');
  });

  it('COB 5 every change comes over: nodes in, out and about, texts and attributes', async () => {
    const { settle, same, find, document, recorder, page } = await recorded(
      '<ul id="list"><li>a</li><li>b</li><li>c</li></ul><div id="other"></div>',
    );
    const list = find('#list');
    const first = list.children[0]!;
    const id = recorder.idOf(first);
    list.append(first);
    list.insertBefore(document.createElement('hr'), list.children[1]!);
    list.children[0]!.textContent = 'B';
    list.className = 'long';
    await settle();
    same();
    expect(recorder.idOf(first), 'what moves keeps its id').to.equal(id);
    expect(recorder.nodeOf(id)).to.equal(first);

    find('#other').append(list);
    list.removeAttribute('class');
    first.firstChild!.nodeValue = 'last';
    await settle();
    same();

    list.remove();
    await settle();
    same();
    expect(recorder.idOf(list)).to.equal(0);
    expect(recorder.idOf(first)).to.equal(0);
    expect(page.html()).not.to.contain('last');
  });

  it('COB 5 whatever a page does to its nodes, the mirror ends up the same', async function () {
    this.timeout(60_000);
    for (let seed = 1; seed <= 60; seed += 1) {
      const record = await recorded('<main><p>one</p></main>');
      const shuffle = shuffler(record.document, seed);
      for (let round = 0; round < 6; round += 1) {
        // Several steps between two writes, and writes between several looks of the observer.
        for (let step = 0; step < 12; step += 1) {
          shuffle();
          if (step % 5 === 4) await Promise.resolve();
        }
        await record.settle();
        expect(record.page.html(), `seed ${seed}, round ${round}`).to.equal(htmlOf(record.document));
        expect(record.page.size, 'nothing is left over').to.equal(countOf(record.document));
      }
      for (const remove of removes.splice(0)) remove();
    }
  });

  it('COB 5 a page that changes while its snapshot is written in slices loses nothing', async function () {
    this.timeout(60_000);
    for (let seed = 1; seed <= 25; seed += 1) {
      const opened = await openPage(`<main>${'<section><p>one</p><ul><li>two</li></ul></section>'.repeat(80)}</main>`);
      const record = recordPage(opened.window);
      const { document } = opened.window;
      const shuffle = shuffler(document, seed);
      // Each look at the clock takes longer than a slice may.
      record.timing.step = 20;
      record.recorder.start();
      let slices = 0;
      while (!record.page.isShown && record.timing.once()) {
        slices += 1;
        for (let step = 0; step < 9; step += 1) shuffle();
        if (slices % 2) await Promise.resolve();
      }
      expect(slices).to.be.above(6);
      record.timing.step = 0;
      await record.settle();
      await record.settle();
      expect(record.page.html(), `seed ${seed}`).to.equal(htmlOf(document));
      expect(record.page.size, 'nothing is left over').to.equal(countOf(document));
      record.recorder.stop();
      opened.remove();
    }
  });
});
