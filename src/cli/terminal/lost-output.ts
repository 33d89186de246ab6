/**
 * Listens to what goes wrong with the output streams, so that none of it ends the program: a sync must not
 * stop halfway because a reader has gone away (`| head`), the disk with its log is full, or the terminal was
 * closed. Gives the code of what was lost of a stream; a reader that has gone away wanted no more.
 */
export const watchLoss = (
  streams: readonly NodeJS.WritableStream[],
): ((stream: NodeJS.WritableStream) => string | undefined) => {
  const lost = new Map<NodeJS.WritableStream, string>()
  for (const stream of streams) {
    stream.on('error', ({ code = 'no code' }: NodeJS.ErrnoException) => {
      if (code !== 'EPIPE') lost.set(stream, code)
    })
  }
  return (stream) => lost.get(stream)
}
