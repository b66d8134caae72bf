import { readFileSync } from "node:fs";
import path from "node:path";
import { ImageResponse } from "next/og";

export const SHARE_SIZE = { width: 1200, height: 630 };

const FONT = path.join(process.cwd(), "node_modules/@fontsource/anek-latin/files/anek-latin-latin-700-normal.woff");

/** The picture shown where a page is shared: a milestone beside its title. Drawn at build time. */
export function sharePicture({ title, line, stone }: { title: string; line: string; stone: string }): ImageResponse {
  return new ImageResponse(
    <div style={{ display: "flex", width: "100%", height: "100%", background: "#fff", color: "#14191a", padding: 72, alignItems: "center" }}>
      <div style={{ display: "flex", flexDirection: "column", width: 700, marginRight: 60 }}>
        <div style={{ fontSize: 34 }}>Milepost</div>
        <div style={{ fontSize: title.length > 40 ? 64 : 80, lineHeight: 1.05, marginTop: 24 }}>{title}</div>
        <div style={{ fontSize: 32, color: "#48524e", marginTop: 28 }}>{line}</div>
      </div>
      <div style={{ display: "flex", flexDirection: "column", width: 296, height: 400, border: "6px solid #14191a", borderRadius: "148px 148px 0 0" }}>
        <div style={{ display: "flex", height: 150, background: "#ffc61a", borderBottom: "6px solid #14191a", borderRadius: "142px 142px 0 0" }} />
        <div style={{ display: "flex", flexGrow: 1, alignItems: "center", justifyContent: "center", fontSize: stone.length > 3 ? 64 : 112 }}>{stone}</div>
      </div>
    </div>,
    { ...SHARE_SIZE, fonts: [{ name: "Anek Latin", data: readFileSync(FONT), weight: 700 }] },
  );
}
