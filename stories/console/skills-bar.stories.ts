import '@deskbell/console/skills-bar/skills-bar.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Skills bar',
  component: 'deskbell-skills-bar',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-skills-bar></deskbell-skills-bar>`, 'panel low'),
};

export default meta;

export const Changeable: StoryObj = staged(scenes.transferring);

export const Narrow: StoryObj = {
  ...staged(scenes.transferring),
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-skills-bar></deskbell-skills-bar>`, 'column low'),
};
