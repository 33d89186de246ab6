import { transportOf } from '../../domain/addresses/transport.js'
import type { Look } from './look.js'
import { personTexts } from './texts/person-texts.js'

/**
 * An employee of Nmbrs as people know them. Over REST an employee has a GUID, which no screen of Nmbrs shows:
 * there it is the employee number, where that is known and may be shown. Elsewhere the id.
 */
export const toEmployeeWords = (
  targetId: string,
  employeeNumber: string | undefined,
  { showNames, language }: Pick<Look, 'showNames' | 'language'>,
): string =>
  showNames && employeeNumber !== undefined && employeeNumber !== '' && transportOf(targetId) === 'rest'
    ? `Nmbrs ${personTexts[language].number(employeeNumber)}`
    : `Nmbrs ${targetId}`
