import { ChannelByHand } from '@deskbell/cobrowse/testing/channel-by-hand.js';
import { MAYA, seed } from '@deskbell/client/testing/scenes.js';
import { allowsCobrowse } from '@deskbell/client/testing/simulated-cobrowse.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import type { TemplateResult } from 'lit';
import { waitUntil } from '@open-wc/testing';
import { atDesk, calm, find, findAll, inPhase, type AtDesk, type Circumstances } from './at-desk.js';

/** Somebody at a desk with co-browse, whose customers' pages are a test. */
export interface CobrowseDesk extends AtDesk {
  /** The end of the agent, the last that was opened. */
  readonly channel: () => ChannelByHand;
  readonly channels: readonly ChannelByHand[];
  /** The session that was begun last: its id. */
  readonly last: () => string;
  /** The customer allows it, both meet, and the page is on the screen. */
  readonly shows: (way?: 'peer' | 'relay') => Promise<void>;
}

const VIEW = new URL('./view-page.html', import.meta.url).href;

const open = (relay: SimulatedRelay): void => {
  relay.desk = { ...relay.desk, cobrowse: { control: true } };
};

/** Puts pieces on a desk of a workspace that has co-browse, with Maya's conversation open. */
export async function cobrowseDesk(pieces: TemplateResult, circumstances: Circumstances = {}): Promise<CobrowseDesk> {
  const channels: ChannelByHand[] = [];
  const place = await atDesk(pieces, {
    before: (relay) => {
      open(relay);
      seed(relay, { customer: MAYA, ago: 60_000 });
    },
    selected: inPhase('active'),
    ...circumstances,
    prepare: (desk) => {
      desk.cobrowse.viewAddress = VIEW;
      desk.cobrowse.openChannel = ({ listener }) => {
        const channel = new ChannelByHand(listener);
        channels.push(channel);
        return channel;
      };
    },
  });
  const { relay, desk } = place;
  const channel = () => channels.at(-1)!;
  const last = () => relay.asked.cobrowses.at(-1)!.session.id;
  return {
    ...place,
    channel,
    channels,
    last,
    shows: async (way = 'relay') => {
      channel().tellsState(allowsCobrowse(relay, last(), MAYA));
      await waitUntil(() => findAll(desk, 'deskbell-cobrowse-view').length > 0);
      channel().meet(way, '482913');
      // Before the view is there, nobody would see what comes.
      await waitUntil(() => findAll(desk, 'iframe').some((frame) => viewSaid(frame).includes('begin')), 'the view', { timeout: 8_000 });
      channel().mirrors(1);
      await waitUntil(() => findAll(desk, '.page.live').length > 0, 'the page', { timeout: 8_000 });
      await calm();
    },
  };
}

const frameIn = (root: Element): HTMLIFrameElement => (root instanceof HTMLIFrameElement ? root : find<HTMLIFrameElement>(root, 'iframe'));

/** What the stand-in for the view document was told. */
export const viewSaid = (root: Element): string => frameIn(root).contentDocument?.querySelector('output')?.textContent.trim() ?? '';

/** Has the view tell something, as when the agent did something in it. */
export const viewTells = (root: Element, word: unknown): void =>
  (frameIn(root).contentWindow as Window & { tell(word: unknown): void }).tell(word);
