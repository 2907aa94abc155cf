import localFont from "next/font/local";

const sans = localFont({
  src: "../../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist-sans",
  weight: "100 900",
});

const mono = localFont({
  src: "../../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-geist-mono",
  weight: "100 900",
  // Most pages show an id somewhere, few above the fold: the first paint does not wait for it.
  preload: false,
});

/** The classes of `<html>` that define the two font variables of the theme. */
export const fontClasses = `${sans.variable} ${mono.variable}`;
