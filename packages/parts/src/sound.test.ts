import { expect } from '@open-wc/testing';
import { Bell, ringOn } from './sound.js';

const RATE = 44_100;

const rendered = async (): Promise<Float32Array> => {
  const context = new OfflineAudioContext(1, RATE, RATE);
  ringOn(context, 0);
  return (await context.startRendering()).getChannelData(0);
};

const loudest = (sound: Float32Array): number => sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** How much of one pitch is in a sound (Goertzel). */
const pitchIn = (sound: Float32Array, pitch: number): number => {
  const turn = 2 * Math.cos((2 * Math.PI * pitch) / RATE);
  let [before, last] = [0, 0];
  for (const value of sound) [before, last] = [last, value + turn * last - before];
  return Math.sqrt(before ** 2 + last ** 2 - turn * before * last);
};

describe('the bell', () => {
  it('rings two soft tones, the first the lower, and falls silent', async () => {
    const sound = await rendered();
    expect(loudest(sound)).to.be.within(0.02, 0.2);
    const [start, later] = [sound.slice(0, RATE * 0.1), sound.slice(RATE * 0.3, RATE * 0.6)];
    expect(pitchIn(start, 659.25)).to.be.above(4 * pitchIn(start, 880));
    expect(pitchIn(later, 880)).to.be.above(pitchIn(later, 659.25));
    expect(loudest(sound.slice(RATE * 0.7))).to.be.below(0.001);
  });

  it('begins and ends without a click', async () => {
    const sound = await rendered();
    const jumps = sound.map((value, index) => Math.abs(value - (sound[index - 1] ?? 0)));
    expect(loudest(jumps)).to.be.below(0.03);
  });

  it('is silent once it is turned off, and can be put away twice', async () => {
    const bell = new Bell();
    bell.on = false;
    await bell.ring();
    await bell.destroy();
    await bell.destroy();
    bell.on = true;
    await bell.ring();
    await bell.destroy();
  });
});
