import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { configText, makeFolder, type Folder } from './a-config-folder.js'

let folder: Folder
beforeEach(async () => {
  folder = await makeFolder()
})
afterEach(() => folder.remove())

const second = configText.slice(configText.indexOf('  - name')).replace('acme', 'beta')
const twoConnections = `${configText}${second.replaceAll('1234', '1235').replace('000a', '000b')}`

const schedulesOf = async (text: string) => {
  await folder.write('config/nmbrs-sync.yaml', text)
  const { config, warnings } = await folder.load()
  expect(warnings).toEqual([])
  return config.connections.map(({ schedule }) => schedule)
}

describe('the schedule', () => {
  it('is that of all connections, and makes up for missed runs unless told otherwise', async () => {
    expect(await schedulesOf(`${twoConnections}schedule: { cron: 0 2 * * * }\n`)).toEqual([
      { cron: '0 2 * * *', catchUp: true },
      { cron: '0 2 * * *', catchUp: true },
    ])
  })

  it('of a connection takes the place of the common one', async () => {
    const own = `${twoConnections}    schedule: { cron: "*/15 6-20 * * 1-5", catchUp: false }\n`

    expect(await schedulesOf(`${own}schedule: { cron: 0 2 * * * }\n`)).toEqual([
      { cron: '0 2 * * *', catchUp: true },
      { cron: '*/15 6-20 * * 1-5', catchUp: false },
    ])
  })

  it('of a connection can be never', async () => {
    const own = `${twoConnections}    schedule: { cron: never }\n`

    expect(await schedulesOf(`${own}schedule: { cron: 0 2 * * * }\n`)).toEqual([
      { cron: '0 2 * * *', catchUp: true },
      undefined,
    ])
  })

  it.each([
    '0 2 * *',
    '0 25 * * *',
    '0 0 30 2 *',
    '0 2 15W * *',
    'never',
    'H 2 * * *',
    'nightly',
    '* * * * * * *',
    '',
  ])('of all connections cannot be %j', async (cron) => {
    const problems = await folder.problems(`${configText}schedule: { cron: "${cron}" }\n`)

    expect(problems).toMatchObject([
      { key: 'schedule.cron', line: 14, expected: 'five cron fields such as 0 2 * * * (every day at 2:00)' },
    ])
  })

  it.each(['0 2 * * 1-5', '0 2 * * MON', '0 0 29 2 *', '0 6,12 L * *', '*/10 * * * * *', '@daily'])(
    'of all connections can be %j',
    async (cron) => {
      expect(await folder.problems(`${configText}schedule: { cron: "${cron}" }\n`)).toEqual([])
    },
  )

  it('says of a connection with a wrong one that it may also be never', async () => {
    const problems = await folder.problems(`${configText}    schedule: { cron: sometimes }\n`)

    expect(problems).toMatchObject([
      { key: 'connections[0].schedule.cron', expected: expect.stringContaining('or never') },
    ])
  })
})

describe('the endpoint of the daemon', () => {
  const endpointOf = async (text: string) => {
    await folder.write('config/nmbrs-sync.yaml', `${configText}${text}`)
    return (await folder.load()).config.endpoint
  }

  it('is on this machine only, unless another address is set', async () => {
    expect(await endpointOf('')).toEqual({ host: '127.0.0.1', port: 9464, hosts: [] })
    expect(await endpointOf('daemon: { host: "::", port: 8080 }\n')).toEqual({
      host: '::',
      port: 8080,
      hosts: [],
    })
  })

  it('can be left out', async () => {
    expect(await endpointOf('daemon: { http: false }\n')).toBeUndefined()
  })

  it.each(['{ port: 65536 }', '{ port: -1 }', '{ port: http }', '{ host: example.org }', '{ http: maybe }'])(
    'cannot be %s',
    async (text) => {
      expect(await folder.problems(`${configText}daemon: ${text}\n`)).toHaveLength(1)
    },
  )
})
