import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { transformFileSync } from '@swc/core'

/** Below node_modules, so that the compiled files find the packages and no other tool finds the files. */
const outFolder = 'node_modules/.cache/nmbrs-sync-bench'

/**
 * Turns the sources and the benchmark into plain JavaScript and gives the folder. What is measured then runs as the installed product
 * does: a TypeScript loader in the process would add tens of megabytes and its own work to every figure.
 */
export const compileForNode = (): string => {
  rmSync(outFolder, { recursive: true, force: true })
  for (const file of ['src', 'test/bench', 'test/support'].flatMap(filesBelow)) {
    const outFile = join(outFolder, file.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(outFile), { recursive: true })
    if (file.endsWith('.wsdl')) cpSync(file, outFile)
    if (file.endsWith('.ts')) writeFileSync(outFile, compile(file))
  }
  writeFileSync(join(outFolder, 'package.json'), '{ "type": "module" }')
  return outFolder
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
