import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { DeskbellToggleEvent } from './chat-events.js';
import { callable } from './calls.js';
import { DeskbellChat, defineChat } from './chat.js';

/** The window, as far as the launcher knows it. */
class QuietWindow extends HTMLElement {
  siteKey = '';
  relay = '';
  locale = '';
  emojiData = '';
  readonly calls: string[] = [];
  show(): Promise<void> {
    this.calls.push('show');
    return Promise.resolve();
  }
  hide(): void {
    this.calls.push('hide');
  }
  identify(token: string): Promise<void> {
    this.calls.push(`identify ${token}`);
    return Promise.resolve();
  }
  reset(): Promise<void> {
    this.calls.push('reset');
    return Promise.resolve();
  }
  destroy(): void {
    this.calls.push('destroy');
    this.remove();
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

beforeEach(() => {
  loads = 0;
  reachable = true;
  localStorage.clear();
});

describe('deskbell-chat', () => {
  it('WID 1 shows the launcher and loads nothing else until it is wanted', async () => {
    const chat = await make();
    expect(launcher(chat).ariaLabel).to.equal('Open chat');
    expect(launcher(chat).getBoundingClientRect().width).to.equal(56);
    expect([loads, inside(chat)]).to.deep.equal([0, null]);
    await expect(chat).to.be.accessible();
  });

  it('WID 1 loads with the first sign of interest, and opens with the click', async () => {
    const chat = await make();
    launcher(chat).dispatchEvent(new PointerEvent('pointerenter'));
    expect(loads).to.equal(1);
    const opened = oneEvent(chat, 'deskbell-toggle');
    launcher(chat).click();
    expect(((await opened) as unknown as DeskbellToggleEvent).open).to.equal(true);
    expect([launcher(chat).ariaExpanded, launcher(chat).ariaLabel, inside(chat)!.relay]).to.deep.equal([
      'true',
      'Close chat',
      'https://relay.example',
    ]);
    await expect(chat).to.be.accessible();
    await chat.close();
    expect(inside(chat)!.calls).to.deep.equal(['show', 'hide']);
    expect(chat.shadowRoot!.activeElement).to.equal(launcher(chat));
  });

  it('says so where its code cannot be loaded, and tries again with the next click', async () => {
    const chat = await make();
    reachable = false;
    await chat.open().then(
      () => expect.fail('opened'),
      () => undefined,
    );
    expect(chat.shadowRoot!.querySelector('[role=status]')!.textContent).to.equal('The chat could not be loaded. Try again.');
    await expect(chat).to.be.accessible();
    reachable = true;
    await chat.open();
    expect(chat.isOpen).to.equal(true);
    expect(chat.shadowRoot!.querySelector('[role=status]')!.textContent).to.equal('');
  });

  it('WID 3 comes back by itself where this browser has an open conversation', async () => {
    localStorage.setItem('deskbell:site', 'some conversation');
    const chat = await make();
    await new Promise((resolve) => setTimeout(resolve));
    expect([loads, chat.isOpen]).to.deep.equal([1, false]);
  });

  it('WID 2 carries the number of unread messages, also for those who do not see it', async () => {
    const chat = await make();
    await chat.open();
    await chat.close();
    inside(chat)!.dispatchEvent(Object.assign(new Event('deskbell-unread'), { count: 120 }));
    chat.shadowRoot!.dispatchEvent(Object.assign(new Event('deskbell-unread'), { count: 120 }));
    expect(chat.shadowRoot!.querySelector('b')!.textContent).to.equal('99+');
    expect(launcher(chat).ariaLabel).to.equal('Open chat (Unread: 120)');
    await expect(chat).to.be.accessible();
  });

  it('speaks the page’s language, and stands on the other side in a right-to-left one', async () => {
    const chat = await make();
    chat.setAttribute('locale', 'ar-EG');
    expect([launcher(chat).ariaLabel, chat.dir]).to.deep.equal(['افتح المحادثة', 'rtl']);
    expect(chat.getBoundingClientRect().left).to.equal(20);
    chat.setAttribute('locale', 'fr');
    chat.setAttribute('position', 'start');
    expect([chat.dir, chat.getBoundingClientRect().left]).to.deep.equal(['ltr', 20]);
  });

  it('WID 3 a move in the page is not an end', async () => {
    const chat = await make();
    await chat.open();
    const window = inside(chat);
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(chat);
    expect(inside(chat)).to.equal(window);
    expect(inside(chat)!.calls).to.deep.equal(['show']);
    elsewhere.remove();
  });

  it('answers calls by name, and says which there are', async () => {
    const chat = await make();
    const deskbell = callable(chat);
    await deskbell('open');
    expect(chat.isOpen).to.equal(true);
    await deskbell('toggle');
    expect(chat.isOpen).to.equal(false);
    await deskbell('identify', 'token');
    await deskbell('reset');
    await deskbell('setLocale', 'de');
    await deskbell('setColorScheme', 'dark');
    expect([launcher(chat).ariaLabel, chat.getAttribute('color-scheme')]).to.deep.equal(['Chat öffnen', 'dark']);
    expect(inside(chat)!.calls).to.deep.equal(['show', 'hide', 'identify token', 'reset']);
    const heard: unknown[] = [];
    const end = (await deskbell('on', 'toggle', () => heard.push('toggle'))) as () => void;
    await deskbell('open');
    end();
    await deskbell('close');
    expect(heard).to.deep.equal(['toggle']);
    await deskbell('dance').then(
      () => expect.fail('danced'),
      (error: Error) => expect(error.message).to.contain('there is no call "dance". There are: open, close'),
    );
    await deskbell('destroy');
    expect(chat.isConnected).to.equal(false);
  });

  it('defining twice does nothing', () => {
    defineChat(() => Promise.reject(new Error('another')));
    expect(customElements.get('deskbell-chat')).to.equal(DeskbellChat);
  });
});
