import { answerOffer } from '../answer-offer.js';
import { originsIn } from '../origins.js';
import { watchParent } from '../watch-parent.js';

// The page of another origin in tests: what is in it, and whom it takes part with, its address says. What a test tells it to run, it runs.

const said = new URLSearchParams(location.search);
document.body.innerHTML = said.get('html') ?? '';

/** All messages that came to this window, and all that it said over ports, as JSON. */
const heard: unknown[] = [];
const sent: string[] = [];
/** How often what shows this page was loaded. */
let loads = 0;
Object.assign(globalThis, { heard, sent, loads: () => loads });

const { postMessage } = MessagePort.prototype;
Object.assign(MessagePort.prototype, {
  postMessage(this: MessagePort, message: unknown) {
    sent.push(JSON.stringify(message));
    postMessage.call(this, message);
  },
});

addEventListener('message', ({ data, source }: MessageEvent<{ run?: string; id?: number } | null>) => {
  const { run, id } = data ?? {};
  if (typeof run !== 'string') heard.push(data);
  else
    void Promise.resolve((0, eval)(run)).then((ran: unknown) => {
      source?.postMessage({ ran: id, result: ran }, { targetOrigin: '*' });
    });
});

const site = document.createElement('div');
for (const name of ['parents', 'frames']) site.setAttribute(`cobrowse-${name}`, said.get(name) ?? '');
watchParent(site, () => {
  loads++;
  return Promise.resolve({
    showIn: (of: Element, offer: MessageEvent) => {
      answerOffer(offer, originsIn(of.getAttribute('cobrowse-frames')));
      return Promise.resolve();
    },
  });
});
