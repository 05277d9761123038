import { createServer, type Server } from 'node:http';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { Arrivals } from './ai/arrivals.js';
import { Writer } from './ai/writer.js';
import { DEFAULT_HTTP_LIMITS, createApp, type HttpLimits } from './app.js';
import { Bots } from './bot/bots.js';
import { CobrowseSessions } from './cobrowse/cobrowse-sessions.js';
import type { CobrowsePort } from './cobrowse/meetings.js';
import { MirrorDoor } from './cobrowse/mirror-door.js';
import type { Deps, Drivers } from './deps.js';
import { MIRROR_SIDES } from '@deskbell/protocol/cobrowse.js';
import { FileChecks } from './files/checks.js';
import type { readAssets } from './http/assets.js';
import { listen } from './listen.js';
import { PeerDoor } from './peers/peer-door.js';
import { PeerPasses } from './peers/peer-passes.js';
import type { TurnOptions } from './peers/turn.js';
import { Places } from './routing/places.js';
import { LEASE, SEEN_EVERY } from './routing/presence.js';
import { Router } from './routing/router.js';
import { SlotTeller } from './routing/tell-status.js';
import { LiveSettings } from './settings/live-settings.js';
import { Desks } from './sockets/desks.js';
import { DEFAULT_LIMITS, type Limits } from './sockets/limits.js';
import type { Sessions } from './sockets/sessions.js';
import { SessionDoor } from './sockets/session-door.js';
import { Doors } from './sockets/upgrade.js';
import { Wire } from './sockets/wire.js';
import { Clockwork } from './timers/clockwork.js';

/** How long agents are told nothing of what concerns others, after they were told something, ms. */
export const PAUSE = 50;

/** How long those who are there have to say goodbye, ms. */
const FAREWELL = 5_000;

export interface ServerOptions {
  /** All addresses of the machine where left out. */
  readonly host?: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly assets: Awaited<ReturnType<typeof readAssets>>;
  readonly limits?: Partial<Limits>;
  readonly httpLimits?: Partial<HttpLimits>;
  readonly proxies?: number;
  /** In place of `PAUSE`; 0 tells everything at once. */
  readonly pause?: number;
  readonly routes?: Hono;
  /** Where co-browse sessions are kept: the store, where left out. */
  readonly cobrowse?: CobrowsePort;
  /** What helps browsers that do not reach each other. */
  readonly turn?: TurnOptions;
}

/** One relay between its drivers and the network: HTTP, sockets, and what wakes by itself. */
export class RelayServer {
  readonly #deps: Deps;
  readonly #options: ServerOptions;
  readonly #server: Server;
  readonly #sessions: Sessions;
  readonly #doors: Doors;
  readonly #mirrors: MirrorDoor;
  readonly #cobrowse: CobrowsePort;
  /** Gives browsers what they come to the signalling of PeerJS with. */
  readonly peers: PeerPasses;
  readonly #places: Places;
  readonly #desks: Desks;
  readonly #router: Router;
  readonly #bots: Bots;
  readonly #clockwork: Clockwork;
  readonly #arrivals: Arrivals;
  readonly #settings: LiveSettings;
  readonly #checks: FileChecks;
  #seenAt = 0;
  #turn: Promise<void> | undefined;
  #isClosing = false;

  constructor(drivers: Drivers, options: ServerOptions) {
    const slots = new SlotTeller(drivers);
    this.#router = new Router({ ...drivers, slots });
    const wake = (workspace: string): void => this.#router.wake(workspace);
    const { model } = drivers.ai;
    const writer = model && new Writer({ ...drivers, model });
    this.#arrivals = new Arrivals({ ...drivers, writer });
    const summarise: Deps['summarise'] = (workspace, conversation) => this.#arrivals.begin(workspace, conversation);
    const forBots = { ...drivers, slots, writer, wake, summarise };
    this.#bots = new Bots(forBots);
    const deps: Deps = { ...forBots, askBot: (workspace, conversation) => this.#bots.ask(workspace, conversation) };
    this.#deps = deps;
    this.#clockwork = new Clockwork(deps);
    this.#options = options;
    const { assets, limits, httpLimits, proxies = 0, routes } = options;
    this.#settings = new LiveSettings(deps);
    this.#checks = new FileChecks(deps);
    const [places, desks] = [new Places(deps), new Desks({ ...deps, pause: options.pause ?? PAUSE })];
    this.#places = places;
    this.#desks = desks;
    this.peers = new PeerPasses(deps);
    const forSockets = { ...deps, places, desks, limits: { ...DEFAULT_LIMITS, ...limits }, wire: new Wire(), peers: this.peers };
    const sessions = new SessionDoor(forSockets);
    this.#sessions = sessions.sessions;
    this.#cobrowse = options.cobrowse ?? new CobrowseSessions(deps);
    this.#mirrors = new MirrorDoor({ ...forSockets, cobrowse: this.#cobrowse, turn: options.turn });
    this.#doors = new Doors(deps, proxies, [sessions, new PeerDoor(forSockets, this.peers), this.#mirrors]);
    const app = createApp(deps, {
      assets,
      limits: { ...DEFAULT_HTTP_LIMITS, ...httpLimits },
      settings: this.#settings,
      checks: this.#checks,
      proxies,
      isClosing: () => this.#isClosing,
      ...(routes ? { routes } : {}),
    });
    const listener = getRequestListener(app.fetch);
    this.#server = createServer(
      { requestTimeout: 30_000, headersTimeout: 10_000 },
      (request, response) => void listener(request, response),
    );
    this.#doors.attach(this.#server);
  }

  /** Returns the port. Throws a StartError where it cannot be had. */
  async listen(): Promise<number> {
    const port = await listen(this.#server, this.#options.host, this.#options.port);
    this.#settings.start();
    this.#places.start();
    this.peers.start();
    return port;
  }

  /** Open sockets. */
  get connections(): number {
    return this.#doors.size;
  }

  /** Tells what was held back for a moment; to be called every `PAUSE`. */
  flush(): void {
    this.#desks.flush();
  }

  /** Does what has to happen without a frame; to be called about once a second. */
  tick(): void {
    this.#doors.check(this.#deps.now());
    this.#places.retry();
    this.#settings.retry();
    this.#deps.hub.check();
    this.#turn = this.#takeTurn();
  }

  /** Says who is here before it is looked who is gone; gives out last, since what is due may have set something free. */
  async #takeTurn(): Promise<void> {
    await this.#clearDoubt();
    await this.#see();
    await this.#clockwork.look();
    this.#router.wakeAll();
  }

  /** What was saved without an answer was told to nobody: everybody looks. */
  async #clearDoubt(): Promise<void> {
    try {
      if (await this.#deps.store.takeDoubt()) this.#deps.hub.missed();
    } catch (fault) {
      // The database is away still: there is nothing to be looked at.
      if (!(fault instanceof RelayError)) this.#deps.log.error({ err: fault }, 'what was saved could not be looked at');
    }
  }

  /** Says now and then whose sockets are here. */
  async #see(): Promise<void> {
    const now = this.#deps.now();
    if (now - this.#seenAt < SEEN_EVERY) return;
    this.#seenAt = now;
    try {
      await this.#deps.store.seeAgents(this.#sessions.agents(), now + LEASE);
      for (const side of MIRROR_SIDES) await this.#cobrowse.see(side, this.#mirrors.present(side));
    } catch (fault) {
      // The database is away: whoever is here is seen again when it is back.
      if (!(fault instanceof RelayError)) this.#deps.log.error({ err: fault }, 'agents could not be seen');
      this.#seenAt = 0;
    }
  }

  /** Settles when nothing is under way that began by itself. */
  async idle(): Promise<void> {
    await this.#turn;
    await this.#clockwork.stop();
    await this.#arrivals.idle();
    await this.#bots.idle();
    await this.#router.idle();
    await this.#places.idle();
    await this.#checks.idle();
  }

  /** Takes nothing new, ends what is under way, says goodbye to everybody. The drivers are still there afterwards. */
  async close(): Promise<void> {
    if (this.#isClosing) return;
    this.#isClosing = true;
    let cut: NodeJS.Timeout | undefined;
    // Whoever does not answer the goodbye, or is in the middle of an endless request, is not waited for; nor is a database that hangs.
    const tooLong = new Promise<void>((resolve) => {
      cut = setTimeout(() => {
        this.#doors.terminate();
        this.#server.closeAllConnections();
        resolve();
      }, FAREWELL);
    });
    await Promise.race([this.#sayGoodbye(), tooLong]);
    clearTimeout(cut);
  }

  async #sayGoodbye(): Promise<void> {
    // The doors are closed first: till everybody is gone the relay still answers, and says that it is not ready any more.
    await this.#doors.close();
    this.peers.stop();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeIdleConnections();
    });
    await this.#turn;
    await this.#clockwork.stop();
    await this.#arrivals.stop();
    await this.#bots.stop();
    await this.#router.stop();
    await this.#places.stop();
    await this.#settings.stop();
    await this.#checks.idle();
  }
}
