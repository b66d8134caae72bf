/** A file that is made while it is fetched: the next piece is made when the one before was taken, and none after the client went away. */
export function fileAnswer(fileName: string, type: string, pieces: AsyncGenerator<string, void>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = await pieces.next();
        if (piece.done) controller.close();
        else controller.enqueue(encoder.encode(piece.value));
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${fileName.replace(/[^a-z0-9_.-]/g, "")}"`,
      "Cache-Control": "no-store",
    },
  });
}
