import { html } from 'hono/html';

/**
 * The form of the company that takes the money: a page of its own, of another origin, that the shop has in a frame. `parents`: the origins whose pages
 * may show it to an agent who helps, and use it if the customer lets them.
 */
export const paymentPage = (parents: readonly string[]) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Pay · Keel Payments</title>
        <link rel="stylesheet" href="/demo/shop.css" />
        <link rel="stylesheet" href="/demo/checkout.css" />
        <link rel="stylesheet" href="/demo/payment.css" />
        <script async src="/deskbell-cobrowse.js" data-cobrowse-parents="${parents.join(' ')}"></script>
      </head>
      <body class="payment">
        <form class="checkout">
          <p>Keel Payments keeps your card to itself: whoever helps you with the shop sees the form, and never the number.</p>
          <label class="wide"><span>Town of the bank</span><input name="bank-town" autocomplete="off" /></label>
          <label class="wide"><span>Name on the card</span><input name="card-name" autocomplete="cc-name" /></label>
          <label class="wide"><span>Card number</span><input name="card-number" autocomplete="cc-number" /></label>
          <label><span>Valid until</span><input name="card-expiry" autocomplete="cc-exp" /></label>
          <label><span>Security code</span><input name="card-code" autocomplete="cc-csc" /></label>
        </form>
      </body>
    </html>`;
