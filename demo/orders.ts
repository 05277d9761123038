import { productBySlug } from './products.js';

/** An order as the shop's own service keeps it. */
interface Kept {
  readonly number: string;
  /** Whose it is, as in the CRM. */
  readonly email: string;
  readonly name: string;
  /** How many of which product. */
  readonly items: readonly (readonly [slug: string, count: number])[];
  readonly state: 'Being packed' | 'On its way' | 'Delivered' | 'Sent back';
  readonly about: string;
  /** How long before now it was placed. */
  readonly daysAgo: number;
}

/** An order as whoever asks gets it. */
export interface Order extends Pick<Kept, 'number' | 'email' | 'name' | 'state' | 'about'> {
  /** In words. */
  readonly items: string;
  /** The day, in words. */
  readonly placed: string;
  /** In euro cents. */
  readonly total: number;
}

const KEPT: readonly Kept[] = [
  {
    number: 'HP-2087',
    email: 'clara.winter@example.com',
    name: 'Clara Winter',
    items: [
      ['lantern', 1],
      ['candles', 2],
    ],
    state: 'On its way',
    about: 'Left the harbour yesterday, arrives tomorrow',
    daysAgo: 3,
  },
  {
    number: 'HP-2090',
    email: 'tomas.rey@example.com',
    name: 'Tomás Rey',
    items: [['mug', 4]],
    state: 'Being packed',
    about: 'Leaves the harbour this evening',
    daysAgo: 1,
  },
  {
    number: 'HP-2071',
    email: 'layla.haddad@example.com',
    name: 'Layla Haddad',
    items: [['teapot', 1]],
    state: 'Delivered',
    about: 'Handed over at the door',
    daysAgo: 9,
  },
  {
    number: 'HP-2066',
    email: 'jonas.l@example.com',
    name: 'Jonas Lindqvist',
    items: [
      ['stool', 2],
      ['bell', 1],
    ],
    state: 'Delivered',
    about: 'Left with the neighbours at number 12',
    daysAgo: 12,
  },
  {
    number: 'HP-2043',
    email: 'clara.winter@example.com',
    name: 'Clara Winter',
    items: [['blanket', 1]],
    state: 'Delivered',
    about: 'Handed over at the door',
    daysAgo: 31,
  },
  {
    number: 'HP-2031',
    email: 'maeve.g@example.com',
    name: 'Maeve Gallagher',
    items: [['tote', 1]],
    state: 'Sent back',
    about: 'Refunded to the card',
    daysAgo: 40,
  },
];

const DAY = 86_400_000;

const day = new Intl.DateTimeFormat('en-IE', { day: 'numeric', month: 'long' });

const called = ([slug, count]: Kept['items'][number]): string => {
  const name = productBySlug(slug)?.name ?? slug;
  return count > 1 ? `${String(count)} × ${name}` : name;
};

const told = ({ items, daysAgo, ...order }: Kept, now: number): Order => ({
  ...order,
  items: items.map(called).join(', '),
  placed: day.format(now - daysAgo * DAY),
  total: items.reduce((sum, [slug, count]) => sum + count * (productBySlug(slug)?.price ?? 0), 0),
});

/** All orders, the newest first; `now` in ms since 1970. */
export const ordersAt = (now: number): readonly Order[] => KEPT.map((order) => told(order, now));
