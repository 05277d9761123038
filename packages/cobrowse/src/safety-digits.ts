/** The digits of a safety number three at a time, as both sides read them out to each other. */
export const safetyDigits = (digits: string): string => digits.replace(/\d{3}(?=\d)/g, '$& ');
