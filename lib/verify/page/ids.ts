/** Element ids that the page and its script agree on. */
export const IDS = {
  verifier: 'verifier',
  drop: 'drop',
  zipInput: 'zip-input',
  folderInput: 'folder-input',
  status: 'status',
  result: 'result',
} as const;
