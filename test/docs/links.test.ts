import { existsSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { documents, proseOf, readDocument } from './documents.js'

/** The anchor of a heading, as GitHub and GitLab make it. */
const toAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-')

const anchorsOf = (file: string): Set<string> =>
  new Set(
    [...proseOf(readDocument(file)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => toAnchor(heading)),
  )

const linksOf = (file: string): string[] =>
  [...proseOf(readDocument(file)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))

/** What is wrong with a link, or nothing. */
const faultOf = (file: string, link: string): string | undefined => {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? file : normalize(join(dirname(file), path))
  if (!existsSync(target)) return `${link}: there is no ${target}`
  if (anchor === undefined || statSync(target).isDirectory()) return undefined
  return anchorsOf(target).has(anchor) ? undefined : `${link}: ${target} has no heading for #${anchor}`
}

describe('the documents', () => {
  it.each(documents)('%s links to files and headings that are there', (file) => {
    expect(linksOf(file).flatMap((link) => faultOf(file, link) ?? [])).toEqual([])
  })

  it('are all reached from the README', () => {
    const reached = new Set(['README.md'])
    for (const file of reached)
      for (const link of linksOf(file)) {
        const target = normalize(join(dirname(file), link.split('#')[0] ?? ''))
        if (documents.includes(target)) reached.add(target)
      }

    expect(documents.filter((file) => !reached.has(file))).toEqual([])
  })
})
