import type { Command } from '@deskbell/protocol/commands.js';
import type { LiveEventOf, RelayEvent } from '@deskbell/protocol/events.js';
import type { Clock, Timer } from './clock.js';
import type { Connection } from './connection.js';
import type { Link, LinkListener } from './link.js';
import type { Page } from './page.js';
import type { Channel, Tabs } from './tabs.js';

export interface TabsLinkOptions {
  readonly clock: Clock;
  readonly page: Page;
  readonly tabs: Tabs;
  readonly channel: Channel;
  /** Names this tab among the others. */
  readonly tab: string;
  /** Makes the link of the tab that owns it. */
  readonly ownLink: (listener: LinkListener) => Link;
  readonly listener: LinkListener;
}

type Note =
  | { readonly type: 'hello'; readonly tab: string }
  /** The owner is there; `replay` brings the tab `to` to where the others are. */
  | { readonly type: 'here'; readonly connection: Connection; readonly to?: string; readonly replay?: readonly RelayEvent[] }
  | { readonly type: 'event'; readonly event: RelayEvent }
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'reopen' };
type Message = Note & { readonly kind: 'link' };

/** How often, in ms, the owner tells that it is there. */
const BEAT = 4_000;

/** After this silence of the owner, in ms, a visible tab takes over: browsers slow the timers of hidden tabs down, or put them to sleep. */
const GONE = 10_000;

const LOCK = 'socket';

/** The socket that all tabs of a customer share: the tab that holds the lock owns it, the others talk through it, and one of them follows when it goes. */
export class TabsLink implements Link {
  readonly #options: TabsLinkOptions;
  #connection: Connection = { phase: 'idle' };
  /** The socket, in the tab that owns it. */
  #own: Link | undefined;
  /** Ends the waiting for the lock, or the holding of it. Undefined while this tab does not take part. */
  #stay: AbortController | undefined;
  #timer: Timer;
  #unwatch: (() => void) | undefined;
  #opened: LiveEventOf<'session.opened'> | undefined;
  #openedAt = 0;
  #placed: RelayEvent | undefined;

  constructor(options: TabsLinkOptions) {
    this.#options = options;
    options.channel.listen((message) => {
      if (this.#stay && (message as Partial<Message>).kind === 'link') this.#hear(message as Message);
    });
  }

  get connection(): Connection {
    return this.#connection;
  }

  get owns(): boolean {
    return this.#own !== undefined;
  }

  connect(): void {
    if (this.#connection.phase === 'ended') this.close();
    if (this.#unwatch) return;
    this.#unwatch = this.#options.page.watch((sign) => {
      if (sign === 'frozen') this.#leave();
      else if (sign === 'thawed' && !this.#stay) this.#join();
      else if (sign === 'visible' && !this.#own) this.#awaitOwner();
    });
    this.#join();
  }

  send(command: Command): void {
    if (this.#own) this.#own.send(command);
    else if (this.#connection.phase === 'open') this.#post({ type: 'command', command });
  }

  reopen(): void {
    if (this.#own) this.#own.reopen();
    else this.#post({ type: 'reopen' });
  }

  close(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#leave();
    this.#become({ phase: 'idle' });
  }

  #join(): void {
    this.#become({ phase: 'connecting' });
    this.#queue(false);
    this.#post({ type: 'hello', tab: this.#options.tab });
    this.#awaitOwner();
  }

  /** Waits for the lock and holds it until this tab leaves. */
  #queue(steal: boolean): void {
    this.#stay?.abort();
    const { signal } = (this.#stay = new AbortController());
    const hold = () =>
      new Promise<void>((release) => {
        // The lock may come just as this tab has left.
        if (signal.aborted) {
          release();
          return;
        }
        signal.addEventListener('abort', () => {
          release();
        });
        this.#takeOver();
      });
    this.#options.tabs.lock(LOCK, hold, steal ? { steal } : { signal }).catch(() => {
      if (signal.aborted) return;
      // A browser that gives no locks after all leaves every tab to itself.
      if (!this.#own) {
        this.#takeOver();
        return;
      }
      // Another tab took the lock away; this one waits in line again.
      this.#giveUp();
      this.#queue(false);
      this.#awaitOwner();
    });
  }

  #takeOver(): void {
    const { clock, listener, ownLink } = this.#options;
    clock.clearTimeout(this.#timer);
    const own = ownLink({
      told: (event) => {
        this.#remember(event);
        this.#post({ type: 'event', event });
        listener.told(event);
      },
      changed: (connection) => {
        if (this.#own !== own) return;
        if (connection.phase === 'ended') {
          // What ends here may still work in another tab, which is perhaps a newer page.
          this.#leave();
        } else this.#post({ type: 'here', connection });
        this.#become(connection);
      },
    });
    this.#own = own;
    own.connect();
    this.#beat();
  }

  #beat(): void {
    this.#timer = this.#options.clock.setTimeout(() => {
      this.#post({ type: 'here', connection: this.#connection });
      this.#beat();
    }, BEAT);
  }

  /** Takes over where nothing is heard of the owner for too long. */
  #awaitOwner(): void {
    const { clock, page } = this.#options;
    clock.clearTimeout(this.#timer);
    this.#timer = clock.setTimeout(() => {
      if (this.#stay && page.visible) this.#queue(true);
    }, GONE);
  }

  #hear(message: Message): void {
    const { listener, tab } = this.#options;
    if (this.#own) {
      if (message.type === 'hello') this.#post({ type: 'here', connection: this.#connection, to: message.tab, replay: this.#replay() });
      else if (message.type === 'command') this.#own.send(message.command);
      else if (message.type === 'reopen') this.#own.reopen();
      return;
    }
    if (message.type !== 'here' && message.type !== 'event') return;
    this.#awaitOwner();
    if (message.type === 'event') listener.told(message.event);
    else {
      if (JSON.stringify(message.connection) !== JSON.stringify(this.#connection)) this.#become(message.connection);
      if (message.to === tab)
        message.replay?.forEach((event) => {
          listener.told(event);
        });
    }
  }

  #remember(event: RelayEvent): void {
    if (event.type === 'session.opened') {
      this.#opened = event;
      this.#openedAt = this.#options.clock.now();
      this.#placed = undefined;
    } else if (event.type === 'queue.placed') this.#placed = event;
    else if (this.#opened && (event.type === 'conversation.started' || event.type === 'conversation.ended')) {
      // What was open then is not what is open now; a newcomer looks into the storage, and asks.
      this.#opened = { ...this.#opened, conversation: null };
    }
  }

  #replay(): RelayEvent[] {
    if (!this.#opened || this.#connection.phase !== 'open') return [];
    const now = this.#opened.now + this.#options.clock.now() - this.#openedAt;
    return [{ ...this.#opened, now }, ...(this.#placed ? [this.#placed] : [])];
  }

  #leave(): void {
    const stay = this.#stay;
    this.#stay = undefined;
    this.#giveUp();
    stay?.abort();
  }

  /** Owns the socket no longer, and tells nobody: the next owner will. */
  #giveUp(): void {
    const own = this.#own;
    this.#own = undefined;
    this.#options.clock.clearTimeout(this.#timer);
    own?.close();
  }

  #become(connection: Connection): void {
    this.#connection = connection;
    this.#options.listener.changed(connection);
  }

  #post(note: Note): void {
    this.#options.channel.post({ ...note, kind: 'link' } satisfies Message);
  }
}
