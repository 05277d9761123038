/** Work that takes a moment, done one by one in the order in which it came. A fault in it surfaces, and does not hold up what follows. */
export class Turns {
  #last = Promise.resolve();

  add(work: () => void | Promise<void>): void {
    this.#last = this.#last.then(work).catch((fault: unknown) => {
      queueMicrotask(() => {
        throw fault;
      });
    });
  }
}
