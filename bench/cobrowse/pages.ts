// The pages that are mirrored: each draws itself the same way every time, so that two recorders see the same.

const page = (title: string, style: string, body: string, script = ''): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>body{font:14px/1.4 system-ui;margin:16px}${style}</style>${body}<script>${script}</script></html>`;

/** Numbers that look like chance and are the same each time (a linear congruential generator, Numerical Recipes). */
const CHANCE = 'let seed=7;const chance=n=>(seed=(seed*1664525+1013904223)>>>0)%n;';

const NAMES = "['Marta','Jonas','Aylin','Ravi','Chloe','Tomas','Ines','Omar']";

/** 5,000 rows of six cells: 35,000 elements; `tick` changes twenty cells, as a live table of orders does, `burst` puts 200 rows in. */
const TABLE = page(
  'Orders',
  'table{border-collapse:collapse}td,th{padding:2px 10px;border-bottom:1px solid #ddd;text-align:start}.up{color:#0a7a3c}.down{color:#b3261e}',
  '<h1>Orders</h1><table><thead><tr><th>Order<th>Customer<th>Item<th>Amount<th>Change<th>State</tr></thead><tbody></tbody></table>',
  `${CHANCE}
const names=${NAMES},items=['Lamp','Chair','Desk','Shelf','Rug','Vase'],states=['paid','packed','sent','back'];
const row=n=>{const tr=document.createElement('tr');tr.dataset.order='H-'+n;
for(const [cls,text] of [['id','H-'+n],['name',names[chance(8)]],['item',items[chance(6)]],['amount',(chance(90000)/100).toFixed(2)],['up','+'+(chance(900)/100).toFixed(2)],['state',states[chance(4)]]]){const td=document.createElement('td');td.className=cls;td.textContent=text;tr.append(td)}
return tr};
const body=document.querySelector('tbody');
for(let n=0;n<5000;n++)body.append(row(n));
let next=5000,ticks=0;
window.tick=()=>{ticks++;for(let i=0;i<20;i++){const cells=body.rows[chance(body.rows.length)].cells;
cells[3].firstChild.data=(chance(90000)/100).toFixed(2);const up=chance(2);cells[4].firstChild.data=(up?'+':'-')+(chance(900)/100).toFixed(2);const was=up?'up':'down';if(cells[4].className!==was)cells[4].className=was}};
window.burst=()=>{for(let n=0;n<200;n++)body.insertBefore(row(next++),body.firstChild)};
window.stamp=text=>{document.querySelector('h1').firstChild.data=text};`,
);

const PRODUCT = page(
  'Lamp',
  '.grid{display:grid;grid-template-columns:repeat(4,1fr);gap:16px}.card{border:1px solid #ddd;border-radius:8px;padding:12px}.pic{height:120px;border-radius:6px;background:linear-gradient(135deg,#cfd8ff,#ffe3c9)}h1{margin:0 0 12px}button{padding:8px 14px}',
  '<h1>Brass lamp</h1><p>Warm light, a dimmer, and a shade of linen.</p><button>Add to basket</button><h2>Others looked at</h2><div class="grid"></div>',
  `${CHANCE}
const grid=document.querySelector('.grid');
for(let n=0;n<400;n++){const card=document.createElement('article');card.className='card';const pic=document.createElement('div');pic.className='pic';const h=document.createElement('h3');h.textContent='Thing '+n;const p=document.createElement('p');p.textContent='A thing of '+chance(500)+' grams.';const b=document.createElement('button');b.textContent='Look';card.append(pic,h,p,b);grid.append(card)}
window.tick=()=>{const h=grid.children[chance(400)].querySelector('p').firstChild;h.data='A thing of '+chance(500)+' grams.'};
window.burst=()=>{for(let n=0;n<200;n++)grid.append(grid.children[n].cloneNode(true))};
window.stamp=text=>{document.querySelector('h1').firstChild.data=text};`,
);

const FORM = page(
  'Application',
  'form{display:grid;gap:12px;max-width:640px}label{display:grid;gap:4px}fieldset{border:1px solid #ddd;border-radius:8px}input,select,textarea{padding:8px;font:inherit}',
  '<h1>Application</h1><form></form>',
  `const form=document.querySelector('form');
const field=(label,make)=>{const l=document.createElement('label');l.append(label,make());form.append(l)};
for(let n=0;n<120;n++){field('Question '+n,()=>{if(n%5===0){const s=document.createElement('select');for(let o=0;o<12;o++)s.add(new Option('Choice '+o));return s}if(n%7===0){return document.createElement('textarea')}const i=document.createElement('input');i.type=n%4===0?'checkbox':n%9===0?'date':'text';return i})}
let n=0;const fields=[...form.querySelectorAll('input[type=text]')];
window.tick=()=>{const f=fields[n++%fields.length];f.value='Answer '+n;f.dispatchEvent(new Event('input',{bubbles:true}))};
window.burst=()=>{for(let k=0;k<200;k++)field('More '+k,()=>document.createElement('input'))};
window.stamp=text=>{document.querySelector('h1').firstChild.data=text};`,
);

/** Deskbell's own console, from its sources; the script is put beside by whoever serves it. */
const CONSOLE = page(
  'Console',
  'body{margin:0}#place{height:100vh}',
  '<div id="place"></div><script type="module" src="/console.js"></script>',
);

/** What is mirrored, by name. What a page can do stands on its window: `tick`, `burst`, `stamp`. */
export const PAGES = { table: TABLE, product: PRODUCT, form: FORM, console: CONSOLE } as const;
export type PageName = keyof typeof PAGES;
