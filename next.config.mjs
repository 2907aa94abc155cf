/** The build of `npm start`, of `npm test` and of `npm run dev` never share a folder. */
const distDir = process.env.NEXT_DIST_DIR || ".next";

/** @type {import('next').NextConfig} */
export default {
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  // Title and icon stand in the head for everybody: streamed after it, they would need a script to get there.
  htmlLimitedBots: /.*/,
  // Only the drawings of the icons are used. Each icon's module also makes a component, which would put 1.4 kB of
  // scripts that nothing runs on every page.
  turbopack: { resolveAlias: { "../createLucideIcon.mjs": "./app/_ui/no-component.mjs" } },
  // The portal's own gate is the limit: it lets more than a megabyte pass for forms with files alone.
  experimental: { serverActions: { bodySizeLimit: "4mb" } },
  serverExternalPackages: ["@node-rs/argon2", "postgres", "pino"],
  // `npm test` checks all types in a stage of its own; a start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
};
