import type { Act, ActFault } from '../words.js';
import { faultAt } from './bounds.js';
import type { ControlPorts } from './control.js';
import { choose, fill } from './fill.js';
import { pressKey } from './keys.js';
import { pathOf, windowOf } from './native.js';
import { attributeOf, isConnected, matches, tagOf } from '../natives.js';
import type { OwnHand } from './own-hand.js';
import { press } from './press.js';
import { isWithinReach, pointOf, touched } from './where.js';

type ActOf<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

/** Two clicks of one spot within so long are a double click, ms. */
const DOUBLE = 500;

/** Does the agent's acts, as a hand would: what no hand could reach, the agent cannot either. Consent was asked for before. */
export class Acts {
  readonly #ports: ControlPorts;
  readonly #hand: OwnHand;
  #last: { element: Element; at: number } | undefined;

  constructor(ports: ControlPorts, hand: OwnHand) {
    this.#ports = ports;
    this.#hand = hand;
  }

  /** Undefined: it is done. */
  perform(act: Act): ActFault | undefined {
    const element = this.#elementOf(act);
    if (!element) return 'gone';
    const fault = act.kind === 'scroll' ? this.#faultOfScroll(element) : faultAt(element, this.#ports.masker);
    if (fault) return fault;
    return this.#hand.during(() => this.#do(act, element));
  }

  #elementOf({ node: id, kind }: Act): Element | undefined {
    const node = this.#ports.nodeOf(id);
    if (!node || !isConnected(node) || !windowOf(node)) return undefined;
    if (node.nodeType === Node.ELEMENT_NODE) return node as Element;
    if (node.nodeType !== Node.DOCUMENT_NODE) return pathOf(node).next().value;
    const { body, scrollingElement, documentElement } = node as Document;
    return kind === 'scroll' ? (scrollingElement ?? documentElement) : body;
  }

  #do(act: Act, element: Element): ActFault | undefined {
    if (act.kind === 'click') return this.#click(act, element);
    if (act.kind === 'scroll') return this.#scroll(act, element);
    if (act.kind === 'key') return this.#key(act, element);
    if (!isWithinReach(element, window)) return 'not-possible';
    if (act.kind === 'type') return fill(element, act.text);
    return tagOf(element) === 'select' ? choose(element as HTMLSelectElement, act.options) : 'not-possible';
  }

  #click({ x, y }: ActOf<'click'>, element: Element): ActFault | undefined {
    const point = pointOf(element, x, y);
    const hit = touched(element, point, window);
    if (!hit || ['iframe', 'frame', 'object', 'embed'].includes(tagOf(hit))) return 'not-possible';
    const fault = faultAt(hit, this.#ports.masker);
    if (fault) return fault;
    if (this.#hand.lendsPower && !isHarmless(hit)) return 'own-hand';
    const now = this.#ports.now();
    const isSecond = this.#last?.element === hit && now - this.#last.at < DOUBLE;
    this.#last = isSecond ? undefined : { element: hit, at: now };
    press(hit, point, isSecond ? 2 : 1, () => !faultAt(hit, this.#ports.masker));
    return undefined;
  }

  #key({ key }: ActOf<'key'>, element: Element): ActFault | undefined {
    if (!matches(element, 'body, html') && !isWithinReach(element, window)) return 'not-possible';
    if (key === 'Enter' && this.#hand.lendsPower) return 'own-hand';
    return pressKey(element, key, this.#ports.masker);
  }

  /** What is masked may be scrolled, its words are not shown for it. */
  #faultOfScroll(element: Element): ActFault | undefined {
    const { masker } = this.#ports;
    return masker.isBlocked(masker.at(element)) ? 'masked' : faultAt(element, { mayControl: () => true });
  }

  #scroll({ x, y }: ActOf<'scroll'>, element: Element): ActFault | undefined {
    element.scrollTo({ left: x, top: y, behavior: 'instant' });
    return undefined;
  }
}

/** Whether nothing but the field itself comes of a click: no script's button, which could use what the customer's own click lent the page. */
const isHarmless = (hit: Element): boolean => {
  for (const up of pathOf(hit)) {
    if (matches(up, 'input:not([type=submit], [type=image], [type=button], [type=reset]), select, textarea, label, summary')) return true;
    // A link to nowhere is a button by another name.
    if (tagOf(up) === 'a') return !(attributeOf(up, 'href') ?? '#').startsWith('#');
    if (matches(up, 'button, input, [role], [tabindex]')) return false;
  }
  return false;
};
