import type { Page } from 'playwright-core';

// What must not leave the customer's browser, put wherever a page can have it.

/** Each is found nowhere else, and in no other. */
export const SECRETS = {
  card: '4539197382046171',
  spaced: '4539 1973 8204 6171',
  expiry: 'QX-expiry-61',
  holder: 'Qxenia Holder',
  code: 'QX-code-83',
  password: 'QX-password-47',
  shown: 'QX-shown-password-15',
  gift: 'QX gift words 29',
  attribute: 'QX-attribute-53',
  hidden: 'QX-hidden-71',
  late: 'QX late words 97',
  turned: 'QX turned words 64',
  shadow: 'QX shadow words 13',
  comment: 'QX-comment-38',
  parameter: 'QX-parameter-86',
} as const;

/** What may be seen, and is typed beside them. */
export const OPEN = 'Canary Row 4539';

/** What stands on the page that is off limits. */
export const OFF_LIMITS = ['Balance of your gift cards', 'HP-1954', 'ends in 1881'] as const;

/** What the page itself has of them: fields of its own, attributes, what comes late, and what is masked late. */
const plant = (page: Page): Promise<void> =>
  page.evaluate((secrets) => {
    const make = (parent: Element, tag: string, attributes: Record<string, string>, text = ''): HTMLElement => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.textContent = text;
      parent.append(element);
      return element;
    };
    const form = document.querySelector('form.checkout') as HTMLFormElement;
    make(form, 'input', { type: 'password', 'aria-label': 'Password' });
    make(form, 'input', { type: 'hidden', name: 'basket', value: secrets.hidden });
    make(form, 'input', { type: 'file', 'aria-label': 'A picture' });
    const marked = make(form, 'div', { 'data-private': '', title: secrets.attribute }, secrets.late);
    make(marked, 'img', { alt: secrets.attribute, 'data-note': secrets.attribute });
    make(marked, 'a', { href: `/shop?mail=${secrets.attribute}` }, secrets.late);
    make(marked, 'option', { value: secrets.attribute, label: secrets.attribute });
    make(marked, 'p', {}).attachShadow({ mode: 'closed' }).textContent = secrets.shadow;
    marked.append(document.createComment(secrets.comment));
    const number = document.querySelector('[name=card-number]') as HTMLInputElement;
    for (const name of ['data-note', 'value', 'unheard-of']) number.setAttribute(name, secrets.attribute);
    make(form, 'p', {}, `Card ${secrets.spaced} is on file.`);
    history.replaceState(null, '', `?basket=${secrets.parameter}`);
    // Masked in the very moment in which it gets its words.
    const turned = make(form, 'p', { id: 'turned', title: 'open' }, 'open');
    requestAnimationFrame(() => {
      turned.textContent = turned.title = secrets.turned;
      turned.setAttribute('data-private', '');
    });
  }, SECRETS);

/** Plants all of them at the checkout, and types what is typed as a customer would, the open value last. */
export async function fillIn(page: Page): Promise<void> {
  await plant(page);
  const field = (name: string) => page.locator(`[name=${name}]`);
  await field('card-number').fill('');
  await field('card-number').pressSequentially(SECRETS.card);
  await field('card-name').pressSequentially(SECRETS.holder);
  await field('card-expiry').fill(SECRETS.expiry);
  await field('card-code').pressSequentially(SECRETS.code);
  await field('words').pressSequentially(SECRETS.gift);
  const password = page.getByRole('textbox', { name: 'Password' });
  await password.pressSequentially(SECRETS.password);
  // As an eye beside it does.
  await password.evaluate((input) => input.setAttribute('type', 'text'));
  await password.fill(SECRETS.shown);
  await field('street').pressSequentially(OPEN);
}
