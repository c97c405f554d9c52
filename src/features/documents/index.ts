export { ChangeList } from './ChangeList';
export { downloadBlob, downloadText, exportFileName } from './download';
export { useImportReview } from './import-review';
export { ImportBody } from './ImportBody';
export { ImportDialog } from './ImportDialog';
export { useImportFile } from './use-import-file';
