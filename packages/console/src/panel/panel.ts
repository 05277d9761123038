import { localized, msg } from '@lit/localize';
import { base } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { SANDBOX, panelOrigin } from '@deskbell/protocol/panels.js';
import type { DeskPanel } from '@deskbell/protocol/site.js';
import { filledAddress } from '@deskbell/protocol/places.js';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { ConversationPiece } from '../desk-piece.js';
import { DeskbellSelectEvent } from '../events.js';
import { messagesOf, readMessage, type DeskMessage } from './bridge.js';
import { DeskbellInsertEvent } from './insert-event.js';
import { styles } from './panel.styles.js';

/**
 * A page of the workspace's own, in a sandbox. It is told of the conversation once it says that it is ready, and may open another one or put
 * text into the draft. Only its own window at its own origin is heard and told.
 *
 * @csspart frame - The page.
 * @cssproperty --deskbell-panel-height - How tall it is; 420 px where left out.
 * @fires {DeskbellSelectEvent} deskbell-select - The page wants a conversation opened.
 */
@customElement('deskbell-panel')
@localized()
export class DeskbellPanel extends ConversationPiece {
  static override styles = [tokens, base, styles];

  @property({ attribute: false }) panel: DeskPanel | undefined;

  @query('iframe') private frame!: HTMLIFrameElement | null;

  private readonly hear = (event: MessageEvent<unknown>): void => this.take(event);
  private isReady = false;
  private address: string | undefined;
  /** What was told last, by kind. */
  private told = new Map<DeskMessage['deskbell'], string>();

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('message', this.hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('message', this.hear);
    // Put in again, the frame loads anew.
    this.isReady = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { panel, lastSummary: row, desk } = this;
    const places = row && { conversation: row.id, customer: row.customer.id, queue: row.queue.id, agent: desk?.person?.id ?? '' };
    const isAllowed = panel !== undefined && panelOrigin(panel.url) !== undefined;
    const address = isAllowed && places ? filledAddress(panel.url, (place) => places[place as keyof typeof places]) : undefined;
    if (address !== this.address) this.isReady = false;
    this.address = address;
  }

  protected override render() {
    const { panel, address } = this;
    if (!panel || !this.lastSummary) return nothing;
    if (address === undefined) return html`<p>${msg('This page cannot be shown.')}</p>`;
    // In a sandbox of its own origin the console would have no walls: its page could take them away.
    const flags = SANDBOX.filter(
      (flag) => panel.sandbox.includes(flag) && (flag !== 'allow-same-origin' || this.origin !== location.origin),
    );
    return html`<iframe
      part="frame"
      title=${panel.name}
      sandbox=${flags.join(' ')}
      referrerpolicy="no-referrer"
      allow=""
      src=${address}
    ></iframe>`;
  }

  protected override updated(): void {
    if (this.isReady) this.tell();
  }

  private get origin(): string | undefined {
    return this.panel && panelOrigin(this.panel.url);
  }

  private take({ source, origin, data }: MessageEvent<unknown>): void {
    const page = this.frame?.contentWindow;
    if (!page || source !== page || origin !== this.origin) return;
    const message = readMessage(data);
    switch (message?.deskbell) {
      case 'ready':
        this.isReady = true;
        this.told = new Map();
        return this.tell();
      case 'openConversation':
        return void this.dispatchEvent(new DeskbellSelectEvent(message.conversation));
      case 'insertDraft':
        if (this.shown !== undefined) this.host?.dispatchEvent(new DeskbellInsertEvent(this.shown, message.text));
        return;
      case undefined:
    }
  }

  private tell(): void {
    const { lastSummary: row, origin } = this;
    if (!row || origin === undefined) return;
    const first = this.view?.log.events[0];
    for (const message of messagesOf(row, first?.type === 'conversation.started' ? first.email : undefined)) {
      const said = JSON.stringify(message);
      if (this.told.get(message.deskbell) === said) continue;
      this.told.set(message.deskbell, said);
      this.frame?.contentWindow?.postMessage(message, origin);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-panel': DeskbellPanel;
  }
}
