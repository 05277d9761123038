/** What can be typed into a field, or chosen in it. */
export const FIELD_KINDS = [
  'text',
  'longText',
  'number',
  'email',
  'phone',
  'date',
  'choice',
  'choices',
  'cardNumber',
  'file',
  'consent',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One field, as much of it as decides which values it takes. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** What a `choice`, or `choices`, is made from. */
  readonly options?: readonly string[] | undefined;
  readonly required: boolean;
  /** What the whole value has to match. */
  readonly pattern?: string | undefined;
  /** It is asked for only where another field above has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly string[] } | undefined;
}

/**
 * What is typed, by the field's name: dates as 2026-12-24, card numbers in digits alone, `choices` and the ids of a `file`'s attachments one
 * a line, `consent` as `yes`. What is not filled in is the empty string, or left out.
 */
export type FieldValues = Readonly<Record<string, string>>;

export const FIELD_FAULTS = [
  'missing',
  'too-long',
  'no-number',
  'no-email',
  'no-phone',
  'no-date',
  'no-option',
  'no-card',
  'no-file',
  'no-match',
] as const;
/** Why a value is not taken. */
export type FieldFault = (typeof FIELD_FAULTS)[number];

/** The value of a `consent` that was given. */
export const AGREED = 'yes';
