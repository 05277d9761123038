import { watchParent } from '@deskbell/cobrowse/framed/watch-parent.js';
import type * as CobrowsePage from './cobrowse.js';
import { defineCobrowse } from './cobrowse-button/button.js';
import { watchTicket } from './cobrowse-button/watch-ticket.js';

// The script of pages with no chat: defines <deskbell-cobrowse>, which a page puts wherever it wants the button. On a page that has none the
// script alone goes on showing, where that was begun elsewhere on the site; in a frame it lets a page around that the site names show this one too.

const script = document.currentScript as HTMLScriptElement;
const load = () => import(new URL('cobrowse.js', script.src).href) as Promise<typeof CobrowsePage>;

const site = document.createElement('div');
site.setAttribute('relay', new URL(script.src).origin);
for (const { name, value } of script.attributes) if (name.startsWith('data-')) site.setAttribute(name.slice(5), value);
defineCobrowse(load, site);
watchTicket(site, load);
watchParent(site, load);
