import { foldName } from '../logins/fold-identity.js'
import type { Portal } from '../portal/portal.js'

type Templates = Pick<Portal, 'templates'>

/** Every name that a standard template of the portal goes by. */
export const standardNames = ({ templates }: Templates): readonly string[] =>
  (templates?.standard ?? []).flatMap(({ name, alsoCalled = [] }) => [name, ...alsoCalled])

/**
 * The one name of a template: a standard template that is called by another name on a screen or in a list is
 * the same one.
 */
export const toTemplateName = ({ templates }: Templates, name: string): string => {
  const folded = foldName(name)
  const standard = templates?.standard.find((one) =>
    [one.name, ...(one.alsoCalled ?? [])].some((known) => foldName(known) === folded),
  )
  return standard?.name ?? name
}

/** Whether two names are of one template; letter case and blanks make no other template. */
export const isSameTemplate = (portal: Templates, one: string, other: string): boolean =>
  foldName(toTemplateName(portal, one)) === foldName(toTemplateName(portal, other))
