/** Something the shop sells. Prices are in euro cents; `tone` names one of the tile colours in shop.css. */
export interface Product {
  readonly slug: string;
  readonly name: string;
  readonly room: Room;
  readonly price: number;
  readonly tone: 'sage' | 'sand' | 'sky' | 'rose';
  readonly line: string;
  readonly about: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
}

export const ROOMS = { kitchen: 'Kitchen', home: 'Home', outdoors: 'Outdoors' } as const;
export type Room = keyof typeof ROOMS;

export const PRODUCTS: readonly Product[] = [
  {
    slug: 'mug',
    name: 'Pinewood enamel mug',
    room: 'outdoors',
    price: 1800,
    tone: 'sky',
    line: 'Takes a fall, keeps the heat',
    about:
      'Two coats of enamel over pressed steel, with a rim that is dipped by hand. It goes on the stove, into the pack and off the rocks, and comes home with a story.',
    facts: [
      ['Holds', '400 ml'],
      ['Weighs', '165 g'],
      ['Made in', 'Falun, Sweden'],
    ],
  },
  {
    slug: 'lantern',
    name: 'Storm lantern No. 4',
    room: 'outdoors',
    price: 6400,
    tone: 'rose',
    line: 'Twenty hours on one filling',
    about:
      'The lantern that fishing boats have carried since the twenties, still made on the first presses. Turn the brass wheel down and it becomes a night light; turn it up and it holds in half a gale.',
    facts: [
      ['Burns', '20 hours'],
      ['Height', '29 cm'],
      ['Made in', 'Gdynia, Poland'],
    ],
  },
  {
    slug: 'blanket',
    name: 'Skerry wool blanket',
    room: 'home',
    price: 14900,
    tone: 'sand',
    line: 'Spun, woven and washed on one island',
    about:
      'Lambswool from flocks that live outdoors all year, woven into a cloth with weight to it. It sheds crumbs, shrugs off rain, and gets softer every winter.',
    facts: [
      ['Size', '140 × 200 cm'],
      ['Wool', '100 % lambswool'],
      ['Made in', 'Foula, Shetland'],
    ],
  },
  {
    slug: 'stool',
    name: 'Boathouse stool',
    room: 'home',
    price: 11900,
    tone: 'sage',
    line: 'Three legs never rock',
    about:
      'Solid oak from windfallen trees, with joints that were worked out for boats. Oiled, not varnished, so a scratch is five minutes of work and not the end of it.',
    facts: [
      ['Height', '46 cm'],
      ['Carries', '150 kg'],
      ['Made in', 'Arendal, Norway'],
    ],
  },
  {
    slug: 'tote',
    name: 'Quayside canvas bag',
    room: 'outdoors',
    price: 5200,
    tone: 'sand',
    line: 'Firewood on Friday, groceries on Saturday',
    about:
      'Sailcloth of 24 ounces with a bottom that is sewn double, because that is where bags give in. Stands open by itself while you fill it.',
    facts: [
      ['Holds', '28 litres'],
      ['Carries', '40 kg'],
      ['Made in', 'Douarnenez, France'],
    ],
  },
  {
    slug: 'bell',
    name: 'Brass desk bell',
    room: 'home',
    price: 3900,
    tone: 'sage',
    line: 'One note, and somebody comes',
    about:
      'A bell like the one on our own counter: cast brass on walnut, with a tone that carries through a full shop and bothers nobody. Wax it twice a year, or let it go dark.',
    facts: [
      ['Across', '9 cm'],
      ['Sounds', 'A, 880 Hz'],
      ['Made in', 'Whitby, England'],
    ],
  },
  {
    slug: 'teapot',
    name: 'Tideline teapot',
    room: 'kitchen',
    price: 7800,
    tone: 'rose',
    line: 'Pours to the last drop, and stops',
    about:
      'Stoneware dipped in a glaze the colour of November water. The spout was cut eleven times until it stopped dripping; then we left it alone.',
    facts: [
      ['Holds', '1.1 litres'],
      ['Strainer', 'Steel, comes out'],
      ['Made in', 'St Ives, Cornwall'],
    ],
  },
  {
    slug: 'candles',
    name: 'Beeswax pair with holder',
    room: 'kitchen',
    price: 4300,
    tone: 'sky',
    line: 'Smells of honey, drips very little',
    about:
      'Dipped forty times from the wax of two beekeepers down the road. The holder is forged, and heavy enough that a sleeve does not take it along.',
    facts: [
      ['Burns', '9 hours each'],
      ['Holder', 'Forged iron'],
      ['Made in', 'Bornholm, Denmark'],
    ],
  },
];

const euro = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });

export const priceOf = (cents: number): string => euro.format(cents / 100);

export const productBySlug = (slug: string): Product | undefined => PRODUCTS.find((product) => product.slug === slug);
