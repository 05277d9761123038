import '@deskbell/console/earlier/earlier.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as past from './scenes-past.js';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Earlier conversations',
  component: 'deskbell-earlier',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-earlier></deskbell-earlier>`, 'panel low'),
};

export default meta;

export const Empty: StoryObj = staged(scenes.talked);
export const Known: StoryObj = staged(past.known);
export const RightToLeft: StoryObj = staged(past.arabicNotes);
export const Failing: StoryObj = staged(past.failingPast);
export const Loading: StoryObj = staged(past.slowPast);
