import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { DeviceNotes } from "@/components/progress/device-notes";
import { ProgressProvider } from "@/components/progress/progress-provider";
import { StoneSymbol } from "@/components/roadmap/stone";
import { AfterFirstSight } from "@/components/site/after-first-sight";
import { Footer } from "@/components/site/footer";
import { Header } from "@/components/site/header";
import { SoftLinks } from "@/components/site/soft-links";
import { env } from "@/lib/env";
import { recordProgress } from "./(learn)/actions";
import "./globals.css";

// What the installation has set is part of the build's stamp, so that static pages lead there too.
const ownPages = [
  ...(env.COURSE_URL ? [{ href: "/course", name: "Course" }] : []),
  ...(env.COMMUNITY_URL ? [{ href: "/community", name: "Community" }] : []),
];

// Optional: where it comes late, the page keeps the system's font instead of moving under the reader.
const anek = localFont({
  src: "../node_modules/@fontsource-variable/anek-latin/files/anek-latin-latin-wght-normal.woff2",
  weight: "100 800",
  display: "optional",
  adjustFontFallback: false,
  variable: "--font-anek",
});

export const metadata: Metadata = {
  metadataBase: new URL(env.APP_URL),
  // "./" is the address of the page that inherits it.
  alternates: { canonical: "./" },
  openGraph: { siteName: "Milepost", locale: "en_IN", type: "website", url: "./" },
  twitter: { card: "summary_large_image" },
  title: { default: "Milepost", template: "%s · Milepost" },
  description: "A roadmap of 15 steps from the first line of code to a first back-end job, with proof at every step.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#111516" },
  ],
};

export default function RootLayout({ children }: LayoutProps<"/">) {
  return (
    <html lang="en-IN" className={anek.variable}>
      <body>
        <a className="skip-link" href="#main">
          Go to the content
        </a>
        <SoftLinks />
        <StoneSymbol />
        <ProgressProvider record={recordProgress} build={env.NEXT_DEPLOYMENT_ID}>
          <Header />
          <main id="main" className="wrap">
            {env.NEXT_DEPLOYMENT_ID && <AfterFirstSight part="NewVersion" />}
            <DeviceNotes />
            {children}
            <AfterFirstSight part="WhereWasI" />
          </main>
        </ProgressProvider>
        <Footer own={ownPages} />
      </body>
    </html>
  );
}
