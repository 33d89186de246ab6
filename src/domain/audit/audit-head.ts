import type { AuditHead } from './audit.js'

/** The head as one line to keep elsewhere: number, moment, hash. */
export const formatAuditHead = ({ number, at, hash }: AuditHead): string => `${number} ${at} ${hash}`

const headPattern = /^(\d{1,15}) (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) ([\w-]{43})$/

/**
 * Reads what `formatAuditHead` wrote, also with blanks or line ends around; `undefined` for anything else.
 */
export const parseAuditHead = (text: string): AuditHead | undefined => {
  const [, number = '', at = '', hash = ''] = headPattern.exec(text.trim().replaceAll(/\s+/g, ' ')) ?? []
  return hash === '' || Number(number) < 1 ? undefined : { number: Number(number), at, hash }
}
