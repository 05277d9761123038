import { expect } from '@open-wc/testing';
import type { DeskbellChat } from './chat/chat.js';

interface Site {
  readonly window: Window & typeof globalThis;
  readonly chat: () => DeskbellChat | null;
  /** Runs the script again, as a page does that has its tag twice. */
  readonly runAgain: () => Promise<void>;
  readonly close: () => void;
}

/** A page of its own that runs the script as if by its tag, once `before` ran in it. */
async function site(attributes: Record<string, string>, before: (window: Site['window']) => void = () => undefined): Promise<Site> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const window = frame.contentWindow as Site['window'];
  const page = window.document;
  const tag = page.createElement('script');
  tag.type = 'text/plain';
  tag.src = 'https://relay.example/deskbell.js';
  for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
  page.head.append(tag);
  // Tests run modules, for which there is no current script.
  Object.defineProperty(page, 'currentScript', { value: tag });
  before(window);
  const run = async (again: string) => {
    const module = page.createElement('script');
    module.type = 'module';
    module.src = new URL(`loader.js${again}`, import.meta.url).href.replace('loader.js', 'loader.ts');
    const ran = new Promise((done, fail) => {
      module.onload = done;
      module.onerror = fail;
    });
    page.head.append(module);
    await ran;
  };
  await run('');
  return {
    window,
    chat: () => page.querySelector('deskbell-chat'),
    runAgain: () => run(`?again=${String(Math.random())}`),
    close: () => frame.remove(),
  };
}

const observed = () => new Promise<void>((done) => setTimeout(done));

describe('the script tag', () => {
  it('WID 1 puts a launcher on the page, dressed as its attributes say', async () => {
    const { chat, close } = await site({ 'data-site-key': 'shop', 'data-color-scheme': 'dark', 'data-position': 'start' });
    const attributes = ['site-key', 'relay', 'color-scheme', 'position'].map((name) => chat()!.getAttribute(name));
    expect(attributes).to.deep.equal(['shop', 'https://relay.example', 'dark', 'start']);
    expect(chat()!.shadowRoot!.querySelector('button')!.ariaLabel).to.equal('Open chat');
    close();
  });

  it('WID 1 finds another relay where it is told of one', async () => {
    const { chat, close } = await site({ 'data-site-key': 'shop', 'data-relay': 'https://chat.example' });
    expect(chat()!.getAttribute('relay')).to.equal('https://chat.example');
    close();
  });

  it('WID 1 does what was called before it was there, in that order', async () => {
    const { chat, close } = await site({ 'data-site-key': 'shop' }, (window) => {
      window.eval('window.deskbell = (...call) => { (window.deskbell.q ??= []).push(call); }');
      void window.deskbell!('setLocale', 'ar');
      void window.deskbell!('setLocale', 'de');
    });
    expect(chat()!.shadowRoot!.querySelector('button')!.ariaLabel).to.equal('Chat öffnen');
    close();
  });

  it('WID 1 twice the script is one launcher', async () => {
    const { window, runAgain, close } = await site({ 'data-site-key': 'shop' });
    await runAgain();
    expect(window.document.querySelectorAll('deskbell-chat')).to.have.length(1);
    close();
  });

  it('WID 1 after it was taken away for good the script makes a new one', async () => {
    const { window, chat, runAgain, close } = await site({ 'data-site-key': 'shop' });
    await window.deskbell!('destroy');
    await observed();
    expect(chat()).to.equal(null);
    await runAgain();
    expect(chat()!.isConnected).to.equal(true);
    close();
  });

  it('WID 3 puts itself back where the page swaps or empties its body', async () => {
    const { window, chat, close } = await site({ 'data-site-key': 'shop' });
    const first = chat();
    window.document.body = window.document.createElement('body');
    await observed();
    expect(chat()).to.equal(first);
    window.document.body.replaceChildren();
    await observed();
    expect(chat()).to.equal(first);
    first!.remove();
    await observed();
    expect(first!.isConnected).to.equal(true);
    close();
  });
});
