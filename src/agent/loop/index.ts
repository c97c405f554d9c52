export { isSessionEvent } from './stored-events';
