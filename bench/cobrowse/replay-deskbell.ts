import { Player } from '@deskbell/cobrowse/replay/player.js';
import { Decoder } from '@deskbell/cobrowse/wire/decoder.js';
import { follow } from './followed.js';
import { LINE } from './recording.js';

const line = new BroadcastChannel(LINE);
document.body.replaceChildren();
const player = new Player(document.body, { paged: () => undefined, pointed: () => undefined, lost: () => undefined });
const decoder = new Decoder(player);
line.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  decoder.read(data);
  player.settle();
});
follow(() => player.frame?.contentDocument);
