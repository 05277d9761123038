/** The longest JSON pointer, in UTF-16 code units. */
export const MAX_POINTER = 200;

const POINTER = /\{(\/[^{}]*)\}/g;

/** The JSON pointers that a template shows: `The order is {/order/state}`. */
export const pointersIn = (template: string): string[] => [...template.matchAll(POINTER)].map(([, pointer = '']) => pointer);

/** All texts in a JSON document but the names of its members. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The same document with other texts. */
export function withTexts(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => withTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withTexts(each, change)]));
}

/** What a JSON pointer (RFC 6901) points to; undefined for nothing. */
export function pointed(document: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>((at, step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined;
  }, document);
}

const shown = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
};

/** What is shown of a JSON answer, by a pointer, a template with pointers, or whole; empty where there is nothing of it. */
export function shownOf(document: unknown, rule: { pointer: string } | { template: string } | undefined): string {
  if (!rule) return shown(document);
  if ('pointer' in rule) return shown(pointed(document, rule.pointer));
  const found = pointersIn(rule.template).some((pointer) => shown(pointed(document, pointer)) !== '');
  return found ? rule.template.replace(POINTER, (_, pointer: string) => shown(pointed(document, pointer))) : '';
}
