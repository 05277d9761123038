/** Levels by skill: of a conversation or queue what it asks for at least, of an agent what they have. */
export type Skills = Readonly<Record<string, number>>;

/** The level of a skill, 0 for none. Skills are named by people, so one may be called like what every object inherits. */
export const levelOf = (skills: Skills, skill: string): number => (Object.hasOwn(skills, skill) ? (skills[skill] ?? 0) : 0);

/** Whether somebody has every skill that is asked for, each at its level or above (M2). */
export function hasSkills(has: Skills, asked: Skills): boolean {
  // Not over a list of entries: matching asks this for every agent of every queue and set of skills.
  for (const skill in asked) if (levelOf(has, skill) < levelOf(asked, skill)) return false;
  return true;
}

/** Of what is asked for, what somebody has. */
export const matchedSkills = (has: Skills, asked: Skills): Skills =>
  Object.fromEntries(Object.keys(asked).map((skill) => [skill, levelOf(has, skill)]));

/** One text for the same skills at the same levels, in whatever order they are written. */
export function skillsKey(skills: Skills): string {
  const entries = Object.entries(skills);
  return entries.length === 0 ? '' : JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
