import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { transformFileSync } from '@swc/core'

/** Below node_modules, so that the compiled files find the packages and no other tool finds the files. */
const cache = 'node_modules/.cache'

/**
 * Turns the sources and the benchmark into plain JavaScript and gives the folder they are in. What is
 * measured then runs as the installed product does: a TypeScript loader in the process would add tens of
 * megabytes and its own work to every figure.
 */
export const compileForNode = (): string => {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'nmbrs-sync-bench-'))
  for (const file of ['src', 'test/bench', 'test/support'].flatMap(filesBelow)) compileInto(folder, file)
  // The program looks for its portals and profiles beside itself.
  cpSync('mappings', join(folder, 'mappings'), { recursive: true })
  // The command line asks for its version.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "version": "0.0.0-bench" }')
  return folder
}

/** Compiles, and takes the folder away when the work is done. */
export const withCompiled = async <Result>(work: (compiled: string) => Promise<Result>): Promise<Result> => {
  const folder = compileForNode()
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const compileInto = (folder: string, file: string): void => {
  const outFile = join(folder, file.replace(/\.ts$/, '.js'))
  mkdirSync(dirname(outFile), { recursive: true })
  if (file.endsWith('.wsdl')) cpSync(file, outFile)
  if (file.endsWith('.ts')) writeFileSync(outFile, compile(file))
}

const compile = (file: string): string =>
  transformFileSync(file, {
    swcrc: false,
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  }).code

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
