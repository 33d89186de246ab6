import { readFile } from 'node:fs/promises'

import { describe, expect, it } from '@jest/globals'
import { parse as parseEnv } from 'dotenv'

import { buildConfigJsonSchema } from '../../src/config/schema/json-schema.js'
import { loadConfig } from '../../src/config/load-config.js'
import { makeFolder } from './a-config-folder.js'

const exampleFile = 'config/nmbrs-sync.example.yaml'

const filled = {
  ALEXIS_TOKEN: 'alexis-token-of-a-test',
  NMBRS_USERNAME: 'api@acme.example',
  NMBRS_TOKEN: 'nmbrs-token-of-a-test',
  NMBRS_DOMAIN: 'acme',
}

describe('the example configuration', () => {
  it('is usable once .env.example is filled in', async () => {
    const { config, warnings } = await loadConfig({ file: exampleFile, env: filled, cwd: process.cwd() })

    expect(warnings).toEqual([])
    expect(config.connections.map(({ name }) => name)).toEqual(['acme'])
  })

  it('asks for exactly the variables of .env.example', async () => {
    const names = Object.keys(parseEnv(await readFile('.env.example')))
    const example = await readFile(exampleFile, 'utf8')
    const asked = [...example.matchAll(/^[^#\n]*\$\{([A-Z_]+)\}/gm)].map(([, name]) => name)

    expect(names.toSorted()).toEqual(Object.keys(filled).toSorted())
    expect([...new Set(asked)].toSorted()).toEqual(names.toSorted())
  })

  it('shows the values that hold when a key is left out', async () => {
    const folder = await makeFolder()
    const text = await readFile(exampleFile, 'utf8')
    const cut = (key: string, from: string): string =>
      from.replace(new RegExp(`^${key}:.*\\n(?:[ #].*\\n|\\n)*`, 'm'), '')
    const connection = text.indexOf('    mapping:')
    const bare = `${text.slice(0, connection)}\n${text.slice(text.indexOf('# When nmbrs-sync daemon syncs'))}`
    await folder.write(
      'config/nmbrs-sync.yaml',
      ['timezone', 'state', 'daemon', 'log'].reduce((left, key) => cut(key, left), bare),
    )
    await folder.write('config/example.yaml', text)

    const left = await folder.load({ env: filled })
    const example = await folder.load({ env: filled, file: 'config/example.yaml' })

    expect(left.config).toEqual(example.config)
    await folder.remove()
  })
})

describe('the examples of self-service logins in it', () => {
  /** The example with the lines of one commented block in use; a comment within the block stays one. */
  const withAccess = (text: string): string => {
    const lines = text.split('\n')
    const from = lines.indexOf('    # access:')
    const length = lines.slice(from).findIndex((line) => !line.startsWith('    # '))
    const used = lines.slice(from, from + length).map((line) => line.replace('    # ', '    '))
    return [...lines.slice(0, from), ...used, ...lines.slice(from + length)].join('\n')
  }

  it('are usable as they are, the customer portal of Visma among them', async () => {
    const folder = await makeFolder()
    await folder.write('config/nmbrs-sync.yaml', withAccess(await readFile(exampleFile, 'utf8')))

    const { config } = await folder.load({ env: filled })

    const portals = config.connections[0]?.access?.portals ?? []
    const visma = portals.find(({ portal }) => portal.portal === 'visma-customer-portal')
    expect(portals.map(({ portal }) => portal.portal).toSorted()).toEqual([
      'akken-css',
      'akken-ess',
      'nmbrs-ess',
      'visma-customer-portal',
    ])
    expect(visma?.people.map(({ kind, phone }) => [kind, phone])).toEqual([
      ['employee', '12 34 56 78'],
      ['other', undefined],
    ])
    expect([...(visma?.policy.consultants?.values() ?? [])].map(({ name }) => name)).toEqual([
      'Mette Konsulent',
    ])
    expect(visma?.policy.formAddress).toBe('https://visma.example/formular')
    await folder.remove()
  })
})

describe('config/nmbrs-sync.schema.json', () => {
  it('is what the schema of the configuration gives', async () => {
    const committed: unknown = JSON.parse(await readFile('config/nmbrs-sync.schema.json', 'utf8'))

    expect(committed).toEqual(JSON.parse(JSON.stringify(buildConfigJsonSchema())))
  })
})
