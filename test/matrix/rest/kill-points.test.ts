import { describe, expect, it } from '@jest/globals'

import type { RunDocument } from '../../../src/domain/run/run.js'
import { loadMapping } from '../../../src/mapping/file/load-mapping.js'
import { leaveOut } from '../../../src/mapping/leave-out.js'
import { notCarriedOverRest } from '../../../src/target/nmbrs-rest/not-carried.js'
import { realToday, type Cli } from '../../e2e/child-cli.js'
import { expectRightValues } from '../../e2e/expect-right-values.js'
import { compareSides } from '../../e2e/sandbox-world.js'
import { oneTo, fewOf, wholeMatrixTime } from '../../support/matrix.js'
import { watchRequests } from '../../support/rest-contract/watch-requests.js'
import { expectSameHistories } from '../faults/run-cell.js'
import { createChangeStory, fewPeople } from '../faults/stories.js'
import { expectMendedAfterKill, sync, withKillStage } from './killing.js'

const { onRequest } = watchRequests()

const mapping = leaveOut(await loadMapping('mappings/alexis-nmbrs.yaml'), notCarriedOverRest)

describe('the command is killed after a call over REST', () => {
  it(
    'of a first export of five people, whichever that is: the next run leaves exactly five, each with one account and the right values',
    async () => {
      await withKillStage({ people: 5, seed: 11, mix: 'all-new', onRequest }, async (stage) => {
        const { sandbox, withCli } = stage
        const whole = await withCli((cli) => cli.run(sync))
        const calls = sandbox.nmbrs.calls.records.length
        expect(whole).toMatchObject({ code: 0, signal: null })
        // Kills among the first people are of this run too.
        expect((JSON.parse(whole.stdout) as RunDocument).canary).toMatchObject({ people: 1, result: 'right' })
        expectRightValues(sandbox)

        for (const nth of fewOf('rest kill points', oneTo(calls)))
          await withCli(async (cli) => {
            await expectMendedAfterKill(stage, cli, nth)
            expectRightValues(sandbox)
          })
      })
    },
    wholeMatrixTime,
  )

  it(
    'of a run that carries a new name, address, account and salary of one person, whichever that is: the next run leaves each once',
    async () => {
      await withKillStage({ ...fewPeople, onRequest }, async (stage) => {
        const { sandbox, withCli } = stage
        const happen = async (cli: Cli): Promise<void> => {
          const story = createChangeStory({ movesStart: false })
          const world = { alexis: sandbox.alexis, people: sandbox.story, today: realToday() }
          story.prepare(world)
          expect(await cli.runHere(sync)).toMatchObject({ code: 0 })
          story.happen(world)
          sandbox.nmbrs.calls.clear()
        }
        const calls = await withCli(async (cli) => {
          await happen(cli)
          expect(await cli.run(sync)).toMatchObject({ code: 0, signal: null })
          return sandbox.nmbrs.calls.records
        })
        expect(calls.map(({ operation }) => operation)).toEqual(
          expect.arrayContaining([
            'updatePersonalInfo',
            'createAddress',
            'updateBankAccount',
            'createSalary',
          ]),
        )

        for (const nth of fewOf('rest kill points of changes', oneTo(calls.length)))
          await withCli(async (cli) => {
            await happen(cli)
            await expectMendedAfterKill(stage, cli, nth)
            expect(await compareSides(sandbox, realToday(), mapping)).toEqual([])
            expectSameHistories(sandbox)
          })
      })
    },
    wholeMatrixTime,
  )
})
