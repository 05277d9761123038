export function findChromium(): string;
export function needChromium(): string;
