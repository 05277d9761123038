// The rules of style sheets as text, as they are now, whoever changed them.

const URL_IN_CSS = /url\(\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([^)"'\s]*))\s*\)/g;
const IS_ABSOLUTE = /^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i;
/** Imports that import each other go no deeper. */
const DEEPEST = 8;

/** The rules of a sheet; undefined where its origin does not let us read them. */
export function rulesOf(sheet: CSSStyleSheet): CSSRuleList | undefined {
  try {
    return sheet.cssRules;
  } catch {
    return undefined;
  }
}

/** Addresses relative to where the sheet came from, made absolute: on the other side it stands in the page itself. */
export function absolute(css: string, base: string | null): string {
  if (!base || !css.includes('url(')) return css;
  return css.replace(URL_IN_CSS, (whole, double?: string, single?: string, bare?: string) => {
    const address = double ?? single ?? bare ?? '';
    if (!address || IS_ABSOLUTE.test(address)) return whole;
    try {
      return `url("${new URL(address, base).href.replaceAll('"', '%22')}")`;
    } catch {
      return whole;
    }
  });
}

/** A rule; what it imports stands in its place, where it can be read. */
export function textOfRule(rule: CSSRule, base: string | null, depth = 0): string {
  if (!('styleSheet' in rule)) return absolute(rule.cssText, base);
  const imported = rule as CSSImportRule;
  const sheet = imported.styleSheet;
  const rules = sheet && depth < DEEPEST ? rulesOf(sheet) : undefined;
  if (!sheet || !rules) return absolute(rule.cssText, base);
  let css = Array.from(rules, (inner) => textOfRule(inner, sheet.href ?? base, depth + 1)).join('\n');
  const { layerName, supportsText } = imported as CSSImportRule & { supportsText?: string | null };
  if (layerName !== null) css = `@layer ${layerName} {${css}}`;
  if (supportsText) css = `@supports ${supportsText} {${css}}`;
  const media = imported.media.mediaText;
  return media ? `@media ${media} {${css}}` : css;
}
