/** Tells subscribers of a new state once for each task, however many changes it had. The state is made when somebody looks. */
export class Notifier<State> {
  readonly #listeners = new Set<(state: State) => void>();
  readonly #make: () => State;
  #state: State | undefined;
  #due = false;

  constructor(make: () => State) {
    this.#make = make;
  }

  get state(): State {
    return (this.#state ??= this.#make());
  }

  touch(): void {
    this.#state = undefined;
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      for (const listener of this.#listeners) listener(this.state);
    });
  }

  subscribe(listener: (state: State) => void): () => void {
    // Its own function each time, so that the same listener may subscribe twice.
    const own = (state: State) => {
      listener(state);
    };
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }
}
