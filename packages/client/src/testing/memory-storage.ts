import type { Storage } from '../storage.js';

/** Storage that lives as long as its map: what a browser keeps over a reload, or shares between tabs, is the same map. */
export const memoryStorage = (values = new Map<string, unknown>()): Storage => ({
  entries: () => Promise.resolve([...values]),
  get: (key) => Promise.resolve(values.get(key)),
  // A browser keeps copies, not the things themselves.
  set: (key, value) => Promise.resolve(void values.set(key, structuredClone(value))),
  del: (key) => Promise.resolve(void values.delete(key)),
  clear: () => {
    values.clear();
    return Promise.resolve();
  },
});

const refuse = () => Promise.reject(new DOMException('The user denied permission to access the database.', 'SecurityError'));

/** The storage of a browser that keeps nothing, as some do in private mode. */
export const refusingStorage = (): Storage => ({ entries: refuse, get: refuse, set: refuse, del: refuse, clear: refuse });
