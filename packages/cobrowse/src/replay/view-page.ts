import { Decoder } from '../wire/decoder.js';
import { View } from './view.js';
import { ViewDoor } from './view-door.js';
import { VIEW_SHEET } from './view-sheet.js';

// The script of the view document, which the relay serves at `/cobrowse/view`. The page around it has to be one of the desks that are named there.

const desks = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name="deskbell-desks"]')?.content ?? '[]') as string[];
const sheet = new CSSStyleSheet();
sheet.replaceSync(VIEW_SHEET);
document.adoptedStyleSheets = [sheet];

new ViewDoor(window, {
  desks,
  makeView: (listener) => new View(document.body, listener),
  makeReader: ({ player }) => new Decoder(player),
});
