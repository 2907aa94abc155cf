import "./globals.css";
import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { findLanguage } from "@/lib/accounts/find-language";
import { env } from "@/lib/env";
import { Frame } from "./_frame";
import { text } from "./_text/text";
import { fontClasses } from "./_ui/fonts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await text();
  const badge = env().MODE === "demo" ? ` · ${t.common.sandboxBadge}` : "";
  return {
    title: { default: t.common.product + badge, template: `%s · ${t.common.product}${badge}` },
    robots: { index: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made for its request: a page from the build would carry no nonce, and its scripts would not run.
  await connection();
  return (
    <html lang={await findLanguage()} className={fontClasses}>
      <body>
        <Frame>{children}</Frame>
      </body>
    </html>
  );
}
