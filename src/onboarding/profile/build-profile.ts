import type { Wording } from '../../domain/language/catalogue.js'
import type { Remark } from '../../yaml/describe-issues.js'
import type { KeyPath } from '../../yaml/key-path.js'
import { findNearest } from '../../yaml/nearest.js'
import { services, toCallKey, type CallAccess, type ServiceName } from '../calls/call-name.js'
import { resolveCall } from '../calls/resolve-call.js'
import type { Profile, ProfileCall, ProfileFact, ProfileStep } from './profile.js'
import type { RawCallName, RawFact, RawProfile, RawStep, RawText } from './profile-schema.js'
import { buildRest } from './build-rest.js'
import { checkFactSettings } from './profile-fact.js'

/** Takes what is wrong at a place of the file. */
export type Note = (path: KeyPath, remark: Remark) => void

/**
 * Makes a profile of what the file says. Everything wrong is noted; what is wrong is left out of the profile.
 */
export const buildProfile = (raw: RawProfile, file: string, note: Note): Profile => {
  const facts = buildFacts(raw.facts ?? [], note)
  const { id, consumer, edition, date, accountModel } = raw
  return {
    ...{ id, consumer, edition, date, accountModel, file, facts },
    title: toText(raw.title),
    aliases: raw.aliases ?? [],
    source: { title: raw.source.title, url: raw.source.url },
    complete: raw.complete ?? true,
    callDemand: raw.callsAre ?? 'required',
    calls: buildCalls(raw, note),
    ...(raw.rest && {
      rest: buildRest(raw.rest, (path, remark) => {
        note(['rest', ...path], remark)
      }),
    }),
    steps: (raw.steps ?? []).map((step, index) =>
      buildStep(step, facts, (remark) => {
        note(['steps', index, 'until'], remark)
      }),
    ),
    notes: (raw.notes ?? []).map(toText),
  }
}

/** What a profile does not say in Swedish or Danish is shown in English. */
const toText = ({ nl, en, sv = en, da = en }: RawText): Wording => ({ en, nl, sv, da })

const buildCalls = (raw: RawProfile, note: Note): ProfileCall[] => {
  const byKey = new Map<string, ProfileCall>()
  for (const { service, access, names } of listedCalls(raw)) {
    for (const [index, name] of names.entries()) {
      const path = ['calls', service, access, index]
      const call = buildCall(service, access, name, (remark) => {
        note(path, remark)
      })
      if (call === undefined) continue
      if (byKey.has(toCallKey(call)))
        note(path, { expected: `each call once; ${call.call} is there already` })
      byKey.set(toCallKey(call), call)
    }
  }
  return [...byKey.values()]
}

const listedCalls = ({ calls }: RawProfile) =>
  services.flatMap((service) =>
    (['read', 'write'] as const).map((access) => ({
      service,
      access,
      names: calls[service]?.[access] ?? [],
    })),
  )

const buildCall = (
  service: ServiceName,
  access: CallAccess,
  raw: RawCallName,
  note: (remark: Remark) => void,
): ProfileCall | undefined => {
  const name = typeof raw === 'string' ? raw : raw.call
  const resolved = resolveCall(name, service)
  if (!('found' in resolved)) {
    if (typeof raw !== 'string') return buildNewCall(service, access, name, note)
    note(describeUnknown(service, resolved))
    return undefined
  }
  const { found } = resolved
  if (found.service !== service) {
    note({ expected: `a call of ${service}; it belongs under ${found.service}` })
  } else if (typeof raw !== 'string') {
    note({ expected: `the name alone; ${found.call} is a known call` })
  } else if (found.access !== access) {
    note({
      expected: `a call that ${access === 'read' ? 'only reads' : 'writes'}; ${found.call} belongs under ${found.access}`,
    })
  }
  const publishedAs = name === found.call ? undefined : name
  return {
    service: found.service,
    call: found.call,
    access: found.access,
    publishedAs,
    verified: found.verified,
  }
}

/** Nothing of a name is sent that could not be the name of a call. */
const newCallPattern = /^[A-Za-z][A-Za-z0-9_]{2,100}$/

/** Words by which every known write is called, and no known read. */
export const changingWords =
  /_(?:\w*Insert|Update|Delete|Set(?!tings)|Stop|Clear|\w*Upload|Remove|Transition)/i

const buildNewCall = (
  service: ServiceName,
  access: CallAccess,
  call: string,
  note: (remark: Remark) => void,
): ProfileCall | undefined => {
  if (!newCallPattern.test(call)) {
    note({ expected: 'a name of letters, digits and underscores' })
    return undefined
  }
  if (access === 'read' && changingWords.test(call)) {
    note({ expected: 'a call that only reads; by its name this one belongs under write' })
    return undefined
  }
  return { service, call, access, publishedAs: undefined, verified: false }
}

const describeUnknown = (
  service: ServiceName,
  resolved: Exclude<ReturnType<typeof resolveCall>, { found: unknown }>,
): Remark => {
  const nearest = resolved.problem === 'unknown' ? resolved.nearest : resolved.candidates.map(toCallKey)
  return { expected: `a call of ${service}`, ...(nearest.length > 0 && { suggestion: nearest.join(' or ') }) }
}

const buildFacts = (raw: readonly RawFact[], note: Note): ProfileFact[] => {
  const ids = new Set<string>()
  return raw.map((fact, index) => {
    if (ids.has(fact.id)) note(['facts', index, 'id'], { expected: 'each fact once' })
    ids.add(fact.id)
    checkFactSettings(fact, (key, remark) => {
      note(['facts', index, ...key], remark)
    })
    return {
      id: fact.id,
      type: fact.type,
      label: toText(fact.label),
      hint: fact.hint === undefined ? undefined : toText(fact.hint),
      optional: fact.optional ?? false,
      pattern: fact.pattern,
      choices: fact.choices,
      standard: fact.standard,
    }
  })
}

const buildStep = (
  raw: RawStep,
  facts: readonly ProfileFact[],
  note: (remark: Remark) => void,
): ProfileStep => {
  const text = toText(raw)
  if (raw.until === undefined) return { text, until: undefined }
  if (raw.until === 'calls' || raw.until === 'sent' || raw.until === 'exchange')
    return { text, until: raw.until }
  const ids = facts.map(({ id }) => id)
  if (!ids.includes(raw.until)) {
    note({
      expected: 'calls, sent, exchange, or the id of a fact of this profile',
      suggestion: findNearest(raw.until, ids),
    })
  }
  return { text, until: { fact: raw.until } }
}
