import type { KnownNodes } from './known.js';
import { contentDocumentOf, isConnected } from '../natives.js';
import type { PageWriter } from './page-writer.js';

/** The documents in frames that are of the page's own origin, as they come and go. */
export class Frames {
  readonly #known: KnownNodes;
  readonly #writer: PageWriter;
  #changed = new Set<HTMLIFrameElement>();
  #documents = new Map<Element, Document>();

  constructor(known: KnownNodes, writer: PageWriter) {
    this.#known = known;
    this.#writer = writer;
  }

  get size(): number {
    return this.#changed.size;
  }

  clear() {
    this.#changed = new Set();
    this.#documents = new Map();
  }

  note(frame: Element) {
    this.#changed.add(frame as HTMLIFrameElement);
  }

  /** The other side does not have the frame any more: gives what was in it. */
  dropped(frame: Node): Document | undefined {
    const document = this.#documents.get(frame as Element);
    if (document) this.#documents.delete(frame as Element);
    return document;
  }

  /** Writes documents that are new, and gives them; `leave` is told of those that they replace. */
  write(leave: (document: Document) => void): Document[] {
    const written: Document[] = [];
    for (const frame of this.#changed) {
      const known = this.#known.get(frame);
      if (!known || !isConnected(frame)) continue;
      const now = contentDocumentOf(frame);
      const was = this.#documents.get(frame);
      if (now === was) continue;
      if (was) leave(was);
      this.#documents.delete(frame);
      if (!now || !this.#writer.shows(now, frame)) continue;
      this.#documents.set(frame, now);
      this.#writer.document(now, frame);
      written.push(now);
    }
    this.#changed.clear();
    return written;
  }
}
