import { msg } from '@lit/localize';
import type { Presence } from '@deskbell/protocol/status.js';

/** How an agent stands, in the words of the field. */
export function presenceName(presence: Presence): string {
  switch (presence) {
    case 'available':
      return msg('Available');
    case 'busy':
      return msg('Busy');
    case 'away':
      return msg('Away');
    case 'away-idle':
      return msg('Away (Idle)');
    case 'system-busy':
      return msg('System Busy');
    case 'system-away':
      return msg('System Away');
    case 'login-prep':
      return msg('Login Prep');
    case 'offline':
      return msg('Signed out');
  }
}
