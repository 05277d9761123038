import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sealedFor, type Sealed } from '@deskbell/protocol/forms.js';
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { seal } from './seal.js';

const TO = { conversation: 'conversation', form: 'form' };

const vault = async () => {
  const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
  const pair = await suite.GenerateKeyPair(true);
  const key = Buffer.from(await suite.SerializePublicKey(pair.publicKey)).toString('base64url');
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
  const open = async ({ enc, ct }: Sealed, aad: string) =>
    new TextDecoder().decode(await suite.Open(pair, bytes(enc), bytes(ct), { aad: new TextEncoder().encode(aad) }));
  return { key: { id: 'vault-1', key }, open };
};

test('FRM 4 what is sealed opens with the private key, in its own place and in no other', async () => {
  const { key, open } = await vault();
  const { key: id, values } = await seal(key, TO, { card: '4111111111111111', note: 'für Jürgen \u{1F511}\nzwei Zeilen' });
  assert.equal(id, 'vault-1');
  assert.equal(await open(values.card!, sealedFor('conversation', 'form', 'card')), '4111111111111111');
  assert.equal(await open(values.note!, sealedFor('conversation', 'form', 'note')), 'für Jürgen \u{1F511}\nzwei Zeilen');
  for (const elsewhere of [
    sealedFor('conversation', 'form', 'note'),
    sealedFor('conversation', 'another', 'card'),
    sealedFor('another', 'form', 'card'),
  ])
    await assert.rejects(open(values.card!, elsewhere));
});

test('FRM 4 the same value is never sealed to the same twice', async () => {
  const { key } = await vault();
  const [first, second] = [await seal(key, TO, { pin: '1234' }), await seal(key, TO, { pin: '1234' })];
  assert.notEqual(first.values.pin?.enc, second.values.pin?.enc);
  assert.notEqual(first.values.pin?.ct, second.values.pin?.ct);
});

test('FRM 4 nothing is sealed for what is no key', async () => {
  await assert.rejects(seal({ id: 'vault-1', key: 'AAAA' }, TO, { pin: '1234' }));
});
