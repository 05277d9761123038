import { Replayer } from '@rrweb/replay';
import type { eventWithTime } from '@rrweb/types';
import { LINE } from './recording.js';
import { follow } from './followed.js';

const line = new BroadcastChannel(LINE);
document.body.replaceChildren();
const replayer = new Replayer([], { root: document.body, liveMode: true, mouseTail: false });
replayer.startLive();
line.addEventListener('message', ({ data }: MessageEvent<eventWithTime>) => replayer.addEvent(data));
follow(() => document.querySelector('iframe')?.contentDocument);
