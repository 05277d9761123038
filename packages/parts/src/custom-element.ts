/**
 * Defines an element once: a page may load two bundles that carry the same one, and the first stays.
 * Named as Lit's own decorator is, which does the same but throws the second time, because the manifest's analyzer goes by the name.
 */
export const customElement =
  (name: string) =>
  (constructor: CustomElementConstructor): void => {
    if (!customElements.get(name)) customElements.define(name, constructor);
  };
