import type { DeskbellChatWindow } from '../window/window.js';
import { LAUNCHER_CSS, LAUNCHER_HTML } from '../launcher/launcher-styles.js';
import { launcherLocale, launcherWords } from '../launcher/launcher-words.js';
import { DeskbellToggleEvent } from './chat-events.js';

let sheet: CSSStyleSheet | undefined;

/** Whether this browser has an open conversation with a site, so that its window is worth loading by itself. */
const isTalking = (siteKey: string): boolean => {
  try {
    return localStorage.getItem(`deskbell:${siteKey}`) !== null;
  } catch {
    return false;
  }
};

/**
 * The customer's chat: a round launcher, and the window that it opens. The launcher is all that a page loads by itself; the window comes
 * with the first click, or by itself where this browser has an open conversation.
 *
 * @attr site-key - The public key of the site, from the settings.
 * @attr relay - The address of the relay.
 * @attr locale - A language (BCP 47); the page's own where it is left out.
 * @attr color-scheme - `light`, `dark` or `auto`.
 * @attr position - `end` (bottom right in English) or `start`.
 * @attr accent - A CSS colour in place of the ink blue.
 * @attr launcher - `small` for 44 px in place of 56.
 * @attr emoji-data - Another address for the emoji than the relay's.
 * @csspart launcher - The round button.
 * @csspart badge - The number of unread messages on it.
 * @cssproperty --deskbell-accent - The one colour.
 * @fires {DeskbellToggleEvent} deskbell-toggle - The window opened or closed.
 * @fires {DeskbellUnreadEvent} deskbell-unread - The number of unread messages changed.
 * @fires {DeskbellConversationEvent} deskbell-conversation - The conversation began, was taken or ended.
 */
export class DeskbellChat extends HTMLElement {
  static readonly observedAttributes = ['site-key', 'relay', 'locale', 'color-scheme', 'accent', 'emoji-data'];

  /** Brings the window's code; set by whoever defines the element. */
  static load: () => Promise<unknown> = () => Promise.reject(new Error('nothing to load'));

  /** Whether it was taken off the page for good. */
  destroyed = false;

  readonly #root = this.attachShadow({ mode: 'open' });
  #window: DeskbellChatWindow | undefined;
  #loading: Promise<DeskbellChatWindow> | undefined;
  #isOpen = false;
  #unread = 0;
  #locale = 'en';

  constructor() {
    super();
    const root = this.#root;
    sheet ??= new CSSStyleSheet();
    if (!sheet.cssRules.length) sheet.replaceSync(LAUNCHER_CSS);
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = LAUNCHER_HTML;
    const button = this.#button;
    button.addEventListener('click', () => void this.toggle().catch(() => undefined));
    for (const sign of ['pointerenter', 'focus'])
      button.addEventListener(sign, () => void DeskbellChat.load().catch(() => undefined), { once: true });
    root.addEventListener('deskbell-unread', (event) => this.#count((event as unknown as { count: number }).count));
    root.addEventListener('deskbell-toggle', (event) => {
      // The page hears of it once, from here.
      event.stopPropagation();
      void this.close();
    });
  }

  connectedCallback(): void {
    this.#dress();
    if (!this.getAttribute('site-key'))
      console.error('Deskbell: the chat needs a site key. Give it as data-site-key on the script or site-key on <deskbell-chat>.');
    else if (isTalking(this.siteKey)) setTimeout(() => void this.#need().catch(() => undefined));
  }

  attributeChangedCallback(): void {
    this.#dress();
  }

  get siteKey(): string {
    return this.getAttribute('site-key') ?? '';
  }

  /** Whether the window is shown. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Shows the window. Rejects where its code cannot be loaded; a later call tries again. */
  async open(): Promise<void> {
    const button = this.#button;
    button.ariaBusy = 'true';
    this.#say('');
    try {
      const window = await this.#need();
      this.#show(true);
      await window.show();
    } catch (error) {
      this.#say(launcherWords(this.#locale).failed);
      throw error;
    } finally {
      button.ariaBusy = null;
    }
  }

  /** Hides the window; the conversation goes on. */
  close(): Promise<void> {
    if (this.#isOpen) {
      this.#window?.hide();
      this.#show(false);
      this.#button.focus();
    }
    return Promise.resolve();
  }

  toggle(): Promise<void> {
    return this.#isOpen ? this.close() : this.open();
  }

  /** Says who the customer is, by a JWT that the site's own server signed. Rejects where the relay refuses it. */
  async identify(token: string): Promise<void> {
    await (await this.#need()).identify(token);
  }

  /** Forgets the customer on this browser, when they sign out of the site for instance. */
  async reset(): Promise<void> {
    await (await this.#need()).reset();
  }

  /** Takes the chat off the page. */
  destroy(): void {
    this.#window?.destroy();
    this.#window = this.#loading = undefined;
    this.#isOpen = false;
    this.destroyed = true;
    this.remove();
  }

  get #button(): HTMLButtonElement {
    return this.#root.querySelector('button') ?? document.createElement('button');
  }

  /** The window, loaded and put beside the launcher; a load that failed is tried again the next time. */
  #need(): Promise<DeskbellChatWindow> {
    this.#loading ??= DeskbellChat.load().then(
      () => {
        const window = document.createElement('deskbell-chat-window');
        this.#window = window;
        this.#dress();
        this.#root.prepend(window);
        return window;
      },
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  #dress(): void {
    const accent = this.getAttribute('accent');
    if (accent) this.style.setProperty('--deskbell-accent', accent);
    this.#locale = launcherLocale(
      [this.getAttribute('locale'), document.documentElement.lang, ...navigator.languages].filter((tag) => tag !== null),
    );
    this.dir = this.#locale === 'ar' ? 'rtl' : 'ltr';
    this.#label();
    if (!this.#window) return;
    this.#window.siteKey = this.siteKey;
    this.#window.relay = this.getAttribute('relay') ?? '';
    this.#window.locale = this.#locale;
    this.#window.emojiData = this.getAttribute('emoji-data') ?? '';
    this.#window.setAttribute('color-scheme', this.getAttribute('color-scheme') ?? 'auto');
  }

  #show(open: boolean): void {
    this.#isOpen = open;
    this.toggleAttribute('open', open);
    this.#button.ariaExpanded = String(open);
    this.#label();
    this.dispatchEvent(new DeskbellToggleEvent(open));
  }

  #count(count: number): void {
    this.#unread = count;
    const badge = this.#root.querySelector('b');
    if (badge) badge.textContent = count > 0 ? (count > 99 ? '99+' : String(count)) : '';
    this.#label();
  }

  #label(): void {
    const words = launcherWords(this.#locale);
    const label = this.#isOpen ? words.close : words.open;
    this.#button.ariaLabel = this.#unread > 0 ? `${label} (${words.unread}: ${this.#unread})` : label;
  }

  #say(sentence: string): void {
    const place = this.#root.querySelector('p');
    if (place) place.textContent = sentence;
  }
}

/** Defines the element with what brings its window; the second time does nothing. */
export function defineChat(load: () => Promise<unknown>): void {
  if (customElements.get('deskbell-chat')) return;
  DeskbellChat.load = load;
  customElements.define('deskbell-chat', DeskbellChat);
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-chat': DeskbellChat;
  }
}
