// Writes src/icons.ts: the icons that Deskbell shows, from lucide-static, each as the one `d` of a path. Run it after a change of the list.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Our name, lucide's name. */
const ICONS = {
  archiveFile: 'file-archive',
  attach: 'paperclip',
  audioFile: 'file-headphone',
  back: 'arrow-left',
  bell: 'bell',
  bellOff: 'bell-off',
  chat: 'message-square',
  check: 'check',
  chevronRight: 'chevron-right',
  close: 'x',
  down: 'arrow-down',
  download: 'download',
  emoji: 'smile',
  end: 'log-out',
  file: 'file',
  imageFile: 'file-image',
  inbox: 'inbox',
  info: 'info',
  keyboard: 'keyboard',
  minimize: 'chevron-down',
  more: 'ellipsis',
  offline: 'wifi-off',
  panel: 'panel-right',
  react: 'smile-plus',
  resend: 'rotate-cw',
  responses: 'message-square-text',
  search: 'search',
  send: 'send-horizontal',
  sheetFile: 'file-spreadsheet',
  snooze: 'alarm-clock',
  soundOn: 'volume-2',
  textFile: 'file-text',
  transfer: 'arrow-right-left',
  users: 'users',
  videoFile: 'file-play',
  warning: 'triangle-alert',
};

const folder = join(dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons');
const number = (attributes, name) => Number(attributes[name] ?? 0);
const ellipse = (x, y, rx, ry) => `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`;

// A path that begins with a relative move begins at the origin on its own, but at the end of its neighbour once they are joined.
const absolute = (d) =>
  d.replace(/^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)\s*(?=([-\d.])?)/, (_, x, y, more) => `M${x} ${y}${more === undefined ? '' : 'l'}`);

const SHAPES = {
  path: (a) => absolute(a.d),
  line: (a) => `M${a.x1} ${a.y1}L${a.x2} ${a.y2}`,
  polyline: (a) => `M${a.points.trim()}`,
  polygon: (a) => `M${a.points.trim()}z`,
  circle: (a) => ellipse(number(a, 'cx'), number(a, 'cy'), number(a, 'r'), number(a, 'r')),
  ellipse: (a) => ellipse(number(a, 'cx'), number(a, 'cy'), number(a, 'rx'), number(a, 'ry')),
  rect: (a) => {
    const [x, y, w, h, r] = [number(a, 'x'), number(a, 'y'), number(a, 'width'), number(a, 'height'), number(a, 'rx')];
    const corner = (dx, dy) => (r ? `a${r} ${r} 0 0 1 ${dx * r} ${dy * r}` : '');
    return `M${x + r} ${y}h${w - 2 * r}${corner(1, 1)}v${h - 2 * r}${corner(-1, 1)}h${2 * r - w}${corner(-1, -1)}v${2 * r - h}${corner(1, -1)}z`;
  },
};

const pathOf = (name) => {
  const [, inside] = /<svg[^>]*>([^]*)<\/svg>/.exec(readFileSync(join(folder, `${name}.svg`), 'utf8'));
  return [...inside.matchAll(/<(\w+)([^>]*)\/>/g)]
    .map(([, tag, rest]) =>
      SHAPES[tag](Object.fromEntries([...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]))),
    )
    .join('');
};

const lines = Object.entries(ICONS).map(([ours, theirs]) => `export const ${ours}Icon =\n  '${pathOf(theirs)}';`);
const licence = '// Made by scripts/icons.mjs from Lucide (ISC licence, https://lucide.dev/license). One path an icon, drawn by `icon()`.';
writeFileSync(fileURLToPath(new URL('../src/icons.ts', import.meta.url)), `${licence}\n${lines.join('\n')}\n`);
