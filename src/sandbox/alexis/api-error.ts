/** An answer other than 200, in the form the API gives it (AlexisHR contract, section 4). */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  constructor(
    readonly status: 400 | 401 | 404,
    readonly details: string | readonly string[],
  ) {
    super(`status ${status}`)
  }

  toBody(): { statusCode: number; message: string | readonly string[]; error: string } {
    const names = { 400: 'Bad Request', 401: 'Unauthorized', 404: 'Not Found' }
    return { statusCode: this.status, message: this.details, error: names[this.status] }
  }
}
