import '@deskbell/console/forms.js';
import '@deskbell/console/thread/thread.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as forms from './scenes-forms.js';
import { onDesk, sceneOf, staged } from './show.js';

const thread = html`<deskbell-thread></deskbell-thread>`;

const meta: Meta = {
  title: 'Console/Form in the transcript',
  component: 'deskbell-form-card',
  render: (_args, context) => onDesk(sceneOf(context), thread, 'half'),
};

export default meta;

const narrow: StoryObj = { render: (_args, context) => onDesk(sceneOf(context), thread, 'docked') };

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => requestAnimationFrame(resolve));
};

/** Presses the button of that number which shows what is masked. */
const reveal =
  (index = 0): NonNullable<StoryObj['play']> =>
  async ({ canvasElement }) => {
    const card = () =>
      canvasElement
        .querySelector('deskbell-thread')
        ?.shadowRoot?.querySelector('deskbell-transcript')
        ?.shadowRoot?.querySelector('deskbell-form-card')?.shadowRoot;
    const buttons = () => card()?.querySelectorAll<HTMLElement>('[part=reveal]');
    await until(() => (buttons()?.length ?? 0) > index);
    buttons()?.[index]?.click();
    await until(() => card()?.querySelector('.shown, [aria-busy=true], .error:not(:empty), deskbell-dialog') != null);
  };

export const Sent: StoryObj = staged(forms.sent);
export const FillingIn: StoryObj = staged(forms.filling);
export const Answered: StoryObj = staged(forms.answered);
export const OneShown: StoryObj = { ...staged(forms.answered), play: reveal() };
export const Opening: StoryObj = { ...staged(forms.opening), play: reveal() };
export const Secured: StoryObj = staged(forms.secured);
export const AllShown: StoryObj = { ...staged(forms.secured), play: reveal() };
export const Reason: StoryObj = { ...staged(forms.withReason), play: reveal() };
export const NotAllowed: StoryObj = staged(forms.notAllowed);
export const Tampered: StoryObj = { ...staged(forms.tampered), play: reveal() };
export const Erased: StoryObj = { ...staged(forms.erased), play: reveal() };
export const InAClosedConversation: StoryObj = staged(forms.closedForm);
export const RightToLeft: StoryObj = { ...staged(forms.rightToLeft), play: reveal() };
export const LongTexts: StoryObj = { ...staged(forms.longTexts), play: reveal() };
export const Narrow: StoryObj = { ...narrow, ...staged(forms.answered), play: reveal() };
export const NarrowSecured: StoryObj = { ...narrow, ...staged(forms.secured), play: reveal() };
