import { html } from 'hono/html';

/** A page with no chat: the button alone, for those who are on the phone with an agent. */
export const helpPage = (siteKey: string) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Help by telephone · Harbour &amp; Pine</title>
        <link rel="icon" href="/demo/art/bell.svg" />
        <link rel="stylesheet" href="/demo/shop.css" />
        <link rel="stylesheet" href="/demo/shelves.css" />
        <link rel="stylesheet" href="/demo/checkout.css" />
        <script async src="/deskbell-cobrowse.js" data-site-key="${siteKey}"></script>
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/shop"><img src="/demo/art/bell.svg" alt="" width="36" height="36" />Harbour &amp; Pine</a>
        </header>
        <main id="main">
          <article class="prose">
            <h1>On the phone with us?</h1>
            <p>Whoever you talk to can look at the shop with you. They read out six digits; type them in here, and say yes once more.</p>
            <p><deskbell-cobrowse></deskbell-cobrowse></p>
            <h2>What they see</h2>
            <p>The pages of this shop, while you are on them, and nothing else of your computer. Your card and your account stay yours.</p>
            <p><a href="/shop">To the shop</a></p>
          </article>
        </main>
      </body>
    </html>`;
