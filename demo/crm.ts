/** A customer of the shop as its CRM lists them. Money is in euro. */
export interface CrmCustomer {
  readonly name: string;
  readonly email: string;
  readonly place: string;
  readonly lastOrder: string;
  readonly spent: number;
  readonly kind: 'Regular' | 'New' | 'Trade' | 'Quiet';
}

export const CRM_CUSTOMERS: readonly CrmCustomer[] = [
  {
    name: 'Clara Winter',
    email: 'clara.winter@example.com',
    place: 'Hamburg',
    lastOrder: 'Skerry wool blanket',
    spent: 612,
    kind: 'Regular',
  },
  { name: 'Tomás Rey', email: 'tomas.rey@example.com', place: 'A Coruña', lastOrder: 'Storm lantern No. 4', spent: 128, kind: 'New' },
  { name: 'The Net Loft', email: 'orders@netloft.example', place: 'Whitby', lastOrder: 'Brass desk bell × 6', spent: 4210, kind: 'Trade' },
  {
    name: 'Layla Haddad',
    email: 'layla.haddad@example.com',
    place: 'Marseille',
    lastOrder: 'Tideline teapot',
    spent: 266,
    kind: 'Regular',
  },
  { name: 'Jonas Lindqvist', email: 'jonas.l@example.com', place: 'Gothenburg', lastOrder: 'Boathouse stool', spent: 357, kind: 'Regular' },
  {
    name: 'Café Nordlicht',
    email: 'kontakt@nordlicht.example',
    place: 'Kiel',
    lastOrder: 'Pinewood enamel mug × 40',
    spent: 2980,
    kind: 'Trade',
  },
  { name: 'Maeve Gallagher', email: 'maeve.g@example.com', place: 'Galway', lastOrder: 'Quayside canvas bag', spent: 52, kind: 'New' },
  {
    name: 'Piet de Vries',
    email: 'piet.devries@example.com',
    place: 'Den Helder',
    lastOrder: 'Beeswax pair with holder',
    spent: 86,
    kind: 'Quiet',
  },
  { name: 'Agnieszka Nowak', email: 'a.nowak@example.com', place: 'Gdańsk', lastOrder: 'Storm lantern No. 4', spent: 192, kind: 'Regular' },
  {
    name: 'Hotel Molo',
    email: 'reception@molo.example',
    place: 'Sopot',
    lastOrder: 'Skerry wool blanket × 24',
    spent: 3576,
    kind: 'Trade',
  },
  { name: 'Ruben Costa', email: 'ruben.costa@example.com', place: 'Porto', lastOrder: 'Pinewood enamel mug', spent: 36, kind: 'Quiet' },
  { name: 'Freya Magnusson', email: 'freya.m@example.com', place: 'Lerwick', lastOrder: 'Skerry wool blanket', spent: 149, kind: 'New' },
];

/** Something that may be sold to a trade customer. */
export interface Deal {
  readonly title: string;
  readonly customer: string;
  readonly value: number;
  readonly next: string;
}

export const DEALS: readonly { readonly stage: string; readonly deals: readonly Deal[] }[] = [
  {
    stage: 'Talking',
    deals: [
      { title: 'Mugs with the café’s mark', customer: 'Café Nordlicht', value: 1440, next: 'Send a proof' },
      { title: 'Bells for nine branches', customer: 'The Net Loft', value: 351, next: 'Ask for addresses' },
    ],
  },
  { stage: 'Offered', deals: [{ title: 'Blankets for the spa', customer: 'Hotel Molo', value: 5364, next: 'Answer due on Tuesday' }] },
  {
    stage: 'Agreed',
    deals: [
      { title: 'Stools for the terrace', customer: 'Café Nordlicht', value: 1904, next: 'Invoice the half' },
      { title: 'Winter window', customer: 'The Net Loft', value: 780, next: 'Pack by Friday' },
    ],
  },
  { stage: 'Delivered', deals: [{ title: 'Lanterns for the pier', customer: 'Hotel Molo', value: 1152, next: 'Ask how they hold up' }] },
];

const euro = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });

export const money = (value: number): string => euro.format(value);
