import type { Namespace } from '../sink.js';
import { createElement, createElementNS, setAttribute } from './dom.js';

/**
 * What stands for an element of the customer's page. `same`: one of its name. `sheet`: rules, which come by `sheet`. `frame`: a document that the
 * player writes. `box`: something that is not shown, of its size. `nothing`: something that is not seen, and counts among its neighbours.
 */
export type Standing = 'same' | 'sheet' | 'frame' | 'box' | 'nothing';

export interface StandIn {
  readonly standing: Standing;
  readonly element: Element;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Of what a browser knows, the elements that do nothing by themselves, or nothing but what the attributes say that are let through. */
const HTML = words(`
  a abbr acronym address area article aside audio b basefont bdi bdo big blockquote body br button canvas caption center cite code col colgroup
  data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup hr
  html i img input ins kbd label legend li listing main map mark marquee menu meter nav nobr ol optgroup option output p picture plaintext pre
  progress q rb rp rt rtc ruby s samp search section select selectedcontent slot small source span strike strong sub summary sup table tbody td
  template textarea tfoot th thead time title tr tt u ul var video wbr xmp`);
const NOTHING = words('script noscript base meta link param track bgsound noembed noframes');
const BOXES = words('object embed applet frame frameset portal fencedframe webview');
const SVG = words(`
  a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite
  feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage
  feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter foreignObject g image line
  linearGradient marker mask metadata mpath path pattern polygon polyline radialGradient rect set stop svg switch symbol text textPath title tspan
  use view`);
const SPACES = { svg: 'http://www.w3.org/2000/svg', math: 'http://www.w3.org/1998/Math/MathML' } as const;

const stand = (document: Document, standing: 'box' | 'nothing'): StandIn => {
  const element = createElement(document, 'deskbell-stand-in');
  setAttribute(element, standing === 'box' ? 'deskbell-blank' : 'hidden', '');
  return { standing, element };
};

/** The value of an attribute in a list of name, value, name, value ... */
export function among(attributes: readonly string[], name: string): string | undefined {
  const at = attributes.findIndex((each, index) => index % 2 === 0 && each.toLowerCase() === name);
  return at < 0 ? undefined : attributes[at + 1];
}

function inHtml(document: Document, tag: string, attributes: readonly string[]): StandIn {
  const isSheet = tag === 'style' || (tag === 'link' && /(?:^|\s)stylesheet(?:\s|$)/i.test(among(attributes, 'rel') ?? ''));
  if (isSheet) return { standing: 'sheet', element: createElement(document, 'style') };
  if (tag === 'iframe') return { standing: 'frame', element: createElement(document, 'iframe') };
  if (NOTHING.has(tag)) return stand(document, 'nothing');
  if (BOXES.has(tag)) return stand(document, 'box');
  const element = createElement(document, tag);
  // What this browser has never heard of, and what is a custom element where it has a registry, is only a name.
  const isName = tag.includes('-') || Object.prototype.toString.call(element) === '[object HTMLUnknownElement]';
  return isName || HTML.has(tag) ? { standing: 'same', element } : stand(document, 'nothing');
}

function inSpace(document: Document, namespace: 'svg' | 'math', tag: string): StandIn {
  if (namespace === 'svg' && tag === 'style') return { standing: 'sheet', element: createElement(document, 'style') };
  // With a prefix it would be an element of the name behind it.
  const isKnown = namespace === 'math' ? /^[a-z]+(?:-[a-z]+)*$/.test(tag) && tag !== 'script' : SVG.has(tag);
  const element = createElementNS(document, SPACES[namespace], isKnown ? tag : namespace === 'svg' ? 'g' : 'mrow');
  if (!isKnown) setAttribute(element, 'display', 'none');
  return { standing: isKnown ? 'same' : 'nothing', element };
}

/** Makes what stands for an element in the view. */
export function standIn(document: Document, namespace: Namespace, tag: string, attributes: readonly string[]): StandIn {
  try {
    return namespace === 'html' ? inHtml(document, tag.toLowerCase(), attributes) : inSpace(document, namespace, tag);
  } catch {
    // A parser makes elements of names that nobody else may give.
    return { standing: 'same', element: createElement(document, 'deskbell-stand-in') };
  }
}
