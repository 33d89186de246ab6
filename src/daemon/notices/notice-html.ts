import { escapeHtml } from '../../report/kit/escape-html.js'
import type { Notice } from './notice.js'
import { footer, toNoticeParts, toSubjectLine, type NoticePart } from './notice-text.js'

/** The notice as a small page: no picture, no link, no script, nothing that is fetched when it is opened. */
export const toNoticeHtml = (notice: Notice, timeZone: string): string =>
  [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><title>nmbrs-sync</title></head>',
    '<body style="font-family: sans-serif; color: #1a1a1a; max-width: 45em">',
    `<h1 style="font-size: 1.2em">${escapeHtml(toSubjectLine(notice))}</h1>`,
    ...toNoticeParts(notice, timeZone).map(toSection),
    `<p style="color: #666666; font-size: 0.9em">${escapeHtml(footer)}</p>`,
    '</body></html>',
    '',
  ].join('\n')

const toSection = ({ heading, lines, isCode }: NoticePart): string => {
  const title = heading === '' ? '' : `<h2 style="font-size: 1em">${escapeHtml(heading)}</h2>`
  if (isCode) return `${title}<pre>${lines.map(escapeHtml).join('\n')}</pre>`
  if (heading === '') return `<p>${lines.map(escapeHtml).join('<br>')}</p>`
  return `${title}<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`
}
