import { NAMESPACES, type MirroredPage, type MirrorSink, type Namespace } from '../sink.js';
import { CALL, KNOWN_SHAPES, OPENED } from './codes.js';
import { BrokenStream } from './inflate.js';
import { NodeCount } from './node-count.js';
import { Path } from './path.js';
import type { Reader } from './reader.js';

const MOST_ATTRIBUTES = 4_096;
const MOST_LISTED = 100_000;
const MOST_ID = 2 ** 31;

interface Shape {
  readonly namespace: Namespace;
  readonly tag: string;
  readonly names: readonly string[];
}
type Make = () => void;

/** The calls of a stream, one after the other. What a call says is read whole before anything changes, since it may be cut off in the middle. */
export class Calls {
  private readonly reader: Reader;
  private readonly sink: MirrorSink;
  private readonly most: { readonly sheets: number };
  private readonly count: NodeCount;
  private readonly path = new Path();
  private lastNew = 0;
  private lastNamed = 0;
  private shapes: Shape[] = [];
  private sheets = new Map<number, string>();
  private sheetsLength = 0;

  constructor(reader: Reader, sink: MirrorSink, most: { readonly sheets: number; readonly nodes: number }) {
    this.reader = reader;
    this.sink = sink;
    this.most = most;
    this.count = new NodeCount(most.nodes);
  }

  forget() {
    this.path.clear();
    this.lastNew = this.lastNamed = this.sheetsLength = 0;
    this.shapes = [];
    this.sheets = new Map();
    this.count.clear();
  }

  /** Reads the next call, and gives what makes it. @throws {Cut} It is not there as a whole. @throws {BrokenStream} It is none. */
  next(): Make {
    const { reader, sink } = this;
    reader.mark();
    const code = reader.byte();
    if (code >= CALL.text) return this.text(this.lastNew + 1, this.above(code - CALL.text), 0);
    if (code >= CALL.element) return this.element(this.lastNew + 1, this.above(code - CALL.element), 0);
    switch (code) {
      case CALL.elementAt:
        return this.placed((id, parent, before) => this.element(id, parent, before));
      case CALL.textAt:
        return this.placed((id, parent, before) => this.text(id, parent, before));
      case CALL.sheet:
        return this.sheet();
      case CALL.shown:
        return () => sink.shown();
      case CALL.fresh:
      case CALL.paged: {
        const page = this.page();
        return () => (code === CALL.fresh ? sink.fresh(page) : sink.paged(page));
      }
      case CALL.pointer: {
        const [x, y, pressed] = [reader.signed(), reader.signed(), reader.upTo(1) === 1];
        return () => sink.pointer(x, y, pressed);
      }
      default:
        return this.named(code);
    }
  }

  private page(): MirroredPage {
    const { reader } = this;
    const [title, address, base] = [reader.string(), reader.string(), reader.string()];
    const [width, height, media, bar] = [reader.signed(), reader.signed(), reader.signed(), reader.signed()];
    return { title, address, base, width: Math.max(0, width), height: Math.max(0, height), media, bar: bar < 0 ? undefined : bar };
  }

  private placed(read: (id: number, parent: number, before: number) => Make): Make {
    const id = checked(this.lastNew + this.reader.signed());
    const parent = checked(id + this.reader.signed());
    const before = this.reader.signed();
    return read(id, parent, before && checked(id + before));
  }

  private above(up: number): number {
    const parent = this.path.at(up);
    if (parent === undefined) throw new BrokenStream('no such parent');
    return parent;
  }

  private element(id: number, parent: number, before: number): Make {
    const { reader } = this;
    const number = reader.number();
    const shape = number ? this.shapes[number - 1] : this.shape();
    if (!shape) throw new BrokenStream('no such shape');
    const attributes = shape.names.flatMap((name) => [name, reader.string()]);
    return () => {
      if (!number && this.shapes.length < KNOWN_SHAPES) this.shapes.push(shape);
      this.enter(id, parent);
      this.path.enter(id);
      this.sink.element(id, parent, before, shape.namespace, shape.tag, attributes);
    };
  }

  private shape(): Shape {
    const { reader } = this;
    const namespace = NAMESPACES[reader.upTo(NAMESPACES.length - 1)] ?? 'html';
    const tag = reader.string();
    return { namespace, tag, names: Array.from({ length: reader.upTo(MOST_ATTRIBUTES) }, () => reader.string()) };
  }

  private text(id: number, parent: number, before: number): Make {
    const text = this.reader.string();
    return () => {
      this.enter(id, parent);
      this.sink.text(id, parent, before, text);
    };
  }

  private enter(id: number, parent: number) {
    this.count.add(id, parent);
    this.path.climb(parent);
    this.lastNew = id;
  }

  private sheet(): Make {
    const { reader } = this;
    const [id, head, tail, middle] = [reader.signed(), reader.number(), reader.number(), reader.string()];
    return () => {
      const was = this.sheets.get(id) ?? '';
      if (head + tail > was.length) throw new BrokenStream('no such part of a sheet');
      const css = was.slice(0, head) + middle + was.slice(was.length - tail);
      this.sheetsLength += css.length - was.length;
      if (this.sheetsLength > this.most.sheets) throw new BrokenStream('too many style sheets');
      this.sheets.set(id, css);
      this.sink.sheet(id, css);
    };
  }

  /** All calls that begin with the node they are about. */
  private named(code: number): Make {
    const id = this.lastNamed + this.reader.signed();
    if (id || code !== CALL.focused) checked(id);
    const make = this.about(code, id);
    return () => {
      this.lastNamed = id;
      make();
    };
  }

  private about(code: number, id: number): Make {
    const { reader, sink } = this;
    const list = (read: () => number) => Array.from({ length: reader.upTo(MOST_LISTED) }, read);
    switch (code) {
      case CALL.document: {
        const [frame, quirks, base] = [reader.number(), reader.upTo(1) === 1, reader.string()];
        return () => {
          this.count.add(id, frame);
          this.path.climb(id);
          this.lastNew = id;
          sink.document(id, frame, quirks, base);
        };
      }
      case CALL.shadow: {
        const host = checked(id + reader.signed());
        return () => {
          this.enter(id, host);
          this.path.enter(id);
          sink.shadow(id, host);
        };
      }
      case CALL.moved: {
        const [parent, before] = [checked(id + reader.signed()), reader.signed()];
        return () => {
          this.count.move(id, parent);
          sink.moved(id, parent, before && id + before);
        };
      }
      case CALL.removed:
        return () => {
          this.count.remove(id);
          this.drop(id);
          sink.removed(id);
        };
      case CALL.attribute: {
        const [name, value] = [reader.string(), reader.string()];
        return () => sink.attribute(id, name, value);
      }
      case CALL.unset: {
        const name = reader.string();
        return () => sink.attribute(id, name, null);
      }
      case CALL.said:
      case CALL.value: {
        const text = reader.string();
        return () => (code === CALL.said ? sink.said(id, text) : sink.value(id, text));
      }
      case CALL.checked: {
        const how = reader.upTo(3);
        return () => sink.checked(id, how % 2 === 1, how > 1);
      }
      case CALL.chosen: {
        const options = list(() => reader.number());
        return () => sink.chosen(id, options);
      }
      case CALL.adopted: {
        const sheets = list(() => reader.signed());
        return () => sink.adopted(id, sheets);
      }
      case CALL.scrolled:
      case CALL.blank: {
        const [x, y] = [reader.signed(), reader.signed()];
        return () => (code === CALL.scrolled ? sink.scrolled(id, x, y) : sink.blank(id, Math.max(0, x), Math.max(0, y)));
      }
      case CALL.picture: {
        const bytes = reader.raw();
        return () => sink.picture(id, bytes);
      }
      case CALL.focused:
        return () => sink.focused(id);
      case CALL.opened: {
        const how = OPENED[reader.upTo(OPENED.length - 1)] ?? '';
        return () => sink.opened(id, how);
      }
      default:
        throw new BrokenStream('no such call');
    }
  }

  private drop(id: number) {
    this.sheetsLength -= this.sheets.get(id)?.length ?? 0;
    this.sheets.delete(id);
  }
}

function checked(id: number): number {
  if (!(id >= 1 && id < MOST_ID)) throw new BrokenStream('no such node');
  return id;
}
