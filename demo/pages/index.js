for (const output of document.querySelectorAll('[data-probe]')) {
  void fetch(output.dataset.probe)
    .then((response) => (response.ok ? 'ok' : String(response.status)))
    .catch(() => 'no answer')
    .then((answer) => {
      output.textContent = answer;
      output.classList.toggle('bad', answer !== 'ok');
    });
}

const copy = document.querySelector('#copy');
copy.addEventListener('click', async () => {
  await navigator.clipboard.writeText(document.querySelector('.snippet code').textContent);
  copy.textContent = 'Copied';
});
