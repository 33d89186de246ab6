import type { Remark } from '../../yaml/describe-issues.js'
import type { KeyPath } from '../../yaml/key-path.js'
import { findNearest } from '../../yaml/nearest.js'
import { foldName } from '../logins/fold-identity.js'
import type { PermissionOption, Portal, Precondition } from './portal.js'
import { placeholdersIn, userNamePlaceholders } from '../logins/user-name-pattern.js'

/** Takes what is wrong at one place of the file. */
type Report = (path: KeyPath, remark: Remark) => void

/** Looks at what belongs together in a portal file. */
export const checkPortal = (portal: Portal, report: Report): void => {
  checkAccess(portal, report)
  checkPreconditions(portal, report)
  checkAccount(portal, report)
  checkRoutes(portal, report)
  checkOwnList(portal, report)
  for (const [name, option] of Object.entries(portal.permissions ?? {})) {
    checkOption(portal.permissions ?? {}, name, option, (path, remark) => {
      report(['permissions', name, ...path], remark)
    })
  }
}

const checkAccess = ({ templates, permissions, levels, outsideBulk }: Portal, report: Report): void => {
  if ((templates === undefined) === (permissions === undefined)) {
    const found = templates === undefined ? 'neither' : 'both'
    report(templates === undefined ? [] : ['permissions'], {
      expected: 'either templates or permissions',
      found,
    })
  }
  const seen = new Set<string>()
  templates?.standard.forEach(({ name, alsoCalled = [] }, index) => {
    const names = [name, ...alsoCalled].map(foldName)
    if (names.some((one, position) => seen.has(one) || names.indexOf(one) < position))
      report(['templates', 'standard', index, 'name'], { expected: 'each template once' })
    names.forEach((one) => seen.add(one))
  })
  if (outsideBulk === 'employee-level' && levels === undefined) {
    report(['outsideBulk'], { expected: 'no, because the portal has no levels' })
  }
}

const preconditionsOf: Readonly<Record<Portal['subjects'], readonly Precondition[]>> = {
  employees: ['connected', 'in-service'],
  contacts: ['accounting-customer', 'on-customer-record'],
  requesters: ['in-service', 'runs-own-payroll'],
}

const checkPreconditions = ({ subjects, preconditions }: Portal, report: Report): void => {
  const possible = preconditionsOf[subjects]
  preconditions.forEach((precondition, index) => {
    if (possible.includes(precondition)) return
    report(['preconditions', index], { expected: `for ${subjects}: ${possible.join(' or ')}` })
  })
}

const checkAccount = ({ account }: Portal, report: Report): void => {
  const at = (key: string): KeyPath => ['account', key]
  if (account.by === 'email') {
    if (!account.emailRequired) {
      report(at('emailRequired'), { expected: 'true, because a login is known by its e-mail address' })
    }
    return
  }
  const { userName, password } = account
  if (password === undefined) report(at('password'), { expected: 'how a password is drawn' })
  if (userName === undefined) {
    report(at('userName'), { expected: 'how a user name is made' })
    return
  }
  if (userName.minLength > userName.maxLength) {
    report(['account', 'userName', 'minLength'], { expected: 'at most maxLength' })
  }
  const placeholders = placeholdersIn(userName.pattern)
  const unknown = placeholders.find((name) => !(userNamePlaceholders as readonly string[]).includes(name))
  if (placeholders.length === 0 || unknown !== undefined) {
    const known = userNamePlaceholders.map((name) => `{${name}}`).join(', ')
    report(['account', 'userName', 'pattern'], { expected: `a pattern with some of ${known}` })
  }
}

const checkRoutes = ({ change, work, leaving, deletingLoses, outsideBulk }: Portal, report: Report): void => {
  for (const [aspect, route] of Object.entries(change)) {
    const needed = route === 'replace' ? 'replace' : 'change'
    if (route !== 'leave' && work[needed] === undefined) {
      report(['change', aspect], { expected: `a way that work has; there is no work.${needed}` })
    }
  }
  if (work.create === undefined) report(['work'], { expected: 'a way to create a login' })
  if (leaving === 'can-be-deactivated' && work.deactivate === undefined) {
    report(['leaving'], { expected: 'stays-active, because there is no work.deactivate' })
  }
  const deletes = work.replace !== undefined || work.remove !== undefined
  if (deletingLoses !== 'nothing' && !deletes) {
    report(['deletingLoses'], { expected: 'nothing, because no work deletes a login' })
  }
  if (outsideBulk === 'employee-level' && work.create !== 'bulk') {
    report(['outsideBulk'], { expected: 'no, because logins are not made in bulk' })
  }
}

const checkOwnList = ({ ownList, languages }: Portal, report: Report): void => {
  if (ownList === undefined) return
  ownList.match.forEach((match, index) => {
    const { columns } = ownList
    const hasName = columns.name !== undefined || (columns.firstName ?? columns.lastName) !== undefined
    const there =
      match === 'name+email' ? hasName && columns.email !== undefined : columns[match] !== undefined
    if (!there) report(['ownList', 'match', index], { expected: 'something that columns has' })
  })
  for (const [word, language] of Object.entries(ownList.languages ?? {})) {
    if (languages.includes(language)) continue
    report(['ownList', 'languages', word], { expected: `one of ${languages.join(', ')}` })
  }
}

const checkOption = (
  options: NonNullable<Portal['permissions']>,
  name: string,
  option: PermissionOption,
  report: Report,
): void => {
  if ((option.kind === 'choice') !== (option.choices !== undefined)) {
    const expected = option.kind === 'choice' ? 'choices' : 'no choices, because it is not a choice'
    report(option.kind === 'choice' ? [] : ['choices'], { expected })
  }
  for (const choice of Object.keys(option.choiceLabels ?? {}))
    if (!(option.choices ?? []).includes(choice))
      report(['choiceLabels', choice], { expected: `one of ${(option.choices ?? []).join(', ')}` })
  if (option.owner === true && option.kind !== 'text') {
    report(['owner'], { expected: 'kind: text for what names the owner' })
  }
  for (const [other, choices] of Object.entries(option.needs ?? {})) {
    const path = ['needs', other]
    const target = options[other]
    if (target === undefined || other === name) {
      const others = Object.keys(options).filter((known) => known !== name)
      report(path, { expected: 'another option', found: other, suggestion: findNearest(other, others) })
      continue
    }
    const possible = target.choices?.slice(1) ?? ['given']
    for (const choice of [choices].flat()) {
      if (possible.includes(choice)) continue
      report(path, { expected: `one of ${possible.join(', ')}`, found: choice })
    }
  }
  if (needsItself(options, name)) report(['needs'], { expected: 'no option that needs this one in turn' })
}

const needsItself = (options: NonNullable<Portal['permissions']>, name: string): boolean => {
  const seen = new Set<string>()
  const visit = (at: string): boolean =>
    Object.keys(options[at]?.needs ?? {}).some((other) => {
      if (other === name) return at !== name
      if (seen.has(other)) return false
      seen.add(other)
      return visit(other)
    })
  return visit(name)
}
