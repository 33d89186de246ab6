import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

import { findPortalEmployees } from '../../access/import/portal-employees.js'
import { parseContacts } from '../../access/import/parse-contacts.js'
import { chooseOwner } from '../../access/policy/permissions.js'
import type { AccessEmployee, AccessPerson, AccessRequester } from '../../access/person.js'
import type { AccessPolicy } from '../../access/policy/policy.js'
import type { PermissionSet, Portal } from '../../access/portal/portal.js'
import type { AccessPortalConfig, RequesterConfig } from '../../config/config.js'
import { ConfigError } from '../../domain/errors.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { TargetCompanyId } from '../../domain/ids.js'
import type { AccessAttributes } from './read-access-people.js'

/** What the rules of these portals look at. */
export const attributesOf = (policies: readonly AccessPolicy[]): AccessAttributes => {
  const conditions = policies.flatMap(({ rules }) => rules.map(({ when }) => when))
  return {
    departments: conditions.some(({ departments }) => departments !== undefined),
    offices: conditions.some(({ offices }) => offices !== undefined),
    employmentTypes: conditions.some(({ employmentTypes }) => employmentTypes !== undefined),
    custom: [...new Set(conditions.flatMap(({ custom }) => Object.keys(custom ?? {})))],
  }
}

/**
 * Whether the source is read for the people of a portal: contacts come from a file, their owners and everyone
 * else from the source.
 */
export const needsSource = ({ portal, policy }: AccessPortalConfig): boolean =>
  portal.subjects !== 'contacts' || ownerIds(portal, policy).length > 0

/**
 * Everyone who can have a login in a portal. Throws `ConfigError` for a list of contacts that cannot be read.
 */
export const readPortalPeople = async (
  { portal, contacts, people }: AccessPortalConfig,
  employees: readonly AccessEmployee[],
  companyNames: ReadonlyMap<TargetCompanyId, string>,
): Promise<readonly AccessPerson[]> => {
  switch (portal.subjects) {
    case 'employees':
      return employees
    case 'contacts':
      return contacts === undefined ? [] : parseContacts(basename(contacts), await readContacts(contacts))
    case 'requesters':
      return people.flatMap((person) => {
        const requester = toRequester(person, employees)
        return requester === undefined
          ? []
          : { ...requester, companyName: companyNames.get(requester.companyId), phone: person.phone }
      })
  }
}

/**
 * Who of these people has an employee record in the portal; `undefined`: no list of its employees is
 * configured.
 */
export const readPortalEmployees = async (
  { portalEmployees }: AccessPortalConfig,
  people: readonly AccessPerson[],
): Promise<ReadonlySet<AccessSubject> | undefined> => {
  if (portalEmployees === undefined) return undefined
  const bytes = await readFileOf(portalEmployees, 'The employees of the portal')
  return findPortalEmployees(basename(portalEmployees), bytes, people)
}

const readContacts = (file: string): Promise<Uint8Array> => readFileOf(file, 'The contacts')

const readFileOf = async (file: string, what: string): Promise<Uint8Array> => {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new ConfigError(
      `${what} cannot be read from ${file}; see access.portals in the configuration`,
      [],
      {
        cause,
      },
    )
  }
}

/**
 * Someone named by an id that the source does not have is left out: nothing is asked for a person no one
 * knows.
 */
const toRequester = (
  asked: RequesterConfig,
  employees: readonly AccessEmployee[],
): AccessRequester | undefined => {
  if (asked.kind === 'other') {
    const { subject, name, email, companyId, template, language } = asked
    return {
      ...{ kind: 'requester', subject, displayName: name, firstName: undefined, lastName: name, companyId },
      ...{ workEmail: email, privateEmail: undefined, service: { state: 'in-service' } },
      ...{ template, language },
    }
  }
  const employee = employees.find(({ sourceId }) => sourceId === asked.sourceId)
  if (employee === undefined) return undefined
  const { subject, displayName, firstName, lastName, workEmail, privateEmail, companyId, service } = employee
  const names = { subject, displayName, firstName, lastName }
  return {
    kind: 'requester',
    ...names,
    workEmail,
    privateEmail,
    companyId,
    service,
    template: asked.template,
    language: asked.language,
  }
}

/** `choose` leaves the owner to the person who makes the login. */
const isEmployeeId = (value: PermissionSet[string] | undefined): value is string =>
  typeof value === 'string' && value !== chooseOwner

/** Ids of the people whom permission sets name as owners. */
const ownerIds = (portal: Portal, policy: AccessPolicy): readonly string[] => {
  const options = Object.entries(portal.permissions ?? {}).filter(([, { owner }]) => owner === true)
  return [...policy.permissionSets.values()].flatMap((set) =>
    options.flatMap(([name]) => (isEmployeeId(set[name]) ? [set[name]] : [])),
  )
}

/**
 * The owners that permission sets name, as far as the source knows them, and whether their records have an
 * address.
 */
export const findOwners = (
  { portal, policy }: AccessPortalConfig,
  employees: readonly AccessEmployee[],
): ReadonlyMap<string, { hasEmail: boolean; name: string }> => {
  const wanted = new Set(ownerIds(portal, policy))
  return new Map(
    employees
      .filter(({ sourceId }) => wanted.has(sourceId))
      .map(({ sourceId, displayName, workEmail, privateEmail }) => [
        sourceId,
        { hasEmail: (workEmail ?? privateEmail) !== undefined, name: displayName },
      ]),
  )
}
