/** The origins that a site names in an attribute, parted by spaces: whole ones, such as `https://pay.example`. What is none is nobody's. */
export const originsIn = (named: string | null): string[] =>
  (named ?? '').split(/\s+/).filter((one) => URL.canParse(one) && new URL(one).origin === one);
