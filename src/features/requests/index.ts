export { RequestCard } from './RequestCard';
export { useOpenRequestKey } from './use-open-request-key';
