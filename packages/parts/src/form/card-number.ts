const BRANDS: readonly (readonly [string, RegExp])[] = [
  ['Visa', /^4/],
  ['Mastercard', /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/],
  ['American Express', /^3[47]/],
  ['Discover', /^(?:6011|64[4-9]|65)/],
  ['Diners Club', /^(?:30[0-5]|36|38|39)/],
  ['JCB', /^35(?:2[89]|[3-8])/],
  ['UnionPay', /^62/],
  ['Maestro', /^(?:5018|5020|5038|58|6304|67)/],
];

/** The most digits that a card number has (ISO/IEC 7812-1). */
const MOST = 19;

const digitsOf = (typed: string): string => typed.replace(/\D/g, '').slice(0, MOST);

/** Whose card it is, by the first digits; empty where they do not tell. */
export const brandOf = (typed: string): string => BRANDS.find(([, begins]) => begins.test(digitsOf(typed)))?.[0] ?? '';

/** In the groups in which the number stands on the card. */
export function grouped(typed: string): string {
  const digits = digitsOf(typed);
  const [, first = '', ...rest] = /^3[47]/.test(digits)
    ? (/^(\d{0,4})(\d{0,6})(\d{0,9})/.exec(digits) ?? [])
    : (/^(\d{0,4})(\d{0,4})(\d{0,4})(\d{0,4})(\d{0,3})/.exec(digits) ?? []);
  return [first, ...rest].filter(Boolean).join(' ');
}

/** Groups what stands in a box, with the caret where it was among the digits. Returns what stands there then. */
export function regroup(input: HTMLInputElement): string {
  const { value, selectionEnd } = input;
  const before = digitsOf(value.slice(0, selectionEnd ?? value.length)).length;
  const isAtEnd = (selectionEnd ?? value.length) === value.length;
  input.value = grouped(value);
  let caret = 0;
  for (let passed = 0; passed < before; caret++) if (input.value[caret] !== ' ') passed++;
  if (isAtEnd) caret = input.value.length;
  if (input.matches(':focus')) input.setSelectionRange(caret, caret);
  return input.value;
}
