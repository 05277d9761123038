import { html } from 'hono/html';
import { CRM_CUSTOMERS, DEALS, money, type CrmCustomer, type Deal } from './crm.js';

// A CRM as an ISV might have it, with the console in it: the whole page in the inbox, docked beside everything else.

interface DeskAgent {
  readonly id: string;
  readonly name: string;
}

type Html = ReturnType<typeof html>;

const page = (title: string, head: Html | '', body: Html): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/demo/art/keel.svg" />
        <link rel="stylesheet" href="/demo/desk.css" />
        <link rel="stylesheet" href="/demo/crm.css" />
        ${head}
      </head>
      ${body}
    </html>`;

const initials = (name: string) =>
  name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .slice(0, 2)
    .join('');

/** Who is at the desk: the demo asks for no password. */
export const pickerPage = (agents: readonly DeskAgent[]): Html =>
  page(
    'Sign in · Keel',
    '',
    html`<body class="picker">
      <main>
        <img src="/demo/art/keel.svg" alt="" width="48" height="48" />
        <h1>Who is at the desk?</h1>
        <p>Keel is an invented CRM with the Deskbell console in it. The demo asks for no password.</p>
        <ul>
          ${agents.map(
            (agent) =>
              html`<li>
                <a href="/desk?as=${agent.id}"><span class="face ${agent.id}" aria-hidden="true">${initials(agent.name)}</span>${agent.name}</a>
              </li>`,
          )}
        </ul>
        <p class="hint">Open one in each of two windows and see who accepts first. <a href="/">What is here</a></p>
      </main>
    </body>`,
  );

const TABS = [
  ['inbox', 'Inbox', 'M3 5h18v14H3zM3 13h5l1.500 2.500h5L16 13h5'],
  [
    'customers',
    'Customers',
    'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM2 21v-1a6 6 0 0 1 6-6h2a6 6 0 0 1 6 6v1M16 3.500a4 4 0 0 1 0 7.500M18.500 14.500A6 6 0 0 1 22 20v1',
  ],
  ['deals', 'Deals', 'M4 4h4v16H4zM10 4h4v11h-4zM16 4h4v7h-4z'],
] as const;

const tab = ([id, label, path]: (typeof TABS)[number]) =>
  html`<li>
    <a href="#${id}" data-view="${id}"
      ><svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linejoin="round" aria-hidden="true"><path d="${path}" /></svg
      >${label}</a
    >
  </li>`;

const customerRow = (customer: CrmCustomer) =>
  html`<tr data-email="${customer.email}">
    <th scope="row"><span class="who">${customer.name}</span><span class="mail">${customer.email}</span></th>
    <td>${customer.place}</td>
    <td>${customer.lastOrder}</td>
    <td class="money">${money(customer.spent)}</td>
    <td><span class="kind ${customer.kind.toLowerCase()}">${customer.kind}</span></td>
  </tr>`;

const customersView = () =>
  html`<section id="customers" aria-labelledby="customers-title" tabindex="-1">
    <header>
      <h1 id="customers-title">Customers</h1>
      <label class="find">Find <input type="search" id="find" autocomplete="off" /></label>
    </header>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="customers-title">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Place</th>
            <th scope="col">Last order</th>
            <th scope="col" class="money">Spent</th>
            <th scope="col">Kind</th>
          </tr>
        </thead>
        <tbody>
          ${CRM_CUSTOMERS.map(customerRow)}
        </tbody>
      </table>
      <p class="none" hidden>Nobody by that name.</p>
    </div>
  </section>`;

const dealCard = (deal: Deal) =>
  html`<li>
    <p class="title">${deal.title}</p>
    <p class="who">${deal.customer}</p>
    <p class="foot"><span>${deal.next}</span><span class="money">${money(deal.value)}</span></p>
  </li>`;

const dealsView = () =>
  html`<section id="deals" aria-labelledby="deals-title" tabindex="-1">
    <header><h1 id="deals-title">Deals</h1></header>
    <div class="scroll board" tabindex="0" role="region" aria-labelledby="deals-title">
      ${DEALS.map(
        ({ stage, deals }) =>
          html`<div>
            <h2>${stage} <span>${money(deals.reduce((sum, deal) => sum + deal.value, 0))}</span></h2>
            <ul>
              ${deals.map(dealCard)}
            </ul>
          </div>`,
      )}
    </div>
  </section>`;

/** The CRM with the console, for an agent who is signed in. */
export const deskPage = (agent: DeskAgent): Html =>
  page(
    'Keel',
    html`<script type="module" src="/demo/console/console.js"></script>
      <script type="module" src="/demo/desk.js"></script>`,
    html`<body class="desk" data-view="inbox" data-agent="${agent.id}">
      <nav aria-label="Keel">
        <a class="brand" href="/desk?as=${agent.id}"><img src="/demo/art/keel.svg" alt="" width="28" height="28" /><span>Keel</span></a>
        <ul>
          ${TABS.map(tab)}
        </ul>
        <a class="me" href="/desk" title="Somebody else"
          ><span class="face ${agent.id}" aria-hidden="true">${initials(agent.name)}</span><span>${agent.name}</span><small>Somebody else</small></a
        >
      </nav>
      <main>
        ${customersView()} ${dealsView()}
        <section id="inbox" aria-labelledby="inbox-title" tabindex="-1"><h1 id="inbox-title" class="unseen">Inbox</h1><deskbell-console></deskbell-console></section>
      </main>
    </body>`,
  );
