import { describe, expect, it } from '@jest/globals'

import { escapeHtml } from '../../src/report/kit/escape-html.js'

describe('text in a page', () => {
  it('never opens a tag, ends an attribute or becomes an entity', () => {
    expect(escapeHtml(`<b title="a" lang='b'>&amp;</b>`)).toBe(
      '&lt;b title=&quot;a&quot; lang=&#39;b&#39;&gt;&amp;amp;&lt;/b&gt;',
    )
  })
})
