import { connect, type Socket } from "node:net";
import { createTransport } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import { env } from "@/lib/env";

export type Mail = { subject: string; text: string };

/** Whatever the mail server does meanwhile. */
export const MOST_MS = 25_000;

/**
 * Hands one mail to the mail server, and resolves when it was taken. Its Message-ID is made of `id`: a mail server that gets it twice can
 * tell. Rejects when it was refused or took too long; the connection is cut then, so that nothing is sent afterwards.
 */
export async function handOver({ id, address, mail, patience = MOST_MS }: { id: string; address: string; mail: Mail; patience?: number }): Promise<void> {
  if (!env.SMTP_URL || !env.MAIL_FROM) throw new Error("No mail server is set.");
  const { host, port, secure, auth } = readServer(env.SMTP_URL);
  let socket: Socket | undefined;
  const options: SMTPTransport.Options = {
    host,
    port,
    secure,
    auth,
    // A password never goes out in clear.
    requireTLS: auth !== undefined,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    // Our own socket, the only handle by which a connection that only trickles can be cut.
    getSocket: (_options, callback) => {
      const fail = (error: Error) => callback(error, null);
      const opened = connect({ host, port });
      opened.once("error", fail).once("connect", () => {
        opened.off("error", fail);
        callback(null, { connection: opened });
      });
      socket = opened;
    },
  };
  const transport = createTransport(options);
  const late = setTimeout(() => socket?.destroy(new Error("The mail server took too long.")), patience);
  try {
    await transport.sendMail({
      from: env.MAIL_FROM,
      // As an object it is one address, whatever stands in it.
      to: { name: "", address },
      subject: mail.subject,
      text: mail.text,
      messageId: `<${id}@${new URL(env.APP_URL).hostname}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } finally {
    clearTimeout(late);
    transport.close();
  }
}

// Nodemailer reads such an address too, and then forgets every other option.
function readServer(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address);
  const secure = protocol === "smtps:";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
  };
}
