export { documentSizeLimit } from './document-schema';
export {
  checkDocumentSize,
  parseWorkspaceDocument,
  type DocumentProblem,
  type ParsedDocument,
} from './parse';
export { serialiseWorkspace } from './serialise';
