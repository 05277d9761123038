import type { Mask, Masker } from '../mask/masker.js';
import type { MirrorSink } from '../sink.js';
import { Details } from './details.js';
import { hostOf, isConnected, isElement, isShadow, isText, nextOf, parentOf } from '../natives.js';
import type { PageWriter } from './page-writer.js';
import { runsOf } from './placing.js';
import { collect, hasNoChildren, isLeftOut } from './tree.js';

/** How many nodes are written between two looks at the clock. */
const STRIDE = 64;

/** Who wants to know of changes that are not told as such. */
export interface ChangeWatcher {
  /** What is in an element without children (a style, a field) changed. */
  within(element: Element): void;
  attribute(element: Element, name: string): void;
  dropped(node: Node): void;
}

/**
 * Brings the other side's page to what the page is now, in steps: what the page changes between two of them is taken in before the next. A node's
 * place and mask are those that it has when it is written.
 */
export class Changes {
  readonly #writer: PageWriter;
  readonly #sink: MirrorSink;
  readonly #masker: Masker;
  readonly #watcher: ChangeWatcher;

  /** What was added or moved, and has no place over there yet. */
  #unplaced = new Set<Node>();
  readonly #details: Details;
  #removals: number[] = [];
  /** What of them may be seen may have changed, with all below. */
  #rechecked = new Set<Element>();
  #shadows = new Set<ShadowRoot>();

  /** What is being written, in order; a known one is moved. */
  #work: Node[] = [];
  #at = 0;
  #befores = new Map<Node, Node | null>();
  /** What of `loose` is written now; and what was taken out of it since. */
  #loose = new Set<Node>();
  #displaced = new Set<Node>();
  readonly #taken: Node[] = [];

  constructor(writer: PageWriter, sink: MirrorSink, masker: Masker, watcher: ChangeWatcher) {
    this.#writer = writer;
    this.#sink = sink;
    this.#masker = masker;
    this.#watcher = watcher;
    this.#details = new Details(writer.known, sink, masker);
  }

  /** How much there is that the other side does not know. */
  get size(): number {
    return this.#work.length - this.#at + this.#unplaced.size + this.#details.size + this.#shadows.size + this.#rechecked.size;
  }

  clear() {
    this.#unplaced = new Set();
    this.#details.clear();
    this.#removals = [];
    this.#rechecked = new Set();
    this.#shadows = new Set();
    this.#endWork();
  }

  /** Begins with all that is below a document or shadow root that was just written. */
  add(root: Node) {
    this.#work = this.#work.concat(collect(root, () => true).slice(1));
  }

  /** A shadow root that its host got late. */
  addShadow(root: ShadowRoot) {
    this.#shadows.add(root);
    this.#rechecked.add(hostOf(root)); // What the host has stands in slots now, which may be in something masked.
  }

  take(records: readonly MutationRecord[]) {
    for (const record of records) {
      const { target } = record;
      if (record.type === 'childList') this.#takeChildren(record);
      else if (record.type === 'characterData') this.#takeText(target as CharacterData);
      else this.#takeAttribute(target as Element, record.attributeName ?? '');
    }
    // Only now is it known of everything below them whether it came there just now.
    for (const node of this.#taken.splice(0)) if (this.#writer.known.get(node)) this.drop(node);
  }

  /** Writes for as long as `hasTime`; gives whether all is written. */
  write(hasTime: () => boolean): boolean {
    this.#recheck();
    if (!this.#work.length) this.#begin();
    for (let done = 1; this.#at < this.#work.length; done += 1) {
      this.#place(this.#work[this.#at++] as Node);
      if (done % STRIDE === 0 && !hasTime()) return false;
    }
    this.#end();
    return this.#unplaced.size === 0;
  }

  /** Takes what is known of a node and all below it away. */
  drop(node: Node) {
    const { known } = this.#writer;
    for (const one of collect(node, () => true)) {
      const was = known.get(one);
      if (!was) continue;
      // What came here just now stands elsewhere over there.
      if (one === node || this.#unplaced.has(one) || this.#loose.has(one)) this.#removals.push(was.id);
      known.delete(one);
      this.#watcher.dropped(one);
    }
  }

  #takeChildren({ target, removedNodes, addedNodes }: MutationRecord) {
    if (isElement(target) && hasNoChildren(target)) {
      this.#watcher.within(target);
      return;
    }
    const { known } = this.#writer;
    const isWriting = this.#work.length > 0;
    for (const node of removedNodes) {
      if (known.get(node)) this.#unplaced.add(node);
      else this.#unplaced.delete(node);
      if (!isWriting) continue;
      this.#displaced.add(node);
      this.#taken.push(node);
    }
    // What is in an unknown node is written with it, as it is then; but not where it came after that was listed, nor what is known already.
    const isNews = isWriting || known.get(target) !== undefined;
    for (const node of addedNodes) if ((isNews && !isLeftOut(node)) || known.get(node)) this.#unplaced.add(node);
  }

  #takeText(text: CharacterData) {
    const parent = parentOf(text);
    if (parent && isElement(parent) && hasNoChildren(parent)) this.#watcher.within(parent);
    else this.#details.text(text);
  }

  #takeAttribute(element: Element, name: string) {
    if (!this.#writer.known.get(element)) return;
    if (this.#masker.decides(name)) this.#rechecked.add(element);
    this.#details.attribute(element, name);
  }

  /** What may be seen otherwise than it was is written anew, with all below it: before anything else is. */
  #recheck() {
    const { known } = this.#writer;
    for (const root of this.#rechecked) {
      collect(root, (node) => {
        const was = known.get(node);
        const around = was && known.get(isShadow(node) ? hostOf(node) : parentOf(node));
        if (!around) return false;
        if (this.#writer.maskNow(node, around.mask) === was.mask) return this.#masker.looksUp !== false;
        this.drop(node);
        if (this.#work.length) this.#displaced.add(node);
        if (isShadow(node)) this.#shadows.add(node);
        else this.#unplaced.add(node);
        return false;
      });
    }
    this.#rechecked.clear();
  }

  #begin() {
    const { known } = this.#writer;
    this.#loose = this.#unplaced;
    this.#unplaced = new Set();
    for (const node of this.#loose) {
      if (this.#hasPlace(node)) continue;
      if (known.get(node)) this.drop(node);
      this.#loose.delete(node);
    }
    const work: Node[][] = [];
    for (const { nodes, before } of runsOf(this.#loose, known)) {
      for (const node of nodes) {
        this.#befores.set(node, before);
        work.push(known.get(node) ? [node] : collect(node, (one) => !known.get(one)));
      }
    }
    for (const root of this.#shadows) if (known.get(hostOf(root)) && !known.get(root)) work.push(collect(root, () => true));
    this.#shadows.clear();
    this.#work = work.flat();
  }

  #hasPlace(node: Node): boolean {
    const parent = parentOf(node);
    return isConnected(node) && !isLeftOut(node) && !(parent && isElement(parent) && hasNoChildren(parent));
  }

  #place(node: Node) {
    if (this.#displaced.has(node)) return;
    const { known } = this.#writer;
    const was = known.get(node);
    const isLoose = this.#loose.delete(node);
    if (!was) {
      this.#writer.write(node, this.#idBefore(node));
      if (isLoose && isText(node)) this.#details.beside(node);
      return;
    }
    const parent = known.get(parentOf(node));
    if (!isLoose) return;
    if (!parent || this.#masker.isBlocked(parent.mask)) this.drop(node);
    else if (this.#isSeenAlike(node, parent.mask)) this.#sink.moved(was.id, parent.id, this.#idBefore(node));
    else {
      this.drop(node);
      this.#loose.add(node);
      this.#work.splice(this.#at, 0, ...collect(node, (one) => !known.get(one)));
    }
  }

  /** Whether what holds for a moved node is what it was; where rules look further up, for all below it too. */
  #isSeenAlike(node: Node, around: Mask): boolean {
    const { known } = this.#writer;
    if (this.#writer.maskNow(node, around) !== known.get(node)?.mask) return false;
    if (this.#masker.looksUp === false) return true;
    return collect(node, () => true).every((below) => {
      const [was, parent] = [known.get(below), known.get(isShadow(below) ? hostOf(below) : parentOf(below))];
      return below === node || !was || (parent && this.#writer.maskNow(below, parent.mask) === was.mask);
    });
  }

  #idBefore(node: Node): number {
    const { known } = this.#writer;
    let before = this.#befores.get(node) ?? null;
    // The neighbour may have gone since.
    if (before && (!known.get(before) || parentOf(before) !== parentOf(node))) {
      for (before = nextOf(node); before && (!known.get(before) || this.#loose.has(before));) before = nextOf(before);
    }
    return known.id(before);
  }

  /** Everything has its place: what has none goes, and what changed within is said. */
  #end() {
    for (const node of this.#loose) if (this.#writer.known.get(node)) this.drop(node);
    this.#endWork();
    for (const id of this.#removals.splice(0)) this.#sink.removed(id);
    this.#details.write((element, name) => this.#watcher.attribute(element, name));
  }

  #endWork() {
    this.#work = [];
    this.#at = 0;
    this.#befores = new Map();
    this.#loose = new Set();
    this.#displaced = new Set();
  }
}
