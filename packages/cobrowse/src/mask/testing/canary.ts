import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import { expect } from '@open-wc/testing';
import { openPage, recordPage } from '../../testing/record-page.js';
import { recordedSink } from '../../testing/recorded-sink.js';
import { PIECE } from '../../wire/codes.js';
import { Inflate } from '../../wire/inflate.js';
import { createMasker } from '../create-masker.js';
import { RULES } from './stage.js';

/** What must not be found, and what has to be: as long and as odd as nothing on a page is by chance. */
export const SECRET = 'Zyxwkanari';
export const OPEN = 'Opqrvisibel';

const bytesAsText = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

/** A page that is recorded by rules, and all that left it: `left` gives the frames as they are, inflated, and the calls that they make. */
export async function watch(html: string, rules: Partial<MirrorRules> = {}) {
  const { window, remove } = await openPage(html);
  const { calls, sink } = recordedSink();
  const record = recordPage(window, { masker: createMasker({ ...RULES, ...rules }, window) }, sink);
  record.recorder.start();
  await record.settle();

  const left = () => {
    let inflate = new Inflate(PIECE);
    const inflated = record.frames.map((frame) => {
      if (frame[1]) inflate = new Inflate(PIECE);
      const head = 3 + frame.subarray(2).findIndex((byte) => byte < 128);
      return bytesAsText(inflate.frame(frame.subarray(head)).slice());
    });
    return [...record.frames.map(bytesAsText), inflated.join(''), JSON.stringify(calls)].join('\n');
  };
  const { document } = window;
  return {
    ...record,
    window,
    document,
    left,
    /** Not by the document, whose functions an element's name may be in the place of. */
    find: (selector: string) => document.documentElement.querySelector(selector) as HTMLElement,
    /** Everything has been written, and of all secrets none, but what is open. */
    async keeps(why = '', secrets: readonly string[] = [SECRET]) {
      await record.settle();
      const all = left();
      for (const secret of secrets) {
        const at = all.toLowerCase().indexOf(secret.toLowerCase());
        expect(at < 0 ? '' : all.slice(Math.max(at - 80, 0), at + 40), `${why}: what left has ${secret}`).to.equal('');
      }
      expect(all.includes(OPEN), `${why}: what left has what is open`).to.equal(true);
    },
    end() {
      record.recorder.stop();
      remove();
    },
  };
}

const SPOKEN =
  'value alt title placeholder label summary abbr aria-label aria-description aria-valuetext aria-placeholder data-x data-json aria-x unknown';
const NAMED = (secret: string, names: string) =>
  names
    .split(' ')
    .map((name) => `${name}="${secret}"`)
    .join(' ');

/** Markup with a secret in every place there is for a text; each of them by its name. */
export const PLACES: Readonly<Record<string, (secret: string) => string>> = {
  text: (s) => `<p>${s} <b>${s}</b></p>`,
  entity: (s) => `<p>${s.replace('y', '&#121;')}</p>`,
  table: (s) => `<table><caption>${s}</caption><tr><th abbr="${s}">${s}</th><td>${s}</td></tr></table>`,
  attributes: (s) => `<div ${NAMED(s, SPOKEN)}>x</div><my-element ${NAMED(s, SPOKEN)}></my-element>`,
  never: (s) => `<div ${NAMED(s, 'srcdoc onclick ping nonce pattern content download target')}>x</div>`,
  input: (s) =>
    `<input ${NAMED(s, SPOKEN)}><input type="button" value="${s}"><input type="radio" value="${s}"><input type="search" value="${s}">`,
  textarea: (s) => `<textarea placeholder="${s}">${s}</textarea>`,
  select: (s) => `<select><optgroup label="${s}"><option value="${s}" label="${s}" selected>${s}</option></optgroup></select>`,
  datalist: (s) => `<datalist id="l"><option value="${s}">${s}</option></datalist>`,
  editable: (s) => `<div contenteditable>${s}<p>${s}</p></div>`,
  details: (s) => `<details open><summary>${s}</summary>${s}</details><progress value="1" title="${s}">${s}</progress>`,
  link: (s) =>
    `<a href="/${s}/x?a=${s}#${s}" ${NAMED(s, 'ping download')}>x</a><form action="/${s}"><button formaction="/${s}">x</button></form>`,
  mail: (s) => `<a href="mailto:${s}@example.com">x</a><map><area href="/${s}" alt="${s}"></map>`,
  picture: (s) =>
    `<img src="/${s}.png" srcset="/${s}.png 2x" alt="${s}"><picture><source srcset="/${s}.png"><img src="/${s}.png"></picture>`,
  data: (s) => `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><text>${s}</text></svg>">`,
  video: (s) => `<video poster="/${s}.png" src="/${s}.mp4"><track label="${s}" src="/${s}.vtt"></video><audio src="/${s}.mp3"></audio>`,
  object: (s) => `<object data="/${s}"><param value="${s}"><p>${s}</p></object><embed src="/${s}">`,
  style: (s) => `<p style="background:url(/${s}.png);--name:${s};--said:'${s}';list-style:'${s}'">x</p>`,
  svg: (s) =>
    `<svg aria-label="${s}"><title>${s}</title><desc>${s}</desc><text data-x="${s}"><tspan>${s}</tspan></text><a href="/${s}"><image href="/${s}.png"/></a></svg>`,
  svgForeign: (s) => `<svg><foreignObject><p title="${s}">${s}</p></foreignObject></svg>`,
  math: (s) => `<math><mtext data-x="${s}">${s}</mtext><annotation encoding="${s}">${s}</annotation></math>`,
  comment: (s) => `<p>x<!-- ${s} --></p>`,
  script: (s) => `<script type="application/json">{"a":"${s}"}</script><noscript>${s}</noscript><template><p>${s}</p></template>`,
  meta: (s) => `<meta name="description" content="${s}"><meta property="og:title" content="${s}"><link rel="canonical" href="/x?a=${s}">`,
  shadow: (s) => `<div><template shadowrootmode="open"><p title="${s}">${s}</p><slot></slot></template>${s}</div>`,
  closed: (s) =>
    `<div id="closed"></div><script>document.querySelector('#closed').attachShadow({ mode: 'closed' }).innerHTML = '<p>${s}</p>'</script>`,
  frame: (s) => `<iframe srcdoc="<p title='${s}'>${s}</p><iframe srcdoc='<b>${s}</b>'></iframe>" name="x" title="${s}"></iframe>`,
  wide: (s) => `<p title="東${s}京">東${s}京</p>`,
};
