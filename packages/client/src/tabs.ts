/** What tabs of one site tell each other. Everything that crosses is plain data. */
export interface Channel {
  post(message: unknown): void;
  /** May be called several times; everyone hears everything. */
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

/** The other tabs of the same customer. */
export interface Tabs {
  channel(): Channel;
  /**
   * Waits until no other tab holds the lock of that name, or takes it away with `steal`; holds it while `hold` runs. Rejects where another
   * tab took it away, or where `signal` ended the waiting.
   */
  lock<T>(name: string, hold: () => Promise<T>, options?: { steal?: boolean; signal?: AbortSignal }): Promise<T>;
}

/** The tabs of this browser that share a name. Undefined where the browser has no way for tabs to agree. */
export function browserTabs(name: string): Tabs | undefined {
  // Absent outside of secure contexts, whatever the types say.
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
  if (!locks || typeof BroadcastChannel === 'undefined') return undefined;
  return {
    channel() {
      const channel = new BroadcastChannel(name);
      return {
        post: (message) => {
          channel.postMessage(message);
        },
        listen: (listener) => {
          channel.addEventListener('message', ({ data }) => {
            listener(data);
          });
        },
        close: () => {
          channel.close();
        },
      };
    },
    lock: (lock, hold, options = {}) => locks.request(`${name} ${lock}`, options, hold),
  };
}
