import { describe, expect, it } from '@jest/globals'
import { Temporal } from 'temporal-polyfill'

import { createSoapEndWatch, toSoapEndEvents } from '../../../src/app/notices/watch-soap-end.js'
import type { DaemonEvent } from '../../../src/daemon/events.js'
import { decideTelling, toRemembered, type Remembered } from '../../../src/daemon/notices/decide-telling.js'
import { buildNotice } from '../../../src/daemon/notices/build-notice.js'
import { toNoticeJson } from '../../../src/daemon/notices/notice-json.js'
import { toNoticeText } from '../../../src/daemon/notices/notice-text.js'
import { noticeKinds } from '../../../src/daemon/notices/notice.js'
import { toSituations } from '../../../src/daemon/notices/situation.js'
import { languages } from '../../../src/domain/language/language.js'
import { aRunEnded } from './a-notice.js'

type Space = Parameters<typeof toSoapEndEvents>[0]

const connections = [
  { name: 'old', nmbrs: { api: 'soap' } },
  { name: 'new', nmbrs: { api: 'rest' } },
]
const spaceAt = (moment: string): Space =>
  ({
    config: { connections, timezone: 'Europe/Amsterdam' },
    surroundings: { now: () => Temporal.Instant.from(moment).epochMilliseconds },
  }) as unknown as Space

/** The messages that a channel gets which is told of every look. */
const tellAll = (moments: readonly string[], repeat: 'always' | 'changes' = 'changes') => {
  let memory: Remembered | undefined
  return moments.flatMap((moment) =>
    toSoapEndEvents(spaceAt(moment)).flatMap((event) =>
      toSituations(event).flatMap((situation) => {
        const wasBad = memory?.kind === 'failed' && memory.toldAt !== null
        const telling = decideTelling(situation, memory, wasBad, { on: noticeKinds, repeat })
        memory = toRemembered(situation, memory, telling)
        return telling.tell === undefined
          ? []
          : [buildNotice(situation, telling.tell, telling.unchangedSince)]
      }),
    ),
  )
}

/** Twice a day, from so many days before the end. */
const momentsFrom = (daysBefore: number, days: number): string[] =>
  Array.from({ length: days }, (_, day) =>
    Temporal.PlainDate.from('2027-03-01').subtract({ days: daysBefore }).add({ days: day }).toString(),
  ).flatMap((day) => [`${day}T06:00:00Z`, `${day}T18:00:00Z`])

const countOf = ({ failure }: { failure: { message: string } | undefined }): string =>
  /in (\d+ days?)/.exec(failure?.message ?? '')?.[1] ?? failure?.message ?? ''

describe('the end of SOAP', () => {
  it.each(['changes', 'always'] as const)(
    'is told in steps, each once, and once when it has come (repeat: %s)',
    (repeat) => {
      expect(tellAll(momentsFrom(130, 160), repeat).map(countOf)).toEqual([
        '90 days',
        '60 days',
        '30 days',
        '14 days',
        '7 days',
        '3 days',
        '1 day',
        'Nmbrs ended SOAP on 2027-03-01; this connection is still on SOAP',
      ])
    },
  )

  it('is told at the first look by a daemon that begins late, and not for the steps before', () => {
    expect(tellAll(momentsFrom(20, 7)).map(countOf)).toEqual(['20 days', '14 days'])
  })

  it('concerns connections on SOAP alone', () => {
    const events = toSoapEndEvents(spaceAt('2027-02-01T06:00:00Z'))
    expect(events).toMatchObject([{ type: 'soap-end-seen', connection: 'old', daysLeft: 28 }])
    expect(toSoapEndEvents(spaceAt('2027-02-01T06:00:00Z'), 'new')).toEqual([])
  })

  it('goes along earlier with what is told anyway', () => {
    const [situation] = toSituations(aRunEnded({ run: { result: 'failed' } }))
    const notice = { ...buildNotice(situation!, 'failed', undefined), soapEnd: { daysLeft: 110 } }

    expect(tellAll(momentsFrom(119, 20))).toEqual([])
    expect(toNoticeText(notice, { language: 'nl', timeZone: 'Europe/Amsterdam' })).toContain(
      'Nmbrs stopt met SOAP op 2027-03-01, over 110 dagen; deze verbinding gebruikt nog SOAP',
    )
    expect(toNoticeJson(notice, 'en')).toMatchObject({ soapEnd: { endsOn: '2027-03-01', daysLeft: 110 } })
    expect(toNoticeJson({ ...notice, soapEnd: undefined }, 'en')).toMatchObject({ soapEnd: null })
  })

  it.each(['2026-12-02T06:00:00Z', '2027-02-28T06:00:00Z', '2027-03-02T06:00:00Z'])(
    'is said in every language and names the next command, at %s',
    (moment) => {
      const [notice] = tellAll([moment])
      const texts = languages.map((language) =>
        toNoticeText(notice!, { language, timeZone: 'Europe/Amsterdam' }),
      )

      expect(new Set(texts).size).toBe(languages.length)
      for (const [index, text] of texts.entries()) {
        expect(text).toContain('nmbrs-sync cutover status --connection old')
        if (languages[index] !== 'en') expect(text).not.toMatch(/still|See how far|ends SOAP|ended SOAP/)
      }
    },
  )

  it('is looked at at once and every hour, until the watch is stopped', () => {
    const events: DaemonEvent[] = []
    const timers: { afterMs: number; work: () => void }[] = []
    let stops = 0
    const watch = createSoapEndWatch({
      workspace: () => spaceAt('2027-02-01T06:00:00Z'),
      tell: (event) => events.push(event),
      setTimer: (afterMs, work) => {
        timers.push({ afterMs, work })
        return () => (stops += 1)
      },
    })
    watch.start()
    timers[0]!.work()
    watch.stop()

    expect(events).toHaveLength(2)
    expect(timers.map(({ afterMs }) => afterMs)).toEqual([3_600_000, 3_600_000])
    expect(stops).toBe(2)
  })
})
