import net from "node:net";

const END_OF_HEAD = "\r\n\r\n";

/**
 * Asks for the same over and over, on each connection as soon as it was answered, with as little work of its own as can be: what is measured
 * shares the processors. Answers how many answers came whole; throws at any but a 200.
 */
export async function hammer({ port, host, path, headers = {}, connections, seconds }) {
  const lines = Object.entries({ Host: host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const request = Buffer.from([`GET ${path} HTTP/1.1`, ...lines].join("\r\n") + END_OF_HEAD);
  const until = performance.now() + seconds * 1000;
  const counts = await Promise.all(Array.from({ length: connections }, () => askUntil(until, port, request)));
  return counts.reduce((sum, count) => sum + count, 0);
}

function askUntil(until, port, request) {
  return new Promise((resolve, reject) => {
    let answered = 0;
    let missing = null;
    let head = "";
    const socket = net.connect({ host: "127.0.0.1", port, noDelay: true }, () => socket.write(request));
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("The server closed the connection.")));
    socket.on("data", (part) => {
      let body = part;
      if (missing === null) {
        head += part.latin1Slice();
        const end = head.indexOf(END_OF_HEAD);
        if (end === -1) return;
        const [, length] = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end)) ?? [];
        if (!head.startsWith("HTTP/1.1 200") || !length) return reject(new Error(`Answered ${head.slice(0, 200)}`));
        missing = Number(length);
        body = { length: head.length - end - END_OF_HEAD.length };
      }
      missing -= body.length;
      if (missing > 0) return;
      [missing, head] = [null, ""];
      answered += 1;
      if (performance.now() < until) return socket.write(request);
      socket.removeAllListeners("close");
      socket.destroy();
      resolve(answered);
    });
  });
}
