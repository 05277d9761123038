/** How often, ms, it is looked whether the banner is still seen: nothing tells of all that can cover it. */
const LOOKS_EVERY = 500;

/** The modal dialog around what a document, and then the shadow root in it, and so on, say is there. */
function modalAround(there: (root: Document | ShadowRoot) => Element | null): HTMLElement | undefined {
  let at = there(document);
  for (let root = at?.shadowRoot; root; root = at.shadowRoot) {
    const inner = there(root);
    if (!inner || inner === at) break;
    at = inner;
  }
  while (at) {
    const modal = at.closest<HTMLElement>('dialog:modal');
    if (modal) return modal;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

/** The dialog that makes everything outside of it inert, if there is one: the focus is in it, or nothing but it can be hit. */
const modalOfNow = (): HTMLElement | undefined =>
  modalAround((root) => root.activeElement) ??
  modalAround((root) => root.elementFromPoint(innerWidth / 2, innerHeight / 2)) ??
  [...document.querySelectorAll<HTMLElement>('dialog:modal')].at(-1);

export interface KeptOnTop {
  /** What is kept on top: it is put into the page, or into the dialog that is open. */
  readonly host: HTMLElement;
  /** A popover in its shadow root. */
  readonly frame: HTMLElement;
  /** What has to be seen of it. */
  readonly bar: HTMLElement;
  /** Told when it has changed its place. */
  readonly moved: (dialog: HTMLElement | undefined) => void;
}

/**
 * Keeps something on the page and over all that is in it, dialogs and full screen too, whatever the page does, until `signal`. A modal dialog
 * makes everything outside inert, popovers too: it is put inside of it, and can still be pressed.
 */
export function keepOnTop({ host, frame, bar, moved }: KeptOnTop, signal: AbortSignal): () => void {
  const root = host.shadowRoot as ShadowRoot;
  const raise = () => {
    // A browser without popovers has its z-index.
    if (!('popover' in frame)) return;
    frame.hidePopover();
    frame.showPopover();
  };
  const isSeen = () => {
    const { x, y, width, height } = bar.getBoundingClientRect();
    return (host.getRootNode() as Document | ShadowRoot).elementFromPoint(x + width / 2, y + height / 2) === host;
  };
  // What an agent draws takes no click, so that it covers nothing for `isSeen`: it is told by its coming.
  const isDrawnOver = (event?: Event) => event?.target instanceof Element && event.target.localName === 'deskbell-marks';
  const look = (event?: Event) => {
    const own = root.querySelector('dialog');
    if (signal.aborted || own?.open) return;
    const modal = modalOfNow();
    const home = modal ?? document.documentElement;
    if (host.parentNode !== home) {
      home.append(host);
      raise();
      moved(modal);
    } else if (isDrawnOver(event) || !(document.hidden || root.activeElement || isSeen())) raise();
  };
  for (const type of ['focusin', 'toggle', 'fullscreenchange']) document.addEventListener(type, look, { capture: true, signal });
  const timer = setInterval(() => look(), LOOKS_EVERY);
  signal.addEventListener('abort', () => clearInterval(timer));
  look();
  return look;
}
