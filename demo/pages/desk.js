// The CRM's own script: signs the agent in at the console, and shows the views.

const body = document.body;
const desk = document.querySelector('deskbell-console');
const agent = body.dataset.agent;

// The console asks for a token when it needs one, and again before that one ends.
desk.getToken = async () => {
  const response = await fetch(`/demo/token?as=${agent}`, { method: 'POST' });
  if (!response.ok) throw new Error(`The demo gave no token: ${response.status}`);
  return (await response.json()).token;
};
desk.relay = location.origin;

const lang = new URLSearchParams(location.search).get('lang');
if (lang) desk.setAttribute('locale', lang);

// ---- views

const VIEWS = ['inbox', 'customers', 'deals'];

function showView() {
  const asked = location.hash.slice(1);
  const view = VIEWS.includes(asked) ? asked : 'inbox';
  body.dataset.view = view;
  for (const link of document.querySelectorAll('nav [data-view]')) {
    if (link.dataset.view === view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

addEventListener('hashchange', showView);
showView();

// ---- finding customers

document.querySelector('#find').addEventListener('input', (event) => {
  const wanted = event.target.value.trim().toLocaleLowerCase();
  let found = 0;
  for (const row of document.querySelectorAll('tbody tr')) {
    row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
    if (!row.hidden) found += 1;
  }
  document.querySelector('.none').hidden = found > 0;
});
