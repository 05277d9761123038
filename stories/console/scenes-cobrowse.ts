import { endsCobrowse, allowsCobrowse, cobrowseIn, redeems } from '@deskbell/client/testing/simulated-cobrowse.js';
import { ChannelByHand } from '@deskbell/cobrowse/testing/channel-by-hand.js';
import { until } from '@deskbell/cobrowse/testing/played.js';
import type { CustomerWord } from '@deskbell/cobrowse/words.js';
import type { Begun, Cobrowsing } from '@deskbell/console/cobrowse/cobrowsing.js';
import type { DeskbellDesk } from '@deskbell/console/desk/desk.js';
import { pageTicker } from '@deskbell/parts/duration/ticker.js';
import type { CobrowseEnd } from '@deskbell/protocol/cobrowse.js';
import { shop, VIEW } from './cobrowse-shop.js';
import { fill, MAYA, opened, relayOf, type Scene } from './scenes.js';

/** A desk of a workspace that has co-browse. */
export const cobrowsable = (): Promise<Scene> => {
  const relay = relayOf();
  relay.desk = { ...relay.desk, cobrowse: { control: true } };
  return opened(relay, fill(relay));
};

/** One session, and both sides of it. */
export class CobrowseCourse {
  readonly begun: Begun;
  private readonly relay: Scene['relay'];
  private readonly channel: ChannelByHand;

  constructor(relay: Scene['relay'], begun: Begun, channel: ChannelByHand) {
    this.relay = relay;
    this.begun = begun;
    this.channel = channel;
  }

  /** The customer types the code. */
  types(): this {
    this.channel.tellsState(redeems(this.relay, this.begun.id));
    return this;
  }

  allows(): this {
    this.channel.tellsState(allowsCobrowse(this.relay, this.begun.id, MAYA));
    return this;
  }

  /** Their page is on the screen. */
  async shows(way: 'peer' | 'relay' = 'peer'): Promise<this> {
    const frames = await shop();
    this.channel.meet(way, '482913');
    // Before the view is there, nobody would see what comes.
    await until(() => this.channel.words.some(({ type }) => type === 'resync'));
    for (const frame of frames) this.channel.frame(frame);
    await until(() => this.begun.watching.state.phase === 'live');
    return this.says({ type: 'travelled', round: 90 });
  }

  says(word: CustomerWord): this {
    this.channel.says(word);
    return this;
  }

  parts(why: 'away' | 'unreachable' | 'elsewhere'): this {
    this.channel.part(why);
    return this;
  }

  ends(end: CobrowseEnd): this {
    endsCobrowse(this.relay, this.begun.id, MAYA, end);
    this.channel.end(end);
    return this;
  }
}

/** What a story does at a desk with co-browse. */
export class CobrowseAct {
  readonly desk: DeskbellDesk;
  private readonly scene: Scene;
  private readonly cobrowsing: Cobrowsing;
  private readonly channels: ChannelByHand[];

  private constructor(desk: DeskbellDesk, scene: Scene, cobrowsing: Cobrowsing, channels: ChannelByHand[]) {
    this.desk = desk;
    this.scene = scene;
    this.cobrowsing = cobrowsing;
    this.channels = channels;
  }

  static async at(canvas: HTMLElement, scene: Scene): Promise<CobrowseAct> {
    const desk = (canvas.querySelector('deskbell-console')?.shadowRoot ?? canvas).querySelector('deskbell-desk');
    if (!desk) throw new Error('there is no desk');
    const channels: ChannelByHand[] = [];
    desk.cobrowse.viewAddress = VIEW;
    desk.cobrowse.openChannel = ({ listener }) => {
      const channel = new ChannelByHand(listener);
      channels.push(channel);
      return channel;
    };
    await until(() => desk.selected === scene.selected);
    return new CobrowseAct(desk, scene, await desk.cobrowse.load(), channels);
  }

  /** In the chat that is open. */
  ask(by: 'chat' | 'code' = 'chat'): Promise<CobrowseCourse> {
    return this.begin({ conversation: this.scene.selected ?? '', by });
  }

  /** With no chat: by a code that is read out over the phone. */
  async dictate(): Promise<CobrowseCourse> {
    const course = await this.begin({ by: 'code' });
    this.cobrowsing.tell(course.begun.id);
    return course;
  }

  losesTheRelay(): void {
    this.scene.relay.network.drop();
  }

  /** Closes the dialog with the code. */
  closeCode(): void {
    this.cobrowsing.tell(undefined);
  }

  watch({ begun }: CobrowseCourse): void {
    this.cobrowsing.watch(begun.id);
  }

  /** As after a reload: this page was never told the code. */
  async forget({ begun }: CobrowseCourse): Promise<void> {
    const { session } = cobrowseIn(this.scene.relay, begun.id);
    this.cobrowsing.putAway(begun.id);
    this.cobrowsing.restore([session]);
    this.cobrowsing.watch(begun.id);
    await this.desk.updateComplete;
  }

  private async begin(wish: Parameters<Cobrowsing['begin']>[0]): Promise<CobrowseCourse> {
    const begun = await this.cobrowsing.begin(wish);
    const channel = this.channels.at(-1);
    if (!channel) throw new Error('no channel was opened');
    return new CobrowseCourse(this.scene.relay, begun, channel);
  }
}

/** A ticker for which it is later than it is, by ms. */
export const later = (ms: number): typeof pageTicker => ({
  now: () => pageTicker.now() + ms,
  subscribe: (listener) => pageTicker.subscribe(listener),
});
