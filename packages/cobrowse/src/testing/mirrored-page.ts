import type { MirrorSink, MirroredPage } from '../sink.js';

const NAMESPACES = { html: 'http://www.w3.org/1999/xhtml', svg: 'http://www.w3.org/2000/svg', math: 'http://www.w3.org/1998/Math/MathML' };

interface MirroredNode {
  readonly id: number;
  readonly kind: 'document' | 'element' | 'text' | 'shadow';
  readonly name: string;
  readonly attributes: Map<string, string>;
  text: string;
  parent: MirroredNode | undefined;
  readonly children: MirroredNode[];
  /** What was said of it besides: its value, its sheet, where it is scrolled to ... */
  readonly state: Map<string, unknown>;
}

/** A sink that keeps the page as a tree, and refuses what would not make sense: what names an unknown node, and circles. */
export class MirroredPageSink implements MirrorSink {
  page: MirroredPage | undefined;
  isShown = false;
  focus = 0;
  pointed: readonly unknown[] = [];
  readonly sheets = new Map<number, string>();
  private nodes = new Map<number, MirroredNode>();

  node(id: number): MirroredNode {
    const node = this.nodes.get(id);
    if (!node) throw new Error(`no node ${id}`);
    return node;
  }

  get size() {
    return this.nodes.size;
  }

  /** Of all nodes, the oldest first. */
  get ids(): number[] {
    return [...this.nodes.keys()];
  }

  fresh(page: MirroredPage) {
    this.page = page;
    this.isShown = false;
    this.nodes = new Map();
    this.sheets.clear();
  }

  shown() {
    this.isShown = true;
  }

  paged(page: MirroredPage) {
    this.page = page;
  }

  document(id: number, frame: number, quirks: boolean) {
    this.enter(id, 'document', quirks ? 'quirks' : '', frame);
  }

  element(id: number, parent: number, before: number, namespace: keyof typeof NAMESPACES, tag: string, attributes: readonly string[]) {
    const node = this.enter(id, 'element', tag, parent, before);
    node.state.set('namespace', NAMESPACES[namespace]);
    for (let at = 0; at < attributes.length; at += 2) node.attributes.set(attributes[at] ?? '', attributes[at + 1] ?? '');
  }

  text(id: number, parent: number, before: number, text: string) {
    this.enter(id, 'text', '', parent, before).text = text;
  }

  shadow(id: number, host: number) {
    this.enter(id, 'shadow', '', host, this.node(host).children[0]?.id);
  }

  moved(id: number, parent: number, before: number) {
    const node = this.node(id);
    this.leave(node);
    for (let at: MirroredNode | undefined = this.node(parent); at; at = at.parent) if (at === node) throw new Error(`${id} into itself`);
    this.place(node, parent, before);
  }

  removed(id: number) {
    // What was in what is gone may be named again.
    const node = this.nodes.get(id);
    if (!node) return;
    this.leave(node);
    const forget = (one: MirroredNode) => {
      this.nodes.delete(one.id);
      one.children.forEach(forget);
    };
    forget(node);
  }

  attribute(id: number, name: string, value: string | null) {
    if (value === null) this.node(id).attributes.delete(name);
    else this.node(id).attributes.set(name, value);
  }

  said(id: number, text: string) {
    this.node(id).text = text;
  }

  value(id: number, value: string) {
    this.node(id).state.set('value', value);
  }

  checked(id: number, on: boolean, isMixed = false) {
    this.node(id).state.set('checked', on);
    this.node(id).state.set('mixed', isMixed);
  }

  chosen(id: number, options: readonly number[]) {
    this.node(id).state.set('chosen', [...options]);
  }

  scrolled(id: number, x: number, y: number) {
    this.node(id).state.set('scrolled', [x, y]);
  }

  sheet(id: number, css: string) {
    if (id > 0) this.node(id);
    this.sheets.set(id, css);
  }

  adopted(root: number, sheets: readonly number[]) {
    for (const sheet of sheets) if (!this.sheets.has(sheet)) throw new Error(`no sheet ${sheet}`);
    this.node(root).state.set('adopted', [...sheets]);
  }

  picture(id: number, bytes: Uint8Array) {
    this.node(id).state.set('picture', bytes);
  }

  blank(id: number, width: number, height: number) {
    this.node(id).state.set('blank', [width, height]);
  }

  pointer(...pointed: readonly unknown[]) {
    this.pointed = pointed;
  }

  focused(id: number) {
    if (id) this.node(id);
    this.focus = id;
  }

  opened(id: number, how: string) {
    this.node(id).state.set('opened', how);
  }

  private enter(id: number, kind: MirroredNode['kind'], name: string, parent: number, before = 0) {
    if (this.nodes.has(id)) throw new Error(`${id} again`);
    const node: MirroredNode = { id, kind, name, attributes: new Map(), text: '', parent: undefined, children: [], state: new Map() };
    this.nodes.set(id, node);
    if (parent) this.place(node, parent, before);
    return node;
  }

  private place(node: MirroredNode, parent: number, before: number) {
    const around = this.node(parent);
    const at = before ? around.children.indexOf(this.node(before)) : around.children.length;
    if (at < 0) throw new Error(`${before} is not in ${parent}`);
    around.children.splice(at, 0, node);
    node.parent = around;
  }

  private leave(node: MirroredNode) {
    const siblings = node.parent?.children ?? [];
    const at = siblings.indexOf(node);
    if (at >= 0) siblings.splice(at, 1);
    node.parent = undefined;
  }

  /** The page as text, to compare. */
  html(id = 1): string {
    const { kind, name, attributes, text, children } = this.node(id);
    if (kind === 'text') return text;
    const inner = children.map((child) => this.html(child.id)).join('');
    if (kind === 'document') return `[document]${inner}`;
    if (kind === 'shadow') return `[shadow]${inner}[/shadow]`;
    const said = [...attributes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => ` ${key}="${value}"`);
    return `<${name}${said.join('')}>${inner}</${name}>`;
  }
}

/** How many nodes the mirror of a document has. */
export const countOf = (document: Document) => nodesOf(document).length;

function nodesOf(node: Node): Node[] {
  if (!isMirroredNode(node)) return [];
  const inner = node.nodeType === 1 && CHILDLESS.test((node as Element).localName) ? [] : [...node.childNodes];
  const shadow = (node as Element).shadowRoot;
  return [node, ...(shadow ? nodesOf(shadow) : []), ...inner.flatMap(nodesOf)];
}

const HOLLOW = /^(script|noscript|template|meta|base|title|object|embed)$/;
const CHILDLESS = /^(script|noscript|template|meta|base|title|object|embed|style|textarea|iframe|canvas|video|audio)$/;
const isMirroredNode = (node: Node) =>
  [1, 3, 9, 11].includes(node.nodeType) &&
  !(node.nodeType === 1 && HOLLOW.test((node as Element).localName) && node.parentElement?.localName === 'head');

/** The same of a real page that nothing masks. */
export function htmlOf(node: Node): string {
  if (!isMirroredNode(node)) return '';
  if (node.nodeType === 3) return node.nodeValue ?? '';
  const inner = () => [...node.childNodes].map(htmlOf).join('');
  if (node.nodeType === 9) return `[document]${inner()}`;
  if (node.nodeType === 11) return `[shadow]${inner()}[/shadow]`;
  const { localName: tag, attributes: given, shadowRoot } = node as Element;
  const attributes = HOLLOW.test(tag) ? [] : [...given].filter(({ name }) => !/^(on.*|nonce|srcdoc|ping|integrity)$/.test(name));
  const said = attributes.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, value }) => ` ${name}="${value}"`);
  const shadow = shadowRoot ? htmlOf(shadowRoot) : '';
  return `<${tag}${said.join('')}>${shadow}${CHILDLESS.test(tag) ? '' : inner()}</${tag}>`;
}
