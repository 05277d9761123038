import { createServer, connect, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/**
 * A network between a browser and the relay, that can be cut: a TCP proxy on a port of its own. What the browser gets when it is cut
 * is what it gets in the world: broken connections and refused ones, not events that a test made up.
 */
export interface Network {
  readonly port: number;
  /** The origin that pages see. */
  readonly url: string;
  /** Where connections go from now on. Ones that are open stay. */
  lead(port: number): void;
  /** Breaks every connection, and refuses new ones until it is mended. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  /**
   * Nothing arrives any more over the connections that are open, either way, and nothing breaks: as when a phone changes its network. New ones work.
   * What was held arrives with `release`, however late, unless the network was cut meanwhile.
   */
  hold(): void;
  release(): void;
  /** WebSockets that were opened through it so far. */
  readonly upgrades: number;
  /** WebSockets that are open through it now. */
  readonly sockets: number;
  close(): Promise<void>;
}

class Proxy implements Network {
  port = 0;
  upgrades = 0;

  private server: Server | undefined;
  private target = 0;
  private readonly pairs = new Map<Socket, Socket>();
  private readonly upgraded = new Set<Socket>();

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  get sockets(): number {
    return this.upgraded.size;
  }

  lead(port: number): void {
    this.target = port;
  }

  async mend(): Promise<void> {
    if (this.server) return;
    this.server = createServer((inner) => this.join(inner));
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    if (typeof address === 'object' && address) this.port = address.port;
  }

  async cut(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    const closed = server && once(server, 'close');
    server?.close();
    for (const inner of this.pairs.keys()) this.part(inner);
    await closed;
  }

  hold(): void {
    for (const pair of this.pairs) for (const end of pair) end.pause();
  }

  release(): void {
    for (const pair of this.pairs) for (const end of pair) end.resume();
  }

  close(): Promise<void> {
    return this.cut();
  }

  private join(inner: Socket): void {
    const outer = connect(this.target, '127.0.0.1');
    this.pairs.set(inner, outer);
    inner.once('data', (head) => {
      if (!/\r\nupgrade: websocket/i.test(head.toString('latin1'))) return;
      this.upgrades += 1;
      this.upgraded.add(inner);
    });
    this.carry(inner, outer);
    this.carry(outer, inner);
    for (const end of [inner, outer]) {
      end.setNoDelay(true);
      end.on('error', () => this.part(inner));
      end.on('close', () => this.part(inner));
    }
  }

  private carry(from: Socket, to: Socket): void {
    from.on('data', (bytes) => to.write(bytes));
  }

  private part(inner: Socket): void {
    const outer = this.pairs.get(inner);
    this.pairs.delete(inner);
    this.upgraded.delete(inner);
    inner.resetAndDestroy();
    outer?.destroy();
  }
}

/** Opens a network on a free port. It leads nowhere until it is told where. */
export async function openNetwork(): Promise<Network> {
  const proxy = new Proxy();
  await proxy.mend();
  return proxy;
}
