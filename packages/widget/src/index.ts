import { DeskbellChat, defineChat } from './chat/chat.js';
import { DeskbellCobrowse, defineCobrowse } from './cobrowse-button/button.js';

// Importing this defines <deskbell-chat> and <deskbell-cobrowse>; the window's code stays a chunk of its own that comes with the first click.
const load = { chat: () => import('./window/window.js'), cobrowse: () => import('./cobrowse.js') };
defineChat((piece) => load[piece]());
defineCobrowse(load.cobrowse);

export { DeskbellChat, DeskbellCobrowse };
export { DeskbellCobrowseEvent, DeskbellConversationEvent, DeskbellToggleEvent, DeskbellUnreadEvent } from './chat/chat-events.js';
