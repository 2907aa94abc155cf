import type { Metadata } from "next";
import { findActor } from "@/lib/accounts/find-actor";
import { Door } from "../_door";
import { text } from "../_text/text";
import { OwnValues } from "./own-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).partnerDoor.title };
}

export default async function PartnerPage() {
  const [t, viewer] = [await text(), await findActor()];
  return (
    <>
      <Door kind="partner" />
      <OwnValues isMember={viewer?.organisation.kind === "partner"} t={t} />
    </>
  );
}
