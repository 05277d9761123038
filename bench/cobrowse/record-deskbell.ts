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
  parameters: [],
  canvas: true,
  control: false,
};

const line = new BroadcastChannel(LINE);
const frames: Uint8Array[] = [];
const encoder = new Encoder((frame) => {
  // For the bench of memory: what was sent is not kept.
  if (!asked.has('lean')) frames.push(frame);
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
      new Recorder(window as Window & typeof globalThis, { sink: encoder, masker: createMasker(rules, window) }).start();
    }),
  bytes: () => {
    for (const frame of frames.slice(totals.taken)) {
      totals.raw += inflate.frame(bodyOf(frame)).length;
      totals.packed += frame.length;
    }
    totals.taken = frames.length;
    return { raw: totals.raw, packed: totals.packed };
  },
  sent: () => frames.length,
};
Object.assign(window, { recording });
