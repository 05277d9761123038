/** What goes to one other, and what is heard of them. Made by whoever knows the rules of calls; followed to the letter. */
export interface PeerPlan {
  /** The voice. */
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen: boolean;
  /** Something to wait to, in place of the voice. */
  readonly hold: boolean;
  /** Whether what they say is played here, and recorded. */
  readonly hear: boolean;
}

/** With whom one is in a call, by name. Who is not named is left. */
export type Plan = Readonly<Record<string, PeerPlan>>;
