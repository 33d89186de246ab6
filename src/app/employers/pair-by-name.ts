import type { SourceCompany } from '../../source/port.js'
import type { TargetCompany } from '../../target/port.js'

/**
 * A company of AlexisHR with the one of Nmbrs that has its name; one of the two is missing where the other
 * has no namesake.
 */
export interface CompanyRow {
  source: SourceCompany | undefined
  target: TargetCompany | undefined
}

/**
 * Companies side by side. A name that several have on one side pairs no one: which is which is for a person
 * to say.
 */
export const pairByName = (
  sources: readonly SourceCompany[],
  targets: readonly TargetCompany[],
): readonly CompanyRow[] => {
  const paired = sources.map((source): CompanyRow => {
    const isNamesake = (company: Named): boolean => isSameName(company, source)
    const [target, ...others] = targets.filter(isNamesake)
    const isOne = others.length === 0 && sources.filter(isNamesake).length === 1
    return { source, target: isOne ? target : undefined }
  })
  const used = new Set(paired.map(({ target }) => target?.id))
  return [
    ...paired,
    ...targets.filter(({ id }) => !used.has(id)).map((target) => ({ source: undefined, target })),
  ]
}

interface Named {
  name: string
}

/** Whether two companies have one name but for case, blanks and signs. */
export const isSameName = (one: Named, other: Named): boolean => fold(one.name) === fold(other.name)

const fold = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '')

/** A name for the connection of a company: `Bakker & Zn. B.V.` is `bakker-zn-b-v`. */
export const toConnectionName = (company: string): string =>
  company
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z\d]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '')
