import { View } from '@deskbell/cobrowse/replay/view.js';
import { ViewDoor } from '@deskbell/cobrowse/replay/view-door.js';
import { VIEW_SHEET } from '@deskbell/cobrowse/replay/view-sheet.js';
import { openPage, recordPage } from '@deskbell/cobrowse/testing/record-page.js';
import { simpleMasker } from '@deskbell/cobrowse/testing/simple-masker.js';
import { Decoder } from '@deskbell/cobrowse/wire/decoder.js';

declare global {
  interface Window {
    openCobrowseView(view: Window & typeof globalThis): void;
  }
}

/** The document that pages are shown in: it asks the story around it for its script. */
export const VIEW = new URL('./cobrowse-view.html', import.meta.url).href;

window.openCobrowseView = (view) => {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(VIEW_SHEET);
  view.document.adoptedStyleSheets = [sheet];
  new ViewDoor(view, {
    desks: [location.origin],
    makeView: (listener) => new View(view.document.body, listener),
    makeReader: ({ player }) => new Decoder(player),
  });
};

const ADDRESS = 'https://harbour-and-pine.example/lamps/dune-table-lamp';

const SHOP = `
  <style>
    body { margin: 0; font: 16px/1.5 Georgia, serif; color: #2b2a28; background: #faf7f2; }
    header { display: flex; gap: 32px; padding: 20px 64px; border-bottom: 1px solid #e4dccf; }
    header b { flex: 1; letter-spacing: 0.04em; }
    main { display: grid; grid-template-columns: 1fr 1fr; gap: 64px; padding: 56px 64px; }
    h1 { margin: 0 0 8px; font-size: 40px; font-weight: 500; }
    .lamp { block-size: 440px; border-radius: 12px; background: radial-gradient(circle at 50% 35%, #fff3cf 0 12%, #e9c98d 30%, #b98a52 62%, #6d5138); }
    label { display: block; margin-top: 16px; }
    input { inline-size: 320px; padding: 10px 12px; border: 1px solid #b9ae9d; border-radius: 6px; font: inherit; }
    button { margin-top: 24px; padding: 12px 28px; border: 0; border-radius: 6px; background: #35523f; color: white; font: inherit; }
  </style>
  <header><b>Harbour &amp; Pine</b><span>Lamps</span><span>Stools</span><span>Basket (1)</span></header>
  <main>
    <div class="lamp"></div>
    <form>
      <h1>Dune table lamp</h1>
      <p>Turned oak and linen, made in our workshop. € 129</p>
      <label>Deliver to<br /><input value="Hafenstraße 12, Kiel" /></label>
      <label data-mask="">Card number<br /><input data-mask="" value="4111 1111 1111 1111" /></label>
      <button type="button">Place the order</button>
    </form>
  </main>`;

async function record(): Promise<readonly Uint8Array[]> {
  const { window: shop, remove } = await openPage(SHOP);
  Object.assign(shop.frameElement ?? {}, { width: '1280', height: '760' });
  shop.document.title = 'Dune table lamp';
  const { recorder, frames, settle } = recordPage(shop, { masker: simpleMasker({ address: () => ADDRESS }) });
  recorder.start();
  await settle();
  recorder.stop();
  remove();
  return frames;
}

let recording: Promise<readonly Uint8Array[]> | undefined;

/** The page of a shop as its customer's browser sends it: recorded once for all stories. */
export const shop = (): Promise<readonly Uint8Array[]> => (recording ??= record());
