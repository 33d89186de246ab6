/** A background task as the one who asks for it sees it (Nmbrs contract, section 2.11). */
export interface ReportTask {
  id: string
  companyId: number
  runId: number
  year: number
}

/** The reports that were started, and how often their results were asked for. */
export interface ReportTasks {
  start(report: Omit<ReportTask, 'id'>): string
  find(id: string): ReportTask | undefined
  /** Counts one more asking; how often it was asked for before. */
  ask(id: string): number
  clear(): void
}

export const createReportTasks = (): ReportTasks => {
  const tasks = new Map<string, { task: ReportTask; asked: number }>()
  return {
    start: (report) => {
      const id = `5a0d0b0c-0000-4000-8000-${String(tasks.size + 1).padStart(12, '0')}`
      tasks.set(id, { task: { ...report, id }, asked: 0 })
      return id
    },
    find: (id) => tasks.get(id)?.task,
    ask: (id) => {
      const entry = tasks.get(id)
      if (entry === undefined) return 0
      entry.asked += 1
      return entry.asked - 1
    },
    clear: () => {
      tasks.clear()
    },
  }
}
