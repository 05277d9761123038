import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { DeskbellCloseEvent } from '@deskbell/parts/events.js';
import { DeskbellChat, defineChat } from './chat.js';

/** The window, as far as the launcher knows it. */
class QuietWindow extends HTMLElement {
  locale = '';
  launcher: HTMLElement | undefined;
  readonly calls: string[] = [];

  show(): Promise<void> {
    this.calls.push('show');
    return Promise.resolve();
  }

  hide(): void {
    this.calls.push('hide');
  }

  rest(): void {
    this.calls.push('rest');
  }
}

let loads = 0;
let reachable = true;

defineChat(() => {
  loads += 1;
  if (!reachable) return Promise.reject(new Error('offline'));
  if (!customElements.get('deskbell-chat-window')) customElements.define('deskbell-chat-window', QuietWindow);
  return Promise.resolve();
});

const make = () => fixture<DeskbellChat>(html`<deskbell-chat site-key="site" relay="https://relay.example"></deskbell-chat>`);
const launcher = (chat: DeskbellChat) => chat.shadowRoot!.querySelector('button')!;
const inside = (chat: DeskbellChat) => chat.shadowRoot!.querySelector<QuietWindow>('deskbell-chat-window');
const status = (chat: DeskbellChat) => chat.shadowRoot!.querySelector('[role=status]')!.textContent;
const nextTask = () => new Promise<void>((done) => setTimeout(done));

beforeEach(() => {
  loads = 0;
  reachable = true;
  localStorage.clear();
});

describe('deskbell-chat', () => {
  it('WID 1 shows the launcher and loads nothing else until it is wanted', async () => {
    const chat = await make();
    expect(launcher(chat).ariaLabel).to.equal('Open chat');
    expect([launcher(chat).offsetWidth, launcher(chat).offsetHeight]).to.deep.equal([56, 56]);
    expect([loads, inside(chat)]).to.deep.equal([0, null]);
    await expect(chat).to.be.accessible();
  });

  it('WID 1 loads with the first sign of interest, and opens with the click', async () => {
    const chat = await make();
    launcher(chat).dispatchEvent(new PointerEvent('pointerenter'));
    expect(loads).to.equal(1);
    const opened = oneEvent(chat, 'deskbell-toggle');
    launcher(chat).click();
    expect(launcher(chat).ariaBusy).to.equal('true');
    expect(((await opened) as unknown as { open: boolean }).open).to.equal(true);
    await nextFrame();
    expect([launcher(chat).ariaExpanded, launcher(chat).ariaBusy]).to.deep.equal(['true', null]);
    expect(inside(chat)!.getAttribute('relay')).to.equal('https://relay.example');
    expect(inside(chat)!.launcher).to.equal(launcher(chat));
    await expect(chat).to.be.accessible();
  });

  it('WID 1 closes when the window asks for it, once, and gives the focus back to the launcher', async () => {
    const chat = await make();
    await chat.open();
    inside(chat)!.tabIndex = 0;
    inside(chat)!.focus();
    const heard: boolean[] = [];
    chat.addEventListener('deskbell-toggle', ({ open }) => heard.push(open));
    inside(chat)!.dispatchEvent(new DeskbellCloseEvent());
    inside(chat)!.dispatchEvent(new DeskbellCloseEvent());
    expect(heard).to.deep.equal([false]);
    expect(inside(chat)!.calls).to.deep.equal(['show', 'hide']);
    expect(chat.shadowRoot!.activeElement).to.equal(launcher(chat));
  });

  it('WID 1 leaves the focus with a page that closes it from elsewhere', async () => {
    const chat = await make();
    await chat.open();
    (document.activeElement as HTMLElement | null)?.blur();
    chat.close();
    expect([chat.isOpen, chat.shadowRoot!.activeElement]).to.deep.equal([false, null]);
  });

  it('WID 1 says so where its code cannot be loaded, and tries again with the next click', async () => {
    const chat = await make();
    reachable = false;
    const refusal: unknown = await chat.open().catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(Error);
    expect([status(chat), chat.isOpen, launcher(chat).ariaBusy]).to.deep.equal(['The chat did not load. Try again.', false, null]);
    await expect(chat).to.be.accessible();
    reachable = true;
    await chat.open();
    expect([status(chat), chat.isOpen]).to.deep.equal(['', true]);
  });

  it('WID 3 comes by itself where this browser has an open conversation, and stays closed', async () => {
    localStorage.setItem('deskbell:site', 'some conversation');
    const chat = await make();
    await nextTask();
    expect([loads, chat.isOpen, inside(chat)?.calls]).to.deep.equal([1, false, []]);
  });

  it('WID 3 goes on where it is moved in the page', async () => {
    const chat = await make();
    await chat.open();
    const window = inside(chat);
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(chat);
    await nextTask();
    expect(inside(chat)).to.equal(window);
    expect([chat.isOpen, window!.calls]).to.deep.equal([true, ['show']]);
    elsewhere.remove();
  });

  it('WID 3 lets go of its connection where it is left out of the page', async () => {
    const chat = await make();
    await chat.open();
    chat.remove();
    await nextTask();
    expect(inside(chat)!.calls).to.deep.equal(['show', 'rest']);
  });

  it('speaks the language it is told, the page’s, or English, and is turned around in a right-to-left one', async () => {
    const chat = await make();
    chat.setAttribute('locale', 'ar-EG');
    expect([launcher(chat).ariaLabel, chat.dir]).to.deep.equal(['افتح المحادثة', 'rtl']);
    expect(launcher(chat).getBoundingClientRect().left).to.equal(20);
    chat.setAttribute('locale', 'xx');
    expect([launcher(chat).ariaLabel, chat.dir]).to.deep.equal(['Open chat', 'ltr']);
    document.documentElement.lang = 'de';
    chat.setAttribute('locale', '');
    expect(launcher(chat).ariaLabel).to.equal('Chat öffnen');
    document.documentElement.lang = 'en';
  });

  it('passes on how the site wants it, also what it is told later', async () => {
    const chat = await make();
    chat.setAttribute('position', 'start');
    await chat.open();
    chat.setColorScheme('dark');
    chat.setLocale('de-AT');
    const window = inside(chat)!;
    expect(launcher(chat).getBoundingClientRect().left).to.equal(20);
    expect([window.getAttribute('position'), window.getAttribute('color-scheme'), window.locale]).to.deep.equal(['start', 'dark', 'de']);
  });

  it('stands in the site’s own colour, the sign on it readable', async () => {
    const chat = await make();
    chat.setAttribute('accent', 'yellow');
    const { backgroundColor, color } = getComputedStyle(launcher(chat));
    expect(backgroundColor).to.equal('rgb(255, 255, 0)');
    expect(color).to.equal('oklch(0 0 0)');
    await expect(chat).to.be.accessible();
  });

  it('is not moved, hidden or dressed by the page’s own styles', async () => {
    const page = new CSSStyleSheet();
    page.replaceSync(
      'deskbell-chat { position: static !important; opacity: 0.2 !important; transform: rotate(45deg) !important; font: 40px serif !important; border: 3px solid !important }',
    );
    document.adoptedStyleSheets.push(page);
    const chat = await make();
    const { right, bottom, width } = launcher(chat).getBoundingClientRect();
    expect([innerWidth - right, innerHeight - bottom, width]).to.deep.equal([20, 20, 56]);
    expect(getComputedStyle(chat).display).to.equal('contents');
    expect(getComputedStyle(chat.shadowRoot!.querySelector('div')!).borderStyle).to.equal('none');
    document.adoptedStyleSheets.pop();
  });

  it('stands where the site wants it', async () => {
    const chat = await make();
    chat.style.setProperty('--deskbell-offset-block', '80px');
    chat.style.setProperty('--deskbell-offset-inline', '8px');
    chat.setAttribute('launcher', 'small');
    const { right, bottom, width } = launcher(chat).getBoundingClientRect();
    expect([innerWidth - right, innerHeight - bottom, width]).to.deep.equal([8, 80, 44]);
  });

  it('tells the developer of a missing site key', async () => {
    const { error } = console;
    const said: unknown[] = [];
    console.error = (sentence) => said.push(sentence);
    await fixture(html`<deskbell-chat></deskbell-chat>`);
    console.error = error;
    expect(said).to.deep.equal(['Deskbell needs a site-key.']);
  });

  it('defining twice does nothing', () => {
    defineChat(() => Promise.reject(new Error('another')));
    expect(customElements.get('deskbell-chat')).to.equal(DeskbellChat);
  });
});
