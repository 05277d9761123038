import type { FieldKind } from '@deskbell/protocol/fields.js';

const BY_KIND: { readonly [K in FieldKind]?: string } = { email: 'email', phone: 'tel', cardNumber: 'cc-number' };

/** What browsers may fill in, by how fields are called: in lower case, letters alone. */
const BY_NAME: Readonly<Record<string, string>> = {
  name: 'name',
  fullname: 'name',
  firstname: 'given-name',
  givenname: 'given-name',
  lastname: 'family-name',
  familyname: 'family-name',
  surname: 'family-name',
  company: 'organization',
  address: 'street-address',
  street: 'address-line1',
  city: 'address-level2',
  state: 'address-level1',
  zip: 'postal-code',
  zipcode: 'postal-code',
  postcode: 'postal-code',
  postalcode: 'postal-code',
  country: 'country-name',
  birthday: 'bday',
  birthdate: 'bday',
  dateofbirth: 'bday',
  cardholder: 'cc-name',
};

/**
 * The `autocomplete` of a field. What is masked is neither filled in nor offered to be remembered; but a card, which a browser keeps behind a
 * lock of its own, and typing sixteen digits is worse.
 */
export function autocompleteOf({ name, kind }: { readonly name: string; readonly kind: FieldKind }, isMasked: boolean): string {
  if (isMasked && kind !== 'cardNumber') return 'off';
  return BY_KIND[kind] ?? BY_NAME[name.toLowerCase().replace(/[^a-z]/g, '')] ?? 'off';
}
