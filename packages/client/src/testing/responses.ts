import type { ResponseLibrary } from '@deskbell/protocol/responses.js';

/** A small library of a shop. */
export const SHOP_RESPONSES: ResponseLibrary['categories'] = [
  {
    id: 'greetings',
    name: 'Greetings',
    templates: [
      { id: 'hello', name: 'Hello', text: 'Hello {{customer.firstName | there}}, I am {{agent.firstName}}. What can I do for you?' },
      { id: 'back', name: 'I come back to you', text: 'I am looking it up, {{customer.firstName}}. I come back to you in a few minutes.' },
    ],
  },
  {
    id: 'orders',
    name: 'Orders and delivery',
    templates: [
      {
        id: 'late',
        name: 'Delivery is late',
        text: 'I am sorry that your order is late.\n\nI have asked the carrier where it is, and write to you today.',
      },
      { id: 'address', name: 'Change of address', text: 'Tell me the new address, and I change it before the parcel leaves us.' },
      {
        id: 'returns',
        name: 'Return label',
        text: 'You can send it back within 30 days. The label is in your mail.\n\n{{agent.name}}, {{workspace.name}}',
      },
    ],
  },
  { id: 'repairs', name: 'Repairs', templates: [{ id: 'warranty', name: 'Café table: warranty', text: 'The warranty is five years.' }] },
];

/** As many responses as a workspace may have, with words that are not all the same. */
export function manyResponses(count = 2_000): ResponseLibrary['categories'] {
  const words =
    'order parcel delivery address return label refund invoice warranty repair lamp table chair colour size stock price voucher'.split(' ');
  const word = (index: number): string => words[index % words.length] ?? '';
  const templates = Array.from({ length: count }, (_, index) => ({
    id: `response-${String(index)}`,
    name: `${word(index)} ${word(index * 7 + 3)} ${String(index)}`,
    text: Array.from({ length: 40 }, (_, at) => `${word(index * 3 + at * 5)}${at % 6 === 0 ? String((index * 31 + at) % 977) : ''}`).join(
      ' ',
    ),
  }));
  const size = Math.ceil(count / 20);
  return Array.from({ length: 20 }, (_, index) => ({
    id: `category-${String(index)}`,
    name: `${word(index)} and ${word(index + 1)}`,
    templates: templates.slice(index * size, (index + 1) * size),
  }));
}
