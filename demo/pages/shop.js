import { addToBag, bagCount, showBag } from './bag.js';

/** Calls the chat whether or not its script has arrived: what is called before waits in a queue on the function itself. */
function deskbell(...call) {
  window.deskbell ??= (...early) => {
    (window.deskbell.q ??= []).push(early);
  };
  return window.deskbell(...call);
}

// ---- pages change in place; whatever is not a plain click on a page of the shop is the browser's own business

async function showPage(address, { push }) {
  const response = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => undefined);
  // Offline, or something odd: the browser's own page says it better.
  if (!response) return location.assign(address);
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (push) history.pushState(null, '', address);
  document.title = next.title;
  document.querySelector('main').replaceChildren(...next.querySelector('main').childNodes);
  document.querySelector('.top nav').replaceChildren(...next.querySelector('.top nav').childNodes);
  scrollTo(0, 0);
  if (push) document.querySelector('main').focus({ preventScroll: true });
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="/shop"]') : null;
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented) return;
  event.preventDefault();
  link.closest('dialog')?.close();
  const to = new URL(link.href);
  // Whoever came to the assistant meets it on the next page too, also when that is reloaded.
  if (new URLSearchParams(location.search).has('assistant')) to.searchParams.set('assistant', '');
  void showPage(to.href, { push: true });
});

addEventListener('popstate', () => void showPage(location.href, { push: false }));

// ---- bag, questions

const showCount = () => {
  document.querySelector('#bag .count').textContent = String(bagCount());
};

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (button?.dataset.add) {
    addToBag({ slug: button.dataset.add, name: button.dataset.name, price: Number(button.dataset.price) });
    button.textContent = 'Added';
    setTimeout(() => (button.textContent = 'Add to bag'), 1500);
    showCount();
  } else if (button && 'ask' in button.dataset) void deskbell('open');
  else if (button?.id === 'bag') showBag();
});

addEventListener('bag-changed', showCount);
addEventListener('storage', showCount);
showCount();

// ---- the form of another company, once somebody wants it

document.addEventListener(
  'toggle',
  ({ target: details }) => {
    if (!(details instanceof HTMLDetailsElement) || !details.open || !details.dataset.frame || details.querySelector('iframe')) return;
    const frame = document.createElement('iframe');
    Object.assign(frame, { src: details.dataset.frame, title: details.dataset.title });
    details.append(frame);
  },
  true,
);

// ---- signing in: this shop's own server says who it is, the chat takes its word for it

const account = document.querySelector('#account');
const accountDialog = document.querySelector('#account-dialog');

const showAccount = () => {
  account.textContent = localStorage.getItem('shop-customer') ?? 'Sign in';
};

account.addEventListener('click', async () => {
  if (!localStorage.getItem('shop-customer')) return accountDialog.showModal();
  localStorage.removeItem('shop-customer');
  showAccount();
  await deskbell('reset');
});

accountDialog.addEventListener('close', async () => {
  const customer = accountDialog.returnValue;
  accountDialog.returnValue = '';
  if (!customer) return;
  const response = await fetch(`/demo/identity?customer=${encodeURIComponent(customer)}`, { method: 'POST' });
  const { name, token } = await response.json();
  await deskbell('identify', token);
  localStorage.setItem('shop-customer', name);
  showAccount();
});

showAccount();

// ---- the chat's language; the shop itself speaks English only

const language = document.querySelector('#language');
const setLanguage = (locale) => void deskbell('setLocale', locale);

const chosen = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('shop-language');
if (chosen) {
  language.value = chosen;
  setLanguage(chosen);
}
language.addEventListener('change', () => {
  localStorage.setItem('shop-language', language.value);
  setLanguage(language.value);
});
