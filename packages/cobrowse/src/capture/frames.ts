import type { KnownNodes } from './known.js';
import { contentDocumentOf, isConnected } from '../natives.js';
import type { InnerFrames } from './options.js';
import type { PageWriter } from './page-writer.js';

/** The documents in frames as they come and go: of the page's own origin, and of those that cannot be looked into that there are such. */
export class Frames {
  readonly #known: KnownNodes;
  readonly #writer: PageWriter;
  readonly #changed = new Set<HTMLIFrameElement>();
  readonly #documents = new Map<Element, Document>();
  readonly #others: InnerFrames | undefined;

  constructor(known: KnownNodes, writer: PageWriter, others: InnerFrames | undefined) {
    this.#known = known;
    this.#writer = writer;
    this.#others = others;
  }

  get size(): number {
    return this.#changed.size;
  }

  note(frame: Element) {
    this.#changed.add(frame as HTMLIFrameElement);
  }

  /** The other side does not have the frame any more: gives what was in it. */
  dropped(frame: Node): Document | undefined {
    this.#others?.dropped(frame);
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
      if (now) this.#others?.dropped(frame);
      else if (!this.#writer.isBlank(known.mask)) this.#others?.note(frame, known.id, known.mask);
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
