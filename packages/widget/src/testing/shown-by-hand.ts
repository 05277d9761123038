import type { Shown, ShowingState } from '@deskbell/cobrowse/showing/showing-state.js';

/** A page that is shown as a test says, and what was asked of it. */
export class ShownByHand implements Shown {
  readonly asked: string[] = [];
  state: ShowingState;
  readonly #listeners = new Set<(state: ShowingState) => void>();

  constructor(state: Partial<ShowingState> = {}) {
    this.state = { phase: 'live', agent: 'Ana Ruiz', control: 'none', way: 'peer', safety: '482193', end: undefined, ...state };
  }

  subscribe(listener: (state: ShowingState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  become(change: Partial<ShowingState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener(this.state);
  }

  answerControl(granted: boolean): void {
    this.asked.push(granted ? 'granted' : 'refused');
    this.become({ control: granted ? 'granted' : 'none' });
  }

  takeBack(): void {
    this.asked.push('taken back');
    this.become({ control: 'none' });
  }

  stop(): void {
    this.asked.push('stopped');
    this.become({ phase: 'ended', control: 'none', end: 'customer' });
  }
}
