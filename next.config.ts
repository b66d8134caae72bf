import type { NextConfig } from "next";

// The wrapper builds the tests' application beside the one that is in use.
const distDir = process.env.NEXT_DIST_DIR || ".next";

const config: NextConfig = {
  distDir,
  deploymentId: process.env.NEXT_DEPLOYMENT_ID,
  poweredByHeader: false,
  // scripts/edge/compressed.mjs does it, with brotli too and in fewer pieces.
  compress: false,
  images: { unoptimized: true },
  // Takes 0.6 KB that nobody uses out of the router's code on every page.
  experimental: { turbopackCjsTreeShaking: true },
  serverExternalPackages: ["@node-rs/argon2", "rate-limiter-flexible"],
};

export default config;
