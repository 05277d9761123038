import { html } from 'hono/html';
import { PRODUCTS, ROOMS, priceOf, type Product, type Room } from './products.js';

// The shop is plain pages with plain links. shop.js makes them change in place, as many shops do; without it they still work.

type Html = ReturnType<typeof html>;

/** What the frame around every page of the shop is made from. */
export interface ShopFrame {
  readonly title: string;
  /** The path that the navigation marks as the current one. */
  readonly path: string;
  readonly siteKey: string;
  /** The origin whose frames may take part in co-browse. */
  readonly frames?: string | undefined;
  readonly main: Html;
}

const NAVIGATION: readonly (readonly [path: string, label: string])[] = [
  ['/shop', 'Everything'],
  ...Object.entries(ROOMS).map(([room, label]) => [`/shop/room/${room}`, label] as const),
  ['/shop/delivery', 'Delivery and returns'],
];

const LANGUAGES: readonly (readonly [locale: string, name: string])[] = [
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['es', 'Español'],
  ['ar', 'العربية'],
];

const navigation = (path: string) =>
  NAVIGATION.map(([to, label]) => html`<li><a href="${to}" ${to === path ? html`aria-current="page"` : ''}>${label}</a></li>`);

export const shopFrame = ({ title, path, siteKey, frames, main }: ShopFrame): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/demo/art/bell.svg" />
        <link rel="stylesheet" href="/demo/shop.css" />
        <link rel="stylesheet" href="/demo/shelves.css" />
        <link rel="stylesheet" href="/demo/dialogs.css" />
        <link rel="stylesheet" href="/demo/checkout.css" />
        <script type="module" src="/demo/shop.js"></script>
        <script async src="/deskbell.js" data-site-key="${siteKey}" ${frames ? html`data-cobrowse-frames="${frames}"` : ''}></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the shop</a>
        <header class="top">
          <a class="brand" href="/shop"><img src="/demo/art/bell.svg" alt="" width="36" height="36" />Harbour &amp; Pine</a>
          <nav aria-label="Shop">
            <ul>
              ${navigation(path)}
            </ul>
          </nav>
          <div class="tools">
            <button id="account" type="button" class="quiet" aria-haspopup="dialog">Sign in</button>
            <button id="bag" type="button" class="quiet" aria-haspopup="dialog">Bag <span class="count">0</span></button>
          </div>
        </header>
        <main id="main" tabindex="-1">${main}</main>
        <footer class="foot">
          <p>Harbour &amp; Pine is an invented shop that shows the Deskbell chat. Nothing is for sale. <a href="/shop/account">Your account</a> · <a href="/help">Help by telephone</a> · <a href="/">What is here</a></p>
          <label
            >Language of the chat
            <select id="language">
              ${LANGUAGES.map(([locale, name]) => html`<option value="${locale}">${name}</option>`)}
            </select></label
          >
        </footer>
        <dialog id="bag-dialog" aria-labelledby="bag-title">
          <h2 id="bag-title">Your bag</h2>
          <ul class="lines"></ul>
          <p class="total"></p>
          <form method="dialog"><a class="solid" href="/shop/checkout">Check out</a><button class="quiet">Go on shopping</button></form>
        </dialog>
        <dialog id="account-dialog" aria-labelledby="account-title">
          <h2 id="account-title">Sign in</h2>
          <p>The shop's server signs a short-lived token for the customer, and the chat knows who is there.</p>
          <form method="dialog">
            <button class="solid" value="clara">As Clara Winter</button>
            <button class="outline" value="tomas">As Tomás Rey</button>
            <button class="quiet" value="">Not now</button>
          </form>
        </dialog>
      </body>
    </html>`;

const card = (product: Product) =>
  html`<li class="card">
    <a href="/shop/${product.slug}">
      <span class="tile ${product.tone}"><img src="/demo/art/${product.slug}.svg" alt="" width="320" height="320" /></span>
      <span class="name">${product.name}</span>
      <span class="line">${product.line}</span>
      <span class="price">${priceOf(product.price)}</span>
    </a>
  </li>`;

const grid = (products: readonly Product[]) =>
  html`<ul class="grid">
    ${products.map(card)}
  </ul>`;

export const everythingPage = (): Html =>
  html`<section class="hero">
      <picture
        ><source srcset="/demo/art/hero-night.svg" media="(prefers-color-scheme: dark)" />
        <img src="/demo/art/hero.svg" alt="" width="960" height="480" />
      </picture>
      <div>
        <h1>For cold mornings and long evenings</h1>
        <p>Few things, made by people we know, to be kept for a long time.</p>
        <a class="solid" href="/shop/blanket">See the winter blanket</a>
      </div>
    </section>
    <h2 class="heading">Everything we have</h2>
    ${grid(PRODUCTS)}`;

export const roomPage = (room: Room): Html =>
  html`<h1 class="heading">${ROOMS[room]}</h1>
    ${grid(PRODUCTS.filter((product) => product.room === room))}`;

export const productPage = (product: Product): Html =>
  html`<article class="product">
      <div class="tile ${product.tone}"><img src="/demo/art/${product.slug}.svg" alt="${product.name}" width="320" height="320" /></div>
      <div class="details">
        <p class="crumbs"><a href="/shop/room/${product.room}">${ROOMS[product.room]}</a></p>
        <h1>${product.name}</h1>
        <p class="line">${product.line}</p>
        <p class="price">${priceOf(product.price)}</p>
        <p>${product.about}</p>
        <dl>
          ${product.facts.map(
            ([name, value]) =>
              html`<div>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
        </dl>
        <div class="actions">
          <button type="button" class="solid" data-add="${product.slug}" data-name="${product.name}" data-price="${product.price}">Add to bag</button>
          <button type="button" class="outline" data-ask>Ask about this</button>
        </div>
        <p class="promise">Sent within two days. Thirty days to think it over.</p>
      </div>
    </article>
    <h2 class="heading">Goes well with it</h2>
    ${grid(PRODUCTS.filter((other) => other.slug !== product.slug && other.tone !== product.tone).slice(0, 4))}`;

export const deliveryPage = (): Html =>
  html`<article class="prose">
    <h1>Delivery and returns</h1>
    <p>We pack on weekdays until three. What is ordered by then leaves the harbour the same evening.</p>
    <h2>What it costs</h2>
    <p>Five euro within the country, nine to the rest of Europe, nothing from a hundred and twenty euro on.</p>
    <h2>If it is not right</h2>
    <p>Thirty days, used or not. Write to us in the chat, and we send a label; what broke on the way we replace at once.</p>
    <p><button type="button" class="outline" data-ask>Ask us</button></p>
  </article>`;

export const lostPage = (): Html =>
  html`<article class="prose">
    <h1>There is nothing on this shelf</h1>
    <p>The page moved, or the thing is sold out for good. <a href="/shop">See everything we have</a>, or ask us in the chat.</p>
  </article>`;
