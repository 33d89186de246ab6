import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { readConnectionNames } from '../../src/config/document/connection-names.js'
import { configText, makeFolder, type Folder } from './a-config-folder.js'

let folder: Folder
beforeAll(async () => {
  folder = await makeFolder()
  await folder.write('config/nmbrs-sync.yaml', configText)
  await folder.write('other.yaml', 'connections: [{ name: noord }, ./employers/*.yaml, { name: noord }]\n')
  await folder.write('employers/oost.yaml', 'companies: []\n')
  await folder.write('employers/west.yaml', 'name: de-west\n')
  await folder.write('employers/broken.yaml', 'name: [\n')
  await folder.write(
    'half.yaml',
    'connections:\n  - name: ok\n  - name: $(touch here)\n  - name: ${NAME}\n  - 3\n',
  )
  await folder.write('broken.yaml', 'connections: [\n')
  await folder.write('list.yaml', '- a\n')
})
afterAll(() => folder.remove())

describe('the names of connections, for a shell', () => {
  it.each<[string, { file?: string; env?: Record<string, string> }, string[]]>([
    ['the usual configuration', {}, ['acme']],
    ['that of --config', { file: 'other.yaml' }, ['noord', 'oost', 'de-west']],
    ['that of the environment', { env: { NMBRS_SYNC_CONFIG: 'other.yaml' } }, ['noord', 'oost', 'de-west']],
    ['only those that are names', { file: 'half.yaml' }, ['ok']],
    ['none of a file that is no YAML', { file: 'broken.yaml' }, []],
    ['none of a file that is no configuration', { file: 'list.yaml' }, []],
    ['none of a file that is not there', { file: 'nowhere.yaml' }, []],
    ['none of a folder', { file: 'employers' }, []],
  ])('are those of %s', async (_, { file, env = {} }, names) => {
    expect(await readConnectionNames({ file, env, cwd: folder.cwd })).toEqual(names)
  })
})
