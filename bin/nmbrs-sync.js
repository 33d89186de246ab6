#!/usr/bin/env node
import { existsSync } from 'node:fs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const program = new URL('../dist/cli/main.js', import.meta.url)

const give = (message) => {
  process.stderr.write(`${message}\n`)
  process.exitCode = 2
}

if (major < 20 || (major === 20 && minor < 19)) {
  give(`nmbrs-sync needs Node 20.19 or newer; this is ${process.versions.node}.`)
} else if (!existsSync(program)) {
  give('nmbrs-sync is not built yet. In its folder run: npm ci && npm run build')
} else {
  const { main } = await import(program.href)
  await main()
}
