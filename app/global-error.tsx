"use client";

import "./globals.css";

export default function GlobalError() {
  return (
    <html lang="en-IN">
      <body>
        <main className="wrap flow">
          <h1>Milepost could not be shown</h1>
          <p>Nothing that was saved is lost.</p>
          <a className="btn" href="/">
            Load it again
          </a>
        </main>
      </body>
    </html>
  );
}
