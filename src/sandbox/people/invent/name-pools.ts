import { faker as german } from '@faker-js/faker/locale/de'
import { faker as english } from '@faker-js/faker/locale/en_GB'
import { faker as dutch } from '@faker-js/faker/locale/nl'
import { faker as swedish } from '@faker-js/faker/locale/sv'

/**
 * Names and places to make people from. Drawing from a pool is what makes tens of thousands of people quick.
 */
export interface NamePools {
  femaleNames: readonly string[]
  maleNames: readonly string[]
  lastNames: readonly string[]
  streets: readonly string[]
  cities: readonly string[]
}

type Faker = typeof dutch

/** Mostly Dutch, with colleagues from elsewhere. */
const shares: readonly (readonly [Faker, number])[] = [
  [dutch, 70],
  [english, 12],
  [german, 10],
  [swedish, 8],
]

const drawNames = (count: number, draw: (faker: Faker) => string): string[] => {
  const names = new Set<string>()
  for (const [faker, share] of shares) {
    const wanted = names.size + Math.round((count * share) / 100)
    for (let tries = 0; names.size < wanted && tries < count * 20; tries += 1) names.add(draw(faker))
  }
  return [...names]
}

const drawDutch = (count: number, draw: (faker: Faker) => string): string[] =>
  Array.from({ length: count }, () => draw(dutch))

/**
 * The same pools for the same seed. Those of the last seed are kept: drawing them takes longer than making a
 * few people.
 */
export const createNamePools = (seed: number): NamePools => {
  if (last?.seed !== seed) last = { seed, pools: drawPools(seed) }
  return last.pools
}

let last: { seed: number; pools: NamePools } | undefined

const drawPools = (seed: number): NamePools => {
  for (const [faker] of shares) faker.seed(seed)
  return {
    femaleNames: drawNames(120, (faker) => faker.person.firstName('female')),
    maleNames: drawNames(120, (faker) => faker.person.firstName('male')),
    lastNames: drawNames(320, (faker) => faker.person.lastName()),
    streets: drawDutch(160, (faker) => faker.location.street()),
    cities: drawDutch(60, (faker) => faker.location.city()),
  }
}
