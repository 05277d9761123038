import { Recorder } from '../capture/recorder.js';
import type { RecorderOptions } from '../capture/options.js';
import type { MirrorSink } from '../sink.js';
import { Decoder } from '../wire/decoder.js';
import { Encoder } from '../wire/encoder.js';
import { HandTiming } from './hand-timing.js';
import { MirroredPageSink } from './mirrored-page.js';
import { simpleMasker } from './simple-masker.js';

/** A window recorded, carried over and kept as a page, all by hand: what comes of it is there when `settle` is over. */
export function recordPage(window: Window & typeof globalThis, options: Partial<RecorderOptions> = {}, into?: MirrorSink) {
  const timing = new HandTiming();
  const page = new MirroredPageSink();
  const frames: Uint8Array[] = [];
  const faults: unknown[] = [];
  const decoder = new Decoder(into ?? page);
  const encoder = new Encoder((frame) => {
    frames.push(frame);
    if (decoder.read(frame) !== 'taken') throw new Error('a frame was not taken');
  });
  const recorder = new Recorder(window, {
    sink: encoder,
    masker: simpleMasker(),
    timing,
    fault: (error) => faults.push(error),
    ...options,
  });
  /** All observers have told, and all work of a second is done. */
  const settle = async () => {
    await Promise.resolve();
    timing.pass(1_000);
    if (faults.length) throw faults[0] as Error;
  };
  return { recorder, timing, page, frames, faults, encoder, settle };
}

/** A window of its own for a test, with a page in it; `remove` when done. */
export async function openPage(html: string) {
  const frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '600';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = `<!doctype html><html><head><title>A shop</title></head><body>${html}</body></html>`;
  document.body.append(frame);
  await loaded;
  return { window: frame.contentWindow as Window & typeof globalThis, remove: () => frame.remove() };
}
