import type { ResponseLibrary, Template } from '@deskbell/protocol/responses.js';
import MiniSearch from 'minisearch';

/** A template, with the category it is in. */
export interface Entry extends Template {
  readonly category: { readonly id: string; readonly name: string };
}

/** So many are taken in without a pause: 2,000 at once would hold up the one who types. */
const CHUNK = 40;

/** Capitals and accents are nothing that anybody types in a hurry. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

const contains = (wanted: string, ...texts: readonly string[]): boolean => texts.some((text) => plain(text).includes(wanted));

/** Finds standard responses by what is in them, with a letter wrong here and there. */
export class LibrarySearch {
  /** In the order of the library. */
  readonly entries: readonly Entry[];
  /** Resolves when everything has been taken in. Till then only what contains the very words is found. */
  readonly ready: Promise<void>;
  readonly #byId: ReadonlyMap<string, Entry>;
  /** Made once: every key that is pressed goes through all of them. */
  readonly #names: readonly string[];
  readonly #index = new MiniSearch<Entry>({
    fields: ['name', 'category', 'text'],
    extractField: (entry, field) => (field === 'category' ? entry.category.name : entry[field as 'id' | 'name' | 'text']),
    processTerm: plain,
    searchOptions: {
      boost: { name: 4, category: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  #isReady = false;

  constructor({ categories }: ResponseLibrary) {
    this.entries = categories.flatMap(({ id, name, templates }) => templates.map((template) => ({ ...template, category: { id, name } })));
    this.#byId = new Map(this.entries.map((entry) => [entry.id, entry]));
    this.#names = this.entries.map(({ name }) => plain(name));
    this.ready = this.#index.addAllAsync(this.entries, { chunkSize: CHUNK }).then(() => {
      this.#isReady = true;
    });
  }

  /** What fits, the best first; everything where nothing is wanted. */
  find(query: string): readonly Entry[] {
    const wanted = plain(query.trim());
    if (!wanted) return this.entries;
    if (!this.#isReady) return this.entries.filter(({ name, text, category }) => contains(wanted, name, category.name, text));
    const found = new Set(this.#index.search(wanted).flatMap(({ id }) => this.#byId.get(id as string) ?? []));
    // Words begin nowhere in some languages, and some remember the middle of a name.
    for (const [at, entry] of this.entries.entries()) if (this.#names[at]?.includes(wanted)) found.add(entry);
    return [...found];
  }
}

const searches = new WeakMap<ResponseLibrary, LibrarySearch>();

/** The search in a library, which is made once, whoever shows it. */
export function searchIn(library: ResponseLibrary): LibrarySearch {
  const search = searches.get(library) ?? new LibrarySearch(library);
  searches.set(library, search);
  return search;
}
