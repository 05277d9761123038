import type { FieldValues } from '@deskbell/protocol/fields.js';

// What is typed into the open fields of a form that was not sent yet: in this tab alone, and not longer than it lives.

type ByForm = Readonly<Record<string, FieldValues>>;

const keyOf = (conversation: string): string => `deskbell:forms:${conversation}`;

function read(conversation: string): ByForm {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(conversation)) ?? '{}') as ByForm;
  } catch {
    return {};
  }
}

function write(conversation: string, forms: ByForm): void {
  try {
    if (Object.keys(forms).length) sessionStorage.setItem(keyOf(conversation), JSON.stringify(forms));
    else sessionStorage.removeItem(keyOf(conversation));
  } catch {
    // A browser that keeps nothing loses it with the page.
  }
}

/** What stood in a form before the page was loaded again. */
export const unfinished = (conversation: string, form: string): FieldValues => read(conversation)[form] ?? {};

/** Keeps what stands in a form. */
export function keep(conversation: string, form: string, open: FieldValues): void {
  write(conversation, { ...read(conversation), [form]: open });
}

/** Nothing of a form is to be kept any longer; nothing of the whole conversation where no form is given. */
export function drop(conversation: string, form?: string): void {
  const { [form ?? '']: _dropped, ...others } = read(conversation);
  write(conversation, form === undefined ? {} : others);
}
