import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'

import { createMetrics } from '../../src/daemon/metrics.js'
import { findUnknownWords } from '../operations/check-command-line.js'

interface Rule {
  alert: string
  expr: string
  for?: string
  labels: { severity: string }
  annotations: { summary: string; description: string }
}

const { groups } = parse(readFileSync('config/prometheus/alerts.yaml', 'utf8')) as {
  groups: { rules: Rule[] }[]
}
const rules = groups.flatMap((group) => group.rules)

/** What Prometheus itself adds to a scrape. */
const ofPrometheus = ['up']
const functions = ['sum', 'by', 'increase', 'absent', 'or']

const namesIn = (expr: string): string[] =>
  [...expr.replaceAll(/\{[^}]*\}|\[[^\]]*\]|\bby \([^)]*\)/g, '').matchAll(/[a-z_]{2,}/g)]
    .map(([name]) => name)
    .filter((name) => !functions.includes(name))

describe('the alert rules', () => {
  let metrics: string[] = []
  beforeAll(async () => {
    const { text } = await createMetrics({ version: '1', standings: () => [] }).read()
    metrics = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name)
  })

  it.each(rules)('$alert asks for metrics that there are', ({ expr }) => {
    const names = namesIn(expr)

    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !metrics.includes(name) && !ofPrometheus.includes(name))).toEqual([])
  })

  it.each(rules)(
    '$alert has what Prometheus and a reader need',
    async ({ alert, labels, annotations, ...rule }) => {
      expect(alert).toMatch(/^NmbrsSync[A-Z]\w+$/)
      expect(['critical', 'warning', 'info']).toContain(labels.severity)
      expect(rule.for ?? '1m').toMatch(/^\d+[smhd]$/)
      for (const open of ['()', '{}', '[]'])
        expect(rule.expr.split(open[0]!).length).toBe(rule.expr.split(open[1]!).length)
      const commands = [
        ...annotations.description.matchAll(/nmbrs-sync ([a-z]+(?: (?:check|status|login))?)/g),
      ]
      for (const [, command = ''] of commands) expect(await findUnknownWords(command.split(' '))).toEqual([])
    },
  )

  it('have names of their own', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
  })
})
