import { NAMESPACES, type MirroredPage, type MirrorSink, type Namespace } from '../sink.js';
import { CALL, KNOWN_SHAPES, LEVELS, OPENED } from './codes.js';
import { Frames } from './frames.js';
import { Path } from './path.js';
import type { Writer } from './writer.js';

/**
 * Writes the calls of a mirror as frames, for a `Decoder` at the other end. Calls are collected; `flush` makes a frame of them, of 64 KB at most
 * before it is deflated, and gives whether more waits. A `fresh` begins a stream of its own, and drops what no frame was made of.
 */
export class Encoder implements MirrorSink {
  readonly #frames: Frames;
  readonly #writer: Writer;
  readonly #path = new Path();
  readonly #told: (address: string) => void;
  #lastNew = 0;
  #lastNamed = 0;
  #shapes = new Map<string, number>();
  #sheets = new Map<number, string>();

  /**
   * @param send Gets each frame, with `FRAME.mirror` in front, as `Channel.send` takes it.
   * @param told Gets the address of each page that is written, as it is written: masked.
   */
  constructor(send: (frame: Uint8Array) => void, told: (address: string) => void = () => undefined) {
    this.#told = told;
    this.#frames = new Frames(send);
    this.#writer = this.#frames.writer;
  }

  /** The number of the last frame, from 1 on; what an `ack` is about. */
  get frame(): number {
    return this.#frames.number;
  }

  /** Bytes that wait for a flush. */
  get waiting(): number {
    return this.#writer.end;
  }

  flush(): boolean {
    return this.#frames.flush();
  }

  fresh(page: MirroredPage) {
    this.#frames.begin();
    this.#path.clear();
    this.#lastNew = this.#lastNamed = 0;
    this.#shapes = new Map();
    this.#sheets = new Map();
    this.#page(CALL.fresh, page);
  }

  shown() {
    this.#frames.call(CALL.shown);
  }

  paged(page: MirroredPage) {
    this.#page(CALL.paged, page);
  }

  document(id: number, frame: number, quirks: boolean, base: string) {
    this.#named(CALL.document, id);
    this.#writer.number(frame);
    this.#writer.number(Number(quirks));
    this.#writer.string(base);
    this.#path.climb(id);
    this.#lastNew = id;
  }

  element(id: number, parent: number, before: number, namespace: Namespace, tag: string, attributes: readonly string[]) {
    this.#place(CALL.element, CALL.elementAt, id, parent, before);
    this.#path.enter(id);
    this.#shape(namespace, tag, attributes);
    for (let index = 1; index < attributes.length; index += 2) this.#writer.string(attributes[index] as string);
  }

  text(id: number, parent: number, before: number, text: string) {
    this.#place(CALL.text, CALL.textAt, id, parent, before);
    this.#writer.string(text);
  }

  shadow(id: number, host: number) {
    this.#named(CALL.shadow, id);
    this.#writer.signed(host - id);
    this.#path.climb(host);
    this.#path.enter(id);
    this.#lastNew = id;
  }

  moved(id: number, parent: number, before: number) {
    this.#named(CALL.moved, id);
    this.#writer.signed(parent - id);
    this.#writer.signed(before && before - id);
  }

  removed(id: number) {
    this.#named(CALL.removed, id);
    this.#sheets.delete(id);
  }

  attribute(id: number, name: string, value: string | null) {
    this.#named(value === null ? CALL.unset : CALL.attribute, id);
    this.#writer.string(name);
    if (value !== null) this.#writer.string(value);
  }

  said(id: number, text: string) {
    this.#named(CALL.said, id);
    this.#writer.string(text);
  }

  value(id: number, value: string) {
    this.#named(CALL.value, id);
    this.#writer.string(value);
  }

  checked(id: number, on: boolean, isMixed = false) {
    this.#named(CALL.checked, id);
    this.#writer.number(Number(on) + Number(isMixed) * 2);
  }

  chosen(id: number, options: readonly number[]) {
    this.#named(CALL.chosen, id);
    this.#writer.number(options.length);
    for (const option of options) this.#writer.number(option);
  }

  scrolled(id: number, x: number, y: number) {
    this.#named(CALL.scrolled, id);
    this.#writer.px(x);
    this.#writer.px(y);
  }

  /** Of a sheet that was said before, only what is between what it begins and what it ends with as before. */
  sheet(id: number, css: string) {
    const was = this.#sheets.get(id) ?? '';
    this.#sheets.set(id, css);
    const most = Math.min(was.length, css.length);
    let head = 0;
    while (head < most && was.charCodeAt(head) === css.charCodeAt(head)) head += 1;
    let tail = 0;
    while (tail < most - head && was.charCodeAt(was.length - 1 - tail) === css.charCodeAt(css.length - 1 - tail)) tail += 1;
    // Never through the middle of a sign outside the basic plane.
    if (head && isHigh(css.charCodeAt(head - 1))) head -= 1;
    if (tail && isHigh(css.charCodeAt(css.length - tail - 1))) tail -= 1;
    this.#frames.call(CALL.sheet);
    this.#writer.signed(id);
    this.#writer.number(head);
    this.#writer.number(tail);
    this.#writer.string(css.slice(head, css.length - tail));
  }

  adopted(root: number, sheets: readonly number[]) {
    this.#named(CALL.adopted, root);
    this.#writer.number(sheets.length);
    for (const sheet of sheets) this.#writer.signed(sheet);
  }

  picture(id: number, bytes: Uint8Array) {
    this.#named(CALL.picture, id);
    this.#writer.raw(bytes);
  }

  blank(id: number, width: number, height: number) {
    this.#named(CALL.blank, id);
    this.#writer.px(width);
    this.#writer.px(height);
  }

  pointer(x: number, y: number, pressed: boolean) {
    this.#frames.call(CALL.pointer);
    this.#writer.px(x);
    this.#writer.px(y);
    this.#writer.number(Number(pressed));
  }

  focused(id: number) {
    this.#named(CALL.focused, id);
  }

  opened(id: number, how: (typeof OPENED)[number]) {
    this.#named(CALL.opened, id);
    this.#writer.number(OPENED.indexOf(how));
  }

  #page(code: number, { title, address, base, width, height, media, bar = -1 }: MirroredPage) {
    this.#frames.call(code);
    for (const text of [title, address, base]) this.#writer.string(text);
    for (const side of [width, height, media, bar]) this.#writer.px(side);
    this.#told(address);
  }

  #named(code: number, id: number) {
    this.#frames.call(code);
    this.#writer.signed(id - this.#lastNamed);
    this.#lastNamed = id;
  }

  #place(next: number, anywhere: number, id: number, parent: number, before: number) {
    const up = this.#path.up(parent);
    this.#path.climb(parent);
    if (up >= 0 && up < LEVELS && !before && id === this.#lastNew + 1) this.#frames.call(next + up);
    else {
      this.#frames.call(anywhere);
      this.#writer.signed(id - this.#lastNew);
      this.#writer.signed(parent - id);
      this.#writer.signed(before && before - id);
    }
    this.#lastNew = id;
  }

  /** The tag and the names of the attributes are told once; from then on they are a number. 0: they follow. */
  #shape(namespace: Namespace, tag: string, attributes: readonly string[]) {
    const writer = this.#writer;
    const shapes = this.#shapes;
    let key = `${namespace} ${tag}`;
    for (let index = 0; index < attributes.length; index += 2) key += ` ${attributes[index] ?? ''}`;
    const known = shapes.get(key);
    if (known !== undefined) {
      writer.number(known);
      return;
    }
    if (shapes.size < KNOWN_SHAPES) shapes.set(key, shapes.size + 1);
    writer.number(0);
    writer.number(NAMESPACES.indexOf(namespace));
    writer.string(tag);
    writer.number(attributes.length >> 1);
    for (let index = 0; index < attributes.length; index += 2) writer.string(attributes[index] as string);
  }
}

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;
