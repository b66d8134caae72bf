/**
 * The policy of one answer; `scripts` are the hashes or the nonce of the inline scripts it may run. Plain JavaScript, since the
 * server that starts before Next reads it too.
 * @param {readonly string[]} scripts
 * @param {{ development?: boolean }} [options]
 */
export function contentSecurityPolicy(scripts, { development = false } = {}) {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts, ...(development ? ["'unsafe-eval'"] : [])].join(" "),
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
