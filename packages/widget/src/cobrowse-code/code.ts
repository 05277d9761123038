import { msg, str } from '@lit/localize';
import { systemClock, type Clock, type Timer } from '@deskbell/client/clock.js';
import { formatLocale } from '@deskbell/parts/locale.js';
import { askRelay, type RelayRefusal } from '@deskbell/cobrowse/showing/ask-relay.js';
import type { CobrowseTicket } from '@deskbell/protocol/cobrowse.js';

import { make } from '../cobrowse/make.js';
import { PLAIN_CSS, sheetOf } from '../cobrowse/plain-styles.js';
import { ask } from '../cobrowse/question.js';
import { consent } from '../cobrowse/consent.js';
import { CODE_CSS } from './code.styles.js';
import { CODE_DIGITS, digitsIn } from './digits.js';

const SECOND = 1_000;

/**
 * Takes the code that an agent reads out, and then the consent of the customer, who learns here whose code it is. `<deskbell-cobrowse>`
 * makes it.
 */
export class DeskbellCobrowseCode extends HTMLElement {
  /** Time, for the seconds till another try. */
  clock: Clock = systemClock;

  readonly #root = this.attachShadow({ mode: 'open' });
  #dialog: HTMLDialogElement | undefined;
  #fault: HTMLElement | undefined;
  #field: HTMLInputElement | undefined;
  #connect: HTMLButtonElement | undefined;
  #timer: Timer;
  #until = 0;
  #isBusy = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheetOf(PLAIN_CSS, CODE_CSS)];
  }

  /** Asks for the code and for the consent. Resolves with what the page is shown by, or undefined where it is not. */
  async enter(relay: string, siteKey: string): Promise<CobrowseTicket | undefined> {
    const redeemed = await this.#redeem(relay, siteKey);
    if (!redeemed) return undefined;
    const { session, ticket } = redeemed;
    const allowed = await ask(this.#root, consent(session.agent.name));
    const answer = () => askRelay(relay, `${session.id}/answer`, { allowed }, ticket) as Promise<unknown> as Promise<CobrowseTicket>;
    // A no needs no answer: where it does not arrive nothing is shown either.
    if (!allowed) return void answer().catch(() => undefined);
    return answer();
  }

  #redeem(relay: string, siteKey: string): Promise<CobrowseTicket | undefined> {
    return new Promise((resolve) => {
      const cancel = make('button', { type: 'button', class: 'quiet' }, msg('Cancel'));
      this.#connect = make('button', { class: 'main' }, msg('Connect'));
      this.#field = make('input', {
        id: 'code',
        inputmode: 'numeric',
        autocomplete: 'off',
        'aria-describedby': 'fault',
        autofocus: '',
        spellcheck: 'false',
      });
      this.#fault = make('p', { id: 'fault', class: 'fault', role: 'alert' });
      const form = make(
        'form',
        { novalidate: '' },
        make('h2', { id: 'title' }, msg('Show your page')),
        make('p', {}, msg('Type the code that you were told. You are asked once more before anybody sees anything.')),
        make('label', { for: 'code' }, msg('Code of 6 digits')),
        this.#field,
        this.#fault,
        make('div', { class: 'do' }, cancel, this.#connect),
      );
      this.#dialog = make('dialog', { 'aria-labelledby': 'title' }, form);
      const end = (ticket?: CobrowseTicket) => {
        this.clock.clearTimeout(this.#timer);
        this.#dialog?.remove();
        resolve(ticket);
      };
      cancel.onclick = this.#dialog.oncancel = () => end();
      this.#field.oninput = () => this.#tidy();
      form.onsubmit = (event) => {
        event.preventDefault();
        void this.#send(relay, siteKey).then((ticket) => ticket && this.#dialog?.isConnected && end(ticket));
      };
      this.#root.append(this.#dialog);
      this.#dialog.showModal();
      this.#count();
    });
  }

  async #send(relay: string, siteKey: string): Promise<CobrowseTicket | undefined> {
    if (this.#isBusy || this.#rest > 0) return undefined;
    const code = digitsIn(this.#field?.value ?? '');
    if (code.length !== CODE_DIGITS) return this.#tell(msg('A code has 6 digits.'));
    this.#hold(true);
    try {
      return (await askRelay(relay, 'redeem', { siteKey, code })) as unknown as CobrowseTicket;
    } catch (error) {
      return this.#refuse(error as RelayRefusal);
    } finally {
      this.#hold(false);
    }
  }

  #refuse({ code, retryAfter }: RelayRefusal): undefined {
    if (code === 'slow-down') {
      this.#until = this.clock.now() + (retryAfter ?? SECOND);
      this.#tell(msg('Too many tries. Wait a moment.'));
      this.#count();
      return undefined;
    }
    if (code === 'wrong-origin') console.error('Deskbell: this origin is not one of the site’s in the settings, so no code is taken here.');
    this.#field?.select();
    return this.#tell(
      code === 'unavailable'
        ? msg('There is no connection. Try again in a moment.')
        : code === 'wrong-role'
          ? msg('No code is taken on this site now. Go on by phone or in the chat.')
          : msg('This code is not good, or not any longer. Check it, or ask for a new one.'),
    );
  }

  /** Only digits stay, and no more than a code has. */
  #tidy(): void {
    const field = this.#field as HTMLInputElement;
    const digits = digitsIn(field.value).slice(0, CODE_DIGITS);
    if (field.value !== digits) field.value = digits;
    if (!this.#rest) this.#tell('');
  }

  #tell(fault: string): undefined {
    if (this.#fault) this.#fault.textContent = fault;
    if (this.#field) this.#field.ariaInvalid = fault && !this.#rest ? 'true' : null;
    return undefined;
  }

  #hold(isBusy: boolean): void {
    this.#isBusy = isBusy;
    if (this.#connect) this.#connect.ariaDisabled = isBusy || this.#rest ? 'true' : null;
  }

  /** Whole seconds till another try. */
  get #rest(): number {
    return Math.max(0, Math.ceil((this.#until - this.clock.now()) / SECOND));
  }

  /** The seconds stand on the button: what is wrong is read out once, not every second. */
  #count(): void {
    const rest = this.#rest;
    if (this.#connect) this.#connect.textContent = rest ? msg(str`Again in ${rest.toLocaleString(formatLocale())} s`) : msg('Connect');
    if (rest) this.#timer = this.clock.setTimeout(() => this.#count(), SECOND);
    else if (this.#until) this.#tell('');
    this.#hold(this.#isBusy);
  }
}

if (!customElements.get('deskbell-cobrowse-code')) customElements.define('deskbell-cobrowse-code', DeskbellCobrowseCode);

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-cobrowse-code': DeskbellCobrowseCode;
  }
}
