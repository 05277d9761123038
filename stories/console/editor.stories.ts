import '@deskbell/console/editor/editor.js';
import type { DeskbellEditor } from '@deskbell/console/editor/editor.js';
import '@deskbell/parts/composer/composer.js';
import type { Mark, Marked } from '@deskbell/protocol/marks.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render } from 'lit';

/** A text with marks around phrases of it. */
const marked = (text: string, phrases: readonly (readonly [phrase: string, mark: Mark['mark'], href?: string])[]): Marked => ({
  text,
  marks: phrases.map(([phrase, mark, href]) => {
    const from = text.indexOf(phrase);
    return { mark, from, to: from + phrase.length, ...(href ? { href } : {}) };
  }),
});

const PARCEL = 'https://parcels.example/follow?number=4711';

const LETTER = marked('Good morning Lena,\n\nyour lamp left today. You can follow it here, or call us; it takes two days at most.', [
  ['your lamp left today', 'bold'],
  ['here', 'link', PARCEL],
  ['call us', 'link', 'tel:+441632960000'],
  ['two days at most', 'italic'],
]);

const ARABIC = marked('صباح الخير لينا،\nغادر مصباحك اليوم. يمكنك متابعته هنا.', [
  ['غادر مصباحك اليوم', 'bold'],
  ['هنا', 'link', PARCEL],
]);

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

const select = (editor: DeskbellEditor, phrase: string, length = phrase.length): void => {
  const from = editor.value.indexOf(phrase);
  editor.focus();
  editor.setSelectionRange(from, from + length);
};

const askForLink = (editor: DeskbellEditor): void => {
  select(editor, 'two days at most');
  const bar = editor.renderRoot.querySelector('deskbell-format-bar');
  void bar?.updateComplete.then(() => bar.renderRoot.querySelector<HTMLButtonElement>('[name=link]')?.click());
};

const meta: Meta = { title: 'Console/Editor', component: 'deskbell-editor' };

export default meta;

export const Empty: StoryObj = { render: () => box({}) };
export const Formatted: StoryObj = { render: () => box({ marked: LETTER }) };
export const InALink: StoryObj = { render: () => box({ marked: LETTER, then: (editor) => select(editor, 'here', 0) }) };
export const AddLink: StoryObj = { render: () => box({ marked: LETTER, then: askForLink }) };
export const Off: StoryObj = { render: () => box({ marked: LETTER, reason: 'Connection lost. What you wrote is kept.' }) };
export const RightToLeft: StoryObj = { render: () => box({ marked: ARABIC, dir: 'rtl', then: (editor) => select(editor, 'هنا', 0) }) };
export const Dark: StoryObj = {
  render: () => {
    const place = box({ marked: LETTER, then: (editor) => select(editor, 'here', 0) });
    place.querySelector('deskbell-composer')?.setAttribute('color-scheme', 'dark');
    return place;
  },
};
