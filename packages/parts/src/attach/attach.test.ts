import { expect, fixture, html } from '@open-wc/testing';
import '../composer/composer.js';
import type { DeskbellAttach } from './attach.js';
import './attach.js';

const LIMITS = { maxBytes: 1_000, types: ['image/*', '.pdf'] };

const file = (name: string, type = 'text/plain') => new File(['x'], name, { type });

const carrying = (files: readonly File[], text = '') => {
  const data = new DataTransfer();
  for (const each of files) data.items.add(each);
  if (text) data.setData('text/plain', text);
  return data;
};

const show = async (more: Partial<DeskbellAttach> = {}) => {
  const place = await fixture<HTMLElement>(
    html`<div><p>Hello</p><deskbell-composer><deskbell-attach slot="tools" .limits=${LIMITS}></deskbell-attach></deskbell-composer></div>`,
  );
  const element = place.querySelector('deskbell-attach')!;
  Object.assign(element, { over: place, ...more });
  await element.updateComplete;
  const names: string[] = [];
  element.addEventListener('deskbell-attach', ({ files }) => names.push(files.map(({ name }) => name).join(' ')));
  // The type is what the caller knows about the selector, as with querySelector.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  const within = <T extends Element = HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  return { place, element, names, within, box: place.querySelector('deskbell-composer')!.shadowRoot!.querySelector('textarea')! };
};

const drag = (on: Element, type: string, dataTransfer: DataTransfer) => {
  const event = new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true });
  on.dispatchEvent(event);
  return event;
};

const paste = (on: Element, clipboardData: DataTransfer) => {
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true });
  on.dispatchEvent(event);
  return event;
};

describe('<deskbell-attach>', () => {
  it('CMP 7 has a button "Attachments" that asks for several files of what is taken', async () => {
    const { element, names, within } = await show();
    await expect(element).to.be.accessible();
    expect(within('button').ariaLabel).to.equal('Attachments');
    const input = within<HTMLInputElement>('input');
    expect([input.multiple, input.accept]).to.deep.equal([true, 'image/*,.pdf']);
    let opened = 0;
    input.addEventListener('click', (event) => {
      event.preventDefault();
      opened++;
    });
    within('button').click();
    input.files = carrying([file('a.txt'), file('b.txt')]).files;
    input.dispatchEvent(new Event('change'));
    expect([opened, names, input.files.length]).to.deep.equal([1, ['a.txt b.txt'], 0]);
  });

  it('CMP 7 files can be dropped anywhere over what is around, which says so', async () => {
    const { place, names, within } = await show();
    const zone = () => within('.zone').matches(':popover-open');
    const data = carrying([file('a.txt'), file('b.png', 'image/png')]);
    const entered = drag(place.querySelector('p')!, 'dragenter', data);
    expect([zone(), within('.zone').innerText.trim(), entered.defaultPrevented]).to.deep.equal([true, 'Drop files to attach them', true]);
    const [zoned, around] = [within('.zone').getBoundingClientRect(), place.getBoundingClientRect()];
    expect([zoned.width, zoned.height]).to.deep.equal([around.width, around.height]);
    expect(drag(within('.zone'), 'dragover', data).defaultPrevented).to.be.true;
    drag(within('.zone'), 'dragleave', data);
    expect(zone()).to.be.false;
    drag(place, 'dragenter', data);
    expect(drag(within('.zone'), 'drop', data).defaultPrevented).to.be.true;
    expect([zone(), names]).to.deep.equal([false, ['a.txt b.png']]);
  });

  it('CMP 7 a text that is dragged is left to the text box', async () => {
    const { place, names, within } = await show();
    const data = carrying([], 'hello');
    const events = ['dragenter', 'dragover', 'drop'].map((type) => drag(place, type, data).defaultPrevented);
    expect([events, names, within('.zone').matches(':popover-open')]).to.deep.equal([[false, false, false], [], false]);
  });

  it('CMP 7 files can be pasted into the text box, and a table from a spreadsheet is pasted as words', async () => {
    const { box, names } = await show();
    expect(paste(box, carrying([file('image.png', 'image/png')])).defaultPrevented).to.be.true;
    expect(paste(box, carrying([file('a.txt')], 'a.txt')).defaultPrevented).to.be.true;
    expect(paste(box, carrying([file('image.png', 'image/png')], 'one\ttwo')).defaultPrevented).to.be.false;
    expect(paste(box, carrying([], 'hello')).defaultPrevented).to.be.false;
    expect(names).to.deep.equal(['image.png', 'a.txt']);
  });

  it('CMP 7 takes nothing while it is off, and does not let the browser open what is dropped', async () => {
    const { place, box, names, within } = await show({ disabled: true });
    const data = carrying([file('a.txt')]);
    drag(place, 'dragenter', data);
    expect(within('.zone').matches(':popover-open')).to.be.false;
    expect(drag(place, 'dragover', data).defaultPrevented).to.be.true;
    expect(drag(place, 'drop', data).defaultPrevented).to.be.true;
    paste(box, data);
    expect([within<HTMLButtonElement>('button').disabled, names]).to.deep.equal([true, []]);
  });

  it('CMP 7 can be asked to let files be chosen, by keys that its button tells', async () => {
    const { element, within } = await show({ keys: 'Alt+U', ariaKeys: 'Alt+U' });
    let opened = 0;
    within('input').addEventListener('click', (event) => {
      event.preventDefault();
      opened++;
    });
    expect(element.choose()).to.be.true;
    expect([within('button').title, within('button').getAttribute('aria-keyshortcuts')]).to.deep.equal(['Attachments (Alt+U)', 'Alt+U']);
    element.disabled = true;
    expect([element.choose(), opened]).to.deep.equal([false, 1]);
  });

  it('CMP 7 hears nothing once it is gone', async () => {
    const { place, element, names } = await show();
    element.remove();
    drag(place, 'drop', carrying([file('a.txt')]));
    expect(names).to.deep.equal([]);
  });
});
