'use strict'

const { readFileSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { join } = require('node:path')
const { Script } = require('node:vm')

const folder = join(__dirname, '../dist/cli')
const requireFromThere = createRequire(join(folder, 'main.cjs'))

/** What a file of the program gave, and how it was compiled, by its name. */
const modules = new Map()
const scripts = new Map()

/** What makes a function of a file. */
const head = Buffer.from('(function (exports, require, module, __filename, __dirname) {')
const tail = Buffer.from('\n})')

const toCacheFile = (name) => join(folder, `${name}.cache`)

const readCache = (name) => {
  try {
    return readFileSync(toCacheFile(name))
  } catch {
    return undefined
  }
}

/**
 * With what the build kept of compiling it. Node takes that of its own version only and compiles anew
 * otherwise.
 */
const compile = (name) => {
  const filename = join(folder, name)
  // Put together before it is a text: a long text that is made of two is copied once more.
  const source = Buffer.concat([head, readFileSync(filename), tail]).toString('latin1')
  const script = new Script(source, { filename, cachedData: readCache(name) })
  scripts.set(name, script)
  return script.runInThisContext()
}

/** Gives what a file of the built program exports; each is run once. */
const load = (name) => {
  const known = modules.get(name)
  if (known !== undefined) return known.exports
  const module = { exports: {} }
  modules.set(name, module)
  compile(name)(module.exports, requireOf, module, join(folder, name), folder)
  return module.exports
}

const requireOf = (name) => (name.startsWith('./') ? load(name.slice(2)) : requireFromThere(name))

/** As Node itself would load it: slower, but an error can name its place in the sources. */
const loadPlainly = (name) => requireFromThere(`./${name}`)

/** Keeps what was compiled until now beside the files, for the next start. */
const keepCompiled = () => {
  // Like the files beside them they are for everybody to read, also for a service that runs under another
  // account.
  process.umask(0o022)
  for (const [name, script] of scripts) writeFileSync(toCacheFile(name), script.createCachedData())
}

module.exports = { load, loadPlainly, keepCompiled }
