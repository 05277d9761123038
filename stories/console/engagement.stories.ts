import '@deskbell/console/engagement/engagement.js';
import type { DeskbellEngagement } from '@deskbell/console/engagement/engagement.js';
import { ends } from '@deskbell/client/testing/scenes.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Engagement status',
  component: 'deskbell-engagement',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-engagement></deskbell-engagement>`, 'panel low'),
};

export default meta;

const own = async (): Promise<scenes.Scene> => {
  const scene = await scenes.talked();
  scene.relay.changeDesk({ engagement: [{ id: 'with-the-bank', name: 'With the bank' }] });
  return scene;
};

const finished = async (): Promise<scenes.Scene> => {
  const scene = await scenes.talked();
  ends(scene.relay, scene.selected ?? '', scenes.MAYA);
  return scene;
};

export const Chosen: StoryObj = staged(own);
export const ChatFinished: StoryObj = staged(finished);
export const Offline: StoryObj = staged(scenes.offline);
export const Narrow: StoryObj = {
  ...staged(own),
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-engagement></deskbell-engagement>`, 'column low'),
};

/** "Completed" was chosen, and there is no note. */
export const NotesFirst: StoryObj = {
  ...staged(own),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<DeskbellEngagement>('deskbell-engagement');
    await element?.updateComplete;
    const box = element?.shadowRoot?.querySelector('select');
    if (!box) return;
    box.value = 'completed';
    box.dispatchEvent(new Event('change', { bubbles: true }));
  },
};
