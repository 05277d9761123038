import { webcrypto } from 'node:crypto';
import type { NewVaultKey } from '../store/vault-store.js';
import type { MasterKey } from './master-key.js';
import { CURVE, USES } from './suite.js';

/** A new pair for a workspace, of which the private key leaves this function wrapped only. */
export async function makeKey(master: MasterKey, workspace: string, id: string, madeAt: number): Promise<NewVaultKey> {
  const pair = await webcrypto.subtle.generateKey(CURVE, true, USES);
  const publicKey = Buffer.from(await webcrypto.subtle.exportKey('raw', pair.publicKey)).toString('base64url');
  const whose = { workspace, id, publicKey };
  return { ...whose, wrapped: await master.wrap(pair.privateKey, whose), madeAt };
}
