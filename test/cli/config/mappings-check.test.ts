import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { configText, env, makeFolder, type Folder } from '../../config/a-config-folder.js'
import { runCommand } from '../cli-world.js'

const restText = configText
  .replace(
    /      username:.*\n      token:.*\n      domain:.*\n/,
    '      api: rest\n      rest: { clientId: app, clientSecret: secret-of-a-test, subscriptionKey: key-of-a-test }\n',
  )
  .replace('nmbrsCompanyId: 1234', 'nmbrsCompanyId: 0F9619FF-8B86-D011-B42D-00CF4FC964FF')
const using = (text: string): string => `${text}    mapping: mappings/own.yaml\n`

let folder: Folder
beforeAll(async () => {
  folder = await makeFolder()
  const shipped = await readFile(join('mappings', 'alexis-nmbrs.yaml'), 'utf8')
  const own = shipped.replace('  personalInfo:\n', '  personalInfo:\n    Title: { const: drs. }\n')
  await folder.write('mappings/own.yaml', own)
  await folder.write('mappings/other.yaml', own)
  await folder.write('rest.yaml', using(restText))
  await folder.write('soap.yaml', using(configText))
  await folder.write('unusable.yaml', using(restText.replace('clientId: app, ', '')))
})
afterAll(() => folder.remove())

const check = (words: string) =>
  runCommand(['mappings', 'check', ...words.split(' ')], { cwd: folder.cwd, env })

interface Document {
  ok: boolean
  notCarried: unknown
}
const own = {
  connection: 'acme',
  file: 'mappings/own.yaml',
  fields: ['personalInfo.Title', 'bankAccount.BIC'],
}

describe('the check of a mapping', () => {
  it.each([
    ['those of a configuration on REST', '--config rest.yaml', [own]],
    ['the file that a configuration on REST uses', 'mappings/own.yaml --config rest.yaml', [own]],
    ['a file that it does not use', 'mappings/other.yaml --config rest.yaml', []],
    ['those of a configuration on SOAP', '--config soap.yaml', []],
    ['a file beside a configuration that is not usable yet', 'mappings/own.yaml --config unusable.yaml', []],
    ['a file without a configuration', 'mappings/own.yaml', []],
  ])('names the mapped fields that the transport does not carry: %s', async (_, words, notCarried) => {
    const text = await check(words)
    const json = await check(`${words} --json`)
    const said = 'the REST API of Nmbrs has no field for it: personalInfo.Title, bankAccount.BIC'

    expect([text.code, json.code]).toEqual([0, 0])
    expect(text.stdout).toContain('No problems found: mappings/')
    expect(text.stdout.includes(said)).toBe(notCarried.length > 0)
    expect(JSON.parse(json.stdout) as Document).toMatchObject({ ok: true, notCarried })
  })
})
