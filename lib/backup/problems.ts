/**
 * What can be wrong inside a backup that can be restored all the same, as keys of `locales/` under `backup.problem.`.
 * `cutOff`: the end of the file is missing. `table`: a list is missing or changed. `row`: a line of it cannot be read. `log`: the log in
 * it is broken. `record`: a correction or note is not what its digest says. `file`: a file of a capture is missing or changed.
 */
export const BACKUP_PROBLEMS = ['cutOff', 'table', 'row', 'log', 'record', 'file'] as const;

export interface BackupProblem {
  code: (typeof BACKUP_PROBLEMS)[number];
  /** A table with the line, an id, or the name of a file. */
  subject: string;
}
