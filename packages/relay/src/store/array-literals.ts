// The driver writes arrays element by element, each through its serializer; for thousands of them a second that is the dearest part of an append.

/** An array parameter of ids or numbers: nothing in them needs quoting. */
export const literal = (values: readonly (string | number | null)[]): string => `{${values.map((value) => value ?? 'NULL').join(',')}}`;

const SPECIAL = /["\\]/;
const ALL_SPECIAL = /["\\]/g;

const quoted = (text: string | null): string =>
  text === null ? 'NULL' : SPECIAL.test(text) ? `"${text.replace(ALL_SPECIAL, '\\$&')}"` : `"${text}"`;

/** An array parameter of any text. */
export const textLiteral = (values: readonly (string | null)[]): string => `{${values.map(quoted).join(',')}}`;
