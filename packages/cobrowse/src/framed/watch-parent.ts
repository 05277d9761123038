import type { Here, Look, Offer } from './messages.js';
import { originsIn } from './origins.js';

/**
 * In a frame: says to the page around, where its origin is one that this page's site named as a parent, that this page takes part in its mirror; and
 * loads what for once that page shows itself. Nobody else hears anything, and nobody else is heard.
 */
export function watchParent(site: Element, load: () => Promise<{ showIn: (site: Element, offer: MessageEvent) => Promise<void> }>): void {
  const parents = originsIn(site.getAttribute('cobrowse-parents'));
  if (parent === window || !parents.length) return;
  const here: Here = { deskbell: 'here', page: Math.random() };
  addEventListener('message', (event: MessageEvent<Partial<Look | Offer> | null>) => {
    const { data, origin, source } = event;
    if (!event.isTrusted || !parents.includes(origin)) return;
    if (data?.deskbell === 'look') source?.postMessage(here, { targetOrigin: origin });
    if (data?.deskbell === 'offer')
      load()
        .then(({ showIn }) => showIn(site, event))
        .catch(() => undefined);
  });
  // Where a browser says who is around, only they are told; elsewhere it drops what is for somebody else, with a word in the console.
  const [around] = (location as { ancestorOrigins?: ArrayLike<string> & Iterable<string> }).ancestorOrigins ?? [];
  for (const one of parents) if (!around || around === one) parent.postMessage(here, one);
}
