const page = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>${head}<body>${body}</body></html>`;

/** What a browser can show by itself, and what is hard to mirror: `act` changes all of it. */
export const WIDGETS = page(
  'Widgets',
  `<meta name="color-scheme" content="light dark"><style>@media (prefers-color-scheme:dark){.box{background:#123}}body{font:15px/1.5 system-ui;margin:20px}.row{display:flex;gap:16px;flex-wrap:wrap;margin-block:12px}.box{inline-size:180px;block-size:90px;overflow:auto;border:1px solid #999;padding:6px}
#late{color:#555}dialog{border:2px solid #335;border-radius:8px;inset-block-start:300px;margin:0 40px}dialog::backdrop{background:rgb(0 0 40/30%)}[popover]{inset:auto;top:430px;left:420px;margin:0}li:nth-child(odd){color:#a30}q::before{content:"» "}q::after{content:" «"}iframe{border:1px solid #669;block-size:90px}
:root{--tone:#246}@media (min-width:600px){.wide{background:#eef}}h1:not(.x){color:var(--tone)}</style>`,
  `<h1>Widgets</h1><div class="row wide"><canvas width="160" height="90"></canvas><svg width="120" height="90" viewBox="0 0 120 90"><defs><linearGradient id="g"><stop offset="0" stop-color="#fa0"/><stop offset="1" stop-color="#06c"/></linearGradient></defs><rect width="120" height="90" rx="12" fill="url(#g)"/><text x="60" y="52" text-anchor="middle" font-size="18" fill="#fff">vector</text></svg><div class="box" id="scrolls"></div><iframe title="inside" width="200"></iframe></div>
<div class="row"><details><summary>More</summary><p>It was folded away.</p></details><select multiple size="4"><option>one<option>two<option>three<option>four</select><select><option>a<option>b<option>c</select><input type="range" min="0" max="10" value="2"><input type="color" value="#336699"><progress max="10" value="3"></progress><meter min="0" max="1" value="0.6"></meter><label><input type="radio" name="r">left</label><label><input type="radio" name="r">right</label><input type="checkbox" id="some"></div>
<div class="row" dir="rtl"><q>من اليمين</q><ol><li>a<li>b<li>c</ol><p id="late">nothing yet</p></div><div class="row"><span id="host"></span><span id="adopted"></span><table border="1"><caption>Sums</caption><tr><th>a<th>b<tr><td>1<td>2</table></div>
<dialog><p>A dialog that covers the rest.</p><button>Close</button></dialog><div popover id="pop">A popover</div>
<script>
document.getElementById('scrolls').innerHTML=Array.from({length:30},(_,n)=>'<div>line '+n+'</div>').join('');
const frame=document.querySelector('iframe');frame.srcdoc='<style>body{font:13px system-ui;background:#efe}</style><p>In a frame</p><input value="typed">';
const shadow=document.getElementById('host').attachShadow({mode:'open'});shadow.innerHTML='<style>b{color:#c06;padding:4px;border:1px dashed}</style><b><slot></slot>shadow</b>';
const second=document.getElementById('adopted').attachShadow({mode:'open'});const sheet=new CSSStyleSheet();sheet.replaceSync('i{background:#ff9}');second.adoptedStyleSheets=[sheet];second.innerHTML='<i>adopted</i>';
const other=document.head.appendChild(document.createElement('link'));other.rel='stylesheet';other.href='http://localhost:'+location.port+'/other.css';
const late=document.head.appendChild(document.createElement('style'));
const paint=color=>{const c=document.querySelector('canvas').getContext('2d');c.fillStyle=color;c.fillRect(0,0,160,90);c.fillStyle='#fff';c.fillRect(20,20,60,30)};paint('#2a6');
window.act=()=>{paint('#a2c');late.sheet.insertRule('#late{font-weight:700;color:#060}');sheet.insertRule('i{border:2px solid #f60}');document.getElementById('late').textContent='it came late';
document.querySelector('details').open=true;document.querySelectorAll('select')[0].options[2].selected=true;document.querySelectorAll('select')[1].value='c';document.querySelector('[type=range]').value=8;document.querySelector('[type=color]').value='#cc3300';document.querySelector('progress').value=8;document.querySelector('[name=r]').checked=true;document.getElementById('some').indeterminate=true;
document.getElementById('scrolls').scrollTop=220;frame.contentDocument.querySelector('p').textContent='Changed in the frame';frame.contentDocument.querySelector('input').value='typed anew';shadow.querySelector('b').append(' and more');
document.querySelector('[popover]').showPopover();document.querySelector('dialog').show()};
</script>`,
);

/** Web components that others made. */
export const SHOELACE = page(
  'Shoelace',
  '<link rel="stylesheet" href="/peers/@shoelace-style/shoelace/cdn/themes/light.css"><script type="module" src="/peers/@shoelace-style/shoelace/cdn/shoelace.js"></script><style>body{font-family:system-ui;margin:24px;display:grid;gap:16px;max-width:700px}</style>',
  `<sl-alert open variant="primary"><strong>Your parcel is on its way</strong><br>It comes tomorrow.</sl-alert><sl-tab-group><sl-tab slot="nav" panel="a">Order</sl-tab><sl-tab slot="nav" panel="b">Address</sl-tab><sl-tab-panel name="a"><sl-rating value="3"></sl-rating> <sl-badge pill>4 left</sl-badge></sl-tab-panel><sl-tab-panel name="b"><sl-input label="Street" value="Harbour Road 3"></sl-input></sl-tab-panel></sl-tab-group><sl-input label="Name" value="Somebody"></sl-input><sl-textarea label="Note" value="Leave it at the door"></sl-textarea><div><sl-switch checked>Gift</sl-switch> <sl-checkbox checked>Paper bag</sl-checkbox> <sl-button variant="primary">Order</sl-button></div><sl-progress-bar value="40"></sl-progress-bar><sl-details summary="Small print" open>All of it.</sl-details><sl-card>A card<div slot="footer">and its foot</div></sl-card>
<script>window.act=()=>{document.querySelector('sl-tab[panel=b]').click();document.querySelector('sl-progress-bar').value=75;document.querySelectorAll('sl-input')[1].value='Somebody else';document.querySelector('sl-switch').checked=false};</script>`,
);

const OPERATIONS = ['get', 'post', 'put', 'delete'].map((method, index) => [
  method,
  {
    summary: `Operation ${String(index)}`,
    tags: ['orders'],
    parameters: [{ name: 'state', in: 'query', description: 'Which orders', schema: { type: 'string', enum: ['paid', 'sent'] } }],
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: { type: 'object', properties: { id: { type: 'string' }, sum: { type: 'number' } } } } },
      },
    },
  },
]);

/** Swagger UI over a small description. */
export const SWAGGER = page(
  'Swagger UI',
  '<link rel="stylesheet" href="/peers/swagger-ui-dist/swagger-ui.css">',
  `<div id="ui"></div><script src="/peers/swagger-ui-dist/swagger-ui-bundle.js"></script><script>SwaggerUIBundle({dom_id:'#ui',spec:${JSON.stringify({ openapi: '3.0.0', info: { title: 'Orders', version: '1' }, paths: { '/orders': Object.fromEntries(OPERATIONS) as unknown } })}})</script>`,
);
