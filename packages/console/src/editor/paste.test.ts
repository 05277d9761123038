import { isSafeAddress } from '@deskbell/protocol/addresses.js';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { paste, still, writingBox } from './testing/boxes.js';
import { HOSTILE_LINKS } from './testing/hostile-links.js';
import { HOSTILE_MARKUP } from './testing/hostile-markup.js';

const HOSTILE = [...HOSTILE_LINKS, ...HOSTILE_MARKUP];

/** The elements in a text that are not a paragraph, bold, italics, or a link with an address that is safe. */
const strangers = (text: Element): string[] =>
  [...text.querySelectorAll('*')].flatMap((element) => {
    if (element.matches('br.ProseMirror-trailingBreak, img.ProseMirror-separator:not([src])')) return [];
    const allowed = element.localName === 'a' ? ['href', 'rel'] : [];
    const isKnown =
      ['p', 'strong', 'em', 'a'].includes(element.localName) && element.getAttributeNames().every((name) => allowed.includes(name));
    return isKnown && (element.localName !== 'a' || isSafeAddress(element.getAttribute('href') ?? '')) ? [] : [element.outerHTML];
  });

describe('pasting into <deskbell-editor>', () => {
  it('CMP 5 leaves of hostile HTML nothing but text, bold, italics and safe links; nothing runs, and nothing is asked for', async () => {
    const { editor, text } = await writingBox();
    let ran = 0;
    const { alert } = window;
    window.alert = () => {
      ran++;
    };
    const asked: string[] = [];
    const observer = new PerformanceObserver((list) => asked.push(...list.getEntries().map(({ name }) => name)));
    observer.observe({ type: 'resource' });
    try {
      expect(HOSTILE.length).to.be.above(200);
      for (const line of HOSTILE) {
        editor.value = '';
        paste(text, { 'text/html': line, 'text/plain': 'x' });
        expect(strangers(text), line).to.deep.equal([]);
      }
      editor.value = '';
      paste(text, { 'text/html': HOSTILE.join('\n') });
      expect(strangers(text)).to.deep.equal([]);
      await still();
      asked.push(...observer.takeRecords().map(({ name }) => name));
    } finally {
      window.alert = alert;
      observer.disconnect();
    }
    expect([ran, asked.filter((name) => /pasted|evil|example/.test(name))]).to.deep.equal([0, []]);
  });

  it('CMP 5 takes the same for text where it is dropped into the page behind the editor’s back', async () => {
    const { editor, text } = await writingBox({ text: 'x' });
    for (const line of HOSTILE_LINKS) {
      const anchor = new DOMParser().parseFromString(line, 'text/html').querySelector('a');
      if (!anchor || isSafeAddress(anchor.getAttribute('href') ?? '')) continue;
      for (const name of anchor.getAttributeNames()) if (name !== 'href') anchor.removeAttribute(name);
      text.querySelector('p')!.replaceChildren(document.importNode(anchor, true));
      await Promise.resolve();
      expect(strangers(text), line).to.deep.equal([]);
      editor.value = 'x';
    }
  });

  it('puts one line in where the caret is, and more lines as paragraphs', async () => {
    const { editor, text } = await writingBox({ text: 'one two' });
    editor.setSelectionRange(4, 4);
    expect(paste(text, { 'text/html': '<p>and <b>a half</b>,</p>' })).to.be.true;
    expect(editor.value).to.equal('one and a half,two');
    expect(editor.marks).to.deep.equal([{ mark: 'bold', from: 8, to: 14 }]);
    paste(text, { 'text/plain': 'x\r\n\r\ny' });
    expect(editor.value).to.equal('one and a half,x\n\nytwo');
    await sendKeys({ press: 'Control+z' });
    await sendKeys({ press: 'Control+z' });
    expect(editor.marked).to.deep.equal({ text: 'one two' });
  });

  it('makes a link of what is selected where an address is pasted upon it', async () => {
    const { editor, text } = await writingBox({ text: 'here' });
    editor.setSelectionRange(0, 4);
    paste(text, { 'text/plain': 'https://example.com/a' });
    expect(editor.marked).to.deep.equal({ text: 'here', marks: [{ mark: 'link', from: 0, to: 4, href: 'https://example.com/a' }] });
  });

  it('takes nothing away where what is pasted has no text', async () => {
    const { editor, text } = await writingBox({ text: 'here' });
    editor.setSelectionRange(0, 4);
    paste(text, { 'text/html': '<img src="data:,">' });
    expect(editor.value).to.equal('here');
  });

  it('copies lines as lines', async () => {
    const { text } = await writingBox({ text: 'a\n\nb', marks: [{ mark: 'bold', from: 0, to: 1 }] });
    await sendKeys({ press: 'Control+a' });
    const clipboardData = new DataTransfer();
    text.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    expect(clipboardData.getData('text/plain')).to.equal('a\n\nb');
    expect(clipboardData.getData('text/html')).to.contain('<strong>a</strong>');
  });
});
