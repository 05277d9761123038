/** What a page tells of itself. `frozen`: put aside by the browser, or closing; `thawed`: shown again after that. */
export type Sign = 'online' | 'offline' | 'visible' | 'frozen' | 'thawed';

/** The page around a session, without which Node does as well. */
export interface Page {
  /** Where it is; empty outside of one. */
  readonly address: string;
  readonly visible: boolean;
  /** False only where the browser is sure that there is no network. */
  readonly online: boolean;
  /** Calls back at every sign; returns what ends it. */
  watch(listener: (sign: Sign) => void): () => void;
}

const NOWHERE: Page = { address: '', visible: true, online: true, watch: () => () => undefined };

const DOCUMENT: Page = {
  get address() {
    return location.href;
  },
  get visible() {
    return document.visibilityState === 'visible';
  },
  get online() {
    return navigator.onLine;
  },
  watch(listener) {
    const end = new AbortController();
    const listen = (target: EventTarget, type: string, sign: Sign) => {
      target.addEventListener(
        type,
        () => {
          if (sign !== 'visible' || this.visible) listener(sign);
        },
        { signal: end.signal },
      );
    };
    listen(window, 'online', 'online');
    listen(window, 'offline', 'offline');
    listen(document, 'visibilitychange', 'visible');
    listen(window, 'pagehide', 'frozen');
    listen(document, 'freeze', 'frozen');
    listen(window, 'pageshow', 'thawed');
    listen(document, 'resume', 'thawed');
    return () => {
      end.abort();
    };
  },
};

/** The page this script runs in; outside of one, a page that is always there. */
export const currentPage = (): Page => (typeof document === 'undefined' ? NOWHERE : DOCUMENT);
