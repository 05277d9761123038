import { msg } from '@lit/localize';
import { filled, type Placeholder } from '@deskbell/protocol/responses.js';
import type { Known } from './known.js';

function gap(name: Placeholder | undefined): string {
  switch (name) {
    case 'customer.name':
      return msg('[customer’s name]');
    case 'customer.firstName':
      return msg('[customer’s first name]');
    case 'agent.name':
      return msg('[your name]');
    case 'agent.firstName':
      return msg('[your first name]');
    case 'queue.name':
      return msg('[queue]');
    case 'workspace.name':
      return msg('[company]');
    case undefined:
      return '[…]';
  }
}

/** A response as it is inserted: what nobody knows is a gap that can be seen, unless the response says what stands there. */
export const fillIn = (text: string, known: Known): string =>
  filled(text, (name, otherwise) => {
    const value = name === undefined ? '' : known[name];
    return value === '' ? (otherwise ?? gap(name)) : value;
  });
