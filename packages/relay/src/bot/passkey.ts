import { randomInt } from 'node:crypto';

// Neither 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B, nor letters that sound alike on the telephone: B, D, P, T, V; M, N; F, S.
const SIGNS = '34679ACEFHJKMQRTUWXY';

/** What a customer and an agent both see, and can read out to each other: six signs that cannot be mistaken for each other. */
export const newPasskey = (): string => Array.from({ length: 6 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
