import { originsIn } from '@deskbell/cobrowse/framed/origins.js';
import { Showing } from '@deskbell/cobrowse/showing/showing.js';
import { keepTicket, keptTicket } from '@deskbell/cobrowse/showing/kept-ticket.js';
import type { ShowingState } from '@deskbell/cobrowse/showing/showing-state.js';
import type { CobrowseTicket } from '@deskbell/protocol/cobrowse.js';
import { DeskbellCobrowseEvent } from './chat/chat-events.js';
import { DeskbellCobrowseBanner } from './cobrowse-banner/banner.js';
import { dress } from './cobrowse/dress.js';

// What is loaded to show a page, after consent or to ask for it: with the first click, or on the next page by itself.

let banner: DeskbellCobrowseBanner | undefined;

/**
 * Goes on showing the pages of this browser, where that was begun and has not ended; nothing where it was not, or goes on already.
 * @param site - The element that stands for Deskbell on this page: its attributes say how things look, and it tells of what happens.
 */
export function resume(site: HTMLElement): void {
  const kept = keptTicket();
  // Another copy of Deskbell on this page may have been first.
  if (!kept || banner || document.querySelector('deskbell-cobrowse-banner')) return;
  const showing = new Showing(kept, originsIn(site.getAttribute('cobrowse-frames')));
  const shows = (banner = new DeskbellCobrowseBanner());
  const tell = ({ phase }: ShowingState) => site.dispatchEvent(new DeskbellCobrowseEvent(phase, kept.agent));
  let told = showing.state.phase;
  showing.subscribe((state) => {
    if (state.phase !== told) tell(state);
    told = state.phase;
  });
  shows.addEventListener('deskbell-dismiss', () => (banner = undefined));
  // The banner is there before anything is seen.
  shows.show(showing);
  void dress(shows, site).then(() => shows.render());
  showing.start();
  tell(showing.state);
}

/** Begins to show the pages of this browser, by the consent that was given. */
export function show(site: HTMLElement, relay: string, ticket: CobrowseTicket): void {
  keepTicket(relay, ticket);
  // What told of the end of another one makes room.
  if (banner && keptTicket()?.id !== undefined) banner.close();
  resume(site);
}

/** Asks for the code that an agent reads out and for the consent, and then shows the page; where it is shown already, leads to what ends that. */
export async function enter(site: HTMLElement): Promise<void> {
  if (banner && keptTicket()) return banner.focus();
  const { DeskbellCobrowseCode } = await import('./cobrowse-code/code.js');
  const relay = site.getAttribute('relay') ?? '';
  const code = new DeskbellCobrowseCode();
  document.documentElement.append(code);
  try {
    await dress(code, site);
    const ticket = await code.enter(relay, site.getAttribute('site-key') ?? '');
    if (ticket) show(site, relay, ticket);
  } finally {
    code.remove();
  }
}

/** Lets a page around this one show it too, by the offer that it made; that its origin may was looked at before. */
export async function showIn(site: Element, offer: MessageEvent): Promise<void> {
  const { answerOffer } = await import('@deskbell/cobrowse/framed/answer-offer.js');
  answerOffer(offer, originsIn(site.getAttribute('cobrowse-frames')));
}
