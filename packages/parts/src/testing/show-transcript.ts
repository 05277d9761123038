import '../transcript/transcript.js';
import type { DeskbellTranscript } from '../transcript/transcript.js';
import { MAYA, MORNING } from './talk.js';

/** A transcript 400 px high, as Maya sees it on that morning; the one before it is taken away. */
export const show = async (properties: Partial<DeskbellTranscript>): Promise<DeskbellTranscript> => {
  document.querySelectorAll('deskbell-transcript').forEach((before) => before.remove());
  const element = document.createElement('deskbell-transcript');
  element.style.height = '400px';
  Object.assign(element, { me: MAYA.id, now: () => MORNING, ...properties });
  document.body.append(element);
  await element.updateComplete;
  return element;
};

/** What a selector finds inside. */
export const all = (element: DeskbellTranscript, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

/** What can be read of it. */
export const words = (element: DeskbellTranscript, selector: string): string[] =>
  all(element, selector).map((found) => found.innerText.trim());

/** What scrolls. */
export const scroller = (element: DeskbellTranscript): HTMLElement => all(element, '[role=log]')[0]!;

/** Where one's own messages say that they stand. */
export const statuses = (element: DeskbellTranscript): string[] => all(element, '[part=status]').map((found) => found.innerText.trim());

/** A message on its way, with its id for a text. */
export const pending = (state: 'sending' | 'failed', at: number, id = 'p1') => ({ id, text: id, at, state });
