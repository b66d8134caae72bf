"use client";

import "./globals.css";

export default function GlobalError() {
  return (
    <html lang="en-IN">
      <title>Milepost could not be shown</title>
      <body>
        <main className="wrap flow">
          <h1>Milepost could not be shown</h1>
          <p>Nothing that was saved is lost.</p>
          <button type="button" className="btn" onClick={() => location.reload()}>
            Load it again
          </button>
        </main>
      </body>
    </html>
  );
}
