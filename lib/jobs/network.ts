import { lookup } from "node:dns/promises";
import { connect, type TLSSocket } from "node:tls";

/** The two things that reading a source needs of the machine. Tests put a lab in its place; nothing else does, and a test sees to that. */
export type Network = {
  /** Every IP address of a name. */
  resolve: (host: string) => Promise<string[]>;
  /** A connection to this IP address, over which a certificate for this name is asked for. */
  open: (ip: string, host: string) => TLSSocket;
};

export const internet: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  // An address, not a name: nothing is looked up again. Set, so that no setting of the environment can leave the certificate unchecked.
  open: (ip, host) => connect({ host: ip, port: 443, servername: host, rejectUnauthorized: true, minVersion: "TLSv1.2", ALPNProtocols: ["http/1.1"] }),
};
