import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../composer/composer.js';
import { drawn } from '../testing/pictures.js';
import { faultWords } from './faults.js';
import type { Upload, UploadFault } from './upload.js';
import type { DeskbellUploads } from './uploads.js';
import './uploads.js';

const LIMITS = { maxBytes: 25 * 1024 * 1024, types: ['image/*', 'application/pdf'] };

const file = (id: string, more: Partial<Upload> = {}): Upload => ({
  id,
  name: `${id}.pdf`,
  size: 2_097_152,
  type: 'application/pdf',
  phase: 'sending',
  sent: 0,
  alt: '',
  ...more,
});
const picture = (id: string, more: Partial<Upload> = {}) => file(id, { name: `${id}.png`, type: 'image/png', phase: 'ready', ...more });

const show = async (uploads: readonly Upload[], more: Partial<DeskbellUploads> = {}) => {
  const composer = await fixture(
    html`<deskbell-composer><deskbell-uploads slot="uploads" .limits=${LIMITS}></deskbell-uploads></deskbell-composer>`,
  );
  const element = composer.querySelector('deskbell-uploads')!;
  await change(element, uploads, more);
  return element;
};

const change = async (element: DeskbellUploads, uploads: readonly Upload[], more: Partial<DeskbellUploads> = {}) => {
  Object.assign(element, { uploads, ...more });
  await element.updateComplete;
};

// The type is what the caller knows about the selector, as with querySelector.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
const one = <T extends Element = HTMLElement>(element: DeskbellUploads, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector)!;
const button = (element: DeskbellUploads, name: string) =>
  [...element.shadowRoot!.querySelectorAll('button')].find((each) => (each.ariaLabel ?? each.innerText.trim()) === name)!;
const said = (element: DeskbellUploads) => one(element, '[role=status]').innerText;
const asked = (element: DeskbellUploads) => {
  const events: string[] = [];
  element.addEventListener('deskbell-file', ({ file: id, change: what, alt }) => events.push([id, what, alt].join(' ').trim()));
  return events;
};

const FAULTS: readonly UploadFault[] = ['empty', 'too-large', 'wrong-type', 'dangerous', 'too-many', 'offline', 'unavailable'];

describe('<deskbell-uploads>', () => {
  it('CMP 7 is accessible in every state', async () => {
    const address = URL.createObjectURL(await drawn(60, 40));
    const refused = FAULTS.map((why) => file(why, { phase: 'refused', why }));
    const uploads = [
      file('a', { sent: 700_000 }),
      file('b', { phase: 'checking', sent: 2_097_152 }),
      file('c', { phase: 'ready' }),
      file('d', { phase: 'failed', why: 'offline' }),
      picture('e'),
      picture('f', { alt: 'A lamp' }),
    ];
    const element = await show([...uploads, ...refused], { pictureOf: (id) => (id === 'e' ? address : undefined) });
    await expect(element).to.be.accessible();
    expect(one<HTMLImageElement>(element, 'img').src).to.equal(address);
    await change(element, []);
    await expect(element).to.be.accessible();
  });

  it('CMP 7 each file has a progress bar that says how far it is', async () => {
    const element = await show([file('a'), file('b', { sent: 734_003 })]);
    const bars = [...element.shadowRoot!.querySelectorAll('[role=progressbar]')];
    expect(bars.map((bar) => bar.getAttribute('aria-valuetext'))).to.deep.equal(['0% of 2 MB', '35% of 2 MB']);
    expect(bars.map((bar) => bar.getAttribute('aria-valuenow'))).to.deep.equal(['0', '35']);
    const [all, part] = [...bars[1]!.querySelectorAll('rect')].map((rect) => rect.getBoundingClientRect().width);
    expect(part! / all!).to.be.closeTo(0.35, 0.01);
    await change(element, [file('a', { phase: 'checking', sent: 2_097_152 }), file('b', { phase: 'ready' })]);
    expect(one(element, '[role=progressbar]').getAttribute('aria-valuetext')).to.equal('Being checked');
    expect(element.shadowRoot!.querySelectorAll('[role=progressbar]').length).to.equal(1);
  });

  it('CMP 7 a refused file says why, with the limit and what to do, and the others go on', async () => {
    const words = FAULTS.map((why) => faultWords(why, LIMITS, 20));
    expect(words).to.deep.equal([
      'There is nothing in this file. Choose another one.',
      'Larger than 25 MB. Make it smaller, or send it in parts.',
      'Files of this type are not taken. You can attach pictures and PDF.',
      'Not taken, because this file could do harm. Send what it is about in another way.',
      'No more than 20 files go with one message. Send it with the next.',
      'The connection was lost. Retry goes on where it stopped.',
      'It could not be taken just now. Retry in a moment.',
    ]);
    const element = await show([file('big', { phase: 'refused', why: 'too-large' }), file('a', { sent: 1_048_576 })]);
    expect(one(element, '.refused').innerText).to.contain(words[1]!);
    expect(one(element, '.sending [role=progressbar]').getAttribute('aria-valuetext')).to.equal('50% of 2 MB');
  });

  it('CMP 7 what failed can be tried again, and everything can be taken off', async () => {
    const element = await show([file('a', { phase: 'failed', why: 'offline' }), file('b'), file('c', { phase: 'refused', why: 'empty' })]);
    const events = asked(element);
    button(element, 'Retry a.pdf').click();
    for (const name of ['a', 'b', 'c']) button(element, `Remove ${name}.pdf`).click();
    expect(events).to.deep.equal(['a retry', 'a remove', 'b remove', 'c remove']);
  });

  it('CMP 7 the focus goes to the next file when one is taken off, and to the text box after the last', async () => {
    const element = await show([file('a'), file('b')]);
    button(element, 'Remove b.pdf').focus();
    await sendKeys({ press: 'Enter' });
    await change(element, [file('a')]);
    expect(element.shadowRoot!.activeElement).to.equal(button(element, 'Remove a.pdf'));
    await sendKeys({ press: 'Enter' });
    await change(element, []);
    expect(document.activeElement).to.equal(element.closest('deskbell-composer'));
  });

  it('CMP 7 pictures can be described, by the keyboard, and nothing else can', async () => {
    const element = await show([picture('a'), file('b', { phase: 'ready' })]);
    const events = asked(element);
    expect([...element.shadowRoot!.querySelectorAll('.describe')].length).to.equal(1);
    button(element, 'Describe this picture').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    await sendKeys({ type: 'A lamp' });
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    expect(events).to.deep.equal(['a describe A lamp']);
    await change(element, [picture('a', { alt: 'A lamp' }), file('b', { phase: 'ready' })]);
    expect(element.shadowRoot!.activeElement).to.equal(one(element, '.describe'));
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    await sendKeys({ type: ' of brass' });
    await sendKeys({ press: 'Escape' });
    expect(events).to.deep.equal(['a describe A lamp']);
    expect(one(element, '.describe').innerText).to.contain('A lamp');
  });

  it('CMP 7 tells what went wrong at once, that all is ready at the end, and nothing between', async () => {
    const element = await show([file('a'), file('b'), file('c', { phase: 'refused', why: 'empty' })]);
    expect(said(element)).to.equal('c.pdf: There is nothing in this file. Choose another one.');
    const steps: [Upload[], string][] = [
      [[file('a', { sent: 1_000_000 }), file('b')], 'c.pdf: There is nothing in this file. Choose another one.'],
      [[file('a', { phase: 'checking' }), file('b', { phase: 'failed', why: 'offline' })], `b.pdf: ${faultWords('offline', LIMITS, 20)}`],
      [[file('a', { phase: 'checking' }), file('b')], `b.pdf: ${faultWords('offline', LIMITS, 20)}`],
      [[file('a', { phase: 'ready' }), file('b')], `b.pdf: ${faultWords('offline', LIMITS, 20)}`],
      [[file('a', { phase: 'ready' }), file('b', { phase: 'ready' })], 'Files that are ready: 2'],
      [[file('other', { phase: 'ready' })], 'Files that are ready: 2'],
      [[], ''],
      [[file('a')], ''],
      [[file('a', { phase: 'ready' })], 'a.pdf is ready'],
    ];
    for (const [uploads, words] of steps) {
      await change(element, uploads);
      expect(said(element)).to.equal(words);
    }
  });
});
