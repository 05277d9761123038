import { fixture, html, nextFrame } from '@open-wc/testing';
import type { DeskbellComposer } from '@deskbell/parts/composer/composer.js';
import '@deskbell/parts/composer/composer.js';
import type { Marked } from '@deskbell/protocol/marks.js';
import { button, find } from '../../testing/at-desk.js';
import '../editor.js';
import type { DeskbellEditor } from '../editor.js';

/** An editor in a composer, as the console has it. */
export interface Box {
  readonly composer: DeskbellComposer;
  readonly editor: DeskbellEditor;
  /** What has the focus while somebody writes. */
  readonly text: HTMLElement;
  /** What was sent, in turn. */
  readonly sent: Marked[];
}

/** Lets lit, the slot and the dialog settle. */
export async function still(): Promise<void> {
  for (let round = 0; round < 3; round++) await nextFrame();
}

export async function writingBox(marked: Marked = { text: '' }, properties: Partial<DeskbellComposer> = {}): Promise<Box> {
  const composer = await fixture<DeskbellComposer>(
    html`<deskbell-composer side="agent" .value=${marked.text}>
      <deskbell-editor slot="field" placeholder="Write a reply" .marked=${marked}></deskbell-editor>
    </deskbell-composer>`,
  );
  Object.assign(composer, properties);
  const sent: Marked[] = [];
  composer.addEventListener('deskbell-submit', ({ text, marks }) => sent.push({ text, marks }));
  await still();
  composer.focus();
  return { composer, editor: find<DeskbellEditor>(composer, 'deskbell-editor'), text: find(composer, '.ProseMirror'), sent };
}

/** Pastes something, as a browser does it. Returns whether it went in. */
export function paste(text: HTMLElement, data: Readonly<Record<string, string>>): boolean {
  const clipboardData = new DataTransfer();
  for (const [type, content] of Object.entries(data)) clipboardData.setData(type, content);
  return !text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }));
}

/** Presses a button by its name. */
export async function click(root: Element, name: string): Promise<void> {
  button(root, name).click();
  await still();
}
