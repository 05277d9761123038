import type { PageRules } from './pages.js';

/** Which elements a site, or a page's rules, marked: lists of selectors, each of which the browser can read. */
export interface Marks {
  /** All that matter, so that an element is asked about once. */
  readonly any: string;
  readonly block: string;
  readonly mask: string;
  readonly unmask: string;
}

const byName = (name: string) => `[data-deskbell-${name}],.deskbell-${name}`;

/** As the browser reads it, so that nothing in it can reach over into the one behind it; undefined where it is not one whole selector of elements. */
function readable(selector: string): string | undefined {
  const sheet = new CSSStyleSheet();
  try {
    sheet.insertRule(`${selector}{}`);
  } catch {
    return undefined;
  }
  const [rule] = sheet.cssRules;
  const read = rule instanceof CSSStyleRule ? rule.selectorText : '';
  return read === '' || read.includes('::') ? undefined : read;
}

const isRead = (selector: string | undefined) => selector !== undefined;

/** Where one to mask cannot be read, all is masked; one to unmask unmasks nothing. */
export function marksOf(rules: Pick<PageRules, 'mask' | 'unmask'>): Marks {
  const masks = rules.mask.map(readable);
  const mask = masks.every(isRead) ? [byName('mask'), ...masks].join() : '*';
  const unmask = [byName('unmask'), ...rules.unmask.map(readable).filter(isRead)].join();
  const block = byName('block');
  return { any: [block, mask, unmask].join(), block, mask, unmask };
}

/** The attributes that selectors look at. */
export function attributesIn(selectors: readonly string[]): string[] {
  return selectors.flatMap((selector) => [...selector.matchAll(/\[\s*(?:[\w*-]*\|)?([\w-]+)/g)].map(([, name = '']) => name.toLowerCase()));
}
