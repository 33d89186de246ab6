import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { interpolate, toLiteral } from '../../src/config/environment/interpolate.js'
import { configText, env, makeFolder, type Folder } from './a-config-folder.js'

let folder: Folder

beforeEach(async () => {
  folder = await makeFolder()
})

afterEach(() => folder.remove())

/** The company name that comes out when `text` stands in its place. */
const nameFrom = async (
  text: string,
  environment: Record<string, string | undefined> = env,
): Promise<string> => {
  await folder.write(
    'config/nmbrs-sync.yaml',
    configText.replace('Acme B.V.', () => `'${text}'`),
  )
  const { config } = await folder.load({ env: environment })
  return config.connections[0]!.companies[0]!.targetName
}

describe('a placeholder', () => {
  it.each([
    ['${NAME}', 'Tulpwerk'],
    ['${NAME} B.V.', 'Tulpwerk B.V.'],
    ['${NAME}-${NAME}', 'Tulpwerk-Tulpwerk'],
    ['${NAME:-Other}', 'Tulpwerk'],
    ['${MISSING:-Other}', 'Other'],
    ['${EMPTY:-Other}', 'Other'],
    ['a${EMPTY:-}b', 'ab'],
    ['${MISSING:-a:-b}', 'a:-b'],
    ['$${NAME}', '${NAME}'],
    ['$NAME $ {NAME}', '$NAME $ {NAME}'],
  ])('%s becomes %s', async (text, expected) => {
    expect(await nameFrom(text, { ...env, NAME: 'Tulpwerk', EMPTY: '' })).toBe(expected)
  })

  it('is not looked for in what another one stands for', async () => {
    expect(await nameFrom('${NAME}', { ...env, NAME: '${NMBRS_TOKEN}' })).toBe('${NMBRS_TOKEN}')
  })

  it('cannot bring new keys into the file', async () => {
    expect(await nameFrom('${NAME}', { ...env, NAME: 'x\nextra: true' })).toBe('x\nextra: true')
  })

  it('fills in a number where a number belongs', async () => {
    const text = configText.replace(
      '${NMBRS_DOMAIN}',
      '${NMBRS_DOMAIN}\n      maxCallsPerSecond: ${RATE:-20}',
    )
    await folder.write('config/nmbrs-sync.yaml', text)

    const { config } = await folder.load()

    expect(config.connections[0]!.nmbrs).toMatchObject({ maxCallsPerSecond: 20 })
  })

  it.each([
    ['${MISSING}', 'MISSING in the environment or in .env', 'not set'],
    ['${EMPTY}', 'EMPTY in the environment or in .env', 'not set'],
    ['${NAME', 'a } after ${, or $${ for a literal ${', 'no }'],
    ['${not a name}', '${NAME}, ${NAME:-default} or ${file:/path}', '${not a name}'],
    ['${file:nowhere.txt}', 'a readable regular file of at most 64 KiB, in UTF-8', 'nowhere.txt'],
  ])('%s is a problem that says what is missing', async (text, expected, found) => {
    const problems = await folder.problems(
      configText.replace('Acme B.V.', () => `'${text}'`),
      {
        ...env,
        EMPTY: '',
      },
    )

    expect(problems).toEqual([
      {
        severity: 'error',
        file: expect.any(String),
        line: 13,
        key: 'connections[0].companies[0].nmbrsCompanyName',
        expected,
        found,
      },
    ])
  })

  it('reads a secret from a file without its last newline', async () => {
    await folder.write('secrets/token', 'token-of-a-test \n')
    await folder.write(
      'config/nmbrs-sync.yaml',
      configText.replace('${ALEXIS_TOKEN}', '${file:secrets/token}'),
    )

    const { config, warnings } = await folder.load()

    expect(config.connections[0]!.alexis.token.reveal()).toBe('token-of-a-test ')
    expect(warnings).toEqual([])
  })
})

describe('.env', () => {
  beforeEach(() => folder.write('.env', '# names\nNAME="From the file"\nOTHER=other\nexport THIRD=3\n'))

  it('is read from the folder of the installation', async () => {
    expect(await nameFrom('${NAME} ${OTHER} ${THIRD}')).toBe('From the file other 3')
  })

  it('gives way to the environment', async () => {
    expect(await nameFrom('${NAME}', { ...env, NAME: 'From outside', OTHER: undefined })).toBe('From outside')
    expect(await nameFrom('${OTHER}', { ...env, OTHER: undefined })).toBe('other')
  })

  it('does not change the environment', async () => {
    const environment = { ...env }

    await nameFrom('${NAME}', environment)

    expect(environment).toEqual(env)
    expect(process.env.OTHER).toBeUndefined()
  })
})

describe('a text that is meant to the letter', () => {
  it.each(['Bakker ${B.V.}', '$${x}', 'a$b', '${NMBRS_TOKEN}', '$$$${', 'plain'])(
    'comes back as it was: %s',
    (text) => {
      const { data, flaws } = interpolate(toLiteral(text), {
        env: { NMBRS_TOKEN: 'x' },
        files: new Map(),
        envFile: '.env',
      })

      expect(flaws).toEqual([])
      expect(data).toBe(text)
    },
  )
})
