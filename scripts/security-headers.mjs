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
  'trusted-types': "'none'",
};

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

/** Every header a host of Momentum should send with every file. */
export const securityHeaders = Object.freeze({
  'Content-Security-Policy': contentSecurityPolicy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
});
