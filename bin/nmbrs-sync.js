#!/usr/bin/env node
'use strict'

const { existsSync } = require('node:fs')
const { join } = require('node:path')

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

const give = (message) => {
  process.stderr.write(`${message}\n`)
  process.exitCode = 2
}

if (major < 20 || (major === 20 && minor < 19)) {
  give(`nmbrs-sync needs Node 20.19 or newer; this is ${process.versions.node}.`)
} else if (!existsSync(join(__dirname, '../dist/cli/main.cjs'))) {
  give('nmbrs-sync is not built yet. In its folder run: npm ci && npm run build')
} else {
  const { load, loadPlainly } = require('./load.js')
  const { main } = process.argv.includes('--debug') ? loadPlainly('main.cjs') : load('main.cjs')
  void main()
}
