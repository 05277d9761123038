import '@deskbell/console/editor/editor.js';
import type { DeskbellEditor } from '@deskbell/console/editor/editor.js';
import '@deskbell/parts/composer/composer.js';
import type { Marked } from '@deskbell/protocol/marks.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render } from 'lit';

const LETTER: Marked = {
  text: 'Good morning Lena,\n\nyour lamp left today. You can follow it here, or call us; it takes two days at most.',
  marks: [
    { mark: 'bold', from: 20, to: 40 },
    { mark: 'link', from: 56, to: 60, href: 'https://parcels.example/follow?number=4711' },
    { mark: 'link', from: 65, to: 72, href: 'tel:+441632960000' },
    { mark: 'italic', from: 86, to: 102 },
  ],
};

const ARABIC: Marked = {
  text: 'صباح الخير لينا،\nغادر مصباحك اليوم. يمكنك متابعته هنا.',
  marks: [
    { mark: 'bold', from: 17, to: 34 },
    { mark: 'link', from: 50, to: 53, href: 'https://parcels.example/follow?number=4711' },
  ],
};

interface Looks {
  readonly marked?: Marked;
  readonly reason?: string;
  readonly dir?: 'ltr' | 'rtl';
  /** What somebody does with it once it is there. */
  readonly then?: (editor: DeskbellEditor) => void;
}

const box = ({ marked = { text: '' }, reason = '', dir = 'ltr', then }: Looks): HTMLElement => {
  const place = document.createElement('div');
  place.dir = dir;
  place.className = 'box half low';
  render(
    html`<deskbell-composer side="agent" .value=${marked.text} .disabled=${reason !== ''} .reason=${reason}>
      <deskbell-editor slot="field" placeholder="Write a reply" .marked=${marked} .reason=${reason}></deskbell-editor>
    </deskbell-composer>`,
    place,
  );
  const editor = place.querySelector<DeskbellEditor>('deskbell-editor');
  if (editor && then) void editor.updateComplete.then(() => requestAnimationFrame(() => then(editor)));
  return place;
};

const select = (editor: DeskbellEditor, from: number, to: number): void => {
  editor.focus();
  editor.setSelectionRange(from, to);
};

const askForLink = (editor: DeskbellEditor): void => {
  select(editor, 86, 102);
  const bar = editor.renderRoot.querySelector('deskbell-format-bar');
  void bar?.updateComplete.then(() => bar.renderRoot.querySelector<HTMLButtonElement>('[name=link]')?.click());
};

const meta: Meta = { title: 'Console/Editor', component: 'deskbell-editor' };

export default meta;

export const Empty: StoryObj = { render: () => box({}) };
export const Formatted: StoryObj = { render: () => box({ marked: LETTER }) };
export const InALink: StoryObj = { render: () => box({ marked: LETTER, then: (editor) => select(editor, 58, 58) }) };
export const AddLink: StoryObj = { render: () => box({ marked: LETTER, then: askForLink }) };
export const Off: StoryObj = { render: () => box({ marked: LETTER, reason: 'Connection lost. What you wrote is kept.' }) };
export const RightToLeft: StoryObj = { render: () => box({ marked: ARABIC, dir: 'rtl', then: (editor) => select(editor, 51, 51) }) };
export const Dark: StoryObj = {
  render: () => {
    const place = box({ marked: LETTER, then: (editor) => select(editor, 58, 58) });
    place.querySelector('deskbell-composer')?.setAttribute('color-scheme', 'dark');
    return place;
  },
};
