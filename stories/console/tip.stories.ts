import '@deskbell/console/tip/tip.js';
import type { DeskbellTip } from '@deskbell/console/tip/tip.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

type Args = Pick<DeskbellTip, 'text' | 'keys'>;

const meta: Meta<Args> = {
  title: 'Console/Tip',
  component: 'deskbell-tip',
  args: { text: '', keys: 'Alt+X' },
  render: ({ text, keys }) => html`<deskbell-tip text=${text} keys=${keys}><button>End</button></deskbell-tip>`,
  play: ({ canvasElement }) => void canvasElement.querySelector('deskbell-tip')?.dispatchEvent(new PointerEvent('pointerenter')),
};

export default meta;

export const Keys: StoryObj<Args> = {};
export const WordsAndKeys: StoryObj<Args> = { args: { text: 'Show or hide information', keys: 'Alt+I' } };
