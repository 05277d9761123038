import { timingOf } from '@deskbell/cobrowse/capture/timing.js';
import { Recorder } from '@deskbell/cobrowse/capture/recorder.js';
import { createMasker } from '@deskbell/cobrowse/mask/create-masker.js';
import { Encoder } from '@deskbell/cobrowse/wire/encoder.js';
import { Inflate } from '@deskbell/cobrowse/wire/inflate.js';
import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import { LINE, type Recording } from './recording.js';

const asked = new URLSearchParams(location.search);
const rules: MirrorRules = {
  masking: asked.has('open') ? 'marked' : 'private',
  mask: [],
  unmask: [],
  pages: [],
  patterns: [],
  // As a site allows what its own fonts and pictures are asked for with.
  parameters: ['t'],
  canvas: true,
  control: false,
};

const line = new BroadcastChannel(LINE);
const frames: Uint8Array[] = [];
// For the bench of memory: what was sent is not kept, and nothing waits for a picture of the screen.
const isLean = asked.has('lean');
let sent = 0;
const encoder = new Encoder((frame) => {
  sent += 1;
  if (!isLean) frames.push(frame);
  if (asked.has('told')) line.postMessage(frame);
});

// What was written before it was packed is found out when somebody asks, by unpacking it.
const inflate = new Inflate(1 << 20);
const totals = { raw: 0, packed: 0, taken: 0 };
/** Behind the kind, how it begins, and the number. */
const bodyOf = (frame: Uint8Array): Uint8Array => frame.subarray(3 + frame.subarray(2).findIndex((byte) => byte < 128));

const recording: Recording = {
  start: () =>
    new Promise((resolve) => {
      const shown = encoder.shown.bind(encoder);
      encoder.shown = () => {
        shown();
        resolve();
      };
      const own = window as Window & typeof globalThis;
      const timing = timingOf(own);
      new Recorder(own, {
        sink: encoder,
        masker: createMasker(rules, window),
        fault: (error) => reportError(error),
        timing: isLean ? { ...timing, frame: timing.soon } : timing,
      }).start();
    }),
  bytes: () => {
    for (const frame of frames.slice(totals.taken)) {
      totals.raw += inflate.frame(bodyOf(frame)).length;
      totals.packed += frame.length;
    }
    totals.taken = frames.length;
    return { raw: totals.raw, packed: totals.packed };
  },
  sent: () => sent,
};
Object.assign(window, { recording });
