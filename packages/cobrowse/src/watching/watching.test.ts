import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cobrowse } from '@deskbell/protocol/cobrowse.js';
import { ChannelByHand } from '../testing/channel-by-hand.js';
import { ViewByHand } from '../testing/view-by-hand.js';
import { Watching } from './watching.js';

const SESSION: Cobrowse = {
  id: 'one',
  state: 'allowed',
  agent: { id: 'ana', name: 'Ana Ruiz' },
  conversation: null,
  begunAt: 0,
};

function watched(session: Partial<Cobrowse> = {}) {
  const channels: ChannelByHand[] = [];
  const clock = { now: 0 };
  let changes = 0;
  const watching = new Watching({
    session: { ...SESSION, ...session },
    open: (listener) => {
      const channel = new ChannelByHand(listener);
      channels.push(channel);
      return channel;
    },
    now: () => clock.now,
    changed: () => changes++,
  });
  const view = new ViewByHand();
  const hide = watching.show((listener) => view.heardBy(listener));
  const seen = view.listener;
  const channel = () => {
    const last = channels.at(-1);
    if (!last) throw new Error('there is no channel');
    return last;
  };
  /** Both are there, and the first snapshot is on the screen. */
  const live = () => {
    channel().meet();
    channel().mirrors(1);
    seen.paged({ title: 'Lamps', address: 'https://shop.example/lamps', width: 1280, height: 720 });
    seen.shown(1, 1);
  };
  return { watching, view, seen, hide, channel, channels, clock, live, changes: () => changes };
}

test('COB 3 waits for the code, then for the customer’s word, then for the page', () => {
  const { watching, channel, seen } = watched({ state: 'code' });
  const phases = [watching.state.phase];
  channel().tellsState({ ...SESSION, state: 'asked' });
  phases.push(watching.state.phase);
  channel().tellsState(SESSION);
  phases.push(watching.state.phase);
  channel().meet();
  phases.push(watching.state.phase);
  channel().mirrors(1);
  seen.shown(1, 1);
  phases.push(watching.state.phase);
  assert.deepEqual(phases, ['code', 'asked', 'connecting', 'connecting', 'live']);
});

test('COB 5 gives the stream to the view as it came, and tells the customer’s side what is on the screen', () => {
  const { view, channel, live, seen } = watched();
  live();
  channel().mirrors(2, 3);
  seen.shown(3, 3);
  assert.deepEqual(view.parts, [[1], [2], [3]]);
  assert.deepEqual(channel().words, [
    { type: 'ack', frame: 1 },
    { type: 'ack', frame: 3 },
  ]);
});

test('COB 5 knows how far behind the screen is, and how long a change takes', () => {
  const { watching, channel, live, seen, clock } = watched();
  live();
  channel().mirrors(2, 3, 4);
  assert.equal(watching.state.behind, 3);
  clock.now = 80;
  seen.shown(3, 3);
  assert.deepEqual([watching.state.behind, watching.state.delay], [1, 80]);
  channel().says({ type: 'travelled', round: 140 });
  assert.equal(watching.state.delay, 110);
});

test('COB 5 asks for the stream anew where it cannot be followed, and keeps what stands till then', () => {
  const { watching, view, channel, live, seen } = watched();
  live();
  seen.lost();
  assert.deepEqual(channel().words.at(-1), { type: 'resync' });
  assert.equal(view.begun, 2);
  assert.deepEqual([watching.state.phase, watching.state.behind], ['reconnecting', 0]);
  assert.equal(watching.state.page?.title, 'Lamps');
  seen.shown(1, 1);
  assert.equal(watching.state.phase, 'live');
});

test('COB 5 a page that comes next begins a stream of its own, and grants nothing that the one before did', () => {
  const { watching, channel, live, seen } = watched();
  live();
  channel().says({ type: 'control', state: 'granted' });
  channel().part('away');
  assert.deepEqual([watching.state.phase, watching.state.control], ['reconnecting', 'none']);
  channel().meet();
  channel().mirrors(1);
  seen.shown(1, 1);
  assert.deepEqual([watching.state.phase, watching.state.control], ['live', 'none']);
});

test('COB 6 says why nothing is to be seen, and does nothing in the view meanwhile', () => {
  const { watching, view, channel, live, seen } = watched();
  live();
  assert.equal(view.tool, 'point');
  channel().says({ type: 'paused', why: 'off-limits' });
  assert.deepEqual([watching.state.phase, watching.state.paused, view.tool], ['paused', 'off-limits', 'look']);
  channel().says({ type: 'paused', why: 'hidden' });
  assert.equal(watching.state.paused, 'hidden');
  channel().says({ type: 'resumed' });
  // What stood there before the private page is not what the customer sees now.
  assert.deepEqual([watching.state.phase, watching.state.paused, view.tool], ['reconnecting', undefined, 'look']);
  seen.shown(1, 2);
  assert.deepEqual([watching.state.phase, view.tool], ['live', 'point']);
  channel().says({ type: 'paused', why: 'hidden' });
  channel().says({ type: 'resumed' });
  assert.equal(watching.state.phase, 'live');
});

test('COB 5 control is used only once the customer grants it, and goes with their word', () => {
  const { watching, view, channel, live } = watched();
  live();
  watching.use('control');
  assert.equal(view.tool, 'point');
  watching.askControl();
  watching.askControl();
  assert.deepEqual(
    channel().words.filter(({ type }) => type === 'control-ask'),
    [{ type: 'control-ask' }],
  );
  assert.equal(watching.state.control, 'asked');
  channel().says({ type: 'control', state: 'granted' });
  assert.deepEqual([watching.state.tool, view.tool], ['control', 'control']);
  channel().says({ type: 'control', state: 'none' });
  assert.deepEqual([watching.state.tool, view.tool], ['point', 'point']);
  channel().says({ type: 'control', state: 'granted' });
  watching.leaveControl();
  assert.deepEqual([watching.state.control, channel().words.at(-1)], ['none', { type: 'control-leave' }]);
});

test('COB 5 what is drawn goes out, and goes away at both ends', () => {
  const { watching, view, seen, channel, live } = watched();
  live();
  watching.use('draw');
  assert.deepEqual([view.tool, channel().words.at(-1)], ['draw', { type: 'point-away' }]);
  seen.did({ type: 'draw', stroke: 1, points: [1, 2, 3, 4] });
  assert.deepEqual(channel().words.at(-1), { type: 'draw', stroke: 1, points: [1, 2, 3, 4] });
  watching.erase();
  assert.deepEqual([view.erased, channel().words.at(-1)], [1, { type: 'erase' }]);
});

test('COB 5 says nothing to somebody who is not there', () => {
  const { watching, channel, live, seen } = watched();
  seen.did({ type: 'point', x: 1, y: 1 });
  live();
  channel().part('away');
  const said = channel().words.length;
  watching.erase();
  watching.askControl();
  seen.did({ type: 'point', x: 1, y: 1 });
  assert.equal(channel().words.length, said);
});

test('COB 5 another tab of the agent’s takes it over, and it comes back when it is wanted', () => {
  const { watching, channel, channels, live } = watched();
  live();
  channel().part('elsewhere');
  assert.equal(watching.state.phase, 'elsewhere');
  watching.comeBack();
  watching.comeBack();
  assert.deepEqual([channels.length, watching.state.phase], [2, 'reconnecting']);
});

test('COB 5 where the relay cannot be reached what was shown stays; tried again by hand it is tried by one channel alone', () => {
  const { watching, channel, channels, live } = watched();
  live();
  const lost = channel();
  lost.part('unreachable');
  assert.deepEqual([watching.state.phase, watching.state.isLost], ['reconnecting', true]);
  watching.comeBack();
  assert.deepEqual([channels.length, lost.isClosed, channel().isClosed], [2, true, false]);
  live();
  assert.deepEqual([watching.state.phase, watching.state.isLost], ['live', false]);
});

test('COB 5 the end is for good, and says why', () => {
  const { watching, channel, live } = watched();
  live();
  channel().end('customer');
  assert.deepEqual([watching.state.phase, watching.state.session.end, channel().isClosed], ['ended', 'customer', true]);
  watching.know(SESSION);
  assert.equal(watching.state.phase, 'ended');
});

test('COB 5 what the other side says is checked before it is believed', () => {
  const { watching, channel, live, changes } = watched();
  live();
  const before = { ...watching.state };
  const count = changes();
  for (const bad of ['', '{', '[]', '{"type":"control","state":"all of it"}', '{"type":"ack","frame":1}']) channel().saysText(bad);
  channel().frame(new Uint8Array());
  channel().frame(new Uint8Array([9, 1]));
  assert.deepEqual({ ...watching.state }, before);
  assert.equal(changes(), count);
});

test('COB 5 a view that is gone is heard no more, and the next begins from a snapshot of its own', () => {
  const { watching, channel, live, seen, hide } = watched();
  live();
  const next = new ViewByHand();
  watching.show((listener) => next.heardBy(listener));
  assert.deepEqual([next.begun, channel().words.at(-1)], [1, { type: 'resync' }]);
  const said = channel().words.length;
  seen.shown(7, 7);
  seen.lost();
  seen.did({ type: 'erase' });
  hide();
  assert.equal(channel().words.length, said);
  next.listener.did({ type: 'erase' });
  assert.equal(channel().words.length, said + 1);
});
