import type { MirroredPage, MirrorSink, Namespace } from '../sink.js';

/** A text, or an element: its name (`svg:path` for one of SVG), its attributes, and what is in it. */
export type Told = string | readonly [tag: string, attributes?: Readonly<Record<string, string>>, ...inside: Told[]];

export const PAGE: MirroredPage = {
  title: 'Lamps',
  address: 'https://shop.example/lamps',
  base: 'https://shop.example/lamps',
  width: 800,
  height: 600,
  media: 0,
  bar: undefined,
};

/** Tells a sink of pages, node by node, as capture does. Nodes that have an `id` are found by it. */
export class PageTeller {
  readonly ids = new Map<string, number>();
  readonly #sink: MirrorSink;
  #next = 1;

  constructor(sink: MirrorSink) {
    this.#sink = sink;
  }

  /** The id of the node whose attribute `id` is that. */
  id(name: string): number {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`nothing was told of ${name}`);
    return id;
  }

  newId(): number {
    return this.#next++;
  }

  /** A whole page with this in its head and body. */
  fresh(body: readonly Told[], { head = [], page = {} }: { head?: readonly Told[]; page?: Partial<MirroredPage> } = {}): void {
    this.begin(page);
    const html = this.tell(['html', { id: 'html' }], 1);
    const inHead = this.tell(['head', { id: 'head' }], html);
    for (const each of head) this.tell(each, inHead);
    const inBody = this.tell(['body', { id: 'body' }], html);
    for (const each of body) this.tell(each, inBody);
    this.#sink.shown();
  }

  begin(page: Partial<MirroredPage> = {}, quirks = false): void {
    this.#next = 1;
    this.ids.clear();
    this.#sink.fresh({ ...PAGE, ...page });
    this.#sink.document(this.newId(), 0, quirks, page.base ?? PAGE.base);
  }

  /** Adds a node, and what is in it; gives its id. */
  tell(told: Told, parent: number, before = 0): number {
    const id = this.newId();
    if (typeof told === 'string') {
      this.#sink.text(id, parent, before, told);
      return id;
    }
    const [name, attributes = {}, ...inside] = told;
    const [namespace, tag] = name.includes(':') ? (name.split(':') as [Namespace, string]) : (['html', name] as const);
    if (attributes.id !== undefined) this.ids.set(attributes.id, id);
    this.#sink.element(id, parent, before, namespace, tag, Object.entries(attributes).flat());
    for (const each of inside) this.tell(each, id);
    return id;
  }
}
