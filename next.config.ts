import type { NextConfig } from "next";

// The wrapper builds the tests' application beside the one that is in use.
const distDir = process.env.NEXT_DIST_DIR || ".next";

const config: NextConfig = {
  distDir,
  deploymentId: process.env.NEXT_DEPLOYMENT_ID,
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2"],
};

export default config;
