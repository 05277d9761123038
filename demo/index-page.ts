import { html } from 'hono/html';

/** What the page at `/` tells: where the demo answers, and the key that a script tag needs. */
export interface IndexFacts {
  readonly origin: string;
  readonly siteKey: string;
}

const DOORS = [
  [
    '/shop',
    'shop',
    'The shop',
    'A customer’s side: a small shop with the chat on every page, put there by one script tag.',
    'Open the shop',
  ],
  [
    '/shop?assistant',
    'assistant',
    'The shop’s assistant',
    'The same shop, where a small bot asks first. It hands over with what it wrote down, and a passkey that both sides see.',
    'Meet the assistant',
  ],
  [
    '/help',
    'help',
    'Help by telephone',
    'A page with no chat. The agent reads out a code, the customer types it in, and both see the shop.',
    'Open the page',
  ],
  ['/desk?as=ana', 'desk', 'The desk', 'An agent’s side: a CRM with the console in it. Ana is at the desk.', 'Sign in as Ana'],
  ['/desk?as=ben', 'second', 'A second agent', 'Ben sees the same queue. Whoever accepts first has the customer.', 'Sign in as Ben'],
] as const;

const PROBES = [
  ['/healthz', 'The process lives'],
  ['/readyz', 'The database answers'],
  ['/metrics', 'Figures for Prometheus'],
] as const;

const TRY = [
  ['Open the shop and the desk side by side', 'In two windows, so that you can be both people at once.'],
  ['Ask something in the shop', 'The desk rings. Accept, and talk: dots while typing, Sent, then Read.'],
  [
    'Look up an order',
    'HP-2087, beside the conversation: by the action, whose answer only agents see until they share it, or on the page “Orders”, which is the shop’s own.',
  ],
  [
    'Look at it together',
    'Ask for help on the shop’s checkout, and let Ana ask to see the page. She sees the form fill up, and never your card; the page of your account she does not see at all.',
  ],
  [
    'Give it to somebody else',
    'Sign in as Ben too, choose Available, and transfer Ana’s conversation to Repairs: it rings at his desk, and he has twenty seconds.',
  ],
  [
    'Pull the plug',
    'Turn the network off, write on, turn it on again; or stop this process and start it. Nothing is lost, nothing arrives twice.',
  ],
] as const;

const door = ([to, picture, title, about, label]: (typeof DOORS)[number]) =>
  html`<li>
    <img src="/demo/art/door-${picture}.svg" alt="" width="360" height="180" />
    <h2>${title}</h2>
    <p>${about}</p>
    <a href="${to}">${label}</a>
  </li>`;

/** The page at `/`: what is here. */
export const indexPage = ({ origin, siteKey }: IndexFacts) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Deskbell demo</title>
        <link rel="icon" href="/demo/art/deskbell.svg" />
        <link rel="stylesheet" href="/demo/index.css" />
        <script type="module" src="/demo/index.js"></script>
      </head>
      <body>
        <header>
          <p class="mark"><img src="/demo/art/deskbell.svg" alt="" width="36" height="36" />Deskbell</p>
          <h1>Ring, and somebody comes</h1>
          <p>A chat for your customers and a desk for your people, to embed in what you already have. This demo runs all of it in one process.</p>
        </header>
        <main>
          <ul class="doors">
            ${DOORS.map(door)}
          </ul>
          <section aria-labelledby="try">
            <h2 id="try">What to try</h2>
            <ol class="steps">
              ${TRY.map(
                ([title, about]) =>
                  html`<li>
                    <strong>${title}</strong>
                    <p>${about}</p>
                  </li>`,
              )}
            </ol>
          </section>
          <section aria-labelledby="tag">
            <h2 id="tag">On your own page</h2>
            <p>One tag, and this origin in the site’s settings.</p>
            <div class="snippet">
              <pre tabindex="0" role="region" aria-labelledby="tag"><code>&lt;script async src="${origin}/deskbell.js" data-site-key="${siteKey}"&gt;&lt;/script&gt;</code></pre>
              <button type="button" id="copy">Copy</button>
            </div>
          </section>
          <section aria-labelledby="probes">
            <h2 id="probes">For whoever runs it</h2>
            <ul class="probes">
              ${PROBES.map(
                ([path, about]) =>
                  html`<li>
                    <a href="${path}"><code>${path}</code></a
                    ><span>${about}</span><output data-probe="${path}"></output>
                  </li>`,
              )}
            </ul>
          </section>
        </main>
      </body>
    </html>`;
