import { msg } from '@lit/localize';

/** How well a skill can be mastered, from the least. */
export const LEVELS = [1, 2, 3, 4, 5] as const;

export function levelName(level: number): string {
  const names: Readonly<Record<number, string>> = {
    1: msg('Basic'),
    2: msg('Fair'),
    3: msg('Good'),
    4: msg('Very good'),
    5: msg('Expert'),
  };
  return names[level] ?? String(level);
}
