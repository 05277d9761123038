import type { Mark } from '@deskbell/protocol/marks.js';
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { DeskbellDialog } from '@deskbell/parts/dialog/dialog.js';
import { button, find, findAll, focused, textOf } from '../testing/at-desk.js';
import { click, still, writingBox, type Box } from './testing/boxes.js';

const link = (from: number, to: number, href: string): Mark => ({ mark: 'link', from, to, href });
const press = (keys: string) => sendKeys({ press: keys });

const dialogOf = ({ composer }: Box) => findAll<DeskbellDialog>(composer, 'deskbell-dialog')[0];
const input = ({ composer }: Box, name: string) => find<HTMLInputElement>(composer, `input[name=${name}]`);
const isShown = ({ composer }: Box) => find(composer, '.bubble').matches(':popover-open');

const fill = (box: Box, address: string, text?: string) => {
  input(box, 'address').value = address;
  if (text !== undefined) input(box, 'text').value = text;
};

/** A draft with a link in it, and the caret at a place. */
const withLink = async (caret: number) => {
  const box = await writingBox({ text: 'see here now', marks: [link(4, 8, 'https://example.com/a')] });
  box.editor.setSelectionRange(caret, caret);
  await still();
  return box;
};

describe('links in <deskbell-editor>', () => {
  it('CMP 5 "Add Link" asks for the address, has the selection as its text, and "Ok" makes the link', async () => {
    const box = await writingBox({ text: 'see here now' });
    box.editor.setSelectionRange(4, 8);
    await click(box.composer, 'Add Link');
    expect(dialogOf(box)?.label).to.equal('Add Link');
    expect(textOf(dialogOf(box)!))
      .to.include('Web address')
      .and.include('Email Address')
      .and.include('Text to display');
    expect(input(box, 'text').value).to.equal('here');
    expect(focused() === input(box, 'address')).to.be.true;
    await expect(box.composer).to.be.accessible();
    await sendKeys({ type: 'example.com' });
    await click(box.composer, 'Ok');
    expect(box.editor.marks).to.deep.equal([link(4, 8, 'https://example.com')]);
    expect(focused() === box.text).to.be.true;
    await sendKeys({ type: '!' });
    expect(box.editor.marked).to.deep.equal({ text: 'see here! now', marks: [link(4, 8, 'https://example.com')] });
  });

  it('CMP 5 makes a link with Enter in the dialog, which sends nothing', async () => {
    const box = await writingBox();
    await press('Control+k');
    await still();
    await sendKeys({ type: 'example.com' });
    await press('Enter');
    await still();
    expect(box.editor.marked).to.deep.equal({ text: 'https://example.com', marks: [link(0, 19, 'https://example.com')] });
    expect([box.sent.length, box.composer.value]).to.deep.equal([0, 'https://example.com']);
  });

  it('CMP 5 makes a link to an email address, with another text than was selected', async () => {
    const box = await writingBox({ text: 'ask\nus' });
    await press('Control+a');
    await click(box.composer, 'Add Link');
    findAll<HTMLInputElement>(box.composer, 'input[type=radio]')[1]!.click();
    await still();
    fill(box, 'help@example.com', 'ask our desk');
    await click(box.composer, 'Ok');
    expect(box.editor.marked).to.deep.equal({ text: 'ask our desk', marks: [link(0, 12, 'mailto:help@example.com')] });
    await press('Control+z');
    expect(box.editor.marked).to.deep.equal({ text: 'ask\nus' });
  });

  it('CMP 5 refuses every other address in the dialog, and says what to do', async () => {
    const box = await writingBox({ text: 'here' });
    await press('Control+a');
    await click(box.composer, 'Add Link');
    for (const address of ['javascript:alert(1)', 'ftp://example.com', '']) {
      fill(box, address);
      await click(box.composer, 'Ok');
      expect(textOf(dialogOf(box)!)).to.include('It can begin with http, https, mailto or tel.');
      expect([input(box, 'address').ariaInvalid, focused() === input(box, 'address')]).to.deep.equal(['true', true]);
    }
    await expect(box.composer).to.be.accessible();
    findAll<HTMLInputElement>(box.composer, 'input[type=radio]')[1]!.click();
    fill(box, 'nobody');
    await click(box.composer, 'Ok');
    expect(textOf(dialogOf(box)!)).to.include('Enter an email address');
    await press('Escape');
    await still();
    expect([dialogOf(box), box.editor.marks, focused() === box.text]).to.deep.equal([undefined, undefined, true]);
  });

  it('CMP 5 offers "Open", "Break Link" and "Edit" where the caret is in a link, by the keyboard too', async () => {
    const box = await withLink(6);
    expect(isShown(box)).to.be.true;
    await expect(box.composer).to.be.accessible();
    const open = find<HTMLAnchorElement>(box.composer, '.bubble a');
    expect([open.textContent, open.getAttribute('href'), open.target, open.rel]).to.deep.equal([
      'Open',
      'https://example.com/a',
      '_blank',
      'noopener noreferrer',
    ]);
    await press('Control+k');
    await still();
    expect(focused() === open).to.be.true;
    await press('Escape');
    await still();
    expect(focused() === box.text).to.be.true;
    await press('Control+k');
    await still();
    await press('Tab');
    expect(focused() === button(box.composer, 'Break Link')).to.be.true;
    await press('Enter');
    await still();
    expect([box.editor.marked, isShown(box), box.sent.length]).to.deep.equal([{ text: 'see here now' }, false, 0]);
    expect(focused() === box.text).to.be.true;
  });

  it('CMP 5 "Edit" has the link filled in, and changes it', async () => {
    const box = await withLink(4);
    await click(box.composer, 'Edit');
    expect([dialogOf(box)?.label, input(box, 'address').value, input(box, 'text').value]).to.deep.equal([
      'Edit Link',
      'https://example.com/a',
      'here',
    ]);
    fill(box, 'tel:112', 'this number');
    await click(box.composer, 'Ok');
    expect(box.editor.marked).to.deep.equal({ text: 'see this number now', marks: [link(4, 15, 'tel:112')] });
  });

  it('CMP 5 offers them where a link is pointed at, and as long as the pointer is there', async () => {
    const box = await withLink(0);
    expect(isShown(box)).to.be.false;
    const at = find(box.composer, '.ProseMirror a').getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(at.left + at.width / 2), Math.round(at.top + at.height / 2)] });
    await still();
    expect(isShown(box)).to.be.true;
    const away = button(box.composer, 'Break Link').getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(away.left + 8), Math.round(away.top + 8)] });
    await still();
    expect(isShown(box)).to.be.true;
    await sendMouse({ type: 'click', position: [Math.round(away.left + 8), Math.round(away.top + 8)] });
    await still();
    expect([box.editor.marks, isShown(box)]).to.deep.equal([undefined, false]);
  });

  it('CMP 1 goes from a link to "Send" with Tab all the same, and takes the offer away with Escape', async () => {
    const box = await withLink(6);
    await press('Escape');
    await still();
    expect(isShown(box)).to.be.false;
    await press('ArrowLeft');
    await still();
    expect(isShown(box)).to.be.true;
    await press('Tab');
    await still();
    expect([focused() === button(box.composer, 'Send'), isShown(box)]).to.deep.equal([true, false]);
  });

  it('CMP 9 forgets what the dialog was about where the draft is another', async () => {
    const box = await writingBox({ text: 'a long text of some kind' });
    await press('Control+a');
    await click(box.composer, 'Add Link');
    box.editor.marked = { text: 'b' };
    await still();
    expect([dialogOf(box), box.editor.marked]).to.deep.equal([undefined, { text: 'b' }]);
  });
});
