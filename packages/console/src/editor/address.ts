import { isSafeAddress } from '@deskbell/protocol/addresses.js';

/** What a link leads to. */
export type LinkKind = 'web' | 'email';

const MAIL = /^[^\s@:/?#]+@[^\s@:/?#]+\.[^\s@:/?#]+$/;
const ALLOWED = /^(?:https?|mailto|tel):/i;
// A name with a port looks like one too: the port is a number.
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;

const mailAddress = (typed: string): string | undefined => {
  const [who = ''] = typed.replace(/^mailto:/i, '').split('?');
  const href = /^mailto:/i.test(typed) ? typed : `mailto:${typed}`;
  return MAIL.test(who) ? href : undefined;
};

const webAddress = (typed: string): string | undefined => {
  if (ALLOWED.test(typed)) return typed;
  if (MAIL.test(typed)) return `mailto:${typed}`;
  const rest = typed.replace(/^\/\//, '');
  return SCHEME.test(rest) || !/^[\p{L}\p{N}[]/u.test(rest) ? undefined : `https://${rest}`;
};

/** The address of a link for what somebody typed: a web address without a scheme gets https. Undefined for what is no address, or none that may be opened. */
export function addressOf(kind: LinkKind, typed: string): string | undefined {
  const href = kind === 'web' ? webAddress(typed.trim()) : mailAddress(typed.trim());
  return href !== undefined && isSafeAddress(href) ? href : undefined;
}

/** An address as it stands in the box where it is edited. */
export const typedOf = (href: string): { readonly kind: LinkKind; readonly typed: string } =>
  /^mailto:/i.test(href) ? { kind: 'email', typed: href.slice('mailto:'.length) } : { kind: 'web', typed: href };
