import { ContextConsumer, consume } from '@lit/context';
import type { AgentState } from '@deskbell/client/agent.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  NO_ACCEPTANCES,
  acceptancesContext,
  deskContext,
  selectedContext,
  stateContext,
  type Acceptances,
  type DeskHost,
} from './contexts.js';
// A piece asks for its contexts as soon as it is there, so the desk has to be defined before any of them.
import './desk/desk.js';
import type { DeskbellShortcutEvent } from './events.js';
import { Following } from './following.js';
import type { ShortcutName } from './shortcuts/table.js';
import { summaryIn } from './standing.js';

/** What every piece of a desk starts from: it knows the desk around it, what the desk knows, and does its share of the shortcuts. */
export abstract class DeskPiece extends LitElement {
  @consume({ context: stateContext, subscribe: true })
  @state()
  protected desk: AgentState | undefined;

  @consume({ context: selectedContext, subscribe: true })
  @state()
  protected selected: string | undefined;

  @consume({ context: acceptancesContext, subscribe: true })
  @state()
  protected acceptances: Acceptances = NO_ACCEPTANCES;

  /** What this piece does at a shortcut. Returns whether it did. */
  protected readonly shortcuts: Partial<Record<ShortcutName, () => boolean>> = {};

  private readonly around = new ContextConsumer(this, {
    context: deskContext,
    subscribe: true,
    callback: (desk) => this.attach(desk),
  });
  private listening: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening?.abort();
  }

  protected get host(): DeskHost | undefined {
    return this.around.value;
  }

  /** What time it is by the relay's clock, in ms since 1970. */
  protected now(): number {
    return (this.host?.ticker.now() ?? Date.now()) + (this.desk?.clockAhead ?? 0);
  }

  /** Whether a shortcut is for this piece, or for another of its kind. */
  protected isMeant(_event: DeskbellShortcutEvent): boolean {
    return true;
  }

  /** Listens to the desk around it until it is another. */
  protected attend(_desk: DeskHost, _signal: AbortSignal): void {
    // Most pieces go by what the desk provides.
  }

  private attach(desk: DeskHost | undefined): void {
    this.listening?.abort();
    this.listening = new AbortController();
    const { signal } = this.listening;
    if (!desk) return;
    desk.addEventListener('deskbell-shortcut', (event) => this.press(event), { signal });
    this.attend(desk, signal);
  }

  private press(event: DeskbellShortcutEvent): void {
    if (event.defaultPrevented || !this.isMeant(event)) return;
    if (this.shortcuts[event.shortcut]?.()) event.preventDefault();
  }
}

/** A piece that shows one conversation: its own, or the one that is selected in the desk. */
export abstract class ConversationPiece extends DeskPiece {
  /** The id of the conversation it shows. Left out, it follows the selection; given, several can stand side by side. */
  @property() conversation: string | undefined;

  private opened: string | undefined;
  private last: ConversationSummary | undefined;
  private hadView = false;

  constructor() {
    super();
    new Following(this, () => ({ session: this.host?.activeSession, conversation: this.shown }));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Taken out of the page it followed nothing.
    this.requestUpdate();
  }

  protected get shown(): string | undefined {
    return this.conversation ?? this.selected;
  }

  protected get view() {
    return this.shown === undefined ? undefined : this.desk?.views.get(this.shown);
  }

  protected get summary() {
    return this.desk && this.shown !== undefined ? summaryIn(this.desk, this.shown) : undefined;
  }

  /** Whether it was there and is there no more: it went to a colleague, whose conversations are not to be seen. */
  protected get isGone(): boolean {
    return this.hadView && !this.view && !this.summary;
  }

  /** The row of now, or the last that was known of what is gone. */
  protected get lastSummary(): ConversationSummary | undefined {
    return this.summary ?? this.last;
  }

  /** Another conversation is to be shown: what belongs to the one before goes. */
  protected turn(): void {
    // Most pieces keep nothing.
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (this.opened !== this.shown) {
      this.opened = this.shown;
      this.last = undefined;
      this.hadView = false;
      this.turn();
    }
    this.last = this.summary ?? this.last;
    this.hadView ||= this.view !== undefined;
  }

  protected override isMeant(event: DeskbellShortcutEvent): boolean {
    return event.path.includes(this) || this.conversation === undefined || this.conversation === this.selected;
  }
}
