import '@deskbell/console/wrap-up/wrap-up.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/WrapUp',
  component: 'deskbell-wrap-up',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-wrap-up></deskbell-wrap-up>`, 'half low'),
};

export default meta;

export const WrapUp: StoryObj = staged(scenes.wrapUp);
export const Timed: StoryObj = staged(scenes.timedWrapUp);
