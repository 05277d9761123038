import { Player } from '@deskbell/cobrowse/replay/player.js';
import { Decoder } from '@deskbell/cobrowse/wire/decoder.js';
import { follow } from './followed.js';
import { LINE } from './recording.js';

const line = new BroadcastChannel(LINE);
document.body.replaceChildren();
const player = new Player(document.body, { paged: () => undefined, pointed: () => undefined, lost: () => undefined });
let isPainting = false;
const decoder = new Decoder(player);
line.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  if (decoder.read(data) !== 'taken') throw new Error('The stream cannot be followed.');
  // As the view does: once for all that comes before the browser paints.
  if (isPainting) return;
  isPainting = true;
  requestAnimationFrame(() => {
    isPainting = false;
    player.settle();
  });
});
Object.assign(window, { frame: () => decoder.frame });
follow(() => player.frame?.contentDocument);
