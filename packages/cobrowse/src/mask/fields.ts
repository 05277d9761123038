import { attributeOf } from '../natives.js';

const SECRET_FILL = /\b(?:cc-|one-time-code|(?:new|current)-password)/i;
const SECRET_TYPE = /^(?:password|hidden|file)$/i;
const SECRET_NAME =
  /passw|passcode|passphrase|\bpass\b|pwd|kennwort|contrase|cvc|cvv|\bcsc\b|\botp|one.?time|2fa|totp|card.{0,2}n(?:o\b|r|um)|\bcc.?n(?:o\b|um)|credit.?card|kreditkarte|kartennummer|tarjeta|security.?code/i;
const CODE_NAME = /otp|code|token|mfa|digit|verif|(?<![a-z])(?:pin|tan)(?![a-rt-z])/i;
/** What is a code by its name, but no secret. */
const OPEN_CODE = /post|zip|plz|promo|coupon|voucher|country|area|dial/i;
const LONGEST_CODE = 8;

/** Which fields are never seen, whatever anybody marked. */
export interface Fields {
  isSecret(field: Element): boolean;
}

/** A field that was secret once stays so, and so does one that takes a password's place by the same name: pages show passwords in either way. */
export function createFields(): Fields {
  const elements = new WeakSet<Element>();
  const names = new Set<string>();

  return {
    isSecret(field) {
      if (elements.has(field)) return true;
      const of = (name: string) => attributeOf(field, name) ?? '';
      const type = of('type').trim();
      const called = `${of('name')} ${of('id')}`;
      const length = Number(of('maxlength'));
      const isCode = () => {
        const told = `${called} ${of('class')} ${of('aria-label')}`;
        return length === 1 || (CODE_NAME.test(told) && !OPEN_CODE.test(told));
      };
      const isSecret =
        SECRET_TYPE.test(type) ||
        SECRET_FILL.test(of('autocomplete')) ||
        SECRET_NAME.test(called) ||
        names.has(called) ||
        (length > 0 && length <= LONGEST_CODE && isCode());
      if (!isSecret) return false;
      elements.add(field);
      if (/^password$/i.test(type) && called !== ' ') names.add(called);
      return true;
    },
  };
}
