import { parseMapping } from '../../src/mapping/file/parse-mapping.js'
import type { Mapping } from '../../src/mapping/mapping.js'

/** The least a mapping must have. */
export const requiredRows = `version: 1
sections:
  personalInfo:
    FirstName: { from: employee.firstName, required: true }
    LastName: { from: employee.lastName, required: true }
    Birthday: { from: employee.birthDate, transform: plainDate, required: true }
  employment:
    InitialStartDate: { from: employee.hireDate, transform: plainDate, required: true }
`

/** A text with `lines` put under the key `section`, which is added when it is not there. */
const insertRows = (text: string, section: string, lines: readonly string[]): string => {
  const block = lines.map((line) => `    ${line}\n`).join('')
  const head = `  ${section}:\n`
  return text.includes(head) ? text.replace(head, `${head}${block}`) : `${text}${head}${block}`
}

/** The text of a mapping: the required rows and what a test adds by section. */
export const mappingText = (rows: Readonly<Record<string, readonly string[]>> = {}): string =>
  Object.entries(rows).reduce((text, [section, lines]) => insertRows(text, section, lines), requiredRows)

/** A usable mapping of the required rows and what a test adds by section. */
export const aMapping = (rows: Readonly<Record<string, readonly string[]>> = {}): Mapping => {
  const result = parseMapping(mappingText(rows), 'mapping.yaml')
  if ('mapping' in result) return result.mapping
  throw new Error(result.problems.map(({ key, expected }) => `${key}: ${expected}`).join('\n'))
}
