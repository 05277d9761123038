import type { DeskbellChat } from './chat/chat.js';
import { defineChat } from './chat/chat.js';
import { callable, type DeskbellFunction } from './chat/calls.js';

declare global {
  interface Window {
    deskbell?: DeskbellFunction;
  }
}

const script = document.currentScript as HTMLScriptElement | null;

/** Puts the chat on the page, and back on it when the page's script took it off with the rest of the body. */
function keepOnPage(chat: DeskbellChat): void {
  // A page that replaced its body, or emptied it, did not mean the chat; `destroy` is how a site takes it away.
  const put = (): void => {
    if (!chat.isConnected && !chat.destroyed) document.body.append(chat);
    if (chat.destroyed) watch.disconnect();
  };
  const watch = new MutationObserver(put);
  const start = (): void => {
    put();
    watch.observe(document.documentElement, { childList: true });
    watch.observe(document.body, { childList: true });
  };
  // An observer of the old body hears nothing of the new one.
  new MutationObserver(() => {
    if (!chat.destroyed) watch.observe(document.body, { childList: true });
  }).observe(document.documentElement, { childList: true });
  if (document.body as HTMLElement | null) start();
  else addEventListener('DOMContentLoaded', start, { once: true });
}

// Twice the script is one chat.
if (script && !document.querySelector('deskbell-chat')) {
  const { siteKey = '', relay = new URL(script.src).origin, ...more } = script.dataset;
  defineChat(() => import(new URL('chat.js', script.src).href));
  const chat = document.createElement('deskbell-chat');
  chat.setAttribute('site-key', siteKey);
  chat.setAttribute('relay', relay);
  for (const [name, value] of Object.entries(more))
    chat.setAttribute(
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      value ?? '',
    );
  const queue = window.deskbell?.q ?? [];
  window.deskbell = callable(chat);
  keepOnPage(chat);
  for (const { call, resolve, reject } of queue) window.deskbell(...call).then(resolve, reject);
}
