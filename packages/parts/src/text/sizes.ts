import { formatLocale } from '../locale.js';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const STEP = 1_024;

/** How large a file is, from bytes, in the reader's language: "820 byte", "1.4 MB". A step is 1,024, as limits are set. */
export function sizeWords(bytes: number): string {
  const power = Math.max(0, Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(STEP))));
  const value = bytes / STEP ** power;
  const digits = value < 10 && power > 0 ? 1 : 0;
  const unit = { style: 'unit', unit: UNITS[power] ?? 'byte', unitDisplay: power ? 'short' : 'long' } as const;
  return new Intl.NumberFormat(formatLocale(), { ...unit, maximumFractionDigits: digits }).format(value);
}
