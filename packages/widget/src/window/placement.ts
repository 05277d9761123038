import type { LitElement } from 'lit';

const FULL_SCREEN = '(max-width: 480px), (max-height: 480px)';

/**
 * Shows a dialog over the page on a wide screen; on a small one the page behind it is out of reach. One that is shown so already is not
 * touched, so that it does not take the focus.
 */
export function place(dialog: HTMLDialogElement): void {
  const isSmall = matchMedia(FULL_SCREEN).matches;
  if (dialog.open && dialog.matches(':modal') === isSmall) return;
  dialog.close();
  if (isSmall) dialog.showModal();
  else dialog.show();
}

/** Moves the focus to the element that a dialog is about, as soon as its code is there. */
export function focusInside(dialog: HTMLDialogElement, selector: string): void {
  const inside = dialog.querySelector<LitElement>(selector);
  // On a touch screen a focused field brings up the keyboard, over half of what is to be read.
  if (!inside || matchMedia('(pointer: coarse)').matches) dialog.focus();
  else
    void customElements
      .whenDefined(inside.localName)
      .then(() => inside.updateComplete)
      .then(() => inside.focus());
}

/** Calls back when the screen becomes small, or large again: a phone that is turned is another screen. */
export function watchScreen(turned: () => void, signal: AbortSignal): void {
  matchMedia(FULL_SCREEN).addEventListener('change', turned, { signal });
}

/**
 * Keeps an element as high as what is seen of the page: on phones the keyboard covers the rest, and only the visual viewport knows.
 * Sets `--view-height` and `--view-top`.
 */
export function followView(element: HTMLElement, signal: AbortSignal): void {
  const view = window.visualViewport;
  if (!view) return;
  const follow = (): void => {
    // Whoever zooms in looks at a part of it.
    if (view.scale > 1) return;
    element.style.setProperty('--view-height', `${view.height}px`);
    element.style.setProperty('--view-top', `${view.offsetTop}px`);
  };
  for (const type of ['resize', 'scroll']) view.addEventListener(type, follow, { signal });
  follow();
}
