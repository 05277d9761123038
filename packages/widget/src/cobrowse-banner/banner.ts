import { msg, str } from '@lit/localize';
import { safetyDigits } from '@deskbell/cobrowse/safety-digits.js';
import type { Shown, ShowingState } from '@deskbell/cobrowse/showing/showing-state.js';
import { make } from '../cobrowse/make.js';
import { PLAIN_CSS, sheetOf } from '../cobrowse/plain-styles.js';
import { ask } from '../cobrowse/question.js';
import { remember, remembered } from '../window/remembered.js';
import { BANNER_CSS } from './banner.styles.js';
import { keepOnTop } from './on-top.js';

const PLACE = 'deskbell:cobrowse-place';

/** Drawn after Lucide's chevron-up (ISC licence). */
const CHEVRON = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m18 15-6-6-6 6"/></svg>';

const ENDS: Readonly<Record<string, (agent: string) => string>> = {
  agent: (agent) => msg(str`${agent} no longer sees your page.`),
  customer: () => msg('You no longer show your page.'),
};

/** Where it stands, in a sentence. */
function sentence({ phase, agent, control, end }: ShowingState): string {
  switch (phase) {
    case 'live':
      return control === 'granted' ? msg(str`${agent} can click and type here`) : msg(str`${agent} sees this page`);
    case 'private':
      return msg(str`Paused: this page is private. ${agent} does not see it`);
    case 'failed':
      return msg(str`Paused: this page cannot be shown to ${agent}`);
    case 'elsewhere':
      return msg(str`${agent} sees another tab of yours`);
    case 'connecting':
      return msg(str`Connecting to ${agent}`);
    case 'reconnecting':
      return msg(str`Paused: reconnecting to ${agent}`);
    case 'ended':
      return (ENDS[end ?? ''] ?? (() => msg('It is over. Nobody sees your page.')))(agent);
  }
}

/**
 * Who sees the page, the whole time that somebody does, with the button that ends it; and the second question, whether they may click and type.
 * It stands on the page by itself, over everything, and the page cannot do without it by accident. It is made by what shows the page.
 *
 * @csspart banner - The bar.
 * @cssproperty --deskbell-accent - The one colour.
 * @fires {Event} deskbell-dismiss - It has told that it is over, and is gone.
 */
export class DeskbellCobrowseBanner extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #text = make('p', { role: 'status', dir: 'auto' });
  readonly #safety = make('small');
  readonly #back = make('button', { class: 'back' });
  readonly #move = make('button', { class: 'quiet move' });
  readonly #stop = make('button', { class: 'stop' });
  readonly #words = make('div', { class: 'words' }, this.#text, this.#safety);
  readonly #bar = make('div', { class: 'bar', part: 'banner', role: 'region' }, this.#words, this.#back, this.#move, this.#stop);
  readonly #frame = make('div', { class: 'frame', popover: 'manual' }, this.#bar);
  #shown: Shown | undefined;
  #here = new AbortController();
  #question: AbortController | undefined;
  #isInside = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheetOf(PLAIN_CSS, BANNER_CSS)];
    this.#move.innerHTML = CHEVRON;
    this.#root.append(this.#frame);
    this.#back.onclick = () => this.#shown?.takeBack();
    this.#stop.onclick = () => (this.#shown?.state.phase === 'ended' ? this.close() : this.#shown?.stop());
    this.#move.onclick = () => {
      remember(PLACE, remembered(PLACE) ? null : 'top');
      this.render();
    };
  }

  /** Puts it on the page, for good: it goes when it is told that it is over and has been read, or is closed. */
  show(shown: Shown): void {
    this.#shown = shown;
    const end = shown.subscribe(() => this.render());
    this.#here.signal.addEventListener('abort', end);
    const moved = (dialog: HTMLElement | undefined) => {
      this.#isInside = dialog?.getRootNode() instanceof ShadowRoot;
      this.render();
    };
    keepOnTop({ host: this, frame: this.#frame, bar: this.#bar, moved }, this.#here.signal);
  }

  /** Takes it off the page. */
  close(): void {
    this.#here.abort();
    this.#question?.abort();
    this.remove();
    this.dispatchEvent(new Event('deskbell-dismiss'));
  }

  override focus(): void {
    this.#stop.focus();
  }

  /** Shows how things stand; also in another language, once that is there. */
  render(): void {
    const { state } = this.#shown ?? {};
    if (!state) return;
    const { phase, control, safety } = state;
    const isOver = phase === 'ended';
    const atTop = remembered(PLACE) !== null;
    const chat = document.querySelector('deskbell-chat');
    this.#frame.className = ['frame', phase]
      .concat(control === 'granted' && phase === 'live' ? 'control' : [])
      .concat(atTop ? 'top' : [], this.#isInside ? 'inside' : [])
      .concat(chat ? 'beside' : [], chat?.getAttribute('position') === 'start' ? 'start' : [])
      .join(' ');
    const text = sentence(state);
    // Set anew it would be read out anew.
    if (this.#text.textContent !== text) this.#text.textContent = text;
    // Outside of what is read out at once: it is for those who look for it.
    this.#safety.hidden = isOver || !safety;
    this.#safety.replaceChildren(msg('Safety number'), ' ', make('bdi', {}, safetyDigits(safety ?? '')));
    this.#bar.ariaLabel = msg('Co-browse');
    this.#back.textContent = msg('Take back control');
    this.#back.hidden = control !== 'granted' || isOver;
    this.#move.ariaLabel = atTop ? msg('Move to the bottom') : msg('Move to the top');
    this.#move.hidden = this.#isInside || isOver;
    this.#stop.textContent = isOver ? msg('Close') : msg('Stop', { id: 'stop-showing' });
    this.#askForControl(state);
  }

  #askForControl({ phase, control, agent }: ShowingState): void {
    if (control !== 'asked' || phase === 'ended') {
      this.#question?.abort();
      this.#question = undefined;
      return;
    }
    if (this.#question) return;
    const question = (this.#question = new AbortController());
    void ask(
      this.#root,
      {
        title: msg(str`Let ${agent} click and type for you?`),
        text: msg(
          'You see all of it as it happens. Your own hand comes first, and you can take control back at any time. What is private stays yours alone.',
        ),
        yes: msg('Allow'),
        no: msg('Not now'),
      },
      question.signal,
    ).then((isGranted) => {
      if (!question.signal.aborted) this.#shown?.answerControl(isGranted);
    });
  }
}

if (!customElements.get('deskbell-cobrowse-banner')) customElements.define('deskbell-cobrowse-banner', DeskbellCobrowseBanner);

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-cobrowse-banner': DeskbellCobrowseBanner;
  }
}
