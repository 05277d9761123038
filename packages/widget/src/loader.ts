import { callable, type DeskbellFunction } from './chat/calls.js';
import { defineChat, type DeskbellChat } from './chat/chat.js';

declare global {
  interface Window {
    deskbell?: DeskbellFunction;
  }
}

/**
 * Puts the chat on the page, and back on it where the page's script took it off with the rest of the body: that did not mean the chat.
 * `destroy` is how a site takes it away.
 */
function keepOnPage(chat: DeskbellChat): void {
  const keep = (): void => {
    if (chat.destroyed) {
      watch.disconnect();
      return;
    }
    const body = document.body as HTMLElement | null;
    if (!chat.isConnected) body?.append(chat);
    // A new body has to be watched anew; watching the old one twice is watching it once.
    if (body) watch.observe(body, { childList: true });
  };
  const watch = new MutationObserver(keep);
  watch.observe(document.documentElement, { childList: true });
  keep();
}

const script = document.currentScript as HTMLScriptElement;
const before = window.deskbell;

// Twice the script is one chat.
if (before?.chat?.destroyed ?? true) {
  defineChat((piece) => import(new URL(`${piece}.js`, script.src).href));
  const chat = document.createElement('deskbell-chat');
  chat.setAttribute('relay', new URL(script.src).origin);
  for (const { name, value } of script.attributes) if (name.startsWith('data-')) chat.setAttribute(name.slice(5), value);
  const call = (window.deskbell = callable(chat));
  keepOnPage(chat);
  // Nobody waits for the promise of a call that was made so early: the console is told.
  for (const early of before?.q ?? []) call(...early).catch(console.error);
}
