import type { FieldKind } from '@deskbell/protocol/fields.js';
import type { Form, FormField } from '@deskbell/protocol/forms.js';
import { fixture, html } from '@open-wc/testing';
import type { DeskbellForm } from '../form/form.js';
import '../form/form.js';

// A form, filled in as people do.

export const field = (name: string, kind: FieldKind, more: Partial<FormField> = {}): FormField => ({
  name,
  label: name,
  kind,
  required: false,
  masked: false,
  ...more,
});

export const show = async (fields: readonly FormField[], more: Partial<DeskbellForm> = {}, form: Partial<Form> = {}) => {
  const whole: Form = { id: 'order', name: 'Your order', secured: false, fields: [...fields], ...form };
  const element = await fixture<DeskbellForm>(html`<deskbell-form .form=${whole}></deskbell-form>`);
  Object.assign(element, more);
  await element.updateComplete;
  return element;
};

export const boxes = (form: DeskbellForm) => [
  ...form.renderRoot.querySelectorAll<HTMLInputElement>('input:not([type=radio], [type=checkbox], [hidden]), select, textarea'),
];
export const labelled = (form: DeskbellForm, label: string) => {
  const its = [...form.renderRoot.querySelectorAll('label')].find((each) => each.textContent.includes(label))!;
  return (its.control ?? its.querySelector('input')) as HTMLInputElement;
};
export const type = async (form: DeskbellForm, label: string, value: string) => {
  const box = labelled(form, label);
  box.value = value;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: value }));
  await form.updateComplete;
};
export const pick = async (form: DeskbellForm, label: string) => {
  labelled(form, label).click();
  await form.updateComplete;
};
export const submit = async (form: DeskbellForm) => {
  form.renderRoot.querySelector<HTMLButtonElement>('[part=submit]')!.click();
  await form.updateComplete;
  await form.updateComplete;
};
export const faults = (form: DeskbellForm) =>
  [...form.renderRoot.querySelectorAll('.error')].map((each) => each.textContent).filter(Boolean);
export const alert = (form: DeskbellForm) => form.renderRoot.querySelector('[role=alert]')!.textContent.trim();
export const focused = (form: DeskbellForm) => form.shadowRoot!.activeElement;
export const progress = (form: DeskbellForm) => form.renderRoot.querySelector('header span')?.textContent;
export const filled = (form: DeskbellForm) => {
  const all: unknown[] = [];
  form.addEventListener('deskbell-filled', () => all.push(form.answer));
  return all;
};
export const leave = async (form: DeskbellForm, box: HTMLElement) => {
  box.focus();
  box.blur();
  await form.updateComplete;
};
