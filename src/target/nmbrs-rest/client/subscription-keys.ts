/**
 * The two keys of a subscription, of which one is in use while the other is being replaced (Nmbrs REST
 * contract, section 3.1).
 */
export interface SubscriptionKeys {
  inUse(): string
  /** The other one, if there is one. */
  other(): string | undefined
  use(key: string): void
}

export const createSubscriptionKeys = (primary: string, secondary: string | undefined): SubscriptionKeys => {
  let current = primary
  return {
    inUse: () => current,
    other: () => [primary, secondary].find((key) => key !== undefined && key !== current),
    use: (key) => {
      current = key
    },
  }
}
