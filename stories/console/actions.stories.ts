import '@deskbell/console/actions/actions.js';
import type { DeskbellActions } from '@deskbell/console/actions/actions.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as acting from './scenes-actions.js';
import { onDesk, sceneOf, staged } from './show.js';

const piece = html`<deskbell-actions></deskbell-actions>`;

const meta: Meta = {
  title: 'Console/Actions',
  component: 'deskbell-actions',
  render: (_args, context) => onDesk(sceneOf(context), piece, 'panel low'),
};

export default meta;

const partOf = async (canvas: HTMLElement): Promise<DeskbellActions | null> => {
  const actions = canvas.querySelector<DeskbellActions>('deskbell-actions');
  await actions?.updateComplete;
  return actions;
};

/** Chooses the action of that number, and types what is wanted into its form. */
const choose =
  (index: number, values: Readonly<Record<string, string>> = {}, submits = false): NonNullable<StoryObj['play']> =>
  async ({ canvasElement }) => {
    const actions = await partOf(canvasElement);
    actions?.shadowRoot?.querySelectorAll<HTMLElement>('[part=action]')[index]?.click();
    await actions?.updateComplete;
    const form = actions?.shadowRoot?.querySelector('deskbell-action-form');
    await form?.updateComplete;
    for (const label of form?.shadowRoot?.querySelectorAll('label') ?? []) {
      const box = label.control as HTMLInputElement | null;
      const value = values[label.textContent.trim()];
      if (!box || value === undefined) continue;
      box.value = value;
      box.dispatchEvent(new Event(box.matches('select') ? 'change' : 'input'));
      await actions?.updateComplete;
    }
    if (submits) form?.shadowRoot?.querySelector<HTMLElement>('[part=submit]')?.click();
  };

export const Choice: StoryObj = staged(acting.acting);
export const Form: StoryObj = { ...staged(acting.acting), play: choose(0) };
export const Faults: StoryObj = { ...staged(acting.acting), play: choose(0, { Order: '2087', Reason: 'Late' }, true) };
export const AtWork: StoryObj = { ...staged(acting.actingSlowly), play: choose(1, { Order: 'H-2087' }, true) };
export const WithoutFields: StoryObj = { ...staged(acting.acting), play: choose(2) };
export const Narrow: StoryObj = {
  ...staged(acting.acting),
  render: (_args, context) => onDesk(sceneOf(context), piece, 'column low'),
  play: choose(0, { Order: '2087' }, true),
};
