import { escapeHtml } from '../../report/kit/escape-html.js'
import type { Notice } from './notice.js'
import { toNoticeParts, toSubjectLine, type NoticeLook, type NoticePart } from './notice-text.js'
import { noticeTexts } from './texts/notice-texts.js'

/** The notice as a small page: no picture, no link, no script, nothing that is fetched when it is opened. */
export const toNoticeHtml = (notice: Notice, look: NoticeLook): string =>
  [
    '<!doctype html>',
    `<html lang="${look.language}"><head><meta charset="utf-8"><title>nmbrs-sync</title></head>`,
    '<body style="font-family: sans-serif; color: #1a1a1a; max-width: 45em">',
    `<h1 style="font-size: 1.2em">${escapeHtml(toSubjectLine(notice, look.language))}</h1>`,
    ...toNoticeParts(notice, look).map(toSection),
    `<p style="color: #666666; font-size: 0.9em">${escapeHtml(noticeTexts[look.language].footer)}</p>`,
    '</body></html>',
    '',
  ].join('\n')

const toSection = ({ heading, lines, isCode }: NoticePart): string => {
  const title = heading === '' ? '' : `<h2 style="font-size: 1em">${escapeHtml(heading)}</h2>`
  if (isCode) return `${title}<pre>${lines.map(escapeHtml).join('\n')}</pre>`
  if (heading === '') return `<p>${lines.map(escapeHtml).join('<br>')}</p>`
  return `${title}<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`
}
