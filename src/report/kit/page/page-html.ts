import { createHash } from 'node:crypto'

import { escapeHtml } from '../escape-html.js'
import type { Page } from './page.js'
import { toPageStyle } from './page-style.js'
import { toPairsHtml, toPartHtml } from './part-html.js'

/**
 * The document as one file to read, print or mail. It loads nothing and runs nothing: a browser applies this
 * one style and refuses everything else, no matter what stands in the texts.
 */
export const toPageHtml = (page: Page): string => {
  const { language, title, about, foot, parts, footer } = page
  const style = toPageStyle([title, ...foot].join(' · '), language)
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${toPolicy(style)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style></head><body>`,
    `<header><h1>${escapeHtml(title)}</h1>`,
    toPairsHtml(about),
    '</header><main>',
    ...parts.map((part) => toPartHtml(part, language)),
    '</main>',
    footer === '' ? '' : `<footer>${escapeHtml(footer)}</footer>`,
    '</body></html>',
    '',
  ]
    .filter((line, index, lines) => line !== '' || index === lines.length - 1)
    .join('\n')
}

const toPolicy = (style: string): string => {
  const digest = createHash('sha256').update(style, 'utf8').digest('base64')
  return `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`
}
