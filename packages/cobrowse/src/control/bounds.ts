import type { ActFault } from '../words.js';
import { frameOf, membersOf, pathOf } from './native.js';
import { attributeOf, baseOf, documentOf, findIn, matches, rootOf, tagOf } from '../natives.js';

/** What the mask says about control. */
export interface Keeper {
  mayControl(element: Element): boolean;
}

/** Pages that the agent must not lead the customer to: another site, another window, a file, another program. */
function leaves(element: Element, address: string, target: string | null): boolean {
  const [base] = findIn(documentOf(element) as Document, 'base[target]');
  const where = target ?? (base && attributeOf(base, 'target')) ?? '';
  const isOut = !['', '_self'].includes(where.toLowerCase());
  // What this page is framed by is another site's, and not the frame's to lead away.
  if (isOut && (window.parent !== window || !['_top', '_parent'].includes(where.toLowerCase()))) return true;
  if (!URL.canParse(address, baseOf(element))) return true;
  const { protocol, origin } = new URL(address, baseOf(element));
  return !/^https?:$/.test(protocol) || origin !== globalThis.origin;
}

/** Whether a form, as sent by one of its buttons or by itself, goes to where the agent must not send it. */
export function formLeaves(form: HTMLFormElement, by?: Element): boolean {
  const said = (name: string) => (by && attributeOf(by, `form${name}`)) ?? attributeOf(form, name);
  return said('method')?.toLowerCase() !== 'dialog' && leaves(form, said('action') ?? '', said('target'));
}

/** The fields that a click on this one changes: with a radio its whole group, with a reset its whole form. */
function changedBy(field: HTMLInputElement | HTMLButtonElement): Iterable<Element> {
  const { type, form, name } = field;
  if (type === 'reset' && form) return membersOf(form);
  if (type !== 'radio') return [field];
  return findIn(rootOf(field), 'input[type=radio]').filter((other) => {
    const radio = other as HTMLInputElement;
    return radio === field || (radio.name === name && radio.form === form);
  });
}

/** Why a field is the customer's alone. */
function faultOfField(field: HTMLInputElement | HTMLButtonElement, keeper: Keeper): ActFault | undefined {
  if (field.type === 'file') return 'file';
  if (field.type === 'password' || field.type === 'hidden') return 'masked';
  for (const each of changedBy(field)) if (!keeper.mayControl(each)) return 'masked';
  if (matches(field, ':disabled')) return 'not-possible';
  return (field.type === 'submit' || field.type === 'image') && field.form && formLeaves(field.form, field) ? 'elsewhere' : undefined;
}

/** Whether a frame, or what stands for one, shows what this page cannot look into. */
const isForeign = (frame: Element): boolean => !(frame as HTMLIFrameElement).contentDocument;

function faultOfOne(element: Element, keeper: Keeper): ActFault | undefined {
  const tag = tagOf(element);
  // The chat, the banner and the questions of consent: an agent who could click there would answer for the customer.
  if (tag.startsWith('deskbell-')) return 'masked';
  switch (tag) {
    case 'input':
    case 'button':
      return faultOfField(element as HTMLInputElement, keeper);
    case 'select':
    case 'textarea':
    case 'option':
      return matches(element, ':disabled') ? 'not-possible' : undefined;
    case 'label': {
      const { control } = element as HTMLLabelElement;
      return control ? faultOfField(control as HTMLInputElement, keeper) : undefined;
    }
    case 'a':
    case 'area': {
      const address = attributeOf(element, 'href') ?? element.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
      if (address === null) return undefined;
      return element.hasAttribute('download') || leaves(element, address, attributeOf(element, 'target')) ? 'elsewhere' : undefined;
    }
    case 'iframe':
    case 'frame':
    case 'object':
    case 'embed':
    case 'fencedframe':
      return isForeign(element) ? 'elsewhere' : undefined;
    default:
      return matches(element, '[inert]') ? 'not-possible' : undefined;
  }
}

/**
 * Why the agent may not act on an element, for what it is or for what it is in; undefined where nothing speaks against it. `isOpen`: the element is
 * a frame of another origin whose own page takes part, and decides the rest.
 */
export function faultAt(element: Element, keeper: Keeper, isOpen = false): ActFault | undefined {
  for (const up of pathOf(element)) {
    const fault = isOpen && up === element ? undefined : faultOfOne(up, keeper);
    if (fault) return fault;
  }
  if (!keeper.mayControl(element)) return 'masked';
  const frame = frameOf(element, window);
  return frame ? faultAt(frame, keeper) : undefined;
}
