import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { configText, makeFolder, type Folder } from './a-config-folder.js'

let folder: Folder
beforeEach(async () => {
  folder = await makeFolder()
})
afterEach(() => folder.remove())

const load = async (text: string) => {
  await folder.write('config/nmbrs-sync.yaml', text)
  return (await folder.load()).config
}

const secondCompany = `      - alexisCompanyId: 65f1c0ffee0000000000000b
        nmbrsCompanyId: 1235
        nmbrsCompanyName: Acme Noord B.V.
`
const withCheck = (check: string): string => `${configText}    onboarding: [${check}]\n`

describe('the onboarding checks of a connection', () => {
  it('are none unless they are set', async () => {
    const config = await load(configText)

    expect(config.connections[0]?.onboarding).toEqual([])
    expect(config.onboarding.folders).toEqual([])
  })

  it('have absolute paths, and one company or all of them', async () => {
    const config = await load(
      `${withCheck('{ profiles: [asr], cron: 0 7 * * 1, facts: asr.yaml, company: 1234 }, { profiles: [a, b], cron: "@daily" }')}onboarding: { folders: [mine] }\n`,
    )

    expect(config.connections[0]?.onboarding).toEqual([
      { profiles: ['asr'], cron: '0 7 * * 1', facts: join(folder.cwd, 'asr.yaml'), company: '1234' },
      { profiles: ['a', 'b'], cron: '@daily', facts: undefined, company: undefined },
    ])
    expect(config.onboarding.folders).toEqual([join(folder.cwd, 'mine')])
  })

  it('name a company of REST by its id, in capitals or not', async () => {
    const id = 'a1b2c3d4-0000-4000-8000-00000000000a'
    const rest =
      '      api: rest\n      rest: { clientId: PartnerApp_a_b, clientSecret: s, subscriptionKey: k }\n'
    const check = `{ profiles: [asr], cron: 0 7 * * 1, company: ${id.toUpperCase()} }`
    const text = withCheck(check).replace('nmbrsCompanyId: 1234', `nmbrsCompanyId: ${id}`)

    const config = await load(text.replace('    nmbrs:\n', `    nmbrs:\n${rest}`))

    expect(config.connections[0]?.onboarding).toMatchObject([{ company: id }])
  })

  it.each([
    ['{ profiles: [], cron: 0 7 * * 1 }', 'profiles'],
    ['{ profiles: [asr], cron: weekly }', 'cron'],
    ['{ profiles: [asr] }', 'cron'],
    ['{ profiles: [asr], cron: 0 7 * * 1, company: Acme }', 'company'],
    ['{ profiles: [asr], cron: 0 7 * * 1, company: 99 }', 'company'],
    ['{ profiles: [asr], cron: 0 7 * * 1, fact: asr.yaml }', 'fact'],
  ])('cannot be %s', async (check, key) => {
    expect(await folder.problems(withCheck(check))).toMatchObject([
      { key: `connections[0].onboarding[0].${key}` },
    ])
  })

  it('say which company their answers are about when there are several', async () => {
    const check = 'profiles: [asr], cron: 0 7 * * 1, facts: asr.yaml'
    const both = (more: string): string =>
      `${configText}${secondCompany}    onboarding: [{ ${check}${more} }]\n`

    expect(await folder.problems(both(', company: 1235'))).toEqual([])
    expect(await folder.problems(both(''))).toMatchObject([
      {
        key: 'connections[0].onboarding[0].company',
        expected: 'the company that facts is about: 1234 or 1235',
      },
    ])
  })
})
