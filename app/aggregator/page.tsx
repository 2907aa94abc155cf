import type { Metadata } from "next";
import { Door } from "../_door";
import { text } from "../_text/text";
import { GetListed } from "./get-listed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).aggregatorDoor.title };
}

export default function AggregatorPage() {
  return (
    <Door kind="aggregator">
      <GetListed />
    </Door>
  );
}
