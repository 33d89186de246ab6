import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from '@jest/globals'

const map = readFileSync('src/README.md', 'utf8')
const rows = [...map.matchAll(/^\| `([\w/-]+)` /gm)].map(([, folder = '']) => folder)
const places = [...map.matchAll(/`([\w-]+\/[\w./-]+)`/g)].map(([, place = '']) => place)

it('has a row for each folder of the source', () => {
  const folders = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

  expect(folders.filter((folder) => !rows.includes(folder))).toEqual([])
})

it('names only what is there', () => {
  const ofTheSource = places.filter((place) => !place.startsWith('test/'))

  expect([...rows, ...ofTheSource].filter((place) => !existsSync(join('src', place)))).toEqual([])
  expect(ofTheSource.length).toBeGreaterThan(20)
})
