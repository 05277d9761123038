const nameOf = ({ localName, classList }: Element): string => [localName, ...classList].join('.');

/** Where a text is in an element, its attributes and form fields, through every open shadow root, comments included. */
export function placesOf(root: Node, wanted: string): string[] {
  const own =
    root instanceof Element
      ? [
          ...[...root.attributes].filter(({ value }) => value.includes(wanted)).map(({ name }) => `attribute ${name} of ${nameOf(root)}`),
          ...('value' in root && String(root.value).includes(wanted) ? [`value of ${nameOf(root)}`] : []),
        ]
      : (root.nodeValue ?? '').includes(wanted)
        ? [`${root instanceof Text ? 'text' : 'comment'} in ${root.parentElement ? nameOf(root.parentElement) : '?'}`]
        : [];
  const shadow = root instanceof Element && root.shadowRoot ? [root.shadowRoot] : [];
  return [...own, ...[...shadow, ...root.childNodes].flatMap((child) => placesOf(child, wanted))];
}
