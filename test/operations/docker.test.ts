import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

import { findUnknownWords } from './check-command-line.js'
import { readDockerfile, type Instruction } from './read-dockerfile.js'

const [build = [], image = []] = readDockerfile('Dockerfile')

const textsOf = (stage: readonly Instruction[], name: string): string[] =>
  stage.filter((instruction) => instruction.name === name).map(({ text }) => text)

/** What is copied out of the folder that the image is built from. */
const copiedFromContext = [...build, ...image]
  .filter(({ name, text }) => name === 'COPY' && !text.startsWith('--from='))
  .flatMap(({ text }) => text.split(' ').slice(0, -1))

const ignoreLines = readFileSync('.dockerignore', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

/**
 * The words after the program in a list such as `["node", "/app/bin/nmbrs-sync.js"]` or a line of a shell.
 */
const wordsAfterProgram = (text: string): string[] =>
  [...text.matchAll(/[^\s"[\],]+/g)]
    .map(([word]) => word)
    .filter((word) => !/^(?:CMD|node|\/app\/bin\/.*)$/.test(word))

describe('the Dockerfile', () => {
  it('builds in one stage and runs from another, on the same Node', () => {
    expect(textsOf(build, 'FROM')).toEqual(['node:${NODE_VERSION}-bookworm-slim AS build'])
    expect(textsOf(image, 'FROM')).toEqual(['node:${NODE_VERSION}-bookworm-slim'])
  })

  it('has a Node with which the SQLite package does not end the process', () => {
    const [, node = ''] = /^ARG NODE_VERSION=(.*)$/m.exec(readFileSync('Dockerfile', 'utf8')) ?? []
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>
    }

    const [major = 0, minor = 0] = node.split('.').map(Number)
    const isMended = Number(dependencies['better-sqlite3']?.split('.')[0]) >= 13
    expect(node).toMatch(/^\d+\.\d+\.\d+$/)
    expect(isMended || major < 24 || (major === 24 && minor < 19)).toBe(true)
  })

  it('copies what there is, and what .dockerignore lets through', () => {
    const allowed = ignoreLines.filter((line) => line.startsWith('!')).map((line) => line.slice(1))

    expect(ignoreLines[0]).toBe('*')
    for (const path of copiedFromContext) {
      expect([path, existsSync(path)]).toEqual([path, true])
      expect([path, allowed.includes(path.split('/')[0]!)]).toEqual([path, true])
    }
    expect(allowed.every((path) => existsSync(path))).toBe(true)
  })

  it('lets no secret, state or configuration in', () => {
    for (const path of ['.env', 'data', 'config', '.git', 'node_modules'])
      expect(ignoreLines).not.toContain(`!${path}`)
    const settings = [...textsOf(build, 'ARG'), ...textsOf(image, 'ARG'), ...textsOf(image, 'ENV')].join(' ')
    expect(settings).not.toMatch(/token|password|secret/i)
  })

  it('brings the compiled program, its packages, its mappings and its WSDL files', () => {
    expect(textsOf(image, 'COPY').map((text) => text.split(' ').at(-1))).toEqual([
      './',
      './bin',
      './mappings',
      './src/target/nmbrs-soap/wsdl',
      './node_modules',
      './dist',
    ])
    expect(textsOf(build, 'RUN').at(-1)).toBe('npm ci && npm prune --omit=dev --ignore-scripts')
  })

  it('does not run as root, and changes nothing after it said so', () => {
    const user = image.findIndex(({ name }) => name === 'USER')

    expect(image[user]?.text).toBe('node')
    expect(image.slice(user + 1).map(({ name }) => name)).toEqual([
      'EXPOSE',
      'HEALTHCHECK',
      'STOPSIGNAL',
      'ENTRYPOINT',
      'CMD',
    ])
  })

  it('starts a command that there is', async () => {
    const [entrypoint] = textsOf(image, 'ENTRYPOINT')
    const [command] = textsOf(image, 'CMD')

    expect(entrypoint).toBe('["node", "/app/bin/nmbrs-sync.js"]')
    expect(existsSync('bin/nmbrs-sync.js')).toBe(true)
    expect(await findUnknownWords(wordsAfterProgram(command!))).toEqual([])
  })

  it('asks a command that there is whether it is well, and takes a warning for well', async () => {
    const [check] = textsOf(image, 'HEALTHCHECK')
    const command = /CMD (.*) \|\| \[ \$\? -eq 1 \]$/.exec(check!)?.[1]

    expect(wordsAfterProgram(command!)).toEqual(['probe'])
    expect(await findUnknownWords(['probe'])).toEqual([])
  })

  it('keeps state in a folder that is left when the container goes', () => {
    expect(textsOf(image, 'WORKDIR').at(-1)).toBe('/var/lib/nmbrs-sync')
    expect(textsOf(image, 'VOLUME')).toEqual(['/var/lib/nmbrs-sync'])
  })
})

describe('the check of command lines', () => {
  it('finds a command and an option that there is not', async () => {
    expect(await findUnknownWords(['sync', '--yes', '--yess'])).toEqual(['--yess'])
    expect(await findUnknownWords(['sink'])).toEqual(['sink'])
  })
})
