import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { attributes, escape, html, raw } from '../../src/web/html.ts';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea><script>1</script>',
  '&lt;already&gt;',
  '\u0000<b>',
  '\uD800lone',
  'javascript:alert(1)',
];

void suite('html', () => {
  test('no text of a person becomes markup, in text or in an attribute', () => {
    for (const text of hostile) {
      const page = html`<p title="${text}">${text}</p>`.markup;
      assert.equal(page.match(/</g)?.length, 2, page);
      assert.equal(page.match(/"/g)?.length, 2, page);
      assert.ok(!page.includes('\u0000') && page.isWellFormed(), page);
    }
  });

  test('what is escaped reads as what was typed', () => {
    const back: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escape(text);
        assert.ok(!/[<>"']/.test(escaped));
        assert.equal(
          escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (each) => back[each] ?? ''),
          text.replaceAll('\0', '\uFFFD'),
        );
      }),
    );
  });

  test('markup of ours stands as it is, once; text beside it does not', () => {
    assert.equal(html`<p>${html`<b>${'<i>'}</b>`}${'<i>'}</p>`.markup, '<p><b>&lt;i&gt;</b>&lt;i&gt;</p>');
    assert.equal(html`<p>${[raw('<br>'), 'a<b', 7, false, undefined]}</p>`.markup, '<p><br>a&lt;b7</p>');
  });

  test('a template with a hole where escaping is not enough does not render', () => {
    // As lists of strings: a formatter would put right what is wrong on purpose.
    const bad = [
      ['<p title=', '></p>'],
      ['<', '>'],
      ['<p ', '></p>'],
      ["<p title='", "'></p>"],
      ['<!-- ', ' -->'],
      ['<script>', '</script>'],
      ['<script src="', '">alert(1)</script>'],
      ['<script src="', '" defer>alert(1)</script>'],
      ['<script src="', '" onload="x" defer></script>'],
      ['<style>', '</style>'],
      ['<p onclick="', '"></p>'],
      ['<p style="', '"></p>'],
      ['<p title', '="y"></p>'],
      ['</', '>'],
      ['<p title="', ''],
    ];
    for (const strings of bad) {
      const template = Object.assign(strings, { raw: strings });
      assert.throws(() => html(template, 'x'), Error, strings.join('${x}'));
    }
    const good = ['<p title="', '"></p>'];
    assert.equal(html(Object.assign(good, { raw: good }), 'x').markup, '<p title="x"></p>');
  });

  test('a link goes to a path of ours, a fragment or https, never to a scheme that runs or to another host by stealth', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      '/\\evil.example',
      ' /x',
      'http://a',
      '',
    ]) {
      assert.throws(() => html`<a href="${url}">x</a>`, /URL/, url);
      assert.throws(() => attributes({ href: url }), /URL/, url);
    }
    assert.equal(html`<a href="${'/cases/1'}">x</a>`.markup, '<a href="/cases/1">x</a>');
    assert.equal(html`<a href="#${'problems'}">x</a>`.markup, '<a href="#problems">x</a>');
  });

  test('attributes are left out when absent, alone when true, escaped when text', () => {
    const { markup } = attributes({ id: 'a"b', checked: true, hidden: false, title: undefined, rows: 3 });
    assert.equal(markup, ' id="a&quot;b" checked rows="3"');
    for (const name of ['onclick', 'style', 'a b', 'srcdoc', 'x"'])
      assert.throws(() => attributes({ [name]: 'x' }), name);
  });
});
