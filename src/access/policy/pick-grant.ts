import { foldName } from '../logins/fold-identity.js'
import type { AccessPerson } from '../person.js'
import type { AccessPolicy, Grant, PolicyRule, RuleConditions } from './policy.js'
import { findUnknownNames, type ListedNames } from './unknown-names.js'

/**
 * What the policy gives to one person, and the rule that says so; `null`: what holds otherwise, or their own
 * entry in a list.
 */
export interface PickedGrant {
  grant: Grant | 'no-login'
  rule: string | null
  /**
   * A rule before that one which may be meant for this person: it names a department, an office or a company
   * that no one knows.
   */
  doubt?: string
}

type Condition = (person: AccessPerson) => boolean

/** People of one department ask for the same name again and again, once for each rule. */
const rememberFolds = (): ((name: string) => string) => {
  const folds = new Map<string, string>()
  return (name) => {
    const before = folds.get(name)
    if (before !== undefined) return before
    const folded = foldName(name)
    folds.set(name, folded)
    return folded
  }
}

const oneOf = (
  names: readonly string[] | undefined,
  fold: (name: string) => string,
  nameOf: (person: AccessPerson) => string | undefined,
): Condition[] => {
  if (names === undefined) return []
  const wanted = new Set(names.map(fold))
  return [
    (person) => {
      const name = nameOf(person)
      return name !== undefined && wanted.has(fold(name))
    },
  ]
}

const employeeText =
  (key: 'department' | 'office' | 'employmentType') =>
  (person: AccessPerson): string | undefined =>
    person.kind === 'employee' ? person[key] : undefined

const customText =
  (key: string) =>
  (person: AccessPerson): string | undefined =>
    person.kind === 'employee' && Object.hasOwn(person.custom, key) ? person.custom[key] : undefined

const conditionsOf = (when: RuleConditions, fold: (name: string) => string): Condition[] => {
  const employees = when.employees && new Set<string>(when.employees)
  const companies = when.companies && new Set<string>(when.companies)
  const customers = when.customers && new Set(when.customers)
  return [
    ...(employees === undefined
      ? []
      : [(person: AccessPerson) => person.kind === 'employee' && employees.has(person.sourceId)]),
    ...(companies === undefined
      ? []
      : [(person: AccessPerson) => person.kind !== 'contact' && companies.has(person.companyId)]),
    ...(customers === undefined
      ? []
      : [(person: AccessPerson) => person.kind === 'contact' && customers.has(person.customerId)]),
    ...oneOf(when.departments, fold, employeeText('department')),
    ...oneOf(when.offices, fold, employeeText('office')),
    ...oneOf(when.employmentTypes, fold, employeeText('employmentType')),
    ...Object.entries(when.custom ?? {}).flatMap(([key, values]) => oneOf(values, fold, customText(key))),
  ]
}

/**
 * Fills a rule up with what holds otherwise; a rule that leaves something out where no one else gets a login
 * cannot be used.
 */
const complete = (rule: PolicyRule, otherwise: AccessPolicy['otherwise']): Grant | 'no-login' => {
  if (rule.grant === 'no-login') return 'no-login'
  const base = otherwise === 'no-login' ? undefined : otherwise
  const template = rule.grant.template ?? base?.template
  if (template === undefined) return 'no-login'
  return {
    template,
    email: rule.grant.email ?? base?.email ?? 'work-else-private',
    language: rule.grant.language ?? base?.language ?? null,
  }
}

/** The conditions without those that name something no one knows: anyone who meets these may be meant. */
const withoutConditions = (when: RuleConditions, unknown: ReadonlySet<string>): RuleConditions =>
  Object.fromEntries(Object.entries(when).filter(([condition]) => !unknown.has(condition)))

/**
 * Prepares a policy for many people. The first rule whose conditions all hold counts; a template named for
 * one contact or requester comes before what the rule says of templates. A rule that names something which
 * `listed` does not have is in doubt for everyone who meets what else it asks for.
 */
export const createPickGrant = (
  policy: AccessPolicy,
  listed: ListedNames = {},
): ((person: AccessPerson) => PickedGrant) => {
  const fold = rememberFolds()
  const unknown = findUnknownNames(policy.rules, listed)
  const rules = policy.rules.map((rule, index) => {
    const doubtful = new Set<string>(
      unknown.flatMap(({ rule: at, condition }) => (at === index ? [condition] : [])),
    )
    const mayBeMeant = doubtful.size > 0 && conditionsOf(withoutConditions(rule.when, doubtful), fold)
    const conditions = conditionsOf(rule.when, fold)
    return { name: rule.name, conditions, mayBeMeant, grant: complete(rule, policy.otherwise) }
  })
  return (person) => {
    const isMet = (conditions: readonly Condition[]): boolean => conditions.every((holds) => holds(person))
    const at = rules.findIndex(({ conditions }) => isMet(conditions))
    const rule = rules[at]
    const passed = rule === undefined ? rules : rules.slice(0, at)
    const doubt = passed.find(({ mayBeMeant }) => mayBeMeant !== false && isMet(mayBeMeant))?.name
    const picked = {
      ...(rule ? { grant: rule.grant, rule: rule.name } : { grant: policy.otherwise, rule: null }),
      ...(doubt === undefined ? {} : { doubt }),
    }
    return withOwn(person, picked)
  }
}

/** A permission set or a language named for one contact or requester comes before what a rule says. */
const withOwn = (person: AccessPerson, picked: PickedGrant): PickedGrant => {
  const template = person.kind === 'employee' ? undefined : person.template
  const language = person.kind === 'requester' ? person.language : undefined
  const base = picked.grant === 'no-login' ? undefined : picked.grant
  if (template !== undefined) {
    const grant = { template, email: base?.email ?? 'work', language: language ?? base?.language ?? null }
    return { grant, rule: null }
  }
  return base === undefined || language === undefined ? picked : { ...picked, grant: { ...base, language } }
}
