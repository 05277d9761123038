import type { Patches } from './patches.js';

/** Whom the patches tell. */
interface Heard {
  touched(sheet: CSSStyleSheet | null): void;
  /** It was made of that. */
  replaced(sheet: CSSStyleSheet, css: unknown): void;
  /** The sheet of that element may be another, or off. */
  owner(element: Element): void;
  adopts(root: Document | ShadowRoot): void;
}

/** Methods and setters by which scripts change style sheets, which no observer sees. */
export function patchSheets(patches: Patches, window: Window & typeof globalThis, heard: Heard) {
  const { CSSStyleSheet, CSSGroupingRule, CSSStyleRule, CSSKeyframesRule, CSSStyleDeclaration, StyleSheet } = window;
  const sheet = (self: unknown) => heard.touched(self as CSSStyleSheet);
  const inRule = (self: unknown) => heard.touched((self as CSSRule).parentStyleSheet);
  for (const name of ['insertRule', 'deleteRule', 'addRule', 'removeRule']) patches.method(CSSStyleSheet.prototype, name, sheet);
  const replaced = (self: unknown, [css]: readonly unknown[]) => heard.replaced(self as CSSStyleSheet, css);
  patches.method(CSSStyleSheet.prototype, 'replaceSync', replaced);
  patches.method(CSSStyleSheet.prototype, 'replace', (self, given, done) => {
    (done as Promise<unknown>).then(
      () => replaced(self, given),
      () => undefined,
    );
  });
  patches.setter(StyleSheet.prototype, 'disabled', sheet);
  for (const name of ['insertRule', 'deleteRule']) patches.method(CSSGroupingRule.prototype, name, inRule);
  for (const name of ['appendRule', 'deleteRule']) patches.method(CSSKeyframesRule.prototype, name, inRule);
  patches.setter(CSSStyleRule.prototype, 'selectorText', inRule);
  // Of an element's own style the observer tells; only what a rule says is told here.
  const inStyle = (self: unknown) => {
    const rule = (self as CSSStyleDeclaration).parentRule;
    if (rule) inRule(rule);
  };
  for (const name of ['setProperty', 'removeProperty']) patches.method(CSSStyleDeclaration.prototype, name, inStyle);
  patches.setter(CSSStyleDeclaration.prototype, 'cssText', inStyle);
  for (const { prototype } of [window.HTMLLinkElement, window.HTMLStyleElement]) {
    patches.setter(prototype, 'disabled', (self) => heard.owner(self as Element));
  }
  for (const { prototype } of [window.Document, window.ShadowRoot]) {
    patches.setter(prototype, 'adoptedStyleSheets', (self) => heard.adopts(self as Document | ShadowRoot));
  }
}
