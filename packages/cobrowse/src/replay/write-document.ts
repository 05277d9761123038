import { clearDocument } from './dom.js';

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: () => string }): { createHTML(text: string): string };
}

const BLANKS = { quirks: '<html></html>', standards: '<!doctype html><html></html>' };
const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
// The view's policy lets no text be parsed but what this makes, which is one of two empty pages: nothing of a customer's is ever parsed as HTML.
const policies = new Map<string, { createHTML(text: string): string }>();
const blank = (kind: keyof typeof BLANKS): string => {
  const text = BLANKS[kind];
  if (!types) return text;
  const policy = policies.get(kind) ?? types.createPolicy(`deskbell-${kind}`, { createHTML: () => text });
  policies.set(kind, policy);
  return policy.createHTML(text);
};

/**
 * Empties a document of the view, without a doctype or with one. Only a parser decides on that: a document that is made in any other way is in
 * quirks mode.
 */
export function writeDocument(document: Document, quirks: boolean): void {
  Reflect.apply(Document.prototype.open, document, []);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way to a document with a doctype that is there at once
  Document.prototype.write.call(document, blank(quirks ? 'quirks' : 'standards'));
  Document.prototype.close.call(document);
  clearDocument(document);
}
