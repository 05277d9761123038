// Rules over lit templates: every word that people see comes from the catalogues, and no style stands in an attribute.

const isTemplate = (node) => node.tag.type === 'Identifier' && (node.tag.name === 'html' || node.tag.name === 'svg');

const READ_ALOUD = /\s(?:aria-label|aria-description|aria-placeholder|title|placeholder|alt)=(["'])((?:(?!\1).)*?\p{L}(?:(?!\1).)*?)\1/su;

/** The text nodes of a template with its expressions taken out. */
const textOf = (markup) => markup.replace(/<!--.*?-->/gs, '').replace(/<(?:"[^"]*"|'[^']*'|[^'">])*>/gs, '\u0000');

const literalText = {
  meta: { type: 'problem', schema: [], messages: { text: 'Text that people see goes through msg(): "{{found}}".' } },
  create: (context) => ({
    TaggedTemplateExpression(node) {
      if (!isTemplate(node)) return;
      const markup = node.quasi.quasis.map((quasi) => quasi.value.cooked).join('\u0001');
      const text = textOf(markup)
        .split(/[\u0000\u0001]/)
        .find((part) => /\p{L}/u.test(part));
      const found = text?.trim() ?? READ_ALOUD.exec(markup.replaceAll('\u0001', ''))?.[2].trim();
      if (found) context.report({ node, messageId: 'text', data: { found: found.slice(0, 40) } });
    },
  }),
};

const inlineStyle = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { style: 'A strict content security policy forbids style attributes: use a class, a part or a custom property.' },
  },
  create: (context) => ({
    TaggedTemplateExpression(node) {
      if (isTemplate(node) && /\sstyle\s*=/.test(node.quasi.quasis.map((quasi) => quasi.value.cooked).join('')))
        context.report({ node, messageId: 'style' });
    },
  }),
};

export const templates = { rules: { 'literal-text': literalText, 'inline-style': inlineStyle } };
