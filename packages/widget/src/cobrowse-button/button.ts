import type * as CobrowsePage from '../cobrowse.js';
import { launcherLocale } from '../launcher/launcher-words.js';
import { BUTTON_CSS } from './button.styles.js';
import { watchTicket } from './watch-ticket.js';

type ButtonWords = readonly [name: string, failed: string];

// What it says before any catalogue is there: by these names agents tell customers what to press.
const WORDS: Readonly<Record<string, ButtonWords>> = {
  en: ['Co-browse', 'It did not load. Try again.'],
  ar: ['مشاركة التصفح', 'تعذر التحميل. حاول مجددا.'],
  de: ['Co-Browse', 'Nicht geladen. Versuchen Sie es erneut.'],
  es: ['Navegación compartida', 'No se cargó. Inténtelo de nuevo.'],
};

/** Drawn after Lucide's monitor-smartphone, of which the screen is left (ISC licence). */
const HTML =
  '<button part="button"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM8 21h8M12 17v4"/></svg><span><slot></slot></span></button><p role="status"></p>';

/**
 * The button with which a customer shows their page to an agent who reads a code out to them: for any page, with no chat at all. What it needs
 * comes with the first click, or by itself where this browser shows its pages already.
 *
 * @attr site-key - The public key of the site, from the settings.
 * @attr relay - The address of the relay.
 * @attr locale - A language (BCP 47); the page's own, or the browser's, where it is left out.
 * @attr color-scheme - `light` or `dark`; the visitor's own where it is left out.
 * @attr accent - A CSS colour in place of the ink blue.
 * @slot - What the button says in place of “Co-browse”.
 * @csspart button - The button.
 * @cssproperty --deskbell-accent - The one colour.
 * @fires {DeskbellCobrowseEvent} deskbell-cobrowse - Somebody began to see the page, paused, or ended.
 */
export class DeskbellCobrowse extends HTMLElement {
  static readonly observedAttributes = ['locale', 'accent'];
  /** Brings the code; set by whoever defines the element. */
  static load: () => Promise<typeof CobrowsePage>;
  /** Whose attributes hold where an element's own do not say: those of the script. */
  static site: Element | undefined;

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #button: HTMLButtonElement;
  readonly #status: HTMLElement;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(BUTTON_CSS);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.innerHTML = HTML;
    this.#button = this.#root.querySelector('button') as HTMLButtonElement;
    this.#status = this.#root.querySelector('p') as HTMLElement;
    this.#button.onclick = () => void this.open().catch(() => undefined);
    this.#button.onpointerenter = () => void DeskbellCobrowse.load().catch(() => undefined);
    watchTicket(this, DeskbellCobrowse.load);
  }

  connectedCallback(): void {
    for (const { name, value } of DeskbellCobrowse.site?.attributes ?? []) if (!this.hasAttribute(name)) this.setAttribute(name, value);
    if (!this.getAttribute('site-key'))
      console.error('Deskbell needs a site key: data-site-key on the script, site-key on <deskbell-cobrowse>.');
    this.#dress();
  }

  attributeChangedCallback(): void {
    this.#dress();
  }

  /** Asks for the code, and then whether the agent may see the page. Rejects where what it needs cannot be loaded. */
  async open(): Promise<void> {
    this.#button.ariaBusy = 'true';
    this.#status.textContent = '';
    try {
      await (await DeskbellCobrowse.load()).enter(this);
    } catch (error) {
      this.#status.textContent = this.#words[1];
      throw error;
    } finally {
      this.#button.ariaBusy = null;
    }
  }

  get #words(): ButtonWords {
    return WORDS[launcherLocale([this.getAttribute('locale'), document.documentElement.lang, ...navigator.languages])] as ButtonWords;
  }

  #dress(): void {
    const accent = this.getAttribute('accent');
    if (accent) this.style.setProperty('--deskbell-accent', accent);
    const slot = this.#root.querySelector('slot') as HTMLSlotElement;
    slot.textContent = this.#words[0];
  }
}

/** Defines the element with what brings its code; the second time does nothing. */
export function defineCobrowse(load: () => Promise<typeof CobrowsePage>, site?: Element): void {
  if (customElements.get('deskbell-cobrowse')) return;
  DeskbellCobrowse.load = load;
  DeskbellCobrowse.site = site;
  customElements.define('deskbell-cobrowse', DeskbellCobrowse);
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-cobrowse': DeskbellCobrowse;
  }
}
