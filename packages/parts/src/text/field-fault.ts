import { msg, str } from '@lit/localize';
import type { FieldFault } from '@deskbell/protocol/fields.js';

/** What is wrong with a value. */
export function fieldFaultWords(fault: FieldFault, { label }: { readonly label: string }): string {
  switch (fault) {
    case 'missing':
      return msg('This has to be filled in.');
    case 'too-long':
      return msg('This is too long.');
    case 'no-number':
      return msg('Write a number, like 12 or 12.50.');
    case 'no-email':
      return msg('Write an email address, like maya@example.com.');
    case 'no-phone':
      return msg('Write a telephone number, like +49 30 123456.');
    case 'no-card':
      return msg('This is no card number. Check the digits.');
    case 'no-file':
      return msg('These files cannot be taken. Choose them again.');
    case 'no-date':
      return msg('Choose a date.');
    case 'no-option':
      return msg('Choose one of the list.');
    case 'no-match':
      return msg(str`This does not look like “${label}”.`);
  }
}
