import { ms } from './figures.js';

/** What one round of matching took, ms. */
export interface Measured {
  readonly waiting: number;
  readonly agents: number;
  readonly time: number;
}

const [WIDTH, HEIGHT] = [720, 400];
const BOX = { left: 72, right: WIDTH - 24, top: 48, bottom: HEIGHT - 64 };

const STYLE = `
    svg { background: #fff; font: 13px system-ui, sans-serif }
    text { fill: #1f2430 } .soft { fill: #5b6270 }
    .grid { stroke: #dfe2e8 } .axis { stroke: #5b6270 }
    .line { stroke: #8a5a00; stroke-width: 2; stroke-dasharray: 6 4; fill: none } .line-name { fill: #8a5a00 }
    .points { fill: #0b5cad } .path { stroke: #0b5cad; stroke-width: 2; fill: none }
    @media (prefers-color-scheme: dark) {
      svg { background: #14171d }
      text { fill: #e8eaee } .soft { fill: #a8afbd }
      .grid { stroke: #2c313c } .axis { stroke: #a8afbd }
      .line { stroke: #e0a940 } .line-name { fill: #e0a940 }
      .points { fill: #6cb2ff } .path { stroke: #6cb2ff }
    }`;

/** Places values on an axis on which equal distances are equal ratios. */
const logScale =
  (values: readonly number[], from: number, to: number) =>
  (value: number): number => {
    const [low, high] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
    return from + ((Math.log(value) - low) / (high - low)) * (to - from);
  };

/** The powers of ten, and their double and fivefold, within the values. */
function ticks(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const powers = Array.from({ length: 12 }, (_, index) => 10 ** (index - 4));
  return powers.flatMap((power) => [power, 2 * power, 5 * power]).filter((tick) => tick >= low && tick <= high);
}

const count = (value: number): string => value.toLocaleString('en');
const at = (value: number): string => value.toFixed(1);

/**
 * The time of a round of matching over waiting × agents, both axes logarithmic, beside a line that grows as n log n with the number of the
 * waiting and runs through the middle of the points. An SVG that goes by the reader's light or dark.
 */
export function growthSvg(points: readonly Measured[]): string {
  const factor = Math.exp(points.reduce((sum, { waiting: n, time }) => sum + Math.log(time / (n * Math.log(n))), 0) / points.length);
  const line = points.map(({ waiting: n, agents }) => ({ size: n * agents, time: factor * n * Math.log(n) }));
  const measured = points.map(({ waiting, agents, time }) => ({
    size: waiting * agents,
    time,
    name: `${count(waiting)} × ${count(agents)}`,
  }));
  const times = [...line, ...measured].map(({ time }) => time);
  const range = [Math.min(...times) * 0.7, Math.max(...times) * 1.4];
  const sizes = measured.map(({ size }) => size);
  const x = logScale(sizes, BOX.left + 32, BOX.right - 40);
  const y = logScale(range, BOX.bottom, BOX.top);
  const path = (list: readonly { size: number; time: number }[]): string =>
    list.map(({ size, time }, index) => `${index === 0 ? 'M' : 'L'}${at(x(size))} ${at(y(time))}`).join(' ');
  const rows = ticks(range).map(
    (tick) =>
      `<line class="grid" x1="${BOX.left}" x2="${BOX.right}" y1="${at(y(tick))}" y2="${at(y(tick))}" />` +
      `<text class="soft" x="${BOX.left - 8}" y="${at(y(tick) + 4)}" text-anchor="end">${tick}</text>`,
  );
  const columns = measured.map(
    ({ size, name }) => `<text class="soft" x="${at(x(size))}" y="${BOX.bottom + 20}" text-anchor="middle">${name}</text>`,
  );
  const dots = measured.map(
    ({ size, time, name }) =>
      `<circle class="points" cx="${at(x(size))}" cy="${at(y(time))}" r="4"><title>${name}: ${ms(time)}</title></circle>` +
      `<text x="${at(x(size) + 8)}" y="${at(y(time) + 18)}">${ms(time)}</text>`,
  );
  const legend = [
    `<circle class="points" cx="${BOX.left + 8}" cy="24" r="4" /><text x="${BOX.left + 20}" y="28">measured</text>`,
    `<path class="line" d="M${BOX.left + 104} 24 h32" /><text class="line-name" x="${BOX.left + 144}" y="28">n log n, n customers waiting</text>`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title">
  <title id="title">What one round of matching takes, by customers waiting times agents, beside n log n</title>
  <style>${STYLE}
  </style>
  ${[...rows, ...columns, ...legend].join('\n  ')}
  <path class="axis" fill="none" d="M${BOX.left} ${BOX.top} V${BOX.bottom} H${BOX.right}" />
  <path class="line" d="${path(line)}" />
  <path class="path" d="${path(measured)}" />
  ${dots.join('\n  ')}
  <text x="${(BOX.left + BOX.right) / 2}" y="${HEIGHT - 14}" text-anchor="middle">customers waiting × agents</text>
  <text x="20" y="${(BOX.top + BOX.bottom) / 2}" text-anchor="middle" transform="rotate(-90 20 ${(BOX.top + BOX.bottom) / 2})">one round, ms</text>
</svg>
`;
}
