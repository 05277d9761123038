import type * as CobrowsePage from '../cobrowse.js';
import type { DeskbellChatWindow } from '../window/window.js';
import { watchTicket } from '../cobrowse-button/watch-ticket.js';
import { LAUNCHER_CSS, LAUNCHER_HTML } from '../launcher/launcher-styles.js';
import { launcherLocale, launcherWords } from '../launcher/launcher-words.js';
import { DeskbellToggleEvent } from './chat-events.js';

/** The events that `on` takes by their short names. */
export type DeskbellChatEvent = 'toggle' | 'unread' | 'conversation' | 'cobrowse';

/** Brings what is needed: the window, or what shows the page to an agent. */
type Load = (piece: 'chat' | 'cobrowse') => Promise<unknown>;

/**
 * The customer's chat: a round launcher, and the window that it opens. The launcher is all that a page loads by itself; the window comes
 * with the first click, or by itself where this browser has an open conversation. Taken out of the page and put back in the same task it
 * goes on as if nothing had been; left out, it lets go of its connection and takes it up when it is back.
 *
 * @attr site-key - The public key of the site, from the settings.
 * @attr relay - The address of the relay.
 * @attr locale - A language (BCP 47); the page's own, or the browser's, where it is left out.
 * @attr color-scheme - `light` or `dark`; the visitor's own where it is left out.
 * @attr position - `start` for the other corner.
 * @attr accent - A CSS colour in place of the ink blue.
 * @attr launcher - `small` for 44 px in place of 56.
 * @attr emoji-data - Another address for the emoji than the relay's.
 * @csspart launcher - The round button.
 * @csspart badge - The number of unread messages on it.
 * @cssproperty --deskbell-accent - The one colour.
 * @cssproperty --deskbell-offset-block - How far the launcher is from the lower edge, 20 px.
 * @cssproperty --deskbell-offset-inline - How far it is from the edge at its side, 20 px.
 * @cssproperty --deskbell-layer - Its `z-index`, and the window's.
 * @fires {DeskbellToggleEvent} deskbell-toggle - The window opened or closed.
 * @fires {DeskbellUnreadEvent} deskbell-unread - The number of unread messages changed.
 * @fires {DeskbellConversationEvent} deskbell-conversation - The conversation began, was taken or ended.
 * @fires {DeskbellCobrowseEvent} deskbell-cobrowse - An agent sees the page now, or not any more.
 */
export class DeskbellChat extends HTMLElement {
  static readonly observedAttributes = ['site-key', 'relay', 'color-scheme', 'position', 'emoji-data', 'locale', 'accent'];

  /** Brings a piece of the code; set by whoever defines the element. */
  static load: Load;

  /** Whether it was taken off the page for good. */
  destroyed = false;

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #button: HTMLButtonElement;
  readonly #status: HTMLElement;
  #window: DeskbellChatWindow | undefined;
  #isOpen = false;
  #words = launcherWords('en');

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LAUNCHER_CSS);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.innerHTML = LAUNCHER_HTML;
    [this.#button, this.#status] = this.#root.querySelectorAll('button, p') as unknown as [HTMLButtonElement, HTMLElement];
    this.#button.onclick = () => void this.toggle().catch(() => undefined);
    this.#button.onpointerenter = this.#button.onfocus = () => void DeskbellChat.load('chat').catch(() => undefined);
    watchTicket(this, () => DeskbellChat.load('cobrowse') as Promise<typeof CobrowsePage>);
  }

  connectedCallback(): void {
    const key = this.getAttribute('site-key') ?? '';
    if (!key) console.error('Deskbell needs a site-key.');
    this.#dress();
    try {
      // This browser has an open conversation: the window comes by itself, for its news.
      if (localStorage[`deskbell:${key}`]) setTimeout(() => void this.#need().catch(() => undefined));
    } catch {
      // A browser that keeps nothing has no conversation either.
    }
  }

  disconnectedCallback(): void {
    // Most are put back at once, by a router or by a page that swaps its body.
    setTimeout(() => {
      if (!this.isConnected) this.#window?.rest();
    });
  }

  attributeChangedCallback(): void {
    this.#dress();
  }

  /** Whether the window is shown. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Shows the window. Rejects where its code cannot be loaded; a later call tries again. */
  async open(): Promise<void> {
    this.#button.ariaBusy = 'true';
    this.#status.textContent = '';
    try {
      const window = await this.#need();
      this.#show(true);
      await window.show();
    } catch (error) {
      this.#status.textContent = this.#words[1];
      throw error;
    } finally {
      this.#button.ariaBusy = null;
    }
  }

  /** Hides the window; the conversation goes on. */
  close(): void {
    if (!this.#isOpen) return;
    // A page that closes it from elsewhere keeps the focus.
    if (this.#root.activeElement) this.#button.focus();
    this.#window?.hide();
    this.#show(false);
  }

  async toggle(): Promise<void> {
    if (this.#isOpen) this.close();
    else await this.open();
  }

  /** Says who the customer is, by a JWT that the site's own server signed. Rejects where the relay refuses it. */
  async identify(token: string): Promise<void> {
    await (await this.#need()).identify(token);
  }

  /** Takes another language, by its BCP 47 tag. */
  setLocale(locale: string): void {
    this.setAttribute('locale', locale);
  }

  setColorScheme(scheme: 'light' | 'dark' | 'auto'): void {
    this.setAttribute('color-scheme', scheme);
  }

  /** Forgets the customer on this browser, in all tabs; for when they sign out of the site. */
  async reset(): Promise<void> {
    await (await this.#need()).reset();
  }

  /** Takes the chat off the page for good. */
  destroy(): void {
    this.destroyed = true;
    this.#window?.rest();
    this.remove();
  }

  /** Calls back with every event of that kind; returns what ends it. */
  on(event: DeskbellChatEvent, listener: (event: Event) => void): () => void {
    this.addEventListener(`deskbell-${event}`, listener);
    return () => this.removeEventListener(`deskbell-${event}`, listener);
  }

  /** The window, loaded and put beside the launcher. A load that failed is tried again the next time: browsers remember only what came. */
  async #need(): Promise<DeskbellChatWindow> {
    await DeskbellChat.load('chat');
    if (!this.#window) {
      this.#window = document.createElement('deskbell-chat-window');
      this.#window.launcher = this.#button;
      this.#window.addEventListener('deskbell-close', () => this.close());
      this.#dress();
      this.#root.prepend(this.#window);
    }
    return this.#window;
  }

  /** Passes on how the site wants it. */
  #dress(): void {
    const accent = this.getAttribute('accent');
    if (accent) this.style.setProperty('--deskbell-accent', accent);
    const locale = launcherLocale([this.getAttribute('locale'), document.documentElement.lang, ...navigator.languages]);
    this.#words = launcherWords(locale);
    this.dir = locale === 'ar' ? 'rtl' : 'ltr';
    if (!this.#window) {
      this.#button.ariaLabel = this.#words[0];
      return;
    }
    for (const name of DeskbellChat.observedAttributes) this.#window.setAttribute(name, this.getAttribute(name) ?? '');
    this.#window.locale = locale;
  }

  #show(open: boolean): void {
    this.#isOpen = open;
    this.#button.ariaExpanded = String(open);
    this.dispatchEvent(new DeskbellToggleEvent(open));
  }
}

/** Defines the element with what brings its window; the second time does nothing. */
export function defineChat(load: Load): void {
  if (customElements.get('deskbell-chat')) return;
  DeskbellChat.load = load;
  customElements.define('deskbell-chat', DeskbellChat);
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-chat': DeskbellChat;
  }
}
