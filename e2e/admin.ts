import { SignJWT } from 'jose';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { WorkspaceInput } from '../packages/relay/src/settings/schema/workspace.js';

interface Document {
  readonly workspaces: readonly [{ readonly id: string; readonly agents: { readonly secret: string } }];
}
const [workspace] = (JSON.parse(readFileSync(new URL('../demo/settings.json', import.meta.url), 'utf8')) as Document).workspaces;

/** What a relay of the demo answers an admin, as text. */
export async function asAdmin(relay: string, path: string, init: RequestInit = {}): Promise<string> {
  const token = await new SignJWT({ sub: 'root', name: 'Root', role: 'admin', workspace: workspace.id })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(workspace.agents.secret));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${relay}${path}`, { headers, ...init });
  const said = await answer.text();
  assert.equal(answer.status, 200, said);
  return said;
}

/** What an admin changes of the demo's settings while everything runs. */
export async function changeSettings(relay: string, change: (now: WorkspaceInput) => Partial<WorkspaceInput>): Promise<void> {
  const now = JSON.parse(await asAdmin(relay, '/v1/settings')) as WorkspaceInput;
  await asAdmin(relay, '/v1/settings', { method: 'PUT', body: JSON.stringify({ ...now, ...change(now) }) });
}
