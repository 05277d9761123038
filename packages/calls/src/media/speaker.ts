// The part of an audio element that chooses where it plays; Safari has none.
type Sinking = Omit<HTMLAudioElement, 'setSinkId'> & Partial<Pick<HTMLAudioElement, 'setSinkId'>>;

/** Plays what others say. */
export class Speaker {
  readonly #players = new Map<string, Sinking>();
  #device: string | undefined;

  constructor(device: string | undefined) {
    this.#device = device;
  }

  /** @param track - Undefined: nothing of them. */
  play(peer: string, track: MediaStreamTrack | undefined): void {
    const before = this.#players.get(peer);
    if (!track) {
      if (before) before.srcObject = null;
      this.#players.delete(peer);
      return;
    }
    if ((before?.srcObject as MediaStream | undefined)?.getTracks()[0] === track) return;
    const player: Sinking = before ?? new Audio();
    this.#players.set(peer, player);
    player.autoplay = true;
    player.srcObject = new MediaStream([track]);
    if (!before) void this.#lead(player);
  }

  /** Nobody else is in the call any more. */
  keep(peers: readonly string[]): void {
    for (const peer of [...this.#players.keys()]) if (!peers.includes(peer)) this.play(peer, undefined);
  }

  async choose(device: string | undefined): Promise<void> {
    this.#device = device;
    await Promise.all([...this.#players.values()].map((player) => this.#lead(player)));
  }

  close(): void {
    this.keep([]);
  }

  // What was chosen last may not be plugged in; then the browser's own choice does.
  #lead(player: Sinking): Promise<void> {
    return player.setSinkId?.(this.#device ?? '').catch(() => undefined) ?? Promise.resolve();
  }
}
