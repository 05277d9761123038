import { html } from 'hono/html';
import type { Order } from './orders.js';
import { priceOf } from './products.js';

const card = ({ number, email, name, items, state, about, placed, total }: Order) =>
  html`<li data-email="${email}" data-number="${number}" hidden>
    <h2>${number} <span class="state" data-state="${state}">${state}</span></h2>
    <p class="whose">${name}</p>
    <p>${items}</p>
    <p class="foot"><span>${placed}</span><span class="money">${priceOf(total)}</span></p>
    <p class="about">${about}</p>
    <button type="button" data-draft="Your order ${number} (${items}): ${about.slice(0, 1).toLowerCase()}${about.slice(1)}.">Put it into the draft</button>
  </li>`;

/** The page that stands beside a conversation: the orders of whoever the agent talks with. `desks`: the origins of consoles that it hears. */
export const ordersPage = (orders: readonly Order[], desks: readonly string[]) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Orders · Keel</title>
        <link rel="stylesheet" href="/demo/desk.css" />
        <link rel="stylesheet" href="/demo/orders.css" />
        <script type="module" src="/demo/orders.js"></script>
      </head>
      <body class="orders" data-desks="${desks.join(' ')}">
        <header>
          <h1 id="whose">Orders</h1>
          <label>Find <input type="search" id="find" autocomplete="off" /></label>
        </header>
        <ul aria-labelledby="whose">
          ${orders.map(card)}
        </ul>
        <p class="none" role="status">Nobody is here yet.</p>
        <section id="before" aria-labelledby="before-title" hidden>
          <h2 id="before-title">Shown here before</h2>
          <ul></ul>
        </section>
      </body>
    </html>`;
