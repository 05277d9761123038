import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  PUSH,
  asks,
  change,
  close,
  closes,
  comes,
  finishes,
  goes,
  leaves,
  offerOf,
  type AgentThere,
  type CustomerThere,
} from './contact-centre.js';
import { assertQuiet } from './people.js';

// A shift in which everything happens at once.

const NAMES = ['Nils Holm', 'Aya Mansour', 'Rosa Blanco', 'Ken Ito', 'Ida Berg'];

interface Talk {
  readonly name: string;
  readonly person: CustomerThere;
  readonly holder: AgentThere;
}

/** Waits till a customer is put to one of these. */
const holderOf = (agents: readonly AgentThere[], name: string): Promise<AgentThere> =>
  Promise.any(
    agents.map(async (each) => {
      await offerOf(each.at, name).waitFor({ timeout: 60_000 });
      return each;
    }),
  );

/** Accepts, and sees all that was said. */
async function accepts({ at }: AgentThere, name: string, said: string): Promise<void> {
  await offerOf(at, name).getByRole('button', { name: 'Accept' }).click();
  await at.message(said).waitFor();
}

async function answers({ name, person, holder }: Talk, text: string): Promise<void> {
  await holder.at.row(name).first().click();
  await holder.at.message(`Answer for ${name}`).waitFor();
  await holder.at.say(text);
  await person.at.message(text).waitFor();
}

/** All agents at the same time, each one thing after the other: nobody has two mice. */
const each = (agents: readonly AgentThere[], talks: readonly Talk[], work: (talk: Talk) => Promise<void>) =>
  Promise.all(
    agents.map(async (agent) => {
      for (const talk of talks.filter(({ holder }) => holder === agent)) await work(talk);
    }),
  );

test('RTG 2 STA 5 five customers and three agents at once: each is answered by one agent, also after one agent’s browser dies', async () => {
  await change({ loginPrepSeconds: 0, inactivitySeconds: 1 }, PUSH);
  const agents = await Promise.all(['ana', 'ben', 'cleo'].map(comes));
  const customers = await Promise.all(NAMES.map(async (name) => ({ name, person: await asks(name, `I am ${name}`) })));

  // Everybody is put to one agent, and nobody else.
  const talks = await Promise.all(customers.map(async (one) => ({ ...one, holder: await holderOf(agents, one.name) })));
  for (const { name } of talks) {
    const offers = await Promise.all(agents.map(({ at }) => offerOf(at, name).count()));
    assert.deepEqual(offers.toSorted(), [0, 0, 1], name);
  }
  assert.deepEqual(
    agents.map((agent) => talks.filter(({ holder }) => holder === agent).length).toSorted(),
    [1, 2, 2],
    'the longest idle one comes next',
  );
  await each(agents, talks, async ({ name, person, holder }) => {
    await accepts(holder, name, `I am ${name}`);
    await holder.at.say(`Answer for ${name}`);
    await person.at.message(`Answer for ${name}`).waitFor();
  });

  // One customer leaves, and one agent's browser dies: what that agent had goes on to the others, with all that was said.
  const [first] = talks;
  assert.ok(first);
  const dead = first.holder;
  const rest = agents.filter((agent) => agent !== dead);
  const [gone, ...kept] = talks.filter(({ holder }) => holder !== dead);
  assert.ok(gone);
  await Promise.all([dead.person.close(), leaves(gone.person.at)]);
  await gone.holder.at.row(gone.name).first().click();
  await closes(gone.holder.at, 'Abandoned');
  await each(rest, kept, (talk) => answers(talk, 'Anything else?'));
  const passed = await Promise.all(
    talks.filter(({ holder }) => holder === dead).map(async (talk) => ({ ...talk, holder: await holderOf(rest, talk.name) })),
  );
  await each(rest, passed, async (talk) => {
    await accepts(talk.holder, talk.name, `I am ${talk.name}`);
    await answers(talk, 'I go on here.');
  });
  await each(rest, [...kept, ...passed], async ({ name, holder }) => {
    await holder.at.row(name).first().click();
    await finishes(holder.at);
  });
  await Promise.all(rest.map(({ at }) => goes(at)));
  assertQuiet(...[...rest, ...customers.map(({ person }) => person)].map(({ person }) => person));
  await close(...rest, ...customers.map(({ person }) => person));
});
