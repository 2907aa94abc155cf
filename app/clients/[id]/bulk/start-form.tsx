import { type bulkActs, typedAbove } from "@/lib/links/bulk-input";
import type { Choice } from "@/lib/links/choose-links";
import { endReasons } from "@/lib/links/input";
import { formKey } from "../../../_session";
import { formTexts } from "../../../_text/for-forms";
import type { Text } from "../../../_text/text";
import { count } from "../../../_time";
import { ActionForm } from "../../../_ui/action-form";
import { ButtonLink } from "../../../_ui/button";
import { FormField } from "../../../_ui/form-field";
import { Notice } from "../../../_ui/notice";
import { startBulkRunAction } from "./actions";

type Props = {
  act: (typeof bulkActs)[number];
  clientRowId: string;
  choice: Choice;
  numbers: { chosen: number; needing: number };
  tags: string[];
  /** The clientIds they can be moved to. */
  targets: string[];
  t: Text;
};

/** Begins an act on the chosen sellers, under what follows from it in numbers. */
export async function StartForm(props: Props) {
  const { act, clientRowId, choice, numbers, tags, targets, t } = props;
  const said = t.bulk.start;
  const isFinal = act === "remind" || act === "unlink";
  const address = new URLSearchParams([
    ["act", act],
    ["query", choice.query],
    ...(choice.links.length > 0 ? choice.links.map((id) => ["link", id]) : [["all", "on"]]),
  ]);
  const path = `/clients/${clientRowId}/bulk?${address}`;
  const isTyped = isFinal && numbers.chosen > typedAbove;
  const typed = said.typed(count(numbers.chosen, t.language));
  const labels = {
    tag: said.tag,
    message: said.remind.message,
    reason: said.unlink.reason,
    clientId: said.move.to,
    typedCount: typed,
  };
  if (act === "untag" && tags.length === 0) return <p>{said.noTags}</p>;
  if (act === "move" && targets.length === 0) return <p>{said.move.nowhere}</p>;
  const offered = {
    client: [clientRowId],
    count: [String(numbers.chosen)],
    ...(act === "move" && { clientId: targets }),
  };
  return (
    <>
      <Consequence {...props} />
      <ActionForm
        action={startBulkRunAction}
        aside={<ButtonLink href={`/clients/${clientRowId}?${choice.query}#links`}>{said.cancel}</ButtonLink>}
        formKey={await formKey("start bulk run", path, offered)}
        hidden={{ do: "start", act, query: choice.query, links: choice.links.join(",") }}
        id="start"
        labels={labels}
        pending={t.common.sending}
        submit={said.submit[act]}
        texts={formTexts(t)}
        variant={act === "unlink" ? "danger" : "primary"}
      >
        <Fields act={act} t={t} tags={tags} targets={targets} />
        {isTyped && (
          <FormField
            autoComplete="off"
            errors={{ bad_number: said.typedError }}
            inputMode="numeric"
            label={typed}
            name="typedCount"
          />
        )}
      </ActionForm>
    </>
  );
}

function Consequence({ act, numbers, t }: Props) {
  const { later, undoable, remind, move, unlink } = t.bulk.start;
  const number = (many: number) => count(many, t.language);
  const points = {
    tag: [later, undoable],
    untag: [later, undoable],
    remind: [remind.consequence(number(numbers.needing)), remind.limits, later, remind.final],
    move: [
      numbers.chosen === 1 ? move.one : move.consequence(number(numbers.chosen)),
      move.until,
      move.ends,
      move.limits,
      later,
      move.undoable,
    ],
    unlink: [
      numbers.chosen === 1 ? unlink.one : unlink.consequence(number(numbers.chosen)),
      unlink.final,
      later,
    ],
  }[act];
  return (
    <Notice tone={act === "unlink" ? "danger" : "info"}>
      {points.map((point) => (
        <p key={point}>{point}</p>
      ))}
    </Notice>
  );
}

function Fields({ act, tags, targets, t }: Pick<Props, "act" | "tags" | "targets" | "t">) {
  const { tag, remind, move, unlink } = t.bulk.start;
  if (act === "untag") {
    const options = tags.map((one) => ({ value: one, label: one }));
    return <FormField kind="select" label={tag} name="tag" options={options} />;
  }
  if (act === "tag") {
    return (
      <>
        <FormField
          autoComplete="off"
          hint={t.bulk.words.tagHint}
          label={tag}
          list="known-tags"
          maxLength={30}
          name="tag"
        />
        <datalist id="known-tags">
          {tags.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </>
    );
  }
  if (act === "remind") {
    const { message: label, messageHint: hint } = remind;
    return (
      <FormField
        hint={hint}
        kind="textarea"
        label={label}
        maxLength={300}
        name="message"
        optional={t.common.optional}
        rows={4}
      />
    );
  }
  if (act === "move") {
    const options = targets.map((one) => ({ value: one, label: one }));
    return <FormField kind="select" label={move.to} name="clientId" options={options} />;
  }
  const reasons = endReasons.map((value) => ({ value, label: unlink.reasons[value] }));
  return <FormField kind="select" label={unlink.reason} name="reason" options={reasons} />;
}
