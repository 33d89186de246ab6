import type { PermissionOption, PermissionSet } from '../portal/portal.js'
import { chooseOwner, grantedOptions } from '../policy/permissions.js'

type Options = Readonly<Record<string, PermissionOption>>

/** What stands for people who are named by an id, and for what is left to the person who makes the login. */
export interface OptionAbout {
  nameOf: (id: string) => string | undefined
  asYouChoose: string
}

/**
 * A permission set as the screen of the portal asks for it: option by option in the order of the screen, in
 * its own words.
 */
export const toOptionLines = (options: Options, set: PermissionSet, about: OptionAbout): string[] => {
  const granted = new Map(grantedOptions({ permissions: options }, set))
  return Object.entries(options).flatMap(([name, option]) => {
    const value = granted.get(name)
    return value === undefined ? [] : [toLine(option, value, about)]
  })
}

const toLine = (option: PermissionOption, value: PermissionSet[string], about: OptionAbout): string => {
  const { label, owner, choiceLabels = {} } = option
  if (value === true) return label
  if (owner === true && typeof value === 'string')
    return `${label}: ${value === chooseOwner ? about.asYouChoose : (about.nameOf(value) ?? value)}`
  const words = [value].flat().map((one) => choiceLabels[String(one)] ?? String(one))
  return `${label}: ${words.join(', ')}`
}
