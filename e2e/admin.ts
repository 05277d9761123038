import { SignJWT } from 'jose';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { WorkspaceInput } from '../packages/relay/src/settings/schema/workspace.js';

interface Document {
  readonly workspaces: readonly [{ readonly id: string; readonly agents: { readonly secret: string } }];
}
const [workspace] = (JSON.parse(readFileSync(new URL('../demo/settings.json', import.meta.url), 'utf8')) as Document).workspaces;

/** What an admin changes of the demo's settings while everything runs. */
export async function changeSettings(relay: string, change: (now: WorkspaceInput) => Partial<WorkspaceInput>): Promise<void> {
  const token = await new SignJWT({ sub: 'root', name: 'Root', role: 'admin', workspace: workspace.id })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(workspace.agents.secret));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const address = `${relay}/v1/settings`;
  const now = (await (await fetch(address, { headers })).json()) as WorkspaceInput;
  const answer = await fetch(address, { method: 'PUT', headers, body: JSON.stringify({ ...now, ...change(now) }) });
  assert.equal(answer.status, 200, await answer.text());
}
