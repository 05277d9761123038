/** When a recorder works. All of it can be taken back with what is given. */
export interface Timing {
  /** Ms. */
  now(): number;
  /** As soon as the browser has time, before it paints where that can be. */
  soon(work: () => void): () => void;
  /** With the next picture; in a tab that is not seen, soon enough. */
  frame(work: () => void): () => void;
  after(ms: number, work: () => void): () => void;
}

/** A tab that nobody sees paints nothing. */
const HIDDEN_FRAME = 250;

/** Where the browser has it: a task of it takes a third of a message's time, 7 µs against 23 in Chromium, means of 2,000. */
interface Scheduler {
  postTask(work: () => void): unknown;
}

function posted(post: Scheduler['postTask'], work: () => void): () => void {
  let isOver = false;
  post(() => isOver || work());
  return () => {
    isOver = true;
  };
}

/** The time of a window, by functions taken from it now: later the page may have its own. */
export function timingOf(window: Window & typeof globalThis): Timing {
  const { requestAnimationFrame, cancelAnimationFrame, setTimeout, clearTimeout, performance, MessageChannel } = window;
  const { scheduler } = window as { scheduler?: Scheduler };
  const post = scheduler?.postTask.bind(scheduler);
  const now = performance.now.bind(performance);
  const after = (ms: number, work: () => void) => {
    const timer = setTimeout.call(window, work, ms);
    return () => clearTimeout.call(window, timer);
  };
  return {
    now,
    after,
    soon(work) {
      if (post) return posted(post, work);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        work();
      };
      port2.postMessage(0);
      return () => port1.close();
    },
    frame(work) {
      const cancels: (() => void)[] = [];
      const once = () => {
        for (const cancel of cancels) cancel();
        work();
      };
      const asked = requestAnimationFrame.call(window, once);
      cancels.push(() => cancelAnimationFrame.call(window, asked), after(HIDDEN_FRAME, once));
      return () => {
        for (const cancel of cancels) cancel();
      };
    },
  };
}
