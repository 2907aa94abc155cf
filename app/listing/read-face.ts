import type { Result } from "@/lib/result";
import type { Face } from "./preview";

const largest = 1_048_576;

/** What the form says right now; a chosen picture comes a moment later, once it is read. */
export function readFace(form: HTMLFormElement, before: Face, show: (face: Face) => void) {
  const typed = new FormData(form);
  const face = {
    name: String(typed.get("displayName")),
    description: String(typed.get("description")),
    methods: typed.getAll("methods").map(String),
    logo: typed.get("noLogo") ? null : before.logo,
  };
  show(face);
  const file = typed.get("logo");
  if (!(file instanceof File) || !/^image\/(png|jpeg|webp)$/.test(file.type) || file.size > largest) return;
  const reader = new FileReader();
  reader.onload = () => show({ ...face, logo: String(reader.result) });
  reader.readAsDataURL(file);
}

/** What a refused form said: without scripts it comes back with the words that were sent. */
export function sentFace(answer: Result<unknown> | null, before: Face): Face {
  const values = answer && !answer.ok ? answer.values : undefined;
  if (!values) return before;
  return {
    name: values.displayName ?? "",
    description: values.description ?? "",
    methods: (values.methods ?? "").split(",").filter(Boolean),
    logo: values.noLogo ? null : before.logo,
  };
}
