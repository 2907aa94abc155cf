"use client";
import { createContext, type ReactNode, useContext } from "react";

type Acting = {
  /** "You act for", and the organisation that is shown. */
  words: string;
  name: string;
  /** The acts that are about the person alone, whatever organisation is shown. */
  personal: readonly string[];
};

const ActingContext = createContext<Acting | null>(null);

/** Lets the forms inside say whom they act for, where their person belongs to several organisations. */
export function ActingFor({ acting, children }: { acting: Acting | null; children: ReactNode }) {
  return <ActingContext value={acting}>{children}</ActingContext>;
}

/** Whom a form with this key acts for; null where there is no doubt. */
export function useActingFor(formKey: string) {
  const acting = useContext(ActingContext);
  return acting && !acting.personal.includes(actOf(formKey)) ? acting : null;
}

/** The act in a form's key. Only read here: whether the key is genuine is for the server to judge. */
export function actOf(formKey: string): string {
  try {
    const [body = ""] = formKey.split(".");
    const { act } = JSON.parse(atob(body.replaceAll("-", "+").replaceAll("_", "/")));
    return typeof act === "string" ? act : "";
  } catch {
    return "";
  }
}
