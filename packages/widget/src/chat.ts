// What the script tag loads with the first click: the window and all it stands on.
export { DeskbellChatWindow } from './window/window.js';
