import { localized, msg } from '@lit/localize';
import type { LogEvent, LogEventOf, SeenEvent } from '@deskbell/protocol/events.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { styles } from './before.styles.js';
import '@deskbell/parts/banner/banner.js';

type Told = LogEventOf<'transcript.fetched'> | LogEventOf<'transcript.missed'>;

const isTold = (event: SeenEvent): event is Extract<LogEvent, Told> =>
  event.type === 'transcript.fetched' || event.type === 'transcript.missed';

/**
 * What the customer had said to an AI agent elsewhere, above the first message; where it is missing, "Reload" fetches it again.
 *
 * @csspart message - Each line of it.
 * @fires {Event} reload - It is to be fetched again.
 */
@customElement('deskbell-before')
@localized()
export class DeskbellBefore extends LitElement {
  static override styles = [tokens, base, buttons, styles];

  /** The log of the conversation. */
  @property({ attribute: false }) events: readonly SeenEvent[] = [];

  /** The `seq` of what was missing when "Reload" was pressed; 0 where it was not. */
  @state() private asked = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another answer has come, whatever it says.
    if (changed.has('events') && this.told?.seq !== this.asked) this.asked = 0;
  }

  protected override render() {
    const { told } = this;
    if (!told) return nothing;
    if (told.type === 'transcript.missed') return this.missing(told);
    return html`<section aria-label=${msg('The conversation with the AI agent')}>
      <h3><bdi>${told.by.name}</bdi> <small>${msg('AI agent')}</small></h3>
      ${told.messages.map(
        ({ by, text }) =>
          html`<p part="message" class=${by}><span class="who"><bdi>${by === 'bot' ? told.by.name : msg('Customer')}</bdi>:</span> <bdi>${text}</bdi></p>`,
      )}
    </section>`;
  }

  private get told(): Told | undefined {
    return this.events.findLast(isTold);
  }

  private missing({ seq }: Told) {
    const isComing = this.asked === seq;
    return html`<deskbell-banner
      >${msg('The conversation with the AI agent is missing.')}
      <button slot="action" ?disabled=${isComing} @click=${() => this.reload(seq)}>${isComing ? msg('Loading') : msg('Reload')}</button>
    </deskbell-banner>`;
  }

  private reload(seq: number): void {
    this.asked = seq;
    this.dispatchEvent(new Event('reload'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-before': DeskbellBefore;
  }
}
