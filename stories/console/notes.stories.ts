import '@deskbell/console/notes/notes.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as past from './scenes-past.js';
import * as scenes from './scenes.js';
import * as ai from './scenes-ai.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Notes',
  component: 'deskbell-notes',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-notes></deskbell-notes>`, 'panel low'),
};

export default meta;

export const Empty: StoryObj = staged(scenes.talked);
export const WithAi: StoryObj = staged(ai.busy);
export const Waiting: StoryObj = staged(scenes.waiting);
export const Known: StoryObj = staged(past.known);
export const Many: StoryObj = staged(past.manyNotes);
export const LongTexts: StoryObj = staged(past.longNotes);
export const RightToLeft: StoryObj = staged(past.arabicNotes);
export const Failing: StoryObj = staged(past.failingPast);
export const Loading: StoryObj = staged(past.slowPast);
export const Offline: StoryObj = staged(scenes.offline);
