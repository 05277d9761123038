import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { Command } from '@deskbell/protocol/commands.js';
import { cleanText } from '@deskbell/protocol/text.js';
import type { RelayEvent } from '@deskbell/protocol/events.js';
import type { BearerHttp } from './bearer-http.js';
import type { Connection } from './connection.js';
import { CurrentConversation } from './current-conversation.js';
import { CustomerTalking } from './customer-talking.js';
import type { CustomerOptions } from './customer-options.js';
import { customerLink } from './customer-link.js';
import type { ShownBy } from './customer-cobrowse.js';
import { CustomerToken } from './customer-token.js';
import { EarlyChannel } from './early-channel.js';
import type { CustomerSession, CustomerState, Introduction } from './customer.js';
import { LazyFiles } from './lazy-files.js';
import { LazyForms } from './lazy-forms.js';
import type { Link } from './link.js';
import { Notifier } from './notifier.js';
import { KeptValues, browserStorage } from './storage.js';
import { browserSurroundings, type Surroundings } from './surroundings.js';
import { browserTabs, type Channel } from './tabs.js';
import { VisibleReads } from './visible-reads.js';

/** What is there as soon as the browser has told what it keeps. */
interface Loaded {
  readonly link: Link;
  readonly token: CustomerToken;
  readonly channel: Channel | undefined;
}

const RESET = 'reset';

class Customer extends CustomerTalking implements CustomerSession {
  readonly #options: CustomerOptions;
  readonly #surroundings: Surroundings;
  readonly #kept: KeptValues;
  protected override readonly conversing: CurrentConversation;
  readonly files: LazyFiles;
  readonly forms: LazyForms;
  readonly #reads: VisibleReads;
  readonly #notifier = new Notifier<CustomerState>(() => this.#makeState());
  #loading: Promise<Loaded> | undefined;
  /** What was asked for before everything was there, in its order. */
  readonly #waiting: ((loaded: Loaded) => void)[] = [];
  #loaded: Loaded | undefined;
  #destroyed = false;
  #connection: Connection = { phase: 'idle' };
  #site: CustomerState['site'];
  #person: CustomerState['person'];

  constructor(options: CustomerOptions) {
    super();
    const changed = () => {
      this.#notifier.touch();
    };
    const send = (command: Command) => this.#loaded?.link.send(command);
    this.#options = options;
    this.#surroundings = { ...browserSurroundings(), ...options };
    this.#kept = new KeptValues(options.storage ?? browserStorage(this.#name), changed);
    this.conversing = new CurrentConversation({
      surroundings: this.#surroundings,
      kept: this.#kept,
      send,
      owns: () => this.#loaded?.link.owns ?? false,
      changed,
    });
    this.files = new LazyFiles({
      ...this.#surroundings,
      http: () => this.#http(),
      limits: () => this.#site?.files,
      isOpen: () => this.#connection.phase === 'open',
    });
    this.forms = new LazyForms({ ...this.#surroundings, send, files: this.files });
    this.#reads = new VisibleReads(this.#surroundings.page, () => this.conversing.now?.read());
  }

  get state(): CustomerState {
    return this.#notifier.state;
  }

  subscribe(listener: (state: CustomerState) => void): () => void {
    return this.#notifier.subscribe(listener);
  }

  connect(): void {
    this.#whenLoaded((loaded) => {
      this.#connect(loaded);
    });
  }

  start(introduction: Introduction = {}): void {
    this.#whenLoaded((loaded) => {
      this.#connect(loaded);
      this.conversing.open(introduction);
    });
  }

  say(text: string, attachments: readonly Attachment[] = this.files.take('')): void {
    const clean = cleanText(text);
    if (!clean && attachments.length === 0) return;
    this.#whenLoaded((loaded) => {
      this.#connect(loaded);
      this.conversing.say(clean, attachments);
    });
  }

  read(): void {
    this.#reads.add('');
  }

  async answerCobrowse(session: string, allowed: boolean): Promise<ShownBy | undefined> {
    const { answerCobrowse } = await import('./customer-cobrowse.js');
    return answerCobrowse(await this.#http(), session, allowed);
  }

  async identify(token: string): Promise<void> {
    const loaded = await this.#load();
    await loaded.token.renew(token);
    loaded.link.reopen();
  }

  async reset(): Promise<void> {
    const { link, channel } = await this.#load();
    this.#forget(link);
    channel?.post({ kind: RESET });
    await this.#kept.clear();
  }

  destroy(): void {
    this.#destroyed = true;
    this.conversing.close();
    this.#reads.close();
    this.files.close();
    this.forms.forget();
    this.#loaded?.link.close();
    this.#loaded?.channel?.close();
  }

  get #name(): string {
    return `deskbell ${this.#options.relay} ${this.#options.siteKey}`;
  }

  async #http(): Promise<BearerHttp> {
    return { fetch: this.#surroundings.fetch, relay: this.#options.relay, token: (await this.#load()).token };
  }

  #makeState(): CustomerState {
    const { view, placed, now, verdict } = this.conversing;
    return {
      connection: this.#connection,
      site: this.#site,
      person: this.#person,
      conversation: view,
      verdict,
      place: placed?.place,
      wait: placed?.wait,
      unread: now?.unread ?? 0,
      keeps: this.#kept.keeps,
    };
  }

  #connect({ link }: Loaded): void {
    if (!this.#destroyed) link.connect();
  }

  #whenLoaded(run: (loaded: Loaded) => void): void {
    if (this.#destroyed) return;
    if (this.#loaded) run(this.#loaded);
    else {
      this.#waiting.push(run);
      void this.#load();
    }
  }

  #load(): Promise<Loaded> {
    return (this.#loading ??= this.#takeKept());
  }

  async #takeKept(): Promise<Loaded> {
    const { relay, siteKey, tabs: given = browserTabs(this.#name) } = this.#options;
    // Before anything is read: what another tab changes while it is read is told here.
    const early = given ? new EarlyChannel(given.channel()) : undefined;
    const stored = await this.#kept.entries();
    // Tabs that cannot share what they keep cannot be one customer either.
    const tabs = this.#kept.keeps && !this.#destroyed ? given : undefined;
    if (!tabs) early?.close();
    const channel = tabs ? early : undefined;
    const token = new CustomerToken({ relay, siteKey, fetch: this.#surroundings.fetch, kept: this.#kept, tabs: tabs ?? undefined });
    const link = customerLink({
      surroundings: this.#surroundings,
      relay,
      token,
      shared: tabs && channel ? { tabs, channel } : undefined,
      listener: {
        told: (event) => {
          this.#told(event);
        },
        changed: (connection) => {
          this.#connectionChanged(connection);
        },
      },
    });
    channel?.listen((message) => {
      if ((message as { kind?: unknown }).kind === RESET) this.#forget(link);
    });
    this.#loaded = { link, token, channel };
    this.conversing.load(stored, channel);
    channel?.begin();
    // Also where the page has said goodbye meanwhile: what was written is kept for the next one.
    for (const run of this.#waiting.splice(0)) run(this.#loaded);
    return this.#loaded;
  }

  #connectionChanged(connection: Connection): void {
    this.#connection = connection;
    if (connection.phase !== 'open') this.conversing.lost();
    else this.files.goOn();
    this.#notifier.touch();
  }

  #told(event: RelayEvent): void {
    this.forms.told(event);
    if (event.type === 'session.opened') {
      this.#site = event.site;
      this.#person = { id: event.person.id, name: event.person.name };
      this.#notifier.touch();
      this.conversing.opened(event);
    } else this.conversing.told(event);
  }

  #forget(link: Link): void {
    link.close();
    this.conversing.forget();
    this.files.forget();
    this.forms.forget();
    this.#person = undefined;
    this.#notifier.touch();
  }
}

/** A customer's session. It reads what the browser keeps and connects when it is asked to, or when something is said. */
export const createCustomerSession = (options: CustomerOptions): CustomerSession => new Customer(options);
