import type { TestContext } from 'node:test';
import { formsRelay, sendForm } from './forms.js';
import { testFolder } from './relay.js';

/** A customer who can be sent forms, on a relay that has a place for files. */
export async function answering(t: TestContext) {
  const place = await formsRelay(t, { files: await testFolder(t) });
  const send = (form: string) => sendForm(place.agent, place.customer.client, place.conversation, form);
  return { ...place, window: place.customer.client, send };
}
