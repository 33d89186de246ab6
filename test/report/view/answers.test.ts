import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { PayrollTask } from '../../../src/domain/pay/payroll-task.js'
import { buildAcceptedText, toAcceptedJson } from '../../../src/report/sync/drift-report.js'
import { buildReviewText, toReviewJson } from '../../../src/report/sync/links/review-text.js'
import { buildAcceptedDriftView } from '../../../src/report/sync/view/drift-view.js'
import { buildReviewsView } from '../../../src/report/sync/view/link-reviews-view.js'
import { buildAnswerView, buildRetryView } from '../../../src/report/worklist/answer-view.js'
import {
  buildAnswerText,
  buildRetryText,
  toAnswerJson,
  toRetryJson,
} from '../../../src/report/worklist/worklist-answers.js'
import { companyId } from '../../support/builders.js'
import { expectSaidAlike, wideLook } from './said-alike.js'

const at = '2026-11-22T08:00:00.000Z'
const name = 'Noor Testveld'
const findName = () => name
const pair = (index: number) => ({
  subject: toSourceEmployeeId(`p${index}`),
  targetId: toTargetEmployeeId(`7${index}`),
  companyId,
})
const task = (index: number): PayrollTask => ({
  ...pair(index),
  ...{ code: 'employee-to-complete', openedAt: at, doneAt: null },
})

const expectNoName = (document: unknown): void => {
  expect(JSON.stringify(document)).not.toContain(name)
}

describe('an answer to the worklist', () => {
  it.each(['done', 'open'] as const)('says everyone of its document and how many are open: %s', (word) => {
    const about = { connection: 'acme', word, tasks: [task(1), task(2)], open: 1009 }
    const view = buildAnswerView(about, findName)
    const text = buildAnswerText(view, 'en')

    expectSaidAlike(toAnswerJson(view), text)
    expect(text).toContain(`${name}, p1, Nmbrs 71`)
    expectNoName(toAnswerJson(view))
  })

  it('names the sync that sends what was refused once more, and each person of it once', () => {
    const refusals = (['address', 'personalInfo'] as const).map((section) => ({
      ...{ subject: pair(1).subject, companyId, section, digest: 'd' },
      code: 'tax-declaration-sent' as const,
    }))
    const view = buildRetryView({ connection: 'acme', refusals }, findName)
    const text = buildRetryText(view, 'en')

    expectSaidAlike(toRetryJson(view), text)
    expect(text).toContain('Next: nmbrs-sync sync --employee p1\n')
    expect(view.next.actions).toHaveLength(1)
    expectNoName(toRetryJson(view))
  })
})

describe('links to look at', () => {
  it('are those of the document, with the fields that say who someone is', () => {
    const reviews = [1, 2].map((index) => ({
      ...{ sourceId: pair(index).subject, targetId: pair(index).targetId, companyId, displayName: name },
      ...{ fields: ['FirstName', 'EmailWork'] as const, writtenAt: at, isTold: false },
    }))
    const view = buildReviewsView(reviews)

    expectSaidAlike(toReviewJson(view), buildReviewText(view, wideLook))
    expect(view.reviews.map(({ identity }) => identity)).toEqual([['FirstName'], ['FirstName']])
    expectNoName(toReviewJson(view))
  })
})

describe('drift that was let stand', () => {
  it('says of whom and how many values, and where to see it', () => {
    const fields = (['Street', 'City'] as const).map((field) => ({
      ...({ section: 'address', field, by: 'target', onDrift: 'report' } as const),
      ...{ desired: 'Plein', actual: 'Markt' },
    }))
    const person = { ...pair(1), displayName: name, employeeNumber: undefined, fields }
    const settlements = [
      { section: 'address', fields: ['Street', 'City'], baseline: { Street: 'd' } },
    ] as never
    const view = buildAcceptedDriftView({ person, settlements })
    const text = buildAcceptedText(view, wideLook)

    // Which employee of Nmbrs it is stands where the command that is named shows both sides.
    expectSaidAlike(toAcceptedJson(view), text, ['targetId'])
    expect(text).toMatch(/\b2 values\b[\s\S]*Next: nmbrs-sync explain p1\n$/)
    expect(toAcceptedJson(view)).toMatchObject({
      accepted: [{ section: 'address', fields: ['Street', 'City'] }],
    })
    expect(JSON.stringify(toAcceptedJson(view))).not.toMatch(/Plein|Markt|Testveld|baseline/)
  })
})
