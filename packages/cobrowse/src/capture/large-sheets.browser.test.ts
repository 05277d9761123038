import { expect } from '@open-wc/testing';
import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import { createMasker } from '../mask/create-masker.js';
import { openPage, recordPage } from '../testing/record-page.js';
import { simpleMasker } from '../testing/simple-masker.js';

const MEGABYTE = 1_048_576;
const RULE = '.a-class-of-the-page:hover > b { color: rgb(1, 2, 3); background: url("/pictures/of/something.png") }\n';
const css = (bytes: number, last: string) => RULE.repeat(bytes / RULE.length) + last;
const RULES: MirrorRules = {
  masking: 'private',
  mask: [],
  unmask: [],
  pages: [],
  patterns: [],
  parameters: [],
  canvas: false,
  control: false,
};

describe('recorder: style sheets that are too much', () => {
  let ends: (() => void)[] = [];
  afterEach(() => ends.splice(0).forEach((end) => end()));

  const sheets = async (options: Parameters<typeof recordPage>[1] = {}) => {
    const opened = await openPage('<p>x</p>');
    const record = recordPage(opened.window, options);
    ends = [() => record.recorder.stop(), opened.remove];
    const { document } = opened.window;
    const style = document.createElement('style');
    document.head.append(style);
    const adopted = new opened.window.CSSStyleSheet();
    document.adoptedStyleSheets.push(adopted);
    return { ...record, style, adopted };
  };

  it('COB 5 sheets of 5 MB, of elements and of scripts, are read in slices and come over whole', async function () {
    this.timeout(60_000);
    let [read, largest] = [0, 0];
    const masker = simpleMasker({
      css: (text) => {
        read += text.length;
        return text;
      },
    });
    const { style, adopted, recorder, timing, page } = await sheets({ masker });
    style.textContent = css(5 * MEGABYTE, '#last { color: red }');
    adopted.replaceSync(css(5 * MEGABYTE, '#late { color: blue }'));
    timing.step = 1;
    recorder.start();
    let slices = 0;
    for (; !page.isShown; slices += 1) {
      const before = read;
      timing.once();
      largest = Math.max(largest, read - before);
    }
    // Ten looks at the clock are a slice: of sixteen rules each, which are masked 64 KB at a time.
    expect(largest).to.be.below(100_000);
    expect(slices).to.be.greaterThan(500);
    expect(page.sheets.get(recorder.idOf(style)))
      .to.have.length.greaterThan(5 * MEGABYTE)
      .and.to.contain('#last');
    expect(page.sheets.get(-1))
      .to.have.length.greaterThan(5 * MEGABYTE)
      .and.to.contain('#late');
  });

  it('COB 5 a page whose large sheet is never left alone is shown all the same, with all that is in it at last', async () => {
    const { style, adopted, recorder, timing, page, settle } = await sheets();
    style.textContent = css(MEGABYTE / 4, '');
    adopted.replaceSync('p { color: red }');
    timing.step = 1;
    recorder.start();
    let slices = 0;
    for (; !page.isShown && slices < 2_000; slices += 1) {
      timing.once();
      style.sheet!.insertRule(`#n${slices} { color: red }`, style.sheet!.cssRules.length);
    }
    expect(page.isShown).to.equal(true);
    expect(page.node(1).state.get('adopted')).to.deep.equal([-1]);
    const paragraph = style.ownerDocument.querySelector('p')!;
    paragraph.textContent = 'seen meanwhile';
    for (const until = slices + 60; slices < until; slices += 1) {
      style.sheet!.insertRule(`#n${slices} { color: red }`, style.sheet!.cssRules.length);
      await Promise.resolve();
      timing.once();
    }
    expect(page.html()).to.contain('seen meanwhile');
    timing.step = 0;
    await settle();
    expect(page.sheets.get(recorder.idOf(style))).to.contain(`#n${slices - 1} `);
  });

  for (const masking of ['private', 'marked'] as const)
    it(`COB 5 one rule of 5 MB, as fonts and pictures make them, breaks nothing (${masking})`, async function () {
      this.timeout(60_000);
      const opened = await openPage('<p>x</p>');
      const record = recordPage(opened.window, { masker: createMasker({ ...RULES, masking }, opened.window) });
      ends = [() => record.recorder.stop(), opened.remove];
      const style = opened.window.document.createElement('style');
      const data = 'AbCd'.repeat((5 * MEGABYTE) / 4);
      style.textContent = `@font-face { font-family: f; src: url(data:font/woff2;base64,${data}) }
        b { background: url("data:image/svg+xml;base64,${data}") } i::before { content: "${data}" } p { color: rgb(1, 2, 3) }`;
      opened.window.document.head.append(style);
      record.recorder.start();
      await record.settle();
      expect(record.page.isShown).to.equal(true);
      expect(record.page.sheets.get(record.recorder.idOf(style))).to.contain('rgb(1, 2, 3)');
    });
});
