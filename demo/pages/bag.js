// What lies in the bag, kept in this browser.

const KEY = 'shop-bag';
const euro = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const dialog = document.querySelector('#bag-dialog');

const read = () => JSON.parse(localStorage.getItem(KEY) ?? '[]');

const write = (lines) => {
  localStorage.setItem(KEY, JSON.stringify(lines));
  dispatchEvent(new Event('bag-changed'));
};

export const bagCount = () => read().reduce((sum, line) => sum + line.count, 0);

export function addToBag({ slug, name, price }) {
  const lines = read();
  const line = lines.find((known) => known.slug === slug);
  if (line) line.count += 1;
  else lines.push({ slug, name, price, count: 1 });
  write(lines);
}

function lineOf(line) {
  const item = document.createElement('li');
  const picture = Object.assign(document.createElement('img'), { src: `/demo/art/${line.slug}.svg`, alt: '', width: 48, height: 48 });
  const name = Object.assign(document.createElement('span'), { textContent: line.count > 1 ? `${line.count} × ${line.name}` : line.name });
  const price = Object.assign(document.createElement('span'), { textContent: euro.format((line.price * line.count) / 100) });
  const remove = Object.assign(document.createElement('button'), { type: 'button', className: 'quiet', textContent: 'Remove' });
  remove.setAttribute('aria-label', `Remove ${line.name}`);
  remove.addEventListener('click', () => {
    write(read().filter((kept) => kept.slug !== line.slug));
    fill();
  });
  item.append(picture, name, price, remove);
  return item;
}

function fill() {
  const lines = read();
  const total = lines.reduce((sum, line) => sum + line.price * line.count, 0);
  dialog.querySelector('.lines').replaceChildren(...lines.map(lineOf));
  dialog.querySelector('.total').textContent = lines.length ? `Together ${euro.format(total / 100)}` : 'Nothing in it yet.';
}

export function showBag() {
  fill();
  dialog.showModal();
}
