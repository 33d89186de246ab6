import { toPageHtml } from '../../report/kit/page/page-html.js'
import type { Page, Section } from '../../report/kit/page/page.js'
import { pageTexts } from '../../report/kit/page/page-texts.js'
import type { Notice } from './notice.js'
import { toNoticeParts, toSubjectLine, toWallTime, type NoticeLook, type NoticePart } from './notice-text.js'
import { noticeTexts } from './texts/notice-texts.js'

/**
 * The notice as the body of an e-mail: no picture, no link, no script, nothing that is fetched when it is
 * opened.
 */
export const toNoticeHtml = (notice: Notice, look: NoticeLook): string =>
  toPageHtml(toNoticePage(notice, look))

/** The notice as a page, with the words of its text. */
const toNoticePage = (notice: Notice, look: NoticeLook): Page => {
  const { language } = look
  const { connection, madeOn } = pageTexts[language]
  const time = toWallTime(notice.at, look)
  const parts = toNoticeParts(notice, look)
  return {
    language,
    title: toSubjectLine(notice, language),
    about: [
      ...(notice.connection === null ? [] : [[connection, notice.connection] as const]),
      [madeOn, time],
    ],
    foot: [time],
    parts: [
      ...parts
        .filter(({ heading }) => heading === '')
        .flatMap(({ lines }) => lines.map((text) => ({ kind: 'text' as const, text }))),
      ...parts.filter(({ heading }) => heading !== '').map(toSection),
    ],
    footer: noticeTexts[language].footer,
  }
}

const toSection = ({ heading, lines, isCode }: NoticePart): Section => ({
  kind: 'section',
  heading,
  parts: [isCode ? { kind: 'commands', lines } : { kind: 'list', items: lines }],
})
