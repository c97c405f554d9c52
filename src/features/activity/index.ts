export { ActivityDialog } from './ActivityDialog';
