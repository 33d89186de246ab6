import { connectionNameText, cronText } from '../../../config/schema/checks.js'
import type { Prompts } from '../../terminal/prompts.js'

/** Asks for the name of a new connection. */
export const askName = (prompts: Prompts, taken: readonly string[]): Promise<string> =>
  prompts.ask({
    message:
      taken.length === 0
        ? 'A short name for this connection (nothing: main)'
        : 'A short name for the new connection',
    ...(taken.length === 0 ? { initial: 'main' } : {}),
    check: (answer) => {
      if (taken.includes(answer)) return 'There is one of this name'
      return connectionNameText.safeParse(answer).success
        ? undefined
        : 'Small letters, digits and dashes only, at most 40'
    },
  })

const everyNight = '0 2 * * *'

/** Asks when the daemon syncs; `undefined` for only by hand. */
export const askSchedule = async (prompts: Prompts): Promise<string | undefined> => {
  const chosen = await prompts.choose<string | undefined>('When does nmbrs-sync daemon sync?', [
    { value: everyNight, label: 'every night at 2:00' },
    { value: '0 2 * * 1-5', label: 'at 2:00 from Monday to Friday' },
    { value: 'another', label: 'at other times' },
    { value: undefined, label: 'never; only by hand' },
  ])
  if (chosen !== 'another') return chosen
  const answer = await prompts.ask({
    message: `Five cron fields: minute, hour, day, month, day of the week (nothing: ${everyNight})`,
    initial: everyNight,
    check: (text) =>
      cronText.safeParse(text.trim()).success
        ? undefined
        : 'It must be five cron fields such as 0 2 * * * (every day at 2:00)',
  })
  return answer.trim()
}
