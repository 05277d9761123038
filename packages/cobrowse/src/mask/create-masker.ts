import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import { createAddresses } from './addresses.js';
import { createAttributes } from './attributes.js';
import { textAfter, textBefore } from './beside.js';
import { BLOCKED, FIRM, HOST, INERT, MASKED, SECRET, STYLE } from './bits.js';
import { createFields } from './fields.js';
import type { Mask, Masker } from './masker.js';
import { createMasks } from './masks.js';
import { areaValueOf, attributeOf, chosenOf, closest, controlOf, find, tagOf, slotOfText, contentOf, valueOf } from '../natives.js';
import { createSecrets } from './secrets.js';
import { attributesIn } from './selectors.js';
import { FIXED, masked } from './signs.js';
import { createStyles } from './styles.js';

/** By which secret fields and pictures are told, besides what the rules' selectors look at. */
const DECIDING =
  'class id name type autocomplete maxlength aria-label src srcset slot data-deskbell-mask data-deskbell-unmask data-deskbell-block';
/** What selectors may look at without naming it, as `:disabled` and `:link` do. */
const STATES = 'checked dir disabled href lang open placeholder readonly required';
/** Nothing is typed into these, and their text is not to be seen. */
const UNSHOWN = /^(?:hidden|file)$/i;

const isUnseen = (mask: Mask) => (mask & (MASKED | BLOCKED | SECRET | INERT)) !== 0;

/** What it does, or what it does where that fails: closed. */
const closed =
  <Asked extends unknown[], Answer>(answer: (...asked: Asked) => Answer, otherwise: (...asked: Asked) => Answer) =>
  (...asked: Asked): Answer => {
    try {
      return answer(...asked);
    } catch {
      return otherwise(...asked);
    }
  };

/** The rules as far as they can be read; where one cannot, all is masked. */
function readable(rules: MirrorRules): MirrorRules {
  try {
    createSecrets(rules.patterns);
    createAddresses(rules.parameters, createSecrets([]));
    return rules;
  } catch {
    return { ...rules, mask: ['*'], patterns: [], parameters: [] };
  }
}

function read(field: Element): string {
  switch (tagOf(field)) {
    case 'input':
      return valueOf(field as HTMLInputElement);
    case 'textarea':
      return areaValueOf(field as HTMLTextAreaElement);
    case 'select':
      return chosenOf(field as HTMLSelectElement);
    default:
      return contentOf(field) ?? '';
  }
}

/**
 * The masker of a page, by the workspace's rules. What it promises: packages/cobrowse/RULES.md. Rules that nobody can read mask everything. `around`:
 * the mask of the frame that the page stands in, where that is of another origin.
 */
export function createMasker(given: MirrorRules, window: Window, around: Mask = 0): Masker {
  const rules = readable(given);
  const secrets = createSecrets(rules.patterns);
  const addresses = createAddresses(rules.parameters, secrets);
  const styles = createStyles(addresses, secrets);
  const fields = createFields();
  const masks = createMasks(rules, window, fields, addresses, around);
  const { root, of, at } = masks;

  const selectors = closed(
    () => [rules, ...rules.pages].flatMap(({ mask, unmask }) => [...(mask ?? []), ...(unmask ?? [])]),
    () => [],
  )();
  const deciding = new Set([
    ...DECIDING.split(' '),
    ...attributesIn(selectors),
    ...(selectors.some((selector) => selector.includes(':')) ? STATES.split(' ') : []),
  ]);

  const attribute = createAttributes(secrets, addresses, styles);
  const page = () => root(window.document);
  const isPrivate = (mask: Mask) => (mask & MASKED) !== 0 || masks.heldBy(mask).isPrivate;

  const isSlottedUnseen = (node: Text) => {
    const slot = slotOfText(node);
    return slot !== null && (at(slot) & (FIRM | BLOCKED)) !== 0;
  };
  const isTyped = (parent: Element) => closest(parent, '[contenteditable]:not([contenteditable=false i])') !== null;

  const text = (text: string, parent: Element | null, mask: Mask, node?: Text) => {
    if (mask & (BLOCKED | INERT)) return '';
    if (mask & STYLE) return styles.sheet(text, isPrivate(mask));
    if (mask & SECRET) return text && FIXED;
    if (mask & MASKED || (mask & HOST && node && isSlottedUnseen(node))) return masked(text);
    const around = node ?? parent;
    const leading = around && secrets.mayGoOn(text, 0) ? textBefore(around) : '';
    const following = around && secrets.mayGoOn(text, text.length - 1) ? textAfter(around) : '';
    const seen = secrets.open(text, leading, following);
    return text.length > 8 && parent && isTyped(parent) ? secrets.typed(seen) : seen;
  };

  const value = (field: Element, mask: Mask) => {
    if (mask & (BLOCKED | INERT) || UNSHOWN.test(attributeOf(field, 'type') ?? '')) return '';
    const held = read(field);
    if (mask & SECRET) return held && FIXED;
    return mask & MASKED ? masked(held) : secrets.typed(held);
  };

  const mayControl = (element: Element) => {
    if (isUnseen(at(element))) return false;
    // A click on a label is one on what it is for.
    const label = closest(element, 'label');
    const control = label && controlOf(label as HTMLLabelElement);
    return !control || !isUnseen(at(control));
  };

  return {
    root,
    of,
    at,
    isBlocked: (mask) => (mask & BLOCKED) !== 0,
    // Asked for each node of a page: without the list that `closed` makes of what it is asked.
    text(of, parent, mask, node) {
      try {
        return text(of, parent, mask, node);
      } catch {
        return masked(of);
      }
    },
    attribute(element, name, value, mask) {
      try {
        return attribute(element, name, value, mask);
      } catch {
        return null;
      }
    },
    value: closed(value, () => ''),
    showsState: (_, mask) => !isUnseen(mask),
    css: closed(
      (css: string) => styles.sheet(css, isPrivate(page())),
      () => '',
    ),
    showsPicture: (_, mask) => rules.canvas && !isUnseen(mask),
    title: closed((title) => {
      const element = find(window.document, 'head > title');
      return text(title, null, element ? at(element) : page());
    }, masked),
    address: closed(addresses.seen, () => ''),
    isOffLimits: closed(
      (address: string) => masks.held(new URL(address, window.location.href).href).offLimits,
      () => true,
    ),
    mayControl: closed(mayControl, () => false),
    decides: (name) => deciding.has(name),
    looksUp: selectors.some((selector) => /[\s>+~:]/.test(selector.trim())),
  };
}
