import type { Problem } from '../../domain/errors.js'
import type { Look } from './look.js'

/** The problems of a file, one line each, errors first and each file's in the order of its lines. */
export const buildProblemList = (problems: readonly Problem[], look: Look): string[] =>
  [...problems].sort(bySeverityAndPlace).map((problem) => toLine(problem, look))

const bySeverityAndPlace = (a: Problem, b: Problem): number =>
  Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.line - b.line

const toLine = (problem: Problem, { paint }: Look): string => {
  const { severity, file, line, key, expected, found, suggestion } = problem
  const word = severity === 'error' ? paint.red('error  ') : paint.yellow('warning')
  const place = line === 0 ? file : `${file}:${line}`
  const what = key === '' ? '' : `${key}: `
  const hint = suggestion === undefined ? '' : `. Did you mean ${suggestion}?`
  return `${word}  ${place}  ${what}expected ${expected}, found ${found}${hint}`
}
