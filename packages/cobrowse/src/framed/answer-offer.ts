import type { Offer } from './messages.js';
import { FramedPage } from './framed-page.js';

let shown: FramedPage | undefined;

const isAround = (source: MessageEventSource | null): boolean => {
  for (let at: Window = window; at !== at.parent; at = at.parent) if (at.parent === source) return true;
  return false;
};

/**
 * Answers the offer of a page around this one to show it in its mirror. That the page is of an origin that the site named was looked at before.
 * @param origins - Of frames within this page that may take part as well.
 */
export function answerOffer({ data, ports, source }: MessageEvent, origins: readonly string[]): void {
  const [port] = ports;
  if (!port || ports.length > 1 || !isAround(source)) return;
  const offer = data as Offer;
  if (typeof offer.agent !== 'string' || typeof offer.rules !== 'object' || (offer.rules as unknown) === null) return;
  shown?.close();
  const page = (shown = new FramedPage(port, offer, origins, () => {
    if (shown === page) shown = undefined;
  }));
  page.start();
}
