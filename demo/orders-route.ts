import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { ordersPage } from './orders-page.js';
import { ordersAt } from './orders.js';

export interface OrdersAccess {
  /** What the relay shows when an agent has it look up an order. */
  readonly secret: string;
  /** The origins of the desks that may have the page beside a conversation. */
  readonly desks: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The shop's own order service: a page for the panel "Orders", and what the action "Look up an order" calls. */
export const ordersRoute = ({ secret, desks, now }: OrdersAccess) =>
  new Hono()
    .use(
      '/',
      secureHeaders({
        contentSecurityPolicy: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: [...desks],
        },
        // It is there to stand in a page of another origin; who may have it there is said above.
        xFrameOptions: false,
        strictTransportSecurity: false,
      }),
    )
    .get('/', (c) => c.html(ordersPage(ordersAt(now()), desks)))
    .get('/:number', (c) => {
      if (!timingSafeEqual(digest(c.req.header('authorization') ?? ''), digest(`Bearer ${secret}`))) return c.body(null, 401);
      const wanted = c.req.param('number').toUpperCase();
      const order = ordersAt(now()).find(({ number }) => number === wanted);
      return order ? c.json(order) : c.body(null, 404);
    });
