interface Session<State> {
  readonly state: State;
  subscribe(listener: (state: State) => void): () => void;
}

/** Resolves when a session is in a state that was waited for: for what really happens, in its own time. */
export const until = <State>(session: Session<State>, holds: (state: State) => boolean): Promise<State> =>
  new Promise((resolve) => {
    if (holds(session.state)) {
      resolve(session.state);
      return;
    }
    const unsubscribe = session.subscribe((state) => {
      if (!holds(state)) return;
      unsubscribe();
      resolve(state);
    });
  });
