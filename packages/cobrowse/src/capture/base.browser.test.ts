import { expect } from '@open-wc/testing';
import { Player } from '../replay/player.js';
import { openPage, recordPage } from '../testing/record-page.js';

describe('a page with a base', () => {
  let ends: (() => void)[] = [];
  afterEach(() => ends.splice(0).forEach((end) => end()));

  const mirrored = async (html: string) => {
    const opened = await openPage(html);
    const stage = document.createElement('div');
    document.body.append(stage);
    const player = new Player(stage, { paged: () => undefined, pointed: () => undefined, lost: () => undefined });
    const record = recordPage(opened.window, {}, player);
    ends = [() => record.recorder.stop(), opened.remove, () => stage.remove()];
    record.recorder.start();
    await record.settle();
    return { ...record, page: opened.window.document, shown: () => player.frame!.contentDocument! };
  };
  const addresses = (document: Document) => [
    ...Array.from(document.images, ({ src }) => src),
    document.defaultView!.getComputedStyle(document.querySelector('b')!).backgroundImage,
    document.defaultView!.getComputedStyle(document.querySelector('i')!).backgroundImage,
  ];
  const HTML =
    '<img src="a.png"><img src="/b.png"><img src="?c"><b style="background: url(d.png)">x</b><i>x</i><style>i { background: url(e.png) }</style>';

  for (const base of ['/shop/lamps/', 'https://cdn.example/files/v1/index.html', '../up/'])
    it(`COB 5 its addresses lead where they lead on the page (${base})`, async () => {
      const { page, shown } = await mirrored(`<base href="${base}">${HTML}`);
      const wanted = addresses(page);
      expect(wanted[0]).to.equal(new URL('a.png', page.baseURI).href);
      expect(addresses(shown())).to.deep.equal(wanted);
    });

  it('COB 5 a base that comes later, or goes, is for what comes after it', async () => {
    const { page, shown, settle } = await mirrored(HTML);
    const base = page.createElement('base');
    base.href = 'https://cdn.example/late/';
    page.head.append(base);
    page.body.insertAdjacentHTML('beforeend', '<img src="f.png">');
    await settle();
    expect(shown().images[3]?.src).to.equal('https://cdn.example/late/f.png');
    base.remove();
    page.body.insertAdjacentHTML('beforeend', '<img src="g.png">');
    await settle();
    expect(shown().images[4]?.src).to.equal(page.images[4]?.src);
  });
});
