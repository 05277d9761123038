// The order service's page in a panel of the console: hears who the agent talks with, shows their orders, and puts one into the draft.

const desks = document.body.dataset.desks.split(' ');
const title = document.querySelector('#whose');
const find = document.querySelector('#find');
const none = document.querySelector('.none');
const before = document.querySelector('#before');
const cards = [...document.querySelectorAll('[data-number]')];

/** Where the console is, once it has said something; only then anything but "ready" is told. */
let desk;
let conversation;
let customer;
/** The names of those whose conversations were shown, by conversation. */
const shown = new Map();

const say = (message) => desk && parent.postMessage(message, desk);

function show() {
  const wanted = find.value.trim().toLocaleLowerCase();
  const isWanted = ({ dataset, textContent }) =>
    wanted ? textContent.toLocaleLowerCase().includes(wanted) : customer !== undefined && dataset.email === customer.email;
  for (const card of cards) card.hidden = !isWanted(card);
  document.body.classList.toggle('finding', wanted !== '');
  const isEmpty = cards.every((card) => card.hidden);
  none.textContent = wanted ? 'No such order.' : `${customer?.name ?? 'Whoever is here'} has no order under this address. Find one above.`;
  none.hidden = !isEmpty;
}

function showBefore() {
  const others = [...shown].filter(([id]) => id !== conversation?.id).reverse();
  before.hidden = others.length === 0;
  before.querySelector('ul').replaceChildren(
    ...others.slice(0, 5).map(([id, name]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = name;
      button.addEventListener('click', () => say({ deskbell: 'openConversation', conversation: id }));
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
}

addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || !desks.includes(origin)) return;
  desk = origin;
  if (data.deskbell === 'conversation') ({ conversation } = data);
  if (data.deskbell === 'customer') {
    ({ customer } = data);
    title.textContent = `Orders of ${customer.name}`;
    shown.set(conversation.id, customer.name);
  }
  show();
  showBefore();
});

find.addEventListener('input', show);
for (const button of document.querySelectorAll('[data-draft]'))
  button.addEventListener('click', () => say({ deskbell: 'insertDraft', text: button.dataset.draft }));

// Nothing is in it, so it does not matter who hears it.
parent.postMessage({ deskbell: 'ready' }, '*');
