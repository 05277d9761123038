import { msg, str } from '@lit/localize';
import type { WatchState } from '@deskbell/cobrowse/watching/state.js';
import { formats } from '@deskbell/parts/text/formats.js';
import type { CobrowseEnd } from '@deskbell/protocol/cobrowse.js';

/** What is said in the place of a page that is not shown. */
export interface Face {
  readonly title: string;
  readonly sentence: string;
}

/** Why it is over. `name`: the customer's; empty where nobody knows it. */
export function endWords(end: CobrowseEnd | undefined, name: string): Face {
  switch (end) {
    case 'agent':
      return { title: msg('You ended co-browse'), sentence: msg('The customer’s page is no longer shown.') };
    case 'customer':
      return {
        title: name ? msg(str`${name} stopped co-browse`) : msg('The customer stopped co-browse'),
        sentence: msg('Nothing of their page is shown any longer. You can ask again.'),
      };
    case 'refused':
      return {
        title: name ? msg(str`${name} would rather not share the page`) : msg('The customer would rather not share the page'),
        sentence: msg('Go on by words, or ask again once they agree.'),
      };
    case 'off':
      return {
        title: msg('Co-browse was turned off'),
        sentence: msg('An admin turned it off in the settings. The customer’s page is no longer shown.'),
      };
    case 'expired':
      return { title: msg('The time for this is up'), sentence: msg('Nothing is shown. Begin again when the customer is ready.') };
    default:
      return { title: msg('The customer is gone'), sentence: msg('Nobody was there any more, so co-browse ended.') };
  }
}

/** What stands in place of the page; undefined while the page itself is to be seen. */
export function faceOf({ phase, paused, session, isLost, page }: WatchState, name: string): Face | undefined {
  switch (phase) {
    case 'code':
      return { title: msg('Waiting for the code'), sentence: msg('The customer clicks “Co-browse” on the site and types it.') };
    case 'asked':
      return {
        title: name ? msg(str`Waiting for ${name}…`) : msg('Waiting for the customer…'),
        sentence: msg('They see your name, and are asked whether you may see the page.'),
      };
    case 'connecting':
      return isLost
        ? lost()
        : { title: msg('Connecting'), sentence: msg('The customer has agreed. Their page comes as soon as both are connected.') };
    case 'paused':
      if (paused === 'failed')
        return {
          title: msg('This page cannot be shown'),
          sentence: msg('Something on it gets in the way. The next page is tried again.'),
        };
      return paused === 'hidden'
        ? {
            title: msg('The customer is somewhere else'),
            sentence: msg('Another tab or window is in front of theirs. This goes on when they come back.'),
          }
        : {
            title: msg('A private page'),
            sentence: msg('The site does not show this page to anybody. This goes on when the customer leaves it.'),
          };
    case 'reconnecting':
      // What was shown last still stands, and it goes on trying.
      if (page) return undefined;
      return isLost
        ? lost()
        : { title: msg('Connecting again'), sentence: msg('The customer’s page comes as soon as they are there again.') };
    case 'elsewhere':
      return { title: msg('Shown in another tab of yours'), sentence: msg('One of your tabs shows the customer’s page at a time.') };
    case 'ended':
      return endWords(session.end, name);
    case 'live':
      return undefined;
  }
}

const lost = (): Face => ({
  title: msg('No way to the customer’s page'),
  sentence: msg('It was tried for a while. The session goes on, and can be tried again.'),
});

/** What stands over a page: what it is, or why nothing of it is to be seen; undefined where there has been none. */
export interface Heading {
  readonly title: string;
  readonly below: string;
  /** Whether what is below is an address. */
  readonly isAddress: boolean;
}

/** A page that is not shown has no name here, and no address: what it is called may be what the site keeps private. */
export function headingOf({ phase, paused, page }: WatchState): Heading | undefined {
  if (phase === 'paused')
    return {
      title: msg('Paused'),
      below: paused === 'hidden' ? msg('The customer is somewhere else') : msg('A private page'),
      isAddress: false,
    };
  if (!page) return undefined;
  const title = page.title || msg('No title');
  if (phase === 'live') return { title, below: page.address, isAddress: true };
  if (phase === 'reconnecting') return { title: msg('Connecting again'), below: msg(str`Shown last: ${title}`), isAddress: false };
  return undefined;
}

/**
 * What a screen reader is told when it comes to stand so.
 * @param hadControl - Whether the agent had control until now.
 */
export function announcement(state: WatchState, name: string, hadControl = false): string {
  if (state.phase === 'live') {
    if (state.control === 'granted') return msg('You have control. The customer’s own hand comes first.');
    if (state.control === 'asked') return msg('The customer is asked whether you may take control.');
    if (state.control === 'refused') return msg('The customer keeps control.');
    if (hadControl) return msg('You no longer have control.');
    return msg('The customer’s page is shown.');
  }
  if (state.phase === 'reconnecting' && state.page) return msg('Connecting again. What was shown last still stands.');
  return faceOf(state, name)?.title ?? '';
}

/** How quick it is, in a word; while nothing comes, that nothing does. Undefined where nothing is known of it yet. */
export function qualityWord({
  phase,
  delay,
  behind,
}: WatchState): { readonly level: 'none' | 'good' | 'fair' | 'poor'; readonly word: string } | undefined {
  if (phase !== 'live') return { level: 'none', word: phase === 'paused' ? msg('Paused') : msg('Connecting') };
  if (delay === undefined) return undefined;
  if (delay > 1_000 || behind > 30) return { level: 'poor', word: msg('Slow') };
  if (delay > 300 || behind > 10) return { level: 'fair', word: msg('A little late') };
  return { level: 'good', word: msg('Live') };
}

export const delayWords = (delay: number): string => {
  const shown = formats().number(delay);
  return msg(str`${shown} ms`);
};

/** How large a window is, CSS px: "390 × 844". */
export const sizeWords = ({ width, height }: { readonly width: number; readonly height: number }): string =>
  `${String(Math.round(width))} × ${String(Math.round(height))}`;

export const wayWords = (way: WatchState['way']): string =>
  way === 'peer' ? msg('Direct') : way === 'relay' ? msg('Through the relay') : msg('Not connected');

/** How a session stands, in a row of a list. */
export function standingWords({ phase, paused, session }: WatchState): string {
  switch (phase) {
    case 'code':
      return msg('Waiting for the code');
    case 'asked':
      return msg('Waiting for consent');
    case 'connecting':
    case 'reconnecting':
      return msg('Connecting');
    case 'live':
      return msg('Live');
    case 'paused':
      return paused === 'failed' ? msg('Not shown') : paused === 'hidden' ? msg('Away') : msg('Private page');
    case 'elsewhere':
      return msg('In another tab');
    case 'ended':
      return session.end === 'refused' ? msg('Declined') : session.end === 'expired' ? msg('Expired') : msg('Ended');
  }
}
