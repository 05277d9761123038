import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Person } from '@deskbell/protocol/people.js';
import { decodeJwt } from 'jose';
import * as v from 'valibot';
import type { Directory } from '../settings/directory.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';
import { AgentKeys } from './agent-keys.js';
import { agentClaims } from './claims.js';
import type { CobrowseSecrets } from './cobrowse-secrets.js';
import type { CustomerTokens } from './customer-tokens.js';

/** Whom a token speaks for. A customer's name is not in the token: it is empty here, and read from the store. */
export interface Identified {
  readonly person: Person;
  /** The key of the site a customer came by; undefined for agents. */
  readonly site: string | undefined;
  /** When the token ends, ms. */
  readonly expires: number;
}

/** Finds out whom a token speaks for. Whatever is wrong with one, the answer is the same. */
export class Tokens {
  readonly customers: CustomerTokens;
  readonly #directory: Directory;
  // Of the settings that run: where they are changed, the keys are made anew.
  readonly #keys = new WeakMap<WorkspaceSettings['agents'], AgentKeys>();
  readonly #now: () => number;

  constructor(directory: Directory, customers: CustomerTokens, now: () => number) {
    this.customers = customers;
    this.#directory = directory;
    this.#now = now;
  }

  get cobrowse(): CobrowseSecrets {
    return this.customers.cobrowse;
  }

  /** Throws `unauthorized`, always with the same words; `unavailable` where the keys to check it with cannot be had. */
  async identify(token: string): Promise<Identified> {
    try {
      const claims = decodeJwt(token);
      const identified = claims.role === 'customer' ? await this.#customer(token) : await this.#agent(token, claims.workspace);
      // The tolerance for clocks is for tokens that are too new, never for those that have ended.
      if (identified.expires > this.#now()) return identified;
    } catch (fault) {
      if (fault instanceof RelayError && fault.code === 'unavailable') throw fault;
      // What exactly was wrong would only help whoever makes tokens up.
    }
    throw new RelayError('unauthorized');
  }

  async #customer(token: string): Promise<Identified> {
    const { sub, workspace, site, exp } = await this.customers.read(token);
    const entry = this.#directory.site(site);
    if (entry?.workspace.id !== workspace) throw new RelayError('unauthorized');
    // The strings of the settings, so that every socket does not keep its own copies of them.
    return {
      person: { id: sub, name: '', role: 'customer', workspace: entry.workspace.id },
      site: entry.settings.key,
      expires: exp * 1_000,
    };
  }

  async #agent(token: string, workspace: unknown): Promise<Identified> {
    const settings = typeof workspace === 'string' ? this.#directory.workspace(workspace) : undefined;
    if (!settings) throw new RelayError('unauthorized');
    const keys = this.#keysOf(settings);
    const claims = v.parse(agentClaims, await keys.verify(token, this.#now()));
    return {
      person: { id: claims.sub, name: claims.name, role: claims.role, workspace: claims.workspace },
      site: undefined,
      expires: claims.exp * 1_000,
    };
  }

  #keysOf({ agents }: WorkspaceSettings): AgentKeys {
    const keys = this.#keys.get(agents) ?? new AgentKeys(agents);
    this.#keys.set(agents, keys);
    return keys;
  }
}
