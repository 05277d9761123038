import '@deskbell/console/shortcut-list/shortcut-list.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta<{ open: boolean }> = {
  title: 'Console/ShortcutList',
  component: 'deskbell-shortcut-list',
  args: { open: true },
  render: ({ open }) => html`<deskbell-shortcut-list ?open=${open}></deskbell-shortcut-list>`,
};

export default meta;

export const Open: StoryObj<{ open: boolean }> = {};
