/** The package brings no types. */
declare module 'proxy-from-env' {
  /**
   * The proxy for an address by `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`, in small or large letters; empty:
   * none.
   */
  export const getProxyForUrl: (url: string) => string
}
