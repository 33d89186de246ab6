import type { Problem } from '../../domain/errors.js'
import { fieldNamesOf, mappedSections } from '../../domain/sections.js'
import { buildRow } from '../row/build-row.js'
import { buildMapping, type Mapping, type MappingRow } from '../mapping.js'
import { mappingSchema, readRow } from './schema.js'
import { checkSections } from './section-rules.js'
import { checkYaml } from '../../yaml/check-yaml.js'
import { sortProblems, toProblem, type FileContext } from '../../yaml/describe-issues.js'
import { findAt } from '../../yaml/key-path.js'

/**
 * Reads the text of a mapping file; `file` is only named in problems. Gives the mapping, or everything that
 * is wrong with the file at once, by line.
 */
export const parseMapping = (
  text: string,
  file: string,
): { mapping: Mapping } | { problems: readonly Problem[] } => {
  const checked = checkYaml(text, file, mappingSchema)
  if (checked.context === undefined) return checked
  const { context } = checked
  const problems = checked.problems.map(explainForbidden)
  const rows = readRows(context, problems)
  checkSections(context.data, (path, remark) => problems.push(toProblem(context, path, remark)))
  return problems.length > 0 ? { problems: sortProblems(problems) } : { mapping: buildMapping(rows) }
}

const readRows = (context: FileContext, problems: Problem[]): MappingRow[] =>
  mappedSections.flatMap((section) =>
    fieldNamesOf(section).flatMap((field) => {
      const path = ['sections', section, field]
      const raw = readRow(findAt(context.data, path))
      if (raw === undefined) return []
      const row = buildRow(section, field, raw, (at, remark) => {
        problems.push(toProblem(context, [...path, ...at], remark))
      })
      return row === undefined ? [] : [row]
    }),
  )

/** Fields that Nmbrs has and this program leaves to payroll on purpose. */
const forbidden: ReadonlySet<string> = new Set([
  ...['BSN', 'Id', 'Number', 'DisplayName', 'Gender', 'NationalityCode', 'IdentificationNumber'],
  ...['IdentificationType', 'BurgerlijkeStaat', 'Naamstelling', 'DeceasedDate', 'SalaryTable', 'Default'],
])

const explainForbidden = (problem: Problem): Problem => {
  const [, section, field = '', rest] = problem.key.split('.')
  const isField = section !== undefined && rest === undefined && field === problem.found
  if (!isField || !forbidden.has(field)) return problem
  const { severity, file, line, key, found } = problem
  return {
    severity,
    file,
    line,
    key,
    found,
    expected: `another field; ${field} is never written by this program`,
  }
}
