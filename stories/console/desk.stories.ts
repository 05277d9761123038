import '@deskbell/console/conversation/conversation.js';
import '@deskbell/console/tray/tray.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = { title: 'Console/Desk', component: 'deskbell-desk', parameters: { layout: 'fullscreen' } };

export default meta;

/** A layout of one's own: two conversations side by side, and no tray. */
export const SideBySide: StoryObj = {
  ...staged(scenes.busy),
  render: (_args, context) => {
    const scene = sceneOf(context);
    const [first, second] = scene.session.state.ongoing.filter(({ phase }) => phase === 'active').map(({ id }) => id);
    return onDesk(
      scene,
      html`<div class="split">
        <deskbell-conversation .conversation=${first}></deskbell-conversation>
        <deskbell-conversation .conversation=${second}></deskbell-conversation>
      </div>`,
    );
  },
};

/** The tray alone, in the margin of a page. */
export const TrayOnly: StoryObj = {
  ...staged(scenes.busy),
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-tray></deskbell-tray>`, 'column'),
};
