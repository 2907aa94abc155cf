import type { Metadata } from "next";
import { Door } from "../_door";
import { text } from "../_text/text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).partnerDoor.title };
}

export default function PartnerPage() {
  return <Door kind="partner" />;
}
