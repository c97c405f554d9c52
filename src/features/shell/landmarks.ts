/** Where the skip links lead. */
export const mainId = 'main';
export const workspaceId = 'workspace';
