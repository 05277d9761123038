import '@deskbell/console/form-builder/form-builder.js';
import type { DeskbellFormBuilder } from '@deskbell/console/form-builder/form-builder.js';
import { IDENTITY, RETURN } from '@deskbell/client/testing/form-scenes.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as forms from './scenes-forms.js';
import { onDesk, sceneOf, staged } from './show.js';

const builder = html`<deskbell-form-builder></deskbell-form-builder>`;

const meta: Meta = {
  title: 'Console/Form builder',
  component: 'deskbell-form-builder',
  render: (_args, context) => onDesk(sceneOf(context), builder),
};

export default meta;

const there = async <T>(find: () => T | null | undefined): Promise<T> => {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};

const rootOf = (canvas: HTMLElement) => canvas.querySelector<DeskbellFormBuilder>('deskbell-form-builder')?.shadowRoot;
const editorOf = (canvas: HTMLElement) => rootOf(canvas)?.querySelector('deskbell-form-editor')?.shadowRoot;

/** Chooses a form of the list, and unfolds a field of it. */
const choose =
  (form = 0, field?: number): NonNullable<StoryObj['play']> =>
  async ({ canvasElement }) => {
    (await there(() => rootOf(canvasElement)?.querySelectorAll<HTMLElement>('nav li button')[form])).click();
    await there(() => editorOf(canvasElement)?.querySelector('#name'));
    if (field !== undefined) (await there(() => editorOf(canvasElement)?.querySelectorAll<HTMLElement>('.fold')[field])).click();
  };

const type = async (canvas: HTMLElement, text: string): Promise<void> => {
  const name = await there(() => editorOf(canvas)?.querySelector<HTMLInputElement>('#name'));
  name.value = text;
  name.dispatchEvent(new InputEvent('input', { bubbles: true }));
  (await there(() => rootOf(canvas)?.querySelector<HTMLElement>('[part=save][aria-disabled=false]'))).click();
};

export const List: StoryObj = staged(forms.building());
export const Empty: StoryObj = staged(forms.building([]));
export const OneForm: StoryObj = { ...staged(forms.building()), play: choose(0) };
export const OneField: StoryObj = { ...staged(forms.building()), play: choose(0, 2) };
export const Secured: StoryObj = { ...staged(forms.building()), play: choose(1, 0) };
export const NewForm: StoryObj = {
  ...staged(forms.building()),
  play: async ({ canvasElement }) => {
    (await there(() => rootOf(canvasElement)?.querySelector<HTMLElement>('.new'))).click();
    (await there(() => rootOf(canvasElement)?.querySelector<HTMLElement>('[part=save]'))).click();
  },
};
export const Faults: StoryObj = {
  ...staged(
    forms.building([RETURN, IDENTITY], ({ asked }) => {
      asked.faults = [{ path: 'fields[0].pattern', reason: 'could take for ever on some texts' }];
    }),
  ),
  play: async (context) => {
    await choose(0)(context);
    await type(context.canvasElement, 'Return');
  },
};
export const Conflict: StoryObj = {
  ...staged(
    forms.building([RETURN, IDENTITY], ({ asked }) =>
      setTimeout(() => {
        asked.version++;
        asked.forms[0] = { ...RETURN, name: 'Return, of somebody else' };
      }, 400),
    ),
  ),
  play: async (context) => {
    await choose(0)(context);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await type(context.canvasElement, 'Return');
  },
};
export const NotAnAdmin: StoryObj = staged(forms.building([RETURN], () => undefined, 'agent'));
export const Docked: StoryObj = {
  ...staged(forms.building()),
  render: (_args, context) => onDesk(sceneOf(context), builder, 'docked'),
  play: choose(0, 5),
};
export const Half: StoryObj = {
  ...staged(forms.building()),
  render: (_args, context) => onDesk(sceneOf(context), builder, 'half'),
  play: choose(0, 5),
};
