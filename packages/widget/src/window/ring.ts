import { Bell } from '@deskbell/parts/sound.js';

const bell = new Bell();

/** How long, in ms, other tabs keep quiet after one has rung. */
const QUIET = 1_000;

/** Rings for news, in one tab of this browser: all of them hear of a message at the same moment. */
export async function ring(): Promise<void> {
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks) await bell.ring();
  else
    await locks.request('deskbell bell', { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      await bell.ring();
      await new Promise((resolve) => setTimeout(resolve, QUIET));
    });
}
