import { Recorder } from '../capture/recorder.js';
import type { RecorderOptions } from '../capture/options.js';
import type { MirrorSink } from '../sink.js';
import { Decoder } from '../wire/decoder.js';
import { BEGINS } from '../wire/codes.js';
import { Encoder } from '../wire/encoder.js';
import { Inflate } from '../wire/inflate.js';
import { HandTiming } from './hand-timing.js';
import { htmlOf, MirroredPageSink } from './mirrored-page.js';
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

const ends: (() => void)[] = [];

/** Ends what `recorded` began. */
export function endRecords() {
  for (const end of ends.splice(0)) end();
}

/** A page with this in its body, recorded from now on; `same` checks that the mirror is what the page is. */
export async function recorded(html: string) {
  const opened = await openPage(html);
  const record = recordPage(opened.window);
  record.recorder.start();
  ends.push(() => record.recorder.stop(), opened.remove);
  await record.settle();
  const { document } = opened.window;
  const same = () => {
    if (record.page.html() !== htmlOf(document)) throw new Error(`${record.page.html()}\nis not\n${htmlOf(document)}`);
  };
  const find = (selector: string) => document.querySelector<HTMLElement>(selector) as HTMLElement;
  return { ...record, window: opened.window, document, same, find };
}

/** All that frames say, inflated, as text. */
export function everythingIn(frames: readonly Uint8Array[]): string {
  let said = '';
  let inflate = new Inflate(1 << 20);
  for (const frame of frames) {
    if (frame[1] === BEGINS) inflate = new Inflate(1 << 20);
    const body = 3 + frame.subarray(2).findIndex((byte) => byte < 128);
    said += new TextDecoder().decode(inflate.frame(frame.subarray(body)));
  }
  return said;
}
