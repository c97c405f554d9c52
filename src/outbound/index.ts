export { emlFileName, emlOf } from './eml';
export { createHttpMailer } from './http-mailer';
export { createMailtoMailer } from './mailto';
export { relayFetch, type RelayFetch } from './relay/relay-fetch';
export { serveRelay } from './relay/serve-relay';
