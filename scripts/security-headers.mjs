/**
 * The one place that says what the page may do [X4]. The development server, the preview server and the
 * built page's own `<meta>` all take their policy from here.
 *
 * `connect-src 'self'` also covers the development server's WebSocket. `webrtc 'block'` is left out: Chromium
 * does not know the directive and says so in the console.
 */
const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  // React and the positioning of pop-ups write style attributes.
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'frame-src': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  // One policy, which makes one thing: the worker that speaks to models (docs/decisions/0020).
  'trusted-types': 'momentum-relay',
};

/**
 * The worker that speaks to models. A worker has the policy of its own file's response, so that it can reach what the page cannot. It
 * reaches one endpoint, which it is given by name when it is made; which one, only the person knows.
 */
const relayDirectives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'connect-src': "'self' https: http:",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

const relayFile = /\/relay-worker[-.][^/]*$/;

/** Browsers ignore these in a `<meta>` and complain about them there. */
const headerOnlyDirectives = new Set(['frame-ancestors']);

const refusedFeatures = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'payment',
  'usb',
  'serial',
  'hid',
  'midi',
];

/** @param {readonly (readonly [string, string])[]} entries */
function policyText(entries) {
  return entries.map(([name, value]) => `${name} ${value}`).join('; ');
}

/** The policy as a header, complete. */
export const contentSecurityPolicy = policyText(Object.entries(directives));

/** The policy for a `<meta http-equiv>`: what still holds where a host sends no headers. */
export const metaContentSecurityPolicy = policyText(
  Object.entries(directives).filter(([name]) => !headerOnlyDirectives.has(name)),
);

/** Every header a host of Momentum should send with every file but the relay's. */
export const securityHeaders = Object.freeze({
  'Content-Security-Policy': contentSecurityPolicy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
});

/**
 * The headers for one file.
 *
 * @param {string} path - of the request, without its query: "/assets/relay-worker-x1.js".
 * @returns {Readonly<Record<string, string>>}
 */
export function headersFor(path) {
  if (!relayFile.test(path)) return securityHeaders;
  return { ...securityHeaders, 'Content-Security-Policy': policyText(Object.entries(relayDirectives)) };
}
