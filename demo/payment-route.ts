import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { paymentPage } from './payment-page.js';

/** The form that takes the money, for a frame in pages of these origins, which may show it to an agent too. */
export const paymentRoute = (parents: readonly string[]) =>
  new Hono()
    .use(
      secureHeaders({
        contentSecurityPolicy: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: [...parents],
        },
        xFrameOptions: false,
        strictTransportSecurity: false,
      }),
    )
    .get('/', (c) => c.html(paymentPage(parents)));
