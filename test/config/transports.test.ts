import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { fingerprintConfig } from '../../src/config/config-fingerprint.js'
import { describeSettings } from '../../src/config/describe-settings.js'
import { defaultScopes, toAccountKey, type NmbrsConfig } from '../../src/config/nmbrs-accounts.js'
import { aMapping } from '../mapping/a-mapping.js'
import { configText, env, makeFolder, secondConnection, type Folder } from './a-config-folder.js'

const withRest = {
  ...env,
  NMBRS_CLIENT_ID: 'PartnerApp_acme_1',
  NMBRS_CLIENT_SECRET: 'client-secret-of-a-test',
  NMBRS_SUBSCRIPTION_KEY: 'key-of-a-test',
}

const restBlock = `      rest:
        clientId: \${NMBRS_CLIENT_ID}
        clientSecret: \${NMBRS_CLIENT_SECRET}
        subscriptionKey: \${NMBRS_SUBSCRIPTION_KEY}
`
const soapKeys = /      username:.*\n      token:.*\n      domain:.*\n/
const guid = '0F9619FF-8B86-D011-B42D-00CF4FC964FF'

/** The configuration on REST alone. */
const restText = configText
  .replace(soapKeys, `      api: rest\n${restBlock}`)
  .replace('nmbrsCompanyId: 1234', `nmbrsCompanyId: ${guid}`)
const bothText = configText.replace('    nmbrs:\n', `    nmbrs:\n      api: rest\n${restBlock}`)

let folder: Folder

beforeEach(async () => {
  folder = await makeFolder()
})

afterEach(() => folder.remove())

const load = async (text: string) => {
  await folder.write('config/nmbrs-sync.yaml', text)
  return folder.load({ env: withRest })
}
const nmbrsOf = async (text: string): Promise<NmbrsConfig> => (await load(text)).config.connections[0]!.nmbrs

const problemsOf = async (text: string): Promise<string[]> =>
  (await folder.problems(text, withRest)).map(({ key, expected }) => `${key}: ${expected}`)

describe('a connection on REST', () => {
  it('needs nothing of SOAP, and has the usual hosts, pace and scopes', async () => {
    const { config, warnings } = await load(restText)
    const { nmbrs, companies } = config.connections[0]!

    expect(warnings).toEqual([])
    expect(nmbrs).toMatchObject({
      api: 'rest',
      rest: {
        host: 'https://api.nmbrsapp.com',
        identityHost: 'https://identityservice.nmbrs.com',
        clientId: 'PartnerApp_acme_1',
        redirectUri: 'http://127.0.0.1:8914/callback',
        scopes: defaultScopes,
        maxCallsPerSecond: 10,
        maxConcurrent: 4,
      },
    })
    expect(nmbrs).not.toHaveProperty('soap')
    expect(companies[0]!.targetId).toBe(guid.toLowerCase())
    expect(JSON.stringify(config)).not.toMatch(/of-a-test/)
  })

  it('may name its companies by the numbers of SOAP, and keep the API user', async () => {
    expect(await nmbrsOf(bothText)).toMatchObject({ api: 'rest', soap: { domain: 'acme' } })
  })

  it('names its companies for logins by the ids of REST too, in small letters or capitals', async () => {
    const access = `    access:
      portals:
        nmbrs-ess:
          environment: accountant
          debtors: [{ debtor: '77', companies: [${guid}] }]
          otherwise: { template: Employee login, email: work-else-private, language: NL }
`
    const { config } = await load(restText.replace('    nmbrs:\n', `${access}    nmbrs:\n`))

    expect([...config.connections[0]!.access!.portals[0]!.policy.debtors]).toEqual([
      [guid.toLowerCase(), '77'],
    ])
  })

  it.each([
    ['none', 'rest', '', ['warning connections[0].companies[0].payrollPeriod']],
    ['four weeks', 'rest', 'payrollPeriod: four-weeks', []],
    ['none over SOAP, which says it', 'soap', '', []],
  ])('is warned of pay in thirteen parts with a payroll period of %s', async (_what, api, more, expected) => {
    const base = api === 'rest' ? restText : configText
    const text = base.replace(
      /( +)nmbrsCompanyName: .*\n/,
      `$&$1monthlyAmount: yearOver13\n${more === '' ? '' : `$1${more}\n`}`,
    )
    const { warnings } = await load(text)

    expect(warnings.map(({ severity, key }) => `${severity} ${key}`)).toEqual(expected)
  })

  it('asks for other scopes where it says so', async () => {
    const text = restText.replace(
      '      rest:\n',
      '      rest:\n        scopes: [offline_access, employee.info]\n',
    )

    expect(await nmbrsOf(text)).toMatchObject({ rest: { scopes: ['offline_access', 'employee.info'] } })
  })

  it.each([
    [
      'no block rest',
      configText.replace('    nmbrs:\n', '    nmbrs:\n      api: rest\n'),
      [
        'connections[0].nmbrs.rest: the REST account: clientId, clientSecret, subscriptionKey and redirectUri',
      ],
    ],
    [
      'half of an API user',
      restText.replace('      api: rest\n', '      api: rest\n      domain: acme\n'),
      [expect.stringMatching(/nmbrs\.token: /), expect.stringMatching(/nmbrs\.username: /)],
    ],
    [
      'a key too few',
      restText.replace(/ +clientId.*\n/, ''),
      [expect.stringMatching(/nmbrs\.rest\.clientId: the client id of the app/)],
    ],
    [
      'a redirect address that others could read',
      restText.replace('      rest:\n', '      rest:\n        redirectUri: http://acme.example/callback\n'),
      [expect.stringMatching(/redirectUri: https:/)],
    ],
    [
      'two scopes in one',
      restText.replace(
        '      rest:\n',
        '      rest:\n        scopes: [offline_access, "employee.info employee.info.read"]\n',
      ),
      [expect.stringMatching(/scopes\[1\]: a scope such as/)],
    ],
    [
      'a company that is neither',
      restText.replace(guid, 'Acme'),
      [expect.stringMatching(/nmbrsCompanyId: the id of the company/)],
    ],
    [
      'a rate above the limit',
      restText.replace('      rest:\n', '      rest:\n        maxCallsPerSecond: 151\n'),
      [expect.stringMatching(/maxCallsPerSecond: calls per second/)],
    ],
    [
      'a name that does not exist',
      restText.replace('clientId', 'clientID'),
      [expect.stringMatching(/rest\.clientID: one of/), expect.stringMatching(/rest\.clientId: /)],
    ],
  ])('is refused with %s', async (_what, text, expected) => {
    expect((await problemsOf(text)).toSorted()).toEqual(expected)
  })

  it('warns of secrets in the file, and of a consent that would end within the hour', async () => {
    const text = restText
      .replace('${NMBRS_CLIENT_SECRET}', 'secret-in-the-file')
      .replace('      rest:\n', '      rest:\n        scopes: [employee.info]\n')
    const { warnings } = await load(text)

    expect(warnings.map(({ key, severity }) => `${severity} ${key}`)).toEqual([
      'warning connections[0].nmbrs.rest.scopes',
      'warning connections[0].nmbrs.rest.clientSecret',
    ])
    expect(JSON.stringify(warnings)).not.toContain('secret-in-the-file')
  })

  it('refuses the same company twice', async () => {
    const twice =
      restText +
      restText
        .slice(restText.indexOf('  - name'))
        .replace('acme', 'second')
        .replace('65f1c0ffee0000000000000a', '65f1c0ffee0000000000000b')
        .replace(guid, guid.toLowerCase())

    expect(await problemsOf(twice)).toEqual([
      'connections[1].companies[0].nmbrsCompanyId: a Nmbrs company that is not used yet; connection acme has this one',
    ])
  })
})

describe('a company on both transports', () => {
  const second = (change: (text: string) => string): string =>
    configText + change(bothText.slice(bothText.indexOf('  - name')).replace('acme', 'second'))

  it('belongs to one connection, by its number and by its AlexisHR company', async () => {
    const companyKeys = async (text: string) =>
      (await folder.problems(text, withRest)).map(({ key }) => key.replace(/.*\./, ''))

    expect(await companyKeys(second((text) => text))).toEqual(['alexisCompanyId', 'nmbrsCompanyId'])
    expect(await companyKeys(second((text) => text.replace('1234', guid)))).toEqual(['alexisCompanyId'])
    expect(await companyKeys(second((text) => text.replace('000a', '000b')))).toEqual(['nmbrsCompanyId'])
  })
})

describe('a connection on SOAP', () => {
  it('needs its API user whole, and the number of a company', async () => {
    expect(
      await problemsOf(
        configText
          .replace(soapKeys, '')
          .replace('    nmbrs:\n', '    nmbrs:\n      api: soap\n')
          .replace('1234', guid),
      ),
    ).toEqual([
      expect.stringMatching(/nmbrs\.username: the e-mail address/),
      expect.stringMatching(/nmbrs\.token: the API token/),
      expect.stringMatching(/nmbrs\.domain: the first part/),
      'connections[0].companies[0].nmbrsCompanyId: a whole number, as SOAP has it',
    ])
  })

  it('may have the block rest beside it', async () => {
    const text = configText.replace('    nmbrs:\n', `    nmbrs:\n${restBlock}`)

    expect(await nmbrsOf(text)).toMatchObject({
      api: 'soap',
      domain: 'acme',
      rest: { clientId: 'PartnerApp_acme_1' },
    })
  })

  it('says the same as before there was another', async () => {
    const { config } = await load(configText)
    const connection = config.connections[0]!
    const paths = [...describeSettings(connection, config, aMapping({})).keys()]

    expect(paths.filter((path) => path.startsWith('nmbrs')).toSorted()).toEqual([
      'nmbrs.api',
      'nmbrs.domain',
      'nmbrs.host',
      'nmbrs.maxCallsPerSecond',
      'nmbrs.token',
      'nmbrs.username',
    ])
    expect(fingerprintConfig(connection, aMapping({}))).toContain('["soap","https://api.nmbrs.nl","acme"]')
  })
})

describe('what a plan and a sync depend on', () => {
  it('names the settings of both transports as the file does', async () => {
    const { config } = await load(bothText)
    const settings = describeSettings(config.connections[0]!, config, aMapping({}))

    expect([
      settings.get('nmbrs.domain'),
      settings.get('nmbrs.rest.clientId'),
      settings.has('nmbrs.soap.domain'),
    ]).toEqual(['"acme"', '"PartnerApp_acme_1"', false])
  })

  it('changes with the transport, and holds no secret', async () => {
    const print = async (text: string): Promise<string> => {
      const { config } = await load(text)
      return fingerprintConfig(config.connections[0]!, aMapping({}))
    }

    expect(await print(bothText)).not.toBe(await print(configText))
    expect(await print(bothText)).not.toMatch(/of-a-test/)
  })
})

describe('the key of an account', () => {
  it('is one for all who count towards one limit', async () => {
    const { config } = await load(
      secondConnection((text) =>
        text
          .replace('acme', 'second')
          .replace('65f1c0ffee0000000000000a', '65f1c0ffee0000000000000b')
          .replace('1234', '1235')
          .replace('${NMBRS_USERNAME}', 'b@acme.example'),
      ),
    )
    const all = config.connections.map(({ nmbrs }) => nmbrs)
    const [one, other] = all.map((nmbrs) => toAccountKey(nmbrs, all))

    expect(one).toBe(other)
    expect(one).not.toMatch(/of-a-test/)
  })

  it('differs between the transports', async () => {
    const soap = await nmbrsOf(configText)
    const rest = await nmbrsOf(restText)

    expect(toAccountKey(soap, [soap, rest])).not.toBe(toAccountKey(rest, [soap, rest]))
  })
})
