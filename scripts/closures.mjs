/**
 * A plugin of rollup that makes closures of classes: what is private becomes a variable, which a minifier gives one letter and folds into others,
 * where a private name costs `this.#` each time. Sources stay classes; the sizes of what customers load do not pay for it.
 *
 * A class is left as it is where it extends another, is extended, or has anything static. `new` goes with it, so that such a class has to be made
 * under its own name, nothing may ask for its prototype, and of private members only its own may be looked at.
 * @param {RegExp} files - The paths of modules whose classes are meant, and where they are made.
 * @param {readonly string[]} sources - The paths of all sources they may come from, to know which classes are extended.
 * @param {(path: string) => string} read - Gives the text of one.
 */
export function closures(files, sources, read) {
  let names;
  return {
    name: 'closures',
    buildStart() {
      names = closable(sources.map(read).join('\n'));
    },
    transform(code, id) {
      return files.test(id) ? { code: closed(code, this.parse(code), names), map: null } : null;
    },
  };
}

/** The names of classes that can be closures, in the text of all sources. */
export function closable(text) {
  const extended = new Set([...text.matchAll(/\bextends (\w+)/g)].map(([, name]) => name));
  const declared = [...text.matchAll(/^(?:export )?class (\w+)([^{]*)/gm)];
  const kept = new Set(declared.filter(([, , more]) => /\bextends\b/.test(more)).map(([, name]) => name));
  return new Set(declared.map(([, name]) => name).filter((name) => !extended.has(name) && !kept.has(name)));
}

/** The same module with closures for the classes of these names. */
export function closed(code, program, names) {
  const edits = [];
  const replace = ({ start, end }, text) => edits.push({ start, end, text });
  const text = (node) => applied(code, edits, node.start, node.end);

  const within = (node, isOwn) => {
    if (isOwn && node.type === 'MemberExpression' && node.property.type === 'PrivateIdentifier') {
      if (node.object.type !== 'ThisExpression') throw new Error(`Another's private #${node.property.name}`);
      replace(node, `$${node.property.name}`);
      return;
    }
    if (isOwn && node.type === 'ThisExpression') replace(node, 'self$');
    if (node.type === 'NewExpression' && names.has(node.callee.name)) replace({ start: node.start, end: node.callee.start }, '');
    if (node.type === 'ClassDeclaration' && names.has(node.id.name)) {
      klass(node);
      return;
    }
    const keepsThis = !/^(?:Function|Class)/.test(node.type);
    for (const child of childrenOf(node)) within(child, isOwn && keepsThis);
  };

  const klass = (node) => {
    const [fields, made, methods] = [[], [], []];
    let begin;
    for (const member of node.body.body) {
      if (member.static || member.computed) throw new Error(`Something static or computed in ${node.id.name}`);
      const isPrivate = member.key.type === 'PrivateIdentifier';
      const name = isPrivate ? `$${member.key.name}` : code.slice(member.key.start, member.key.end);
      if (member.type === 'PropertyDefinition') {
        if (member.value) within(member.value, true);
        const value = member.value ? ` = ${text(member.value)}` : '';
        fields.push(isPrivate ? `let ${name}${value};` : `self$.${name}${value || ' = undefined'};`);
        continue;
      }
      const { params, body, async, generator } = member.value;
      for (const part of [...params, body]) within(part, true);
      const asked = params.map(text).join(', ');
      if (member.kind === 'constructor') {
        begin = params.map((_, index) => `$${index}`).join(', ');
        // A function of its own, so that what it is given is not in the way of what others mean by the same names.
        methods.push(`function begin$(${asked}) ${text(body)}`);
      } else {
        const [before, star] = [async ? 'async ' : '', generator ? '*' : ''];
        const kind = member.kind === 'method' ? '' : `${member.kind} `;
        if (isPrivate && kind) throw new Error(`A private ${kind}in ${node.id.name}`);
        if (isPrivate) methods.push(`${before}function${star} ${name}(${asked}) ${text(body)}`);
        else made.push(`${kind}${before}${star}${name}(${asked}) ${text(body)}`);
      }
    }
    const inside = [
      `const self$ = { ${made.join(',\n')} };`,
      ...fields,
      begin === undefined ? '' : `begin$(${begin});`,
      ...methods,
      'return self$;',
    ];
    replace(node, `function ${node.id.name}(${begin ?? ''}) {\n${inside.join('\n')}\n}`);
  };

  within(program, false);
  return applied(code, edits, 0, code.length);
}

const childrenOf = (node) =>
  Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === 'string');

/** What is between two places, with the edits there; of those within others the outer ones alone, which have them in them already. */
function applied(code, edits, from, to) {
  let out = '';
  let at = from;
  const here = edits.filter(({ start, end }) => start >= from && end <= to).sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, end, text } of here) {
    if (start < at) continue;
    out += code.slice(at, start) + text;
    at = end;
  }
  return out + code.slice(at, to);
}
