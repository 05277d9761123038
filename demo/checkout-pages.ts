import { html } from 'hono/html';

// Pages of the shop on which help is worth having: a long form, which an agent may see and fill in with the customer, and an account, which
// the settings put off limits.

type Html = ReturnType<typeof html>;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: string;
  readonly complete?: string;
  readonly wide?: boolean;
  readonly optional?: boolean;
}

const field = ({ name, label, type = 'text', complete = 'off', wide, optional }: Field) =>
  html`<label class="${wide ? 'wide' : ''}"
    ><span>${label}${optional ? html` <i>if you like</i>` : ''}</span>
    <input name="${name}" type="${type}" autocomplete="${complete}" ${optional ? '' : html`required`} />
  </label>`;

const ABOUT: readonly Field[] = [
  { name: 'name', label: 'Full name', complete: 'name' },
  { name: 'email', label: 'Email', type: 'email', complete: 'email' },
  { name: 'phone', label: 'Telephone, for the driver', type: 'tel', complete: 'tel' },
];

const ADDRESS: readonly Field[] = [
  { name: 'street', label: 'Street and number', complete: 'street-address', wide: true },
  { name: 'more', label: 'Floor, flat, care of', complete: 'address-line2', wide: true, optional: true },
  { name: 'postcode', label: 'Postcode', complete: 'postal-code' },
  { name: 'city', label: 'Town', complete: 'address-level2' },
];

const CARD: readonly Field[] = [
  { name: 'card-name', label: 'Name on the card', complete: 'cc-name', wide: true },
  { name: 'card-number', label: 'Card number', complete: 'cc-number', wide: true },
  { name: 'card-expiry', label: 'Valid until', complete: 'cc-exp' },
  { name: 'card-code', label: 'Security code', complete: 'cc-csc' },
];

const COUNTRIES = ['Austria', 'Belgium', 'Denmark', 'Finland', 'France', 'Germany', 'Ireland', 'Netherlands', 'Spain', 'Sweden'];

const SLOTS = [
  ['thursday-morning', 'Thursday', '8 to 12'],
  ['thursday-evening', 'Thursday', '17 to 20'],
  ['friday-morning', 'Friday', '8 to 12'],
  ['friday-evening', 'Friday', '17 to 20'],
  ['saturday', 'Saturday', '9 to 14'],
] as const;

/** `payment`: the address of a form of another company, which is there for whoever wants it; left out where there is none. */
export const checkoutPage = (payment?: string): Html =>
  html`<form class="checkout" method="post" action="/shop/checkout">
    <h1>Check out</h1>
    <p>Stuck somewhere? Ask in the chat: we can look at it together, if you allow it. Your card stays hidden from us.</p>
    <fieldset>
      <legend>About you</legend>
      ${ABOUT.map(field)}
    </fieldset>
    <fieldset>
      <legend>Where it goes</legend>
      ${ADDRESS.map(field)}
      <label
        ><span>Country</span>
        <select name="country" autocomplete="country-name" required>
          <option value="">Choose one</option>
          ${COUNTRIES.map((country) => html`<option>${country}</option>`)}
        </select></label
      >
      <label class="tick wide"><input type="checkbox" name="other-bill" /> The bill goes to another address</label>
    </fieldset>
    <fieldset>
      <legend>When it comes</legend>
      <div class="slots wide">
        ${SLOTS.map(
          ([value, day, hours]) => html`<label><input type="radio" name="slot" value="${value}" required /><b>${day}</b> ${hours}</label>`,
        )}
      </div>
      <label class="wide"
        ><span>Where the driver may leave it <i>if you like</i></span>
        <textarea name="place" rows="2" autocomplete="off"></textarea>
      </label>
    </fieldset>
    <fieldset>
      <legend>A gift?</legend>
      <label class="tick wide"><input type="checkbox" name="wrap" /> Wrap it, in linen</label>
      <label class="wide" data-private
        ><span>Words for the card, which only you and whoever gets it see</span>
        <textarea name="words" rows="3" autocomplete="off"></textarea>
      </label>
    </fieldset>
    <fieldset>
      <legend>How you pay</legend>
      ${CARD.map(field)}
      ${payment ? html`<details class="wide" data-frame="${payment}" data-title="Keel Payments"><summary>Pay with Keel instead</summary></details>` : ''}
    </fieldset>
    <label class="tick"><input type="checkbox" name="terms" required /> I have read how returns work</label>
    <button class="solid">Order</button>
    <p class="promise">Nothing is for sale here, and what you type goes nowhere.</p>
  </form>`;

export const orderedPage = (): Html =>
  html`<article class="prose">
    <h1>Thank you</h1>
    <p>This would be an order now, if anything were for sale. <a href="/shop">Back to the shop</a></p>
  </article>`;

export const accountPage = (): Html =>
  html`<article class="prose">
    <h1>Your account</h1>
    <p>The settings put this page off limits: while somebody sees the pages of this shop with you, this one they do not.</p>
    <h2>Balance of your gift cards</h2>
    <p>84 euro</p>
    <h2>Saved cards</h2>
    <p>One that ends in 1881, valid until April</p>
    <h2>Orders</h2>
    <p>HP-2087, a storm lantern. HP-1954, two enamel mugs.</p>
    <p><a href="/shop">Back to the shop</a></p>
  </article>`;
