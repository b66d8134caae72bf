const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const EVERYWHERE = ["0.0.0.0", "::"];

/** The hosts that are answered, each with the origin of its pages: the public one and, in a trial, this machine's own. */
export function readAddresses({ appUrl, trial, host, port }) {
  const own = new URL(appUrl);
  const withPort = own.port ? own.host : `${own.hostname}:${own.protocol === "https:" ? 443 : 80}`;
  return new Map([...(trial ? localAddresses(host, port) : []), [own.host, own.origin], [withPort, own.origin]]);
}

function localAddresses(host, port) {
  const listens = host.includes(":") ? `[${host}]` : host;
  const names = EVERYWHERE.includes(host) ? LOOPBACK : [...LOOPBACK, listens];
  return names.map((name) => {
    const { host: named, origin } = new URL(`http://${name}:${port}`);
    return [named, origin];
  });
}
