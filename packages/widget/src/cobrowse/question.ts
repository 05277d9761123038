import { make } from './make.js';

/** What is asked, and what may be answered. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/**
 * Asks in a dialog over everything; Escape is a no. The focus is on neither answer: whoever is typing when it comes answers nothing by that.
 * Resolves with the answer, and with false where `signal` takes the question back.
 */
export function ask(root: ShadowRoot, { title, text, yes, no }: Question, signal?: AbortSignal): Promise<boolean> {
  const heading = make('h2', { id: 'question', tabindex: '-1', autofocus: '', dir: 'auto' }, title);
  const [refuse, allow] = [make('button', { class: 'quiet' }, no), make('button', { class: 'main' }, yes)];
  const dialog = make(
    'dialog',
    { role: 'alertdialog', 'aria-labelledby': 'question', 'aria-describedby': 'about' },
    heading,
    make('p', { id: 'about' }, text),
    make('div', { class: 'do' }, refuse, allow),
  );
  root.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    const answer = (isAllowed: boolean) => {
      dialog.remove();
      resolve(isAllowed);
    };
    allow.onclick = () => answer(true);
    refuse.onclick = dialog.oncancel = () => answer(false);
    signal?.addEventListener('abort', () => answer(false));
  });
}
