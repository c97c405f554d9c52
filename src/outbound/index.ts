export { emlFileName, emlOf } from './eml';
export { createHttpMailer, type HttpMailerOptions } from './http-mailer';
export { createMailtoMailer, mailtoUrl, type MailtoOptions } from './mailto';
export { relayFetch, type RelayFetch } from './relay/relay-fetch';
export { serveRelay } from './relay/serve-relay';
