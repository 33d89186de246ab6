import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import type { Problem } from '../../src/domain/errors.js'
import { configText, env, makeFolder, type Folder } from './a-config-folder.js'

const file = 'config/nmbrs-sync.yaml'

let folder: Folder
beforeEach(async () => {
  folder = await makeFolder()
  await folder.write(file, configText)
})
afterEach(() => folder.remove())

const at = (path: string): string => join(folder.cwd, path)

const problemsOf = async (): Promise<readonly Problem[]> => {
  try {
    return (await folder.load()).warnings
  } catch (error) {
    return (error as { problems: readonly Problem[] }).problems
  }
}

describe('a configuration', () => {
  it.each([0o600, 0o640, 0o644, 0o444])('with the rights %o is taken without a word', async (mode) => {
    chmodSync(at(file), mode)

    expect((await folder.load()).warnings).toEqual([])
  })

  it.each([0o620, 0o664])('that its group may write is a warning: %o', async (mode) => {
    chmodSync(at(file), mode)

    expect((await folder.load()).warnings).toMatchObject([
      { severity: 'warning', found: expect.stringContaining('its group may write it') },
    ])
  })

  it.each([0o602, 0o646, 0o666, 0o777])('that everybody may write is refused: %o', async (mode) => {
    chmodSync(at(file), mode)

    await expect(folder.load()).rejects.toMatchObject({
      problems: [{ severity: 'error', found: expect.stringContaining('everyone may write it') }],
    })
  })

  it('is judged by the file that a link leads to', async () => {
    await folder.write('elsewhere/real.yaml', configText)
    chmodSync(at('elsewhere/real.yaml'), 0o666)
    symlinkSync(at('elsewhere/real.yaml'), at('config/linked.yaml'))

    await expect(folder.load({ file: 'config/linked.yaml' })).rejects.toMatchObject({
      problems: [{ severity: 'error' }],
    })
  })

  it.each<[string, string, string]>([
    ['a mapping', 'mappings/own.yaml', '    mapping: mappings/own.yaml\n'],
    ['a secret', 'secrets/one', '    match: { autoLink: [employeeNumber+birthDate] }\n'],
  ])(
    'is refused with %s that everybody may write, and warned of where a group may',
    async (_, path, line) => {
      const mapping = await readFile('mappings/alexis-nmbrs.yaml', 'utf8')
      await folder.write(path, path.startsWith('mappings') ? mapping : 'a-token\n')
      const secret = configText.replace('${ALEXIS_TOKEN}', '${file:secrets/one}')
      await folder.write(file, `${path.startsWith('secrets') ? secret : configText}${line}`)

      chmodSync(at(path), 0o664)
      expect(await problemsOf()).toMatchObject([{ file: path, severity: 'warning' }])
      chmodSync(at(path), 0o646)
      await expect(folder.load()).rejects.toMatchObject({ problems: [{ file: path, severity: 'error' }] })
      chmodSync(at(path), 0o644)
      expect(await problemsOf()).toEqual([])
    },
  )

  it('is refused with a portal file that everybody may write, where logins are configured', async () => {
    const portal = 'mappings/portals/own.yaml'
    await folder.write(portal, await readFile('mappings/portals/nmbrs-ess.yaml', 'utf8'))
    chmodSync(at(portal), 0o666)
    expect(await problemsOf()).toEqual([])

    const rest = 'environment: business, otherwise: { template: Employee login, language: NL }'
    await folder.write(file, `${configText}    access: { portals: { nmbrs-ess: { ${rest} } } }\n`)

    expect(await problemsOf()).toMatchObject([{ file: portal, severity: 'error' }])
  })

  it('is refused with a .env that everybody may write', async () => {
    await folder.write('.env', 'A=b\n')
    chmodSync(at('.env'), 0o666)

    await expect(folder.load()).rejects.toMatchObject({ problems: [{ file: '.env', severity: 'error' }] })
  })

  it.each<[string, Buffer]>([
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(configText, 'utf16le')])],
    ['UTF-16 without a mark', Buffer.from(configText, 'utf16le')],
    [
      'UTF-16 the other way round',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(configText, 'utf16le').swap16()]),
    ],
    ['Latin-1', Buffer.from(`${configText}# Zoë\n`, 'latin1')],
    ['a cut-off character', Buffer.concat([Buffer.from(`${configText}# `), Buffer.from([0xe2, 0x82])])],
  ])('in %s is refused', async (_what, bytes) => {
    writeFileSync(at(file), bytes)

    await expect(folder.load()).rejects.toMatchObject({
      problems: [{ found: expect.stringContaining('not UTF-8') }],
    })
  })

  it('in UTF-8 with a mark is taken', async () => {
    writeFileSync(at(file), Buffer.from(`\ufeff${configText}`))

    expect((await folder.load()).config.connections).toHaveLength(1)
  })
})

describe('a file of a secret', () => {
  const withSecretFile = (path: string): Promise<void> =>
    folder.write(file, configText.replace('${ALEXIS_TOKEN}', `\${file:${path}}`))
  const tokenOf = async (): Promise<string | undefined> =>
    (await folder.load()).config.connections[0]?.alexis.token.reveal()

  it('is found through links, as Docker and Kubernetes have them', async () => {
    mkdirSync(at('secrets/..2026'), { recursive: true })
    writeFileSync(at('secrets/..2026/token'), 'alexis-token-from-a-file\n')
    symlinkSync('..2026', at('secrets/..data'))
    symlinkSync('..data/token', at('secrets/token'))
    await withSecretFile(at('secrets/token'))

    expect(await tokenOf()).toBe('alexis-token-from-a-file')
  })

  it('may have 64 KiB and no byte more', async () => {
    writeFileSync(at('token'), 'x'.repeat(64 * 1024))
    await withSecretFile(at('token'))
    expect(await tokenOf()).toHaveLength(64 * 1024)

    writeFileSync(at('token'), 'x'.repeat(64 * 1024 + 1))
    expect(await problemsOf()).toMatchObject([{ expected: expect.stringContaining('at most 64 KiB') }])
  })

  it.each<[string, (path: string) => void]>([
    ['a pipe that nobody writes to', (path) => execFileSync('mkfifo', [path])],
    [
      'a link to a device without an end',
      (path) => {
        symlinkSync('/dev/zero', path)
      },
    ],
    [
      'a folder',
      (path) => {
        mkdirSync(path)
      },
    ],
    [
      'a link to nothing',
      (path) => {
        symlinkSync('/nowhere/at/all', path)
      },
    ],
    [
      'a link to itself',
      (path) => {
        symlinkSync(path, path)
      },
    ],
    [
      'bytes that are no UTF-8',
      (path) => {
        writeFileSync(path, Buffer.from([0x61, 0xff, 0xfe]))
      },
    ],
  ])('is refused and does not hold anything up when it is %s', async (_what, make) => {
    make(at('token'))
    await withSecretFile(at('token'))

    expect(await problemsOf()).toMatchObject([{ severity: 'error', key: 'connections[0].alexis.token' }])
  })
})

describe('an address that cannot be used', () => {
  const secrets = ['hunter2', 'api-user', 's3cret-token']
  const shown = async (address: string): Promise<string> =>
    JSON.stringify(
      await folder.problems(
        configText.replace('      token: ${ALEXIS', `      baseUrl: "${address}"\n      token: \${ALEXIS`),
        env,
      ),
    )

  it.each([
    'https://api-user:hunter2@api.example.com/v1',
    'http://api-user:hunter2@127.0.0.1/v1',
    'https://api-user:hunt/er2@hunter2@api.example.com',
    'ftp://api-user@api.example.com',
    'api-user:hunter2@api.example.com',
    'https://api.example.com/v1?token=s3cret-token',
    'https://api-user:hunter2@api.example.com:99999999/v1?token=s3cret-token#x',
    'HTTPS:// api-user:hunter2@api.example.com',
    '//api-user:hunter2@api.example.com',
    'https:/api-user:hunter2@api.example.com',
    'api-user:hunter2',
    's3cret-token@localhost',
    'https://api.example.com/#s3cret-token',
    'http://api.example.com/services/s3cret-token',
    '/v1?token=s3cret-token',
    'api.example.com/v1;token=s3cret-token',
    'https://api-user%3Ahunter2@api.example.com',
  ])('is shown without what is secret in it: %s', async (address) => {
    const text = await shown(address)

    expect(text).toContain('baseUrl')
    for (const secret of secrets) expect(text).not.toContain(secret)
  })
})
