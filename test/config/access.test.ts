import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { createPickGrant } from '../../src/access/policy/pick-grant.js'
import { aRequester } from '../access/builders.js'
import { configText, env, makeFolder, type Folder } from './a-config-folder.js'

let folder: Folder
beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(() => folder.remove())

const environment = { ...env, LOGIN_SECRET: 'login-secret-of-a-test' }

const load = async (access: string) => {
  await folder.write('config/nmbrs-sync.yaml', `${configText}${access}`)
  return folder.load({ env: environment })
}

const errorsOf = async (access: string) => {
  const problems = await folder.problems(`${configText}${access}`, environment)
  return problems.filter(({ severity }) => severity === 'error')
}

const ess = `    access:
      afterSync: true
      portals:
        nmbrs-ess:
          environment: accountant
          debtors:
            - debtor: '77'
              companies: [1234]
              templates: [Leidinggevende]
          rules:
            - name: growers
              when: { departments: [Kwekerij], custom: { shift: [night] } }
              template: Payslip viewer
              email: private
            - name: interns
              when: { employmentTypes: [Stagiair] }
              login: none
          otherwise: { template: Employee login, language: NL }
          delivery:
            worklist: { folder: ./data/logins }
            webhook: { url: https://hooks.acme.example/in, secret: '\${LOGIN_SECRET}' }
`

const css = `    access:
      portals:
        akken-css:
          contacts: contacts.csv
          permissionSets:
            planner: { jobOrders: read, jobOrdersOfContactOnly: true, billing: false }
          otherwise: { template: planner }
`

const customerPortal = `    access:
      portals:
        visma-customer-portal:
          permissionSets:
            payroll: { loen: full, hr: limited }
          otherwise: { template: payroll, email: work, language: DA }
          people:
            - employee: 65F1C0FFEE0000000000000B
            - { key: bookkeeper, name: Ida Holm, email: ida@acme.example, company: 1234, template: payroll }
`

const portalOf = async (access: string) => {
  const { config } = await load(access)
  const [portal] = config.connections[0]?.access?.portals ?? []
  if (portal === undefined) throw new Error('no portal')
  return portal
}

describe('the self-service logins of the configuration', () => {
  it('are none when they are left out', async () => {
    const { config } = await load('')

    expect(config.connections[0]?.access).toBeUndefined()
  })

  it('become a policy of rules, debtors and own templates', async () => {
    const { policy, delivery } = await portalOf(ess)

    expect(policy).toMatchObject({
      portal: 'nmbrs-ess',
      environment: 'accountant',
      debtors: new Map([['1234', '77']]),
      ownTemplates: new Map([['77', ['Leidinggevende']]]),
      rules: [
        {
          name: 'growers',
          when: { departments: ['Kwekerij'], custom: { shift: ['night'] } },
          grant: { template: 'Payslip viewer', email: 'private' },
        },
        { name: 'interns', when: { employmentTypes: ['Stagiair'] }, grant: 'no-login' },
      ],
      otherwise: { template: 'Employee login', email: 'work-else-private', language: 'NL' },
      replaceOnEmailChange: 'hold',
      whenNotWanted: 'keep',
      maxBatch: 50,
      wordDays: 30,
      expireDays: null,
    })
    expect(delivery?.worklist?.folder).toBe(`${folder.cwd}/data/logins`)
    expect(delivery?.webhook).toMatchObject({ includeContact: false })
    expect(JSON.stringify(delivery)).not.toMatch(/of-a-test|hooks/)
  })

  it('take on and off in a permission set for what they are', async () => {
    const { policy, contacts } = await portalOf(css)

    expect(policy.permissionSets.get('planner')).toEqual({
      jobOrders: 'read',
      jobOrdersOfContactOnly: true,
      billing: false,
    })
    expect(contacts).toBe(`${folder.cwd}/contacts.csv`)
  })

  it('name people from AlexisHR by id and others by a key', async () => {
    const { people } = await portalOf(customerPortal)

    expect(people).toEqual([
      { kind: 'employee', sourceId: '65f1c0ffee0000000000000b', template: undefined },
      {
        kind: 'other',
        subject: 'requester:bookkeeper',
        name: 'Ida Holm',
        email: 'ida@acme.example',
        companyId: '1234',
        template: 'payroll',
      },
    ])
  })

  it('take the language of a person, where nobody else gets a profile', async () => {
    const { people, policy } = await portalOf(
      customerPortal
        .replace('otherwise: { template: payroll, email: work, language: DA }', 'otherwise: none')
        .replace('template: payroll }\n', 'template: payroll, language: EN }\n'),
    )

    const ida = aRequester('ida', { template: 'payroll', language: people[1]?.language })
    expect(createPickGrant(policy)(ida).grant).toEqual({ template: 'payroll', email: 'work', language: 'EN' })
  })

  it('take the name on the screen for the standard template that it is', async () => {
    const { policy } = await portalOf(
      ess.replace('template: Payslip viewer', 'template: Payslip viewer (new)'),
    )

    expect(policy.rules[0]?.grant).toMatchObject({ template: 'Payslip viewer (new)' })
  })

  it('take what a template permits, beside those that are only named', async () => {
    const { policy } = await portalOf(
      ess.replace('[Leidinggevende]', '[Teamleider, { name: Leidinggevende, permits: [payslips, leave] }]'),
    )

    expect(policy.ownTemplates.get('77')).toEqual(['Teamleider', 'Leidinggevende'])
    expect(policy.permits).toEqual([
      { place: '77', template: 'Leidinggevende', permits: ['payslips', 'leave'] },
    ])
  })

  it('take rules for people by their ids, however these are spelled', async () => {
    const { policy } = await portalOf(
      ess.replace('departments: [Kwekerij]', 'employees: [65F1C0FFEE0000000000000B]'),
    )

    expect(policy.rules[0]?.when.employees).toEqual(['65f1c0ffee0000000000000b'])
  })

  it('warn of a secret that stands in the file', async () => {
    const { warnings } = await load(ess.replace("'${LOGIN_SECRET}'", 'a-secret-in-the-file'))

    expect(warnings.map(({ key }) => key)).toEqual([
      'connections[0].access.portals.nmbrs-ess.delivery.webhook.secret',
    ])
  })

  it('are refused with the line and a suggestion', async () => {
    const problems = await errorsOf(ess.replace('template: Employee login', 'template: Employe login'))

    expect(problems).toMatchObject([
      {
        key: 'connections[0].access.portals.nmbrs-ess.otherwise.template',
        found: 'Employe login',
        suggestion: 'Employee login',
        line: 31,
      },
    ])
  })

  it('say how a login for everyone is written, where a rule has no condition', async () => {
    const problems = await errorsOf(ess.replace(/when: \{ departments.*/, 'when: {}'))

    expect(problems).toMatchObject([
      {
        line: 25,
        expected:
          'at least one of employees, companies, departments, offices, employmentTypes, customers, custom; what everyone else gets stands under otherwise',
        found: 'an empty group of keys',
      },
    ])
  })

  it.each([
    ['an unknown portal', ess.replace('nmbrs-ess:', 'nmbrs-es:'), ''],
    ['no kind of environment', ess.replace(/ +environment.*\n/, ''), 'environment'],
    [
      'a debtor in a business environment',
      ess.replace('environment: accountant', 'environment: business'),
      'debtors',
    ],
    [
      'a company of another connection',
      ess.replace('companies: [1234]', 'companies: [99]'),
      'debtors[0].companies[0]',
    ],
    ['a language that the portal lacks', ess.replace('language: NL', 'language: DA'), 'otherwise.language'],
    ['no language', ess.replace(', language: NL', ''), 'otherwise.language'],
    ['a condition about contacts', ess.replace('departments:', 'customers:'), 'rules[0].when.customers'],
    [
      'a rule that grants and refuses',
      ess.replace('login: none', 'login: none\n              email: work'),
      'rules[1]',
    ],
    [
      'permissions where there are templates',
      `${ess}          permissionSets: { a: {} }\n`,
      'permissionSets',
    ],
    ['contacts where logins are for employees', `${ess}          contacts: a.csv\n`, 'contacts'],
    ['a message without mail', `${ess}          messageToEmployee: true\n`, 'messageToEmployee'],
    ['an unknown option', css.replace('billing:', 'biling:'), 'permissionSets.planner.biling'],
    ['a wrong choice', css.replace('billing: false', 'billing: maybe'), 'permissionSets.planner.billing'],
    ['no contacts', css.replace(/ +contacts.*\n/, ''), 'contacts'],
    [
      'a language without a choice',
      css.replace('{ template: planner }', '{ template: planner, language: EN }'),
      'otherwise.language',
    ],
    [
      'an address the portal does not take',
      css.replace('{ template: planner }', '{ template: planner, email: private }'),
      'otherwise.email',
    ],
    ['a set that is not defined', css.replace('template: planner', 'template: other'), 'otherwise.template'],
    [
      'a person without a language where nobody else gets a profile',
      customerPortal.replace(
        'otherwise: { template: payroll, email: work, language: DA }',
        'otherwise: none',
      ),
      'people[1].language',
    ],
    [
      'a rule without a language where nobody else gets a login',
      ess.replace('otherwise: { template: Employee login, language: NL }', 'otherwise: none'),
      'rules[0].language',
    ],
    [
      'a rule without a template where nobody else gets a login',
      ess
        .replace('otherwise: { template: Employee login, language: NL }', 'otherwise: none')
        .replace('template: Payslip viewer', 'language: NL'),
      'rules[0].template',
    ],
    ['a typo in a language of otherwise', ess.replace('language: NL', 'language: FR'), 'otherwise.language'],
    [
      'a typo in an address of otherwise',
      ess.replace('language: NL }', 'language: NL, email: personal }'),
      'otherwise.email',
    ],
    [
      'a typo in a key of otherwise',
      ess.replace('language: NL }', 'language: NL, emial: work }'),
      'otherwise.emial',
    ],
    ['a Company ID where the portal sends a link', `${ess}          companyId: X1\n`, 'companyId'],
    ['employees of a portal that has none', `${ess}          portalEmployees: e.csv\n`, 'portalEmployees'],
    [
      'a person by something that is no id',
      ess.replace('departments: [Kwekerij]', 'employees: [Femke]'),
      'rules[0].when.employees[0]',
    ],
    ['a form where there is none', `${ess}          form: https://vendor.example/form\n`, 'form'],
    ['an outsourced payroll where nobody asks', `${ess}          outsourced: [1234]\n`, 'outsourced'],
    ['a form in the clear', `${customerPortal}          form: http://vendor.example/form\n`, 'form'],
    [
      'a consultant of a strange company',
      `${customerPortal}          outsourced: [{ company: 99, consultant: { name: Mette } }]\n`,
      'outsourced[0]',
    ],
    ['a rule without a condition', ess.replace(/when: \{ departments.*/, 'when: {}'), 'rules[0].when'],
    ['a rule with nothing behind when', ess.replace(/when: \{ departments.*/, 'when:'), 'rules[0].when'],
    ['a rule without when', ess.replace(/ +when: \{ departments.*\n/, ''), 'rules[0].when'],
    [
      'no custom field behind custom',
      ess.replace('custom: { shift: [night] }', 'custom: {}'),
      'rules[0].when.custom',
    ],
    [
      'no department behind departments',
      ess.replace('departments: [Kwekerij]', 'departments: []'),
      'rules[0].when.departments',
    ],
    ['half a person', customerPortal.replace('name: Ida Holm, ', ''), 'people[1]'],
  ])('are refused with %s', async (_what, text, key) => {
    const problems = await errorsOf(text)

    const place = /portals:\n +(\S+):/.exec(text)?.[1] ?? ''
    const prefix = `connections[0].access.portals.${place}`
    expect(problems.map((problem) => problem.key)).toEqual([key === '' ? prefix : `${prefix}.${key}`])
  })
})
