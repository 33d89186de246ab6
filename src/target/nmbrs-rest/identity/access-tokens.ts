/**
 * Where a client gets its access token from. Throws `AuthError` when there is no consent any more,
 * `RemoteError` when none can be had now.
 */
export interface AccessTokens {
  /** One that is good for a while, made anew first where need be. */
  current(): Promise<string>
  /** One that is good at this moment; `undefined` when it would have to be waited for. */
  peek(): string | undefined
  /** Another one than the one that was refused. */
  renew(refused: string): Promise<string>
}
