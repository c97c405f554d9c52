export { SessionsNav } from './SessionsNav';
export { markOf, titleOf } from './status-words';
