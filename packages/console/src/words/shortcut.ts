import { msg } from '@lit/localize';
import type { ShortcutName } from '../shortcuts/table.js';

/** What a shortcut does, in the order in which the list shows them. */
export const shortcutWords = (): Readonly<Record<ShortcutName, string>> => ({
  accept: msg('Accept the chosen customer, or the next'),
  listen: msg('Start or stop listening'),
  next: msg('Next conversation'),
  previous: msg('Previous conversation'),
  list: msg('Go to the list of conversations'),
  search: msg('Search closed conversations'),
  write: msg('Write'),
  responses: msg('Standard responses'),
  attach: msg('Attachments'),
  resend: msg('Resend what was not delivered'),
  transfer: msg('Transfer the conversation'),
  cobrowse: msg('Co-browse'),
  end: msg('End the conversation'),
  close: msg('Close after wrap-up'),
  note: msg('Add a note'),
  information: msg('Show or hide information'),
  back: msg('Back to the list'),
  sound: msg('Sound on or off'),
  help: msg('Show the keyboard shortcuts'),
});
