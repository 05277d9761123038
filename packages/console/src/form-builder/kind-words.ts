import { msg } from '@lit/localize';
import type { FieldKind } from '@deskbell/protocol/fields.js';

/** What a kind of field is called. */
export function kindName(kind: FieldKind): string {
  switch (kind) {
    case 'text':
      return msg('Text');
    case 'longText':
      return msg('Long text');
    case 'number':
      return msg('Number');
    case 'email':
      return msg('Email');
    case 'phone':
      return msg('Telephone');
    case 'date':
      return msg('Date');
    case 'choice':
      return msg('Choice');
    case 'choices':
      return msg('Several choices');
    case 'cardNumber':
      return msg('Card number');
    case 'file':
      return msg('File');
    case 'consent':
      return msg('Consent');
  }
}
