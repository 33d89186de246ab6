import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'

import { findUnknownWords } from '../operations/check-command-line.js'
import { readDockerfile } from '../operations/read-dockerfile.js'

const read = (file: string): string => readFileSync(file, 'utf8')
const manifest = JSON.parse(read('package.json')) as {
  version: string
  engines: { node: string }
  scripts: Record<string, string>
}

interface Workflow {
  jobs: Record<string, { strategy?: { matrix: { node: string[] } }; steps: { run?: string }[] }>
}

const { jobs } = parse(read('.github/workflows/ci.yml')) as Workflow
const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))

describe('the workflow', () => {
  it('runs what a fresh machine runs, on the oldest Node that is supported and on the next line', () => {
    const nodes = jobs.check?.strategy?.matrix.node

    expect(commands).toContain('.ci/run')
    expect(nodes?.[0]).toBe(`${manifest.engines.node.replace(/^>=(\d+\.\d+).*/, '$1')}.0`)
    expect(nodes?.some((node) => node.startsWith('24'))).toBe(true)
  })

  it('names scripts and commands that are there', async () => {
    const scripts = commands.flatMap((run) => /npm run (?:--silent )?([\w:]+)/.exec(run)?.[1] ?? [])
    const lines = commands.flatMap((run) => /(?:&& |^)nmbrs-sync (.+)$/.exec(run)?.[1] ?? [])

    expect(scripts.filter((name) => manifest.scripts[name] === undefined)).toEqual([])
    expect(lines).toEqual(['demo'])
    for (const line of lines) expect(await findUnknownWords(line.split(' '))).toEqual([])
  })
})

describe('the numbers of releases', () => {
  const headings = [...read('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading)

  it('stand in the changelog, newest first, under what is not released', () => {
    const [first, ...releases] = headings

    expect(first).toBe('Unreleased')
    expect(releases[0]).toBe(manifest.version)
    expect(releases).toEqual(
      [...releases].sort((one, other) => other.localeCompare(one, 'en', { numeric: true })),
    )
  })
})

describe('the image', () => {
  it('says what it is in the labels of OCI', () => {
    const labels = readDockerfile('Dockerfile')
      .at(-1)!
      .filter(({ name }) => name === 'LABEL')
      .flatMap(({ text }) => [...text.matchAll(/org\.opencontainers\.image\.(\w+)=/g)])
      .map(([, name]) => name)

    expect(labels).toEqual(
      expect.arrayContaining(['title', 'description', 'licenses', 'version', 'documentation']),
    )
  })
})

describe('the files of the tools', () => {
  it('name the Node that the image has', () => {
    const [, version] = /ARG NODE_VERSION=(\S+)/.exec(read('Dockerfile')) ?? []

    expect(read('.nvmrc').trim()).toBe(version)
  })

  it('are read by their tools', () => {
    expect(JSON.parse(read('renovate.json'))).toHaveProperty('packageRules')
    expect(read('.editorconfig')).toMatch(/^root = true\n\n\[\*\]\n/)
  })
})
