import { fixedOrigin } from '@deskbell/protocol/places.js';
import type { WorkspaceSettings } from './schema/workspace.js';

interface Holder {
  readonly secret?: unknown;
}

/** Everything in a document that may hold a secret, with what it is known by; the document may be anything. */
function holdersIn(document: unknown): { name: string; holder: Holder }[] {
  if (!isObject(document)) return [];
  const actions = Array.isArray(document.actions) ? (document.actions as unknown[]) : [];
  const sites = Array.isArray(document.sites) ? (document.sites as unknown[]) : [];
  const queues = Array.isArray(document.queues) ? (document.queues as unknown[]) : [];
  return [
    ...(isObject(document.agents) ? [{ name: 'agents', holder: document.agents }] : []),
    // With another origin it is another secret: nobody is to have it sent elsewhere without knowing it.
    ...actions.filter(isObject).map((action) => ({ name: `action ${String(action.id)} of ${originOf(action.request)}`, holder: action })),
    ...queues.filter(isObject).flatMap(({ id, bot }) => (isObject(bot) ? [{ name: `bot of queue ${String(id)}`, holder: bot }] : [])),
    ...sites
      .filter(isObject)
      .flatMap((site) => [
        { name: `site ${String(site.key)}`, holder: site },
        ...(isObject(site.bot) ? [{ name: `bot of site ${String(site.key)}`, holder: site.bot }] : []),
      ]),
  ];
}

const originOf = (request: unknown): string =>
  (isObject(request) && typeof request.url === 'string' ? fixedOrigin(request.url) : undefined) ?? 'nowhere';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function withEachSecret<T>(document: T, secretOf: (name: string, secret: unknown) => unknown): T {
  const copy = structuredClone(document);
  for (const { name, holder } of holdersIn(copy)) {
    if (holder.secret !== undefined) Object.assign(holder, { secret: secretOf(name, holder.secret) });
  }
  return copy;
}

/** The settings as they leave the relay: null stands where there is a secret (rule S7). */
export const withoutSecrets = (settings: WorkspaceSettings): object => withEachSecret(settings, () => null);

/** A document that came back, with the secrets that run now in the place of null. Where there is none null stays, and is a fault. */
export function withSecretsOf(settings: WorkspaceSettings, document: unknown): unknown {
  const kept = new Map(holdersIn(settings).map(({ name, holder }) => [name, holder.secret]));
  return withEachSecret(document, (name, secret) => (secret === null ? (kept.get(name) ?? null) : secret));
}
