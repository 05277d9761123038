import '@deskbell/console/panels/panels.js';
import type { DeskbellPanels } from '@deskbell/console/panels/panels.js';
import type { DeskPanel } from '@deskbell/protocol/site.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const piece = html`<deskbell-panels></deskbell-panels>`;

const meta: Meta = {
  title: 'Console/Panels',
  component: 'deskbell-panels',
  render: (_args, context) => onDesk(sceneOf(context), piece, 'panel low'),
};

export default meta;

const withPanels = (panels: readonly Partial<DeskPanel>[]) => async (): Promise<scenes.Scene> => {
  const scene = await scenes.talked();
  const known = { id: 'crm', name: 'Customer record', url: 'https://crm.example/{customer}', sandbox: ['allow-scripts'] };
  scene.relay.changeDesk({ panels: panels.map((panel) => ({ ...known, ...panel })) });
  return scene;
};

const several = withPanels([{}, { id: 'stock', name: 'Stock' }, { id: 'arabic', name: 'قاعدة المعرفة' }, { id: 'long', name: LONG }]);

export const Folded: StoryObj = staged(several);
export const Narrow: StoryObj = { ...staged(several), render: (_args, context) => onDesk(sceneOf(context), piece, 'column low') };

/** The settings of a newer relay may have what this build does not show. */
export const NotShown: StoryObj = {
  ...staged(withPanels([{ url: 'gopher://crm.example/' }])),
  play: async ({ canvasElement }) => {
    const panels = canvasElement.querySelector<DeskbellPanels>('deskbell-panels');
    await panels?.updateComplete;
    panels?.shadowRoot?.querySelector<HTMLElement>('[part=toggle]')?.click();
  },
};
