/** How many digits a code has, as the protocol says; its schemas are not for the customer's browser. */
export const CODE_DIGITS = 6;

/** The digits in what somebody typed or pasted, as 0 to 9, whatever they stand among and whichever signs their language has for them. */
export function digitsIn(text: string): string {
  return [...text.normalize('NFKC')].map(digitOf).join('');
}

function digitOf(sign: string): string {
  if (!/\p{Nd}/u.test(sign)) return '';
  let zero = sign.codePointAt(0) ?? 0;
  const own = zero;
  // Every script's ten digits stand in a row, from 0 on.
  while (own - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(own - zero);
}
