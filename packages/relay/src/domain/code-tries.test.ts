import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_TRIES, afterWrong, waitFor, type CodeTries, type Tries } from './code-tries.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 21);

/** A workspace whose codes are guessed, or mistyped, from any addresses on any sites. */
class Door {
  at = START;
  /** How many codes were looked at. */
  looked = 0;
  readonly #counts = new Map<string, Tries>();

  #keys(address: string, site: string): Record<keyof CodeTries, string> {
    return { address: `a/${address}`, site: `s/${site}`, workspace: 'w', fresh: 'f' };
  }

  #tries(address: string, site: string): CodeTries {
    const found = Object.entries(this.#keys(address, site)).map(([scope, key]) => [scope, this.#counts.get(key)] as const);
    return { ...NO_TRIES, ...Object.fromEntries(found.filter(([, tries]) => tries !== undefined)) };
  }

  wait(address: string, site = 'shop'): number {
    return waitFor(this.#tries(address, site), this.at);
  }

  /** Types a wrong code. Returns how long to wait where it is not looked at, else 0. */
  wrong(address: string, site = 'shop'): number {
    const tries = this.#tries(address, site);
    const wait = waitFor(tries, this.at);
    if (wait > 0) return wait;
    this.looked += 1;
    for (const [scope, counted] of Object.entries(afterWrong(tries, this.at)))
      this.#counts.set(this.#keys(address, site)[scope as keyof CodeTries], counted);
    return 0;
  }

  /** Each of so many addresses guesses whenever it is let, every ten seconds, for a time. */
  guess(addresses: number, ms: number, site = 'shop'): void {
    for (const until = this.at + ms; this.at < until; this.at += 10 * SECOND)
      for (let address = 0; address < addresses; address += 1) this.wrong(`bot ${String(address)}`, site);
  }
}

test('COB 4 CB9 who mistypes a code may try again at once, twice; then the wait doubles from a second to five minutes', () => {
  const door = new Door();
  const waits = Array.from({ length: 14 }, () => {
    door.wrong('home');
    const wait = door.wait('home');
    door.at += wait;
    return wait / SECOND;
  });
  assert.deepEqual(waits, [0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
});

test('COB 4 CB9 what was wrong is forgiven with time', () => {
  const door = new Door();
  for (let times = 0; times < 3; times += 1) door.wrong('home');
  door.at += 30 * MINUTE;
  const waits = Array.from({ length: 3 }, () => {
    door.wrong('home');
    return door.wait('home');
  });
  assert.deepEqual(waits, [0, 0, SECOND]);
});

test('COB 4 CB9 one address guesses twelve codes an hour', () => {
  const door = new Door();
  door.guess(1, HOUR);
  const first = door.looked;
  door.guess(1, 10 * HOUR);
  assert.ok(first <= 24, `${String(first)} in the first hour`);
  assert.ok(door.looked - first <= 121, `${String(door.looked - first)} in ten more`);
});

test('COB 4 CB9 a thousand addresses guess hardly more than a thousand codes in an hour, and a code of a million is safe from them', () => {
  const door = new Door();
  door.guess(1_000, HOUR);
  // Each address once, what is free, and one a minute.
  assert.ok(door.looked <= 1_000 + 20 + 61 + 9, String(door.looked));
});

test('COB 4 CB9 however many addresses guess for a day, they get to look at fewer than 6,000 codes', () => {
  const door = new Door();
  for (let minute = 0; minute < 1_440; minute += 1, door.at += MINUTE)
    for (let bot = 0; bot < 30; bot += 1) door.wrong(`bot ${String(minute)} ${String(bot)}`);
  assert.ok(door.looked > 3_000 && door.looked < 6_000, String(door.looked));
});

test('COB 4 CB9 while a thousand addresses guess, an honest customer who comes is heard at once', () => {
  const door = new Door();
  door.guess(1_000, 10 * MINUTE);
  for (let customer = 0; customer < 20; customer += 1, door.at += MINUTE) {
    door.guess(1_000, MINUTE);
    assert.equal(door.wait(`home ${String(customer)}`), 0, `customer ${String(customer)}`);
    assert.equal(door.wrong(`home ${String(customer)}`), 0);
  }
});

test('COB 4 CB9 ten minutes after the guessing the doors are open for everybody, also for who was wrong', () => {
  const door = new Door();
  door.wrong('home');
  door.guess(1_000, HOUR);
  assert.ok(door.wait('home') > 0);
  door.at += 10 * MINUTE;
  assert.equal(door.wait('home'), 0);
});

test('COB 4 CB9 guessing on one site leaves the others of the workspace alone', () => {
  const door = new Door();
  door.wrong('home', 'blog');
  door.guess(500, HOUR, 'shop');
  assert.equal(door.wait('home', 'blog'), 0);
  assert.ok(door.wait('bot 1', 'shop') > 0);
});

test('COB 4 CB9 guessing on every site is what the limit of the workspace is for', () => {
  const door = new Door();
  for (let second = 0; second < 3_600; second += 5, door.at += 5 * SECOND)
    for (let site = 0; site < 40; site += 1) door.wrong(`bot ${String(site)} ${String(second % 3)}`, `site ${String(site)}`);
  // What is free, two a minute, and each of the addresses once.
  assert.ok(door.looked <= 60 + 121 + 9 + 120, String(door.looked));
});

test('COB 4 CB9 an address is new again a day after it was wrong, and no sooner', () => {
  const waitAfter = (passed: number): number => {
    const at = START + passed;
    return waitFor({ ...NO_TRIES, address: { wrong: 1, at: START }, site: { wrong: 28, at } }, at);
  };
  assert.deepEqual([waitAfter(HOUR), waitAfter(DAY - 1), waitAfter(DAY)], [256 * SECOND, 256 * SECOND, 0]);
});

test('COB 4 CB9 clocks of relays that differ make nobody wait for longer than five minutes', () => {
  const door = new Door();
  for (let times = 0; times < 20; times += 1, door.at += 5 * MINUTE) door.wrong('home');
  door.at -= 10 * SECOND;
  assert.ok(door.wait('home') <= 5 * MINUTE + 10 * SECOND);
});
