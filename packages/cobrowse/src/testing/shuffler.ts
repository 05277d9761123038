/** Does something to a page with each call: the same for the same seed. */
export function shuffler(document: Document, seed: number): () => void {
  let state = seed * 2_654_435_761;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const body = document.body;
  const loose: Element[] = [];
  let count = 0;
  const all = () => {
    const found: Element[] = [];
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        found.push(element);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(body);
    return found;
  };
  const any = <Of>(list: readonly Of[]): Of | undefined => list[below(list.length)];
  const anywhere = (): ParentNode & Node => {
    const element = any(all()) ?? body;
    return element.shadowRoot && below(2) ? element.shadowRoot : element.localName === 'img' ? body : element;
  };
  const put = (node: Node) => {
    const parent = anywhere();
    if (node.contains(parent) || (parent.getRootNode() instanceof ShadowRoot && node.contains((parent.getRootNode() as ShadowRoot).host)))
      return;
    try {
      parent.insertBefore(node, any([...parent.childNodes, null]) ?? null);
    } catch {
      // It would be in itself, over a shadow root: the page is refused that too.
    }
  };
  const acts = [
    () => put(document.createTextNode(`text ${(count += 1)}`)),
    () => put(document.createComment(`${(count += 1)}`)),
    () => {
      const element = document.createElement(any(['div', 'span', 'p', 'script', 'img'])!);
      element.id = `e${(count += 1)}`;
      if (below(2)) element.innerHTML = `<i>${count}</i> and <b title="${count}">more<u></u></b>`;
      put(element);
    },
    () => {
      const element = any(all());
      if (element) put(element);
    },
    () => {
      const element = any(all());
      if (element) put(element);
    },
    () => {
      const element = any(all());
      element?.remove();
      if (element && below(2)) loose.push(element);
    },
    () => {
      const element = loose.pop();
      if (element) put(element);
    },
    () => any(all())?.setAttribute(any(['class', 'title', 'data-a'])!, `${below(5)}`),
    () => any(all())?.removeAttribute(any(['class', 'title', 'data-a'])!),
    () => {
      const text = any(
        [...(any(all())?.childNodes ?? [])].filter((node) => node instanceof (document.defaultView as Window & typeof globalThis).Text),
      );
      if (text) text.nodeValue = `said ${(count += 1)}`;
    },
    () => {
      const element = any(all());
      if (element && ['div', 'span', 'p'].includes(element.localName) && !element.shadowRoot && below(3) === 0) {
        element.attachShadow({ mode: 'open' }).innerHTML = `<em>${(count += 1)}</em><slot></slot>`;
      }
    },
    () => {
      const element = any(all());
      if (element && below(3) === 0) element.textContent = `all ${(count += 1)}`;
    },
  ];
  return () => any(acts)?.();
}
