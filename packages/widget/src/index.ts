import { DeskbellChat, defineChat } from './chat/chat.js';

// Importing this defines <deskbell-chat>; the window's code stays a chunk of its own that comes with the first click.
defineChat(() => import('./window/window.js'));

export { DeskbellChat };
export { DeskbellConversationEvent, DeskbellToggleEvent, DeskbellUnreadEvent } from './chat/chat-events.js';
