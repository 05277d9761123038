import { expect, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Attachment } from '@deskbell/protocol/attachments.js';
import { all, scroller, show, words } from '../testing/show-transcript.js';
import { DRAWING, PICTURE, REPORT, Shelf, drawn, savedBy } from '../testing/pictures.js';
import { ANA, MAYA, MORNING, followedBy, logOf, longTalk, says } from '../testing/talk.js';
import type { DeskbellTranscript } from '../transcript/transcript.js';
import './attachments.js';
import '../lightbox/lightbox.js';

const saysWith = (attachments: Attachment[], text = '', by = ANA) => says(by, text, MORNING, undefined, attachments);

const inAttachments = (element: DeskbellTranscript, selector: string) =>
  all(element, 'deskbell-attachments').flatMap((each) => [...each.shadowRoot!.querySelectorAll<HTMLElement>(selector)]);
const pictures = (element: DeskbellTranscript) => inAttachments(element, 'deskbell-picture');
const files = (element: DeskbellTranscript) => inAttachments(element, 'deskbell-file');
// The type is what the caller knows about the selector, as with querySelector.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
const within = <T extends Element = HTMLElement>(element: Element | undefined, selector: string): T =>
  element!.shadowRoot!.querySelector<T>(selector)!;

const has = (element: Element | undefined, selector: string): boolean => element!.shadowRoot!.querySelector(selector) !== null;

/** Lets what is in the rows come. */
const come = async (element: DeskbellTranscript) => {
  for (let round = 0; round < 3; round++) {
    await element.updateComplete;
    await nextFrame();
  }
};

const showWith = async (attachments: Attachment[], shelf: Shelf, more: Partial<DeskbellTranscript> = {}) => {
  const element = await show({ events: logOf([saysWith(attachments)]), addressOf: shelf.addressOf, ...more });
  await come(element);
  return element;
};

const aPicture = async () => URL.createObjectURL(await drawn(300, 200));

const isThere = (element: DeskbellTranscript) => waitUntil(() => has(pictures(element)[0], '.there'));

describe('attachments in a transcript', () => {
  it('CMP 7 a picture has its place in its shape before it is there, and says what it shows', async () => {
    const address = await aPicture();
    const shelf = new Shelf();
    let give: (address: string) => void = () => undefined;
    const waiting = new Promise<string>((resolve) => (give = resolve));
    const element = await showWith([PICTURE], shelf, { addressOf: () => waiting });
    const frame = within(pictures(element)[0], '.frame').getBoundingClientRect();
    expect([frame.width, Math.round(frame.height)]).to.deep.equal([260, 173]);
    const image = within<HTMLImageElement>(pictures(element)[0], 'img');
    expect([image.alt, image.hasAttribute('src')]).to.deep.equal([PICTURE.alt, false]);
    await expect(element).to.be.accessible();
    give(address);
    await isThere(element);
    expect(within(pictures(element)[0], '.frame').getBoundingClientRect().height).to.equal(frame.height);
    await expect(element).to.be.accessible();
  });

  it('CMP 7 a picture without a description goes by its name, and a small one is not made larger', async () => {
    const { alt: _alt, ...plain } = PICTURE;
    const element = await showWith([{ ...plain, width: 90, height: 60 }], new Shelf().put('lamp/thumbnail', await aPicture()));
    expect(within<HTMLImageElement>(pictures(element)[0], 'img').alt).to.equal(PICTURE.name);
    expect(within(pictures(element)[0], '.frame').getBoundingClientRect().width).to.equal(90);
  });

  it('CMP 7 a picture is asked for when it comes near the view, and not before', async () => {
    const shelf = new Shelf().put('lamp/thumbnail', await aPicture());
    const talk = longTalk(80).map((event, index) =>
      index === 0 && event.type === 'message.sent' ? { ...event, attachments: [PICTURE] } : event,
    );
    const element = await show({ events: talk, addressOf: shelf.addressOf });
    await come(element);
    expect(shelf.asked).to.deep.equal([]);
    scroller(element).scrollTop = 0;
    await waitUntil(() => shelf.asked.length > 0);
    expect(shelf.asked).to.deep.equal(['lamp/thumbnail']);
  });

  it('CMP 7 an address that has ended is asked for again', async () => {
    const shelf = new Shelf().put('lamp/thumbnail', 'data:image/png;base64,gone', await aPicture());
    const element = await showWith([PICTURE], shelf);
    await isThere(element);
    expect(shelf.asked).to.deep.equal(['lamp/thumbnail', 'lamp/thumbnail']);
  });

  it('CMP 7 a picture that does not come says so, and can be tried again by the keyboard', async () => {
    const shelf = new Shelf().put('lamp/thumbnail', new Error('out of reach'), await aPicture());
    const element = await showWith([PICTURE], shelf);
    await waitUntil(() => has(pictures(element)[0], '.missing'));
    expect(within(pictures(element)[0], '.missing').innerText).to.contain('The picture did not load');
    await expect(element).to.be.accessible();
    within(pictures(element)[0], '.missing').focus();
    await sendKeys({ press: 'Enter' });
    await isThere(element);
    expect(pictures(element)[0]!.shadowRoot!.activeElement).to.equal(within(pictures(element)[0], 'button'));
  });

  it('CMP 7 where a picture is too small for words, it says to a screen reader alone that it does not come', async () => {
    const TALL = { ...PICTURE, id: 'tall', width: 300, height: 1_200 };
    const element = await showWith([TALL], new Shelf());
    await waitUntil(() => has(pictures(element)[0], '.missing'));
    const frame = within(pictures(element)[0], '.missing');
    const { width, height } = frame.getBoundingClientRect();
    expect([width, height]).to.deep.equal([65, 260]);
    expect(frame.scrollHeight).to.be.most(260);
    expect(frame.innerText).to.contain('The picture did not load');
    expect(within(pictures(element)[0], '.unseen').getBoundingClientRect().width).to.equal(1);
    await expect(element).to.be.accessible();
  });

  it('CMP 7 a picture opens whole over everything, can be saved, and Escape closes it and nothing around it', async () => {
    const whole = await aPicture();
    const shelf = new Shelf().put('lamp/thumbnail', await aPicture()).put('lamp/whole', whole);
    const element = await showWith([PICTURE], shelf);
    let heard = 0;
    element.addEventListener('keydown', () => heard++);
    within(pictures(element)[0], 'button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(element, 'deskbell-lightbox').length === 1);
    const [lightbox] = all(element, 'deskbell-lightbox');
    await waitUntil(() => has(lightbox, 'img'));
    expect(within<HTMLImageElement>(lightbox, 'img').src).to.equal(whole);
    expect(within(lightbox, 'dialog').matches(':modal')).to.be.true;
    expect(lightbox!.shadowRoot!.activeElement?.ariaLabel).to.equal('Close');
    await expect(lightbox).to.be.accessible();
    lightbox!.setAttribute('color-scheme', 'light');
    expect(getComputedStyle(within(lightbox, 'dialog')).colorScheme, 'dark in either scheme').to.equal('dark');
    const saved = await savedBy(async (saved) => {
      within(lightbox, '[aria-label=Download]').click();
      await waitUntil(() => saved.length > 0);
    });
    expect(saved.map(({ href, name }) => [href.split(':')[0], name])).to.deep.equal([['blob', PICTURE.name]]);
    heard = 0;
    const closed = oneEvent(within(lightbox, 'dialog'), 'close');
    await sendKeys({ press: 'Escape' });
    await closed;
    expect([heard, all(element, 'deskbell-lightbox').length]).to.deep.equal([0, 0]);
    expect(pictures(element)[0]!.shadowRoot!.activeElement).to.equal(within(pictures(element)[0], 'button'));
  });

  it('CMP 7 a whole picture that does not come can be tried again', async () => {
    const shelf = new Shelf().put('lamp/thumbnail', await aPicture()).put('lamp/whole', new Error('out of reach'), await aPicture());
    const element = await showWith([PICTURE], shelf);
    within(pictures(element)[0], 'button').click();
    await waitUntil(() => all(element, 'deskbell-lightbox').length === 1);
    const [lightbox] = all(element, 'deskbell-lightbox');
    await waitUntil(() => has(lightbox, '.missing'));
    await expect(lightbox).to.be.accessible();
    within(lightbox, '.missing button').click();
    await waitUntil(() => has(lightbox, 'img'));
    within(lightbox, '.stage').click();
    await waitUntil(() => all(element, 'deskbell-lightbox').length === 0);
  });

  it('CMP 7 any other file is a tile with name, type and size, which is saved by a press and never opened here', async () => {
    const address = 'https://files.example/report';
    const element = await showWith([REPORT, DRAWING], new Shelf().put('report/whole', address));
    expect([files(element).length, pictures(element).length]).to.deep.equal([2, 0]);
    const tile = within(files(element)[0], 'button');
    expect(tile.ariaLabel).to.equal(`Download ${REPORT.name}, PDF · 1.4 MB`);
    expect(inAttachments(element, 'img, iframe, object, embed')).to.deep.equal([]);
    await expect(element).to.be.accessible();
    const saved = await savedBy(async () => {
      tile.click();
      await nextFrame();
    });
    expect(saved).to.deep.equal([{ href: address, name: REPORT.name }]);
  });

  it('CMP 7 a long name keeps its beginning and its ending, and has the whole in its title', async () => {
    const element = await showWith([REPORT], new Shelf());
    const name = within(files(element)[0], '.file-name');
    const [head, tail] = [...name.querySelectorAll('span')];
    expect([name.title, `${head!.textContent}${tail!.textContent}`]).to.deep.equal([REPORT.name, REPORT.name]);
    expect(head!.scrollWidth).to.be.above(head!.clientWidth);
    expect(tail!.textContent).to.equal('final.pdf');
    expect(tail!.getBoundingClientRect().right).to.be.below(files(element)[0]!.getBoundingClientRect().right);
  });

  it('CMP 7 says so where a file could not be fetched, and fetches it at the next press', async () => {
    const element = await showWith([REPORT], new Shelf().put('report/whole', new Error('out of reach'), 'https://files.example/report'));
    const tile = within(files(element)[0], 'button');
    tile.click();
    await waitUntil(() => has(files(element)[0], '.error'));
    await expect(element).to.be.accessible();
    const saved = await savedBy(async () => {
      tile.click();
      await nextFrame();
    });
    expect(saved.length).to.equal(1);
    expect(has(files(element)[0], '.error')).to.be.false;
  });

  it('CMP 7 a message without a word has no bubble, and what is on its way shows its files', async () => {
    const pending = [{ id: 'p1', text: '', at: MORNING + 1_000, state: 'sending' as const, attachments: [REPORT] }];
    const element = await showWith([PICTURE], new Shelf().put('lamp/thumbnail', await aPicture()), { pending });
    expect([all(element, '.bubble').length, pictures(element).length, files(element).length]).to.deep.equal([0, 1, 1]);
    expect(all(element, 'deskbell-attachments').map((each) => each.hasAttribute('ours'))).to.deep.equal([false, true]);
    expect(words(element, '[part=status]')).to.deep.equal(['Sending']);
  });

  it('CMP 7 reads out what came with a message', async () => {
    const element = await show({ events: logOf([says(MAYA, 'hello', MORNING)]) });
    element.events = followedBy(element.events, saysWith([PICTURE, REPORT]), saysWith([REPORT], 'Here it is'));
    await come(element);
    expect(words(element, '[aria-live=polite] p')).to.deep.equal([
      `Ana Torres. Attached: ${PICTURE.alt!}, ${REPORT.name}`,
      `Ana Torres: Here it is. Attached: ${REPORT.name}`,
    ]);
  });
});
