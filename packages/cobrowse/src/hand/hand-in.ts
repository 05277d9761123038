import { DRAWN_STYLE } from '../marks/marks-style.js';
import type { ViewHand } from '../replay/view-door.js';
import type { FromView } from '../replay/view-port.js';
import type { View } from '../replay/view.js';
import { Hand } from './hand.js';

const STYLE = `
.marks { --ink: #d6336c; }
.marks .drawing { overflow: visible; }
.box[data-aimed] { border-width: 2px; border-style: dashed; margin: -6px; }
@media (forced-colors: active) { .marks { --ink: Highlight; } }
`;

/** A hand in a view: it does what the desk says over the port, and tells it what the agent did. */
export function handIn(view: View, say: (message: FromView) => void): ViewHand {
  const { ownerDocument: document } = view.surface;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(DRAWN_STYLE + STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const hand = new Hand({ view, say: (word) => say({ type: 'did', word }) });
  const leave = ({ key, isComposing }: KeyboardEvent) => {
    if (key === 'Escape' && !isComposing && hand.tool !== 'control') say({ type: 'left' });
  };
  document.addEventListener('keydown', leave);
  return {
    hear: (message) => {
      if (message.type === 'use') hand.use(message.tool);
      else if (message.type === 'erase') hand.erase();
      else if (message.type === 'heard') hand.hear(message.word);
    },
    close: () => {
      hand.close();
      document.removeEventListener('keydown', leave);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    },
  };
}
