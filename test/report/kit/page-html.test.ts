import { createHash } from 'node:crypto'

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'

import { dropControls } from '../../../src/domain/text/drop-controls.js'
import { toPageHtml } from '../../../src/report/kit/page/page-html.js'
import type { Content, Page, Part } from '../../../src/report/kit/page/page.js'
import { aPage } from './a-page.js'

const withParts = (...parts: Part[]): Page => ({
  language: 'en',
  title: 'A page',
  about: [],
  foot: [],
  parts,
  footer: '',
})

const htmlOf = (text: Content): string => toPageHtml(withParts({ kind: 'text', text }))

/** Reads the page as XML, which is stricter than a browser. */
const readPage = (html: string): { tags: string[]; text: string } => {
  const tags: string[] = []
  let text = ''
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => void tags.push(name))
  parser.on('text', (piece) => (text += piece))
  parser.write(html.replace('<!doctype html>\n', '').replaceAll(/<meta ([^>]*)>/g, '<meta $1/>')).close()
  return { tags, text }
}

/** Where a line may end depends on the words. */
const isMarkup = (tag: string): boolean => tag !== 'wbr' && tag !== 'span'

describe('a page', () => {
  it('lets nothing of a text into itself but the text, wherever it stands', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '</style><script>alert(1)</script>',
        `"><img src=x onerror='alert(1)'>`,
        ']]>',
        '&amp;',
        'a\u0000b\u202Ec',
        '*/ @import url(x) /*',
      ),
    )
    const plain = readPage(toPageHtml(aPage('x'))).tags.filter(isMarkup)
    fc.assert(
      fc.property(nasty, (text) => {
        const html = toPageHtml(aPage(`x${text}`))
        const { tags, text: shown } = readPage(html)

        expect(tags.filter(isMarkup)).toEqual(plain)
        expect(shown).toContain(dropControls(`Proefblad x${text}`.trim()).replaceAll(/\r\n?/g, '\n'))
      }),
      { numRuns: 60 },
    )
  })

  it('loads nothing and runs nothing, and allows its one style only', () => {
    const html = toPageHtml(aPage(`url(x) "); } @import 'x'`))

    const style = /<style>([^]*)<\/style>/.exec(html)![1]!
    const digest = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"`,
    )
    expect(html).not.toMatch(/<(script|img|link|iframe|object|svg|form|input)\b|\sstyle=|\son\w+=/i)
    expect(style).not.toMatch(/url\(|@import/i)
  })

  it('has its language, one title, headings in order, and heads on its tables', () => {
    const html = toPageHtml(aPage())

    expect(html).toContain('<html lang="nl">')
    const ranks = [...html.matchAll(/<h([1-6])/g)].map(([, rank]) => Number(rank))
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1)
    expect(ranks.every((rank, index) => rank <= (ranks[index - 1] ?? 0) + 1)).toBe(true)
    expect(html).not.toMatch(/<th(?! scope="(?:col|row)")[ >]/)
  })

  it('says at the foot of each sheet of paper what it belongs to, and which one it is', () => {
    const html = toPageHtml(aPage())

    expect(html).toMatch(/@bottom-left \{ content: "Proefblad .*tulpwerk/)
    expect(html).toContain('content: "Pagina " counter(page) " van " counter(pages)')
  })

  it.each([
    ['a file beside it', 'list-1.html', true],
    ['a secure address', 'https://portal.example/form?a=1', true],
    ['a script', 'javascript:alert(1)', false],
    ['another folder', '../../secret.html', false],
    ['an address without encryption', 'http://portal.example', false],
    ['a hidden file', '.profile.html', false],
  ])('leads to %s only where that is safe', (_, href, isLink) => {
    const html = htmlOf({ kind: 'link', text: 'further', href })

    expect(html.includes('<a ')).toBe(isLink)
    expect(html).toContain('further')
  })

  it('may end a line inside an address, and copies it whole', () => {
    const address = 'marie-louise.van.den.broek@proefbedrijf.example'
    const html = htmlOf(address)

    expect(html).toContain('@<wbr/>')
    expect(readPage(html).text).toContain(address)
    expect(htmlOf('Arbeidsongeschiktheid')).not.toContain('<wbr')
  })

  it('keeps the dashes of an option with its word', () => {
    expect(htmlOf('nmbrs-sync sync --yes')).toContain('sync <span class="whole">--yes</span>')
  })

  it('shows nothing for a table, a list or steps without entries', () => {
    const html = toPageHtml(
      withParts(
        { kind: 'table', columns: [{ heading: 'Name' }], rows: [] },
        { kind: 'list', items: [] },
        { kind: 'steps', marker: 'tick', steps: [] },
        { kind: 'pairs', pairs: [] },
        { kind: 'commands', lines: [] },
      ),
    )

    expect(html).toContain('<main>\n</main>')
  })
})
