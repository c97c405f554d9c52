export { documentSizeLimit } from './document-schema';
export { checkDocumentSize, parseWorkspaceDocument } from './parse';
export { serialiseWorkspace } from './serialise';
