const NOTES = [
  { pitch: 659.25, after: 0 },
  { pitch: 880, after: 0.11 },
] as const;
const LOUDNESS = 0.09;
const RING_OUT = 0.5;

/** Puts the two soft tones of a desk bell on an audio graph; `when` is in seconds on the context's clock. */
export function ringOn(context: BaseAudioContext, when = context.currentTime): void {
  for (const { pitch, after } of NOTES) {
    const start = when + after;
    const tone = new OscillatorNode(context, { type: 'sine', frequency: pitch });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    // A jump would click.
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.012);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + RING_OUT);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + RING_OUT);
  }
}

/** The bell that rings for a new message. Makes its audio context with the first ring, and stays silent where the browser allows none. */
export class Bell {
  /** Whether it rings at all; the person's choice. */
  on = true;

  private context: AudioContext | undefined;

  /** Rings once. Before the first click on a page browsers keep sound back; then this ring is dropped, not played later. */
  async ring(): Promise<void> {
    if (!this.on || typeof AudioContext === 'undefined') return;
    this.context ??= new AudioContext();
    if (this.context.state === 'suspended' && navigator.userActivation.hasBeenActive) await this.context.resume();
    if (this.context.state === 'running') ringOn(this.context);
  }

  /** Gives the audio device back. */
  async destroy(): Promise<void> {
    await this.context?.close();
    this.context = undefined;
  }
}
