import { isMasked, sealedFor, type Revealed, type RevealRight } from '@deskbell/protocol/forms.js';
import type { Person } from '@deskbell/protocol/people.js';
import { RelayError, type RefusalCode } from '@deskbell/protocol/refusals.js';
import * as v from 'valibot';
import { settingsOf } from '../actions/settings-of.js';
import type { AuditEntry } from '../audit/entry.js';
import type { Deps } from '../deps.js';
import { mayRead } from '../domain/permissions.js';
import { mayReveal } from '../domain/revealing.js';
import { vaultSchema, type VaultSettings } from '../settings/schema/vault.js';
import type { RevealBasis } from '../store/vault-store.js';
import { BrokenSeal } from './vault.js';

type RevealDeps = Pick<Deps, 'store' | 'vault' | 'directory' | 'now' | 'log'>;

/** What somebody wants to see. */
export interface AskedReveal {
  /** Of the request: had once. */
  readonly id: string;
  readonly conversation: string;
  /** The id of the `form.sent` event. */
  readonly form: string;
  /** Names of fields, each once. */
  readonly fields: readonly string[];
  /** Cleaned; empty where none was given. */
  readonly reason: string;
}

/** The right as it was saved last, whatever this relay has heard of; another build's that cannot be read is nobody's. */
function rightIn(saved: RevealBasis['saved'], running: { readonly version: number; readonly vault: VaultSettings }): RevealRight {
  const { reveal: by, reason } = saved && saved.version > running.version ? v.parse(vaultSchema, saved.vault ?? {}) : running.vault;
  return { by, reason };
}

/** Throws `malformed` for a field that is not masked, or was not filled in. */
function mustBeMasked({ sent: { form }, answered }: RevealBasis, fields: readonly string[]): void {
  for (const name of fields) {
    const field = form.fields.find((each) => each.name === name);
    if (!field) throw new RelayError('malformed', 'fields: the form has no field of that name');
    if (!isMasked(form, field)) throw new RelayError('malformed', `fields: ${name} is not masked`);
    if (!answered?.masked.includes(name)) throw new RelayError('malformed', `fields: ${name} was not filled in`);
  }
}

/** One look at masked values: who may, by what is saved now; what is written into the audit trail; and only then the values (VT5 to VT10). */
class Reveal {
  readonly #deps: RevealDeps;
  readonly #person: Person;
  readonly #asked: AskedReveal;

  constructor(deps: RevealDeps, person: Person, asked: AskedReveal) {
    this.#deps = deps;
    this.#person = person;
    this.#asked = asked;
  }

  async run(): Promise<Revealed> {
    const { store } = this.#deps;
    const { conversation, form, id } = this.#asked;
    const place = { workspace: this.#person.workspace, conversation, form };
    const basis = await store.revealBasis(place);
    if (!basis) throw new RelayError('not-found');
    const first = this.#judge(basis);
    const opened = first === undefined ? await this.#open(basis) : new Map<string, string | undefined>();
    let refused: RefusalCode | undefined;
    await store.recordReveal(place, id, (fresh, again) => {
      // Judged anew: between the first look and this line somebody may have lost the right, or the value its time.
      refused =
        this.#judge(fresh) ?? first ?? (again ? 'id-used' : undefined) ?? (this.#broken(opened).length > 0 ? 'tampered' : undefined);
      return refused === undefined ? this.#revealed(fresh) : [this.#refused(fresh, refused, opened)];
    });
    if (refused !== undefined) throw new RelayError(refused);
    return { values: Object.fromEntries([...opened].map(([field, value]) => [field, value ?? ''])) };
  }

  /** Why not, where it is to be written down; undefined where it may be. Throws for what was never there to be revealed. */
  #judge(basis: RevealBasis): RefusalCode | undefined {
    const { row, answered, saved, sealed } = basis;
    const { fields, reason } = this.#asked;
    if (!mayRead(this.#person, row)) return 'not-found';
    const right = rightIn(saved, settingsOf(this.#deps, row.workspace));
    if (!mayReveal(this.#person, row, right.by)) return 'wrong-role';
    if (!answered) throw new RelayError('not-found');
    mustBeMasked(basis, fields);
    if (right.reason && reason === '') throw new RelayError('reason-needed');
    const now = this.#deps.now();
    const isThere = (name: string): boolean =>
      sealed.some(({ field, expiresAt }) => field === name && (expiresAt === null || expiresAt > now));
    return fields.every(isThere) ? undefined : 'erased';
  }

  /** The values by field, undefined where one does not open. */
  async #open({ row, sealed }: RevealBasis): Promise<Map<string, string | undefined>> {
    const { conversation, form, fields } = this.#asked;
    const opened = new Map<string, string | undefined>();
    for (const name of fields) {
      const value = sealed.find(({ field }) => field === name);
      if (!value) throw new Error('what is not there was judged to be');
      const opening = this.#deps.vault.open(row.workspace, value.key, value, sealedFor(conversation, form, name));
      opened.set(
        name,
        await opening.catch((fault: unknown) => {
          if (fault instanceof BrokenSeal) return undefined;
          throw fault;
        }),
      );
    }
    return opened;
  }

  #broken(opened: ReadonlyMap<string, string | undefined>): string[] {
    return [...opened].filter(([, value]) => value === undefined).map(([field]) => field);
  }

  #revealed(basis: RevealBasis): AuditEntry[] {
    return this.#asked.fields.map((field) => ({ what: 'value.revealed', ...this.#said(basis), field }));
  }

  #refused(basis: RevealBasis, why: RefusalCode, opened: ReadonlyMap<string, string | undefined>): AuditEntry {
    // No more than the names that the form has: what a request says is not written down as it came.
    const known = basis.sent.form.fields.map(({ name }) => name).filter((name) => this.#asked.fields.includes(name));
    return { what: 'reveal.refused', ...this.#said(basis), fields: why === 'tampered' ? this.#broken(opened) : known, why };
  }

  #said({ sent: { form } }: RevealBasis) {
    const { id, name, role } = this.#person;
    const { id: request, conversation, reason } = this.#asked;
    return {
      at: this.#deps.now(),
      who: { id, name, role },
      conversation,
      form: { id: form.id, name: form.name },
      request,
      ...(reason !== '' && { reason }),
    };
  }
}

/** Reveals masked values of one form to an agent, once. Throws why not: `not-found`, `wrong-role`, `reason-needed`, `tampered`, `erased`, `id-used`. */
export const reveal = (deps: RevealDeps, person: Person, asked: AskedReveal): Promise<Revealed> => new Reveal(deps, person, asked).run();
