export type { Notice, Notifier, NotifyPermission } from './notifier';
export { createRequestNotices, type RequestNotices, type RequestNoticesPorts } from './request-notices';
