/** What proxies and Next itself tell Next: from outside it would be believed. X-Forwarded-For names the client and decides nothing. */
const BELIEVED = /^(?:forwarded|upgrade|x-forwarded-(?!for$).*|x-middleware-.*|x-next(?:js)?-.*|x-matched-path|x-now-.*|x-invoke-.*|next-resume)$/;

export function stripBelieved(headers) {
  for (const name of Object.keys(headers)) {
    if (BELIEVED.test(name)) delete headers[name];
  }
}
