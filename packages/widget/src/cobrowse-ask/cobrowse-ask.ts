import { localized, msg, str } from '@lit/localize';
import type { CustomerSession } from '@deskbell/client/customer.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import type { CobrowseEvent, LogEventOf } from '@deskbell/protocol/events.js';
import { isOpen } from '@deskbell/protocol/conversation.js';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { consent } from '../cobrowse/consent.js';
import { styles } from './cobrowse-ask.styles.js';

type Outcome = LogEventOf<'cobrowse.allowed'> | LogEventOf<'cobrowse.ended'>;

/** The element that stands for Deskbell on the page, whatever of it this one is in. */
function siteOf(element: Element): HTMLElement {
  let site = element as HTMLElement;
  for (let root = site.getRootNode(); root instanceof ShadowRoot && site.localName !== 'deskbell-chat'; root = site.getRootNode())
    site = root.host as HTMLElement;
  return site;
}

/**
 * An agent would like to see the customer's page, among the messages: the question, and then what came of it. The page is shown from the yes on.
 *
 * @csspart card - The card.
 */
@customElement('deskbell-cobrowse-ask')
@localized()
export class DeskbellCobrowseAsk extends LitElement {
  static override styles = [tokens, base, buttons, styles];

  @property({ attribute: false }) event: CobrowseEvent | undefined;

  @property({ attribute: false }) session: CustomerSession | undefined;

  @state() private isSending = false;
  @state() private fault = '';

  private unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unsubscribe?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.listen();
  }

  protected override render() {
    const { event } = this;
    if (!event) return nothing;
    const agent = event.by.name;
    const outcome = this.outcome(event);
    return html`<article part="card" aria-labelledby="title">
      ${outcome ? this.told(agent, outcome) : this.isOver ? this.told(agent) : this.question(agent)}
    </article>`;
  }

  private question(agent: string): TemplateResult {
    const { title, text, yes, no } = consent(agent);
    // Browsers encrypt nothing for pages without https, and nothing is shown unencrypted.
    const isSafe = (crypto as Partial<Crypto>).subtle !== undefined;
    return html`<h3 id="title" dir="auto">${title}</h3>
      <p>${isSafe ? text : msg('This page cannot be shown, since it has no https. Say so in the chat.')}</p>
      <p role="status" class=${this.fault ? 'error' : 'unseen'}>${this.fault}</p>
      <div class="do">
        <button class="quiet" aria-disabled=${this.isSending} @click=${() => this.answer(false)}>${no}</button>
        ${
          isSafe ? html`<button class="primary" aria-disabled=${this.isSending} @click=${() => this.answer(true)}>${yes}</button>` : nothing
        }
      </div>`;
  }

  private told(agent: string, outcome?: Outcome): TemplateResult {
    const isShown = outcome?.type === 'cobrowse.allowed';
    const why = outcome?.type === 'cobrowse.ended' ? outcome.why : 'gone';
    const title = isShown
      ? html`<span class="live">${msg(str`${agent} sees your page`)}</span>`
      : why === 'refused'
        ? msg('You did not show your page')
        : why === 'expired'
          ? msg('Too late to show your page')
          : msg(str`${agent} does not see your page any more`);
    const text = isShown
      ? msg('It ends whenever you press Stop in the bar on the page.')
      : why === 'refused'
        ? msg(str`If you change your mind, ${agent} can ask again.`)
        : '';
    return html`<div role="status"><h3 id="title" dir="auto" tabindex="-1">${title}</h3></div>
      ${text ? html`<p>${text}</p>` : nothing}`;
  }

  /** What came of it last. */
  private outcome({ id }: CobrowseEvent): Outcome | undefined {
    return this.session?.state.conversation?.log.events.findLast(
      (event): event is Outcome => (event.type === 'cobrowse.allowed' || event.type === 'cobrowse.ended') && event.session === id,
    );
  }

  private get isOver(): boolean {
    const { summary } = this.session?.state.conversation?.log ?? {};
    return summary !== undefined && (summary.id !== this.event?.conversation || !isOpen(summary.phase));
  }

  private listen(): void {
    this.unsubscribe?.();
    this.unsubscribe = this.session?.subscribe(() => this.requestUpdate());
  }

  private async answer(allowed: boolean): Promise<void> {
    const { event, session } = this;
    if (!event || !session || this.isSending) return;
    this.isSending = true;
    this.fault = '';
    try {
      // What shows the page is there before anybody is told that it is.
      const page = allowed ? await import('../cobrowse.js') : undefined;
      const ticket = await session.answerCobrowse(event.id, allowed);
      if (ticket) page?.show(siteOf(this), ticket.relay, ticket);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
    } catch {
      // Where it is over meanwhile the log tells.
      this.fault = msg('This did not get through. Try again in a moment.');
    } finally {
      this.isSending = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-cobrowse-ask': DeskbellCobrowseAsk;
  }
}
