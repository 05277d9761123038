import { expect } from '@open-wc/testing';
import { fillIn } from './fill.js';
import { knownIn, type Known } from './known.js';

const KNOWN: Known = {
  'customer.name': 'Maya Lindqvist',
  'customer.firstName': 'Maya',
  'agent.name': 'Ana Ruiz',
  'agent.firstName': 'Ana',
  'queue.name': 'Shop',
  'workspace.name': 'Harbour & Pine',
};
const NOTHING = knownIn(undefined, undefined);
const ALL = Object.keys(KNOWN)
  .map((name) => `{{${name}}}`)
  .join(', ');

describe('what a response leaves open', () => {
  it('CMP 2 is filled with what is known', () => {
    expect(fillIn(ALL, KNOWN)).to.equal('Maya Lindqvist, Maya, Ana Ruiz, Ana, Shop, Harbour & Pine');
  });

  it('CMP 2 is a gap that can be seen where nothing is known, or what the response says', () => {
    expect(fillIn(ALL, NOTHING)).to.equal('[customer’s name], [customer’s first name], [your name], [your first name], [queue], [company]');
    expect(fillIn('Hello {{customer.name | there}}{{agent.name|}}, {{weather}}', NOTHING)).to.equal('Hello there, […]');
  });

  it('CMP 2 is not filled a second time by what somebody calls themselves', () => {
    expect(fillIn('{{customer.name}}', { ...KNOWN, 'customer.name': '{{agent.name}}' })).to.equal('{{agent.name}}');
  });
});
