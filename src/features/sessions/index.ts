export { SessionsNav } from './SessionsNav';
export { titleOf } from './status-words';
