import { ContextProvider, createContext } from '@lit/context';
import type { AgentSession } from '@deskbell/client/agent.js';
import type { Desk } from '@deskbell/protocol/site.js';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Ticker } from '@deskbell/parts/duration/ticker.js';
import type { Cobrowsing, OpenChannel } from './cobrowsing.js';

/** Undefined until it is loaded. */
export const cobrowsingContext = createContext<Cobrowsing | undefined>(Symbol.for('deskbell-cobrowsing'));

/** The desk that it is of. */
interface Around extends ReactiveElement {
  readonly activeSession: AgentSession | undefined;
  readonly ticker: Ticker;
}

/** What a desk has of co-browse before anybody needs it: where it is asked for, all of it is fetched. */
export class CobrowseDoor implements ReactiveController {
  /** What opens the channel to a customer's page; for tests and stories. */
  openChannel: OpenChannel | undefined;
  /** Where the document is that pages are shown in, if not at the relay; for tests and stories. */
  viewAddress: string | undefined;

  private readonly host: Around;
  private readonly provider: ContextProvider<typeof cobrowsingContext>;
  private loading: Promise<Cobrowsing> | undefined;

  constructor(host: Around) {
    this.host = host;
    this.provider = new ContextProvider(host, { context: cobrowsingContext });
    host.addController(this);
  }

  hostDisconnected(): void {
    // Whoever moves an element takes it out and puts it in again within one task.
    setTimeout(() => this.host.isConnected || this.close());
  }

  /** What went on before this page was loaded goes on. */
  look(desk: Desk): void {
    if (desk.cobrowse) void this.restore();
  }

  /** All of it. Rejects where it cannot be fetched, and is to be asked again. */
  load(): Promise<Cobrowsing> {
    this.loading ??= import('./everything.js').then(({ Cobrowsing: Made, openChannel }) => {
      const { host, viewAddress } = this;
      const made = new Made({
        session: () => host.activeSession,
        ticker: host.ticker,
        openChannel: this.openChannel ?? openChannel,
        viewAddress,
      });
      this.provider.setValue(made);
      return made;
    });
    this.loading.catch(() => (this.loading = undefined));
    return this.loading;
  }

  private async restore(): Promise<void> {
    // Nobody was reached, or a relay that has none of it: there is nothing to go on with.
    const open = (await this.host.activeSession?.cobrowse.open().catch(() => undefined)) ?? [];
    if (open.length > 0) (await this.load()).restore(open);
  }

  private close(): void {
    this.loading = undefined;
    this.provider.value?.close();
    this.provider.setValue(undefined);
  }
}
