import type { SavedForm } from '@deskbell/protocol/forms.js';

/** A form as a bank has it: some of it is nobody's business but the one's who has to look. */
export const MORTGAGE: SavedForm = {
  id: 'mortgage',
  name: 'Mortgage enquiry',
  intro: 'It takes about three minutes.',
  secured: false,
  fields: [
    { name: 'street', label: 'Street and number', kind: 'text', required: true, masked: false },
    { name: 'phone', label: 'Telephone', kind: 'phone', required: false, masked: false },
    { name: 'income', label: 'Yearly income', kind: 'number', required: true, masked: true },
    {
      name: 'tax',
      label: 'Tax number',
      kind: 'text',
      required: true,
      masked: true,
      pattern: '[A-Z]{2}[0-9]{8}',
      message: 'Two letters and eight digits, as on your tax card.',
    },
    { name: 'work', label: 'Employment', kind: 'choice', options: ['Employed', 'Self-employed'], required: true, masked: false },
    {
      name: 'since',
      label: 'In business since',
      kind: 'date',
      required: true,
      masked: false,
      when: { field: 'work', is: ['Self-employed'] },
    },
    { name: 'consent', label: 'I agree to a credit check', kind: 'consent', required: true, masked: false },
  ],
};

/** The same with everything sealed. */
export const CARD: SavedForm = {
  id: 'card',
  name: 'Payment details',
  secured: true,
  fields: [
    { name: 'holder', label: 'Name on the card', kind: 'text', required: true, masked: false },
    { name: 'number', label: 'Card number', kind: 'cardNumber', required: true, masked: false },
  ],
};
