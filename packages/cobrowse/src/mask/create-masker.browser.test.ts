import { expect } from '@open-wc/testing';
import type { Masker } from './masker.js';
import { clear, everything, holds, marked, put, says, shows } from './testing/stage.js';

describe('What is seen', () => {
  afterEach(clear);

  it('COB 6 P4 of a password nobody sees how long it is, and it stays one when an eye shows it', () => {
    const masker = marked();
    const field = put('<input type="password" name="key" value="a" data-deskbell-unmask>') as HTMLInputElement;
    for (const password of ['a', 'a password of many words']) {
      field.value = password;
      expect(holds(masker, field)).to.equal('••••••••');
      expect(shows(masker, field, 'value')).to.equal(null);
    }
    field.type = 'text';
    expect(holds(masker, field)).to.equal('••••••••');
    const instead = put('<input type="text" name="key" value="open sesame">');
    expect(holds(masker, instead), 'the field that takes its place').to.equal('••••••••');
    expect(holds(masker, put('<input name="other" value="shown">'))).to.equal('shown');
    expect(holds(masker, put('<input type="password">'))).to.equal('');
  });

  it('COB 6 P4 P5 P6 secret fields are told by what they ask for, and go on being secret', () => {
    const masker = marked();
    for (const secret of [
      'autocomplete="cc-number"',
      'autocomplete="section-a billing cc-csc"',
      'autocomplete="one-time-code"',
      'autocomplete="new-password"',
      'autocomplete="current-password"',
      'name="cardNumber"',
      'id="cvc"',
      'name="user_password"',
      'inputmode="numeric" maxlength="6" name="otp"',
      'inputmode="numeric" maxlength="8" id="verification-code"',
      'type="tel" maxlength="4" name="pin"',
      'maxlength="1" inputmode="numeric"',
    ]) {
      const field = put(`<input ${secret} value="SECRET" data-copy="SECRET" data-deskbell-unmask>`);
      expect(holds(masker, field), secret).to.equal('••••••••');
      expect(shows(masker, field, 'data-copy'), secret).to.equal(null);
      for (const name of field.getAttributeNames()) if (name !== 'value') field.removeAttribute(name);
      expect(holds(masker, field), `was ${secret}`).to.equal('••••••••');
    }
    for (const open of [
      'name="postcode" maxlength="5" inputmode="numeric"',
      'name="promo-code" maxlength="8"',
      'name="shipping" maxlength="8"',
      'autocomplete="name"',
    ])
      expect(holds(masker, put(`<input ${open} value="shown">`)), open).to.equal('shown');
  });

  it('COB 6 P5 a card number is found over the inline elements that it is split over', () => {
    const masker = marked();
    const line = put('<p><b>4111</b> <i><u>1111</u></i><!-- --><span>1111</span>1111 <em>kept</em></p>');
    const seen = [...line.querySelectorAll('b, u, span, em')].map((part) => says(masker, part));
    expect(seen).to.eql(['••••', '••••', '••••', 'kept']);
    expect(says(masker, line), 'the white space between').to.equal(' ');
    const cells = put('<table><tr><td id="x">4111</td><td>1111</td><td>1111</td><td>1111</td></tr></table>');
    expect(says(masker, cells), 'cells are no number together').to.equal('4111');
  });

  it('COB 6 P7 hidden values, names of files, scripts, templates and descriptions never leave', () => {
    const masker = marked();
    expect(holds(masker, put('<input type="hidden" value="SECRET">'))).to.equal('');
    expect(shows(masker, put('<input type="hidden" value="SECRET">'), 'value')).to.equal(null);
    expect(holds(masker, put('<input type="file">'))).to.equal('');
    for (const tag of ['script type="x"', 'noscript', 'template']) {
      const element = put(`<${tag} data-x="SECRET" src="SECRET"></${tag}>`);
      expect(masker.text('SECRET', element, masker.at(element)), tag).to.equal('');
      expect(shows(masker, element, 'data-x'), tag).to.equal(null);
    }
    expect(shows(masker, put('<meta name="description" content="SECRET">'), 'content')).to.equal(null);
    expect(shows(masker, put('<meta name="viewport" content="width=10">'), 'content')).to.equal('width=10');
  });

  it('COB 6 P8 what is read or typed is masked in attributes too; what is known to be looks is not', () => {
    const said = 'value alt title placeholder label summary abbr aria-label aria-description aria-valuetext aria-placeholder data-x aria-x';
    for (const name of said.split(' ')) {
      const element = put(`<p ${name}="Ada 12">x</p>`);
      expect(shows(everything(), element, name), name).to.equal('••• ••');
      expect(shows(marked(), element, name), name).to.equal('Ada 12');
    }
    for (const name of ['srcdoc', 'onclick', 'ping', 'nonce', 'pattern', 'content', 'download', 'target']) {
      expect(shows(marked(), put(`<p ${name}="Ada">x</p>`), name), name).to.equal(null);
    }
    for (const [name, value] of [
      ['data-state', 'open'],
      ['aria-expanded', 'true'],
      ['colspan', '2'],
      ['dir', 'rtl'],
      ['role', 'tab'],
    ] as const)
      expect(shows(everything(), put(`<p ${name}="${value}">x</p>`), name), name).to.equal(value);
    expect(shows(everything(), put('<p unknown="Ada">x</p>'), 'unknown')).to.equal(null);
    const path = put('<svg><path id="x" d="M0 0L1 1" stroke-width="2" fill="url(https://a.example/?t=1)" data-x="Ada"></path></svg>');
    expect(['d', 'stroke-width', 'fill', 'data-x'].map((name) => shows(everything(), path, name))).to.eql(['M0 0L1 1', '2', 'none', '•••']);
  });

  it('COB 6 P8 P9 addresses are masked where the text is, and elsewhere say no more than they may', () => {
    const link = put('<a href="/ada?token=SECRET">x</a>');
    expect(shows(everything(), link, 'href')).to.equal('#');
    expect(shows(marked(), link, 'href')).to.equal('/ada?token=***');
    expect(shows(everything(), put('<form action="/ada"></form>'), 'action')).to.equal(null);
    const use = put('<svg><use id="x" href="#icon"></use></svg>');
    expect(shows(everything(), use, 'href')).to.equal('#icon');
  });

  it('COB 6 P10 names with a secret in them are left out, and the others stay', () => {
    const element = put('<p class="row ada@lovelace.example col-2" id="c-4111111111111111">x</p>');
    expect(shows(everything(), element, 'class')).to.equal('row col-2');
    expect(shows(everything(), element, 'id')).to.equal(null);
  });

  it('COB 6 P13 what was chosen is shown only where the text is', () => {
    const box = put('<input type="checkbox" checked aria-checked="true">');
    for (const [masker, is] of [
      [everything(), false],
      [marked(), true],
    ] as const) {
      expect(masker.showsState(box, masker.at(box))).to.equal(is);
      expect(shows(masker, box, 'checked') === null).to.equal(!is);
      expect(shows(masker, box, 'aria-checked') === null).to.equal(!is);
    }
  });

  it('COB 6 P14 what a pattern finds is masked in texts, attributes and values, and over neighbouring texts', () => {
    const masker = marked({ patterns: ['K-\\d{1,9}'] });
    expect(says(masker, put('<p title="K-12">Is K-12 here?</p>'))).to.equal('Is •••• here?');
    expect(shows(masker, put('<p title="K-12">x</p>'), 'title')).to.equal('••••');
    expect(holds(masker, put('<input value="K-12">'))).to.equal('••••');
    const split = put('<p>No. K-<b>12</b></p>');
    expect([says(masker, split), says(masker, split.lastElementChild as Element)]).to.eql(['No. ••', '••']);
  });

  it('COB 6 P19 an agent types into and clicks nothing that is masked, secret, hidden or blocked, nor its label', () => {
    const may = (masker: Masker, html: string) => masker.mayControl(put(html));
    expect(may(marked(), '<input>')).to.equal(true);
    for (const not of [
      '<input data-deskbell-mask>',
      '<input type="password">',
      '<input type="file">',
      '<input type="hidden">',
      '<p data-deskbell-block>x</p>',
      '<label><b id="x">x</b><input type="password"></label>',
      '<div><label id="x" for="f">x</label><input id="f" type="file"></div>',
    ])
      expect(may(marked(), not), not).to.equal(false);
    expect(may(everything(), '<button>x</button>')).to.equal(false);
    expect(may(everything(), '<button data-deskbell-unmask>x</button>')).to.equal(true);
  });
});
