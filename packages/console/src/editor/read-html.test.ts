import { isSafeAddress } from '@deskbell/protocol/addresses.js';
import type { Mark } from '@deskbell/protocol/marks.js';
import { expect } from '@open-wc/testing';
import { readHtml } from './read-html.js';
import { HOSTILE_LINKS } from './testing/hostile-links.js';
import { HOSTILE_MARKUP } from './testing/hostile-markup.js';

const bold = (from: number, to: number): Mark => ({ mark: 'bold', from, to });
const italic = (from: number, to: number): Mark => ({ mark: 'italic', from, to });
const link = (from: number, to: number, href: string): Mark => ({ mark: 'link', from, to, href });

describe('what is read in HTML', () => {
  it('is its text, its lines, and what is bold, in italics or a link', () => {
    expect(readHtml('<p>One <b>two</b>\n <i>three</i></p><div>see <a href="https://example.com">here</a></div>')).to.deep.equal({
      text: 'One two three\nsee here',
      marks: [bold(4, 7), italic(8, 13), link(18, 22, 'https://example.com')],
    });
  });

  it('keeps empty lines, lists and what is laid out with spaces', () => {
    expect(readHtml('<p>a</p><p><br></p><p>b<br></p>c').text).to.equal('a\n\nb\nc');
    expect(readHtml('<ul><li>a</li><li>b</li></ul><ol><li>c<li>d</ol>').text).to.equal('• a\n• b\n1. c\n2. d');
    expect(readHtml('<pre>a  b\n c</pre>').text).to.equal('a  b\n c');
    expect(readHtml('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>').text).to.equal('a b\nc');
  });

  it('reads Google Docs, which wraps everything in a <b> that is not bold', () => {
    const copied = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38">
      <span style="font-size:11pt;font-weight:400">Plain </span><span style="font-weight:700">heavy</span><span style="font-style:italic;"> slanted</span></p>
      <br /><p dir="ltr"><a href="https://example.com/"><span style="color:#1155cc">there</span></a></p></b>`;
    expect(readHtml(copied)).to.deep.equal({
      text: 'Plain heavy slanted\n\nthere',
      marks: [bold(6, 11), italic(11, 19), link(21, 26, 'https://example.com/')],
    });
  });

  it('reads Word, whose clipboard has styles, comments and elements of its own', () => {
    const copied = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style>
      <!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=EN-GB><!--StartFragment-->
      <p class=MsoNormal><b>Dear Ms Hoffmann</b>,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>the <span style='font-weight:bold'>lamp</span></p>
      <p class=MsoNormal><span style='display:none;mso-hide:all'>hidden</span>bye</p><!--EndFragment--></body></html>`;
    const { text, marks } = readHtml(copied);
    expect(text.split('\n').map((line) => line.trim())).to.deep.equal(['Dear Ms Hoffmann,', '', '·   the lamp', 'bye']);
    expect(marks?.map(({ mark, from, to }) => `${mark} ${text.slice(from, to)}`)).to.deep.equal(['bold Dear Ms Hoffmann', 'bold lamp']);
  });

  it('changes no words that look like attributes, and no address', () => {
    expect(readHtml('<p>a style = b, onclick = c</p>').text).to.equal('a style = b, onclick = c');
    expect(readHtml('<a href="https://example.com/?style=1&onclick=2">x</a>').marks?.[0]?.href).to.equal(
      'https://example.com/?style=1&onclick=2',
    );
  });

  it('CMP 5 has more than two hundred ways to be hostile, and none of them leaves more than text, bold, italics and safe links', () => {
    const hostile = [...HOSTILE_LINKS, ...HOSTILE_MARKUP];
    expect(hostile.length).to.be.above(200);
    const was = document.documentElement.outerHTML;
    for (const html of hostile) {
      const { marks = [] } = readHtml(html);
      for (const { mark, href } of marks) {
        expect(['bold', 'italic', 'link'], html).to.include(mark);
        if (mark === 'link') expect(isSafeAddress(href ?? ''), html).to.be.true;
      }
    }
    expect(document.documentElement.outerHTML).to.equal(was);
  });

  it('CMP 5 makes no link of an address that cannot be opened, however it is written', () => {
    for (const html of HOSTILE_LINKS.filter((line) => !line.includes('https://a.example')))
      expect(readHtml(html).marks ?? [], html).to.deep.equal([]);
  });
});
