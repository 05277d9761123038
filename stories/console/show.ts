import type { DeskbellDesk } from '@deskbell/console/desk/desk.js';
import '@deskbell/console/desk/desk.js';
import { html, render, type TemplateResult } from 'lit';
import type { Scene } from './scenes.js';

// The stories' boxes get their sizes from a sheet: there are no style attributes anywhere.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  .box { box-sizing: border-box; block-size: 720px; max-inline-size: 100%; border: 1px solid var(--deskbell-line); overflow: hidden; }
  .low { block-size: auto; }
  .column { inline-size: 280px; }
  .panel { inline-size: 320px; }
  .docked { inline-size: 360px; }
  .half { inline-size: 860px; }
  .bottom { display: grid; align-content: end; block-size: 100%; }
  .whole { display: grid; block-size: 100%; }
  .split { display: grid; grid-template-columns: 1fr 1fr; block-size: 100%; }
`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

/** Puts pieces on a desk that is at work, and opens what the scene has open. */
export function onDesk(scene: Scene, pieces: TemplateResult, box = ''): HTMLElement {
  const place = document.createElement('div');
  place.className = `box ${box}`;
  render(html`<deskbell-desk .session=${scene.session}>${pieces}</deskbell-desk>`, place);
  const desk = place.querySelector<DeskbellDesk>('deskbell-desk');
  void desk?.updateComplete.then(() => desk.select(scene.selected));
  return place;
}

/** What a story needs whose scene takes a moment: it is set before the story is shown. */
export const staged = (stage: () => Promise<Scene>) => ({ loaders: [async () => ({ scene: await stage() })] });

/** The scene that was set for a story. */
export const sceneOf = (context: { readonly loaded: Record<string, unknown> }): Scene => context.loaded.scene as Scene;
