import { lampNames } from "@/lib/links/judge-chain";
import { allSorts, type LinkFilter, linkHealths, linkStatuses } from "@/lib/links/list-linked-sellers";
import { foldTag } from "@/lib/links/tags";
import type { Text } from "../../_text/text";
import { Button, ButtonLink } from "../../_ui/button";
import { Field } from "../../_ui/field";
import { PlainForm } from "../../_ui/plain-form";

type Props = { path: string; filter: LinkFilter; isNarrowed: boolean; tags: string[]; t: Text };

/** The form that narrows and orders the list of linked sellers; its answer is an address. */
export function LinkFilterForm({ path, filter, isNarrowed, tags, t }: Props) {
  const said = t.linkedSellers;
  const any = { value: "", label: said.filter.any };
  const choices = <Name extends string>(names: readonly Name[], words: Record<Name, string>) =>
    names.map((value) => ({ value, label: words[value] }));
  return (
    <PlainForm
      className="form-filter"
      hidden={filter.ends ? { ends: filter.ends } : {}}
      label={said.filter.label}
      method="get"
      role="search"
      to={`${path}#links`}
    >
      <Field
        autoComplete="off"
        defaultValue={filter.q}
        hint={said.filter.qHint}
        label={said.filter.q}
        maxLength={100}
        name="q"
        type="search"
      />
      <Field
        defaultValue={filter.status ?? ""}
        kind="select"
        label={said.filter.status}
        name="status"
        options={[{ value: "", label: said.allStatuses }, ...choices(linkStatuses, said.statuses)]}
      />
      <Field
        defaultValue={filter.lamp ?? ""}
        kind="select"
        label={said.filter.lamp}
        name="lamp"
        options={[any, ...choices(lampNames, t.chain.lamps)]}
      />
      <Field
        defaultValue={filter.health ?? ""}
        kind="select"
        label={said.filter.health}
        name="health"
        options={[any, ...choices(linkHealths, said.healths)]}
      />
      {tags.length > 0 && (
        <Field
          defaultValue={tags.find((tag) => foldTag(tag) === foldTag(filter.tag ?? "")) ?? ""}
          kind="select"
          label={t.bulk.filterTag}
          name="tag"
          options={[any, ...tags.map((tag) => ({ value: tag, label: tag }))]}
        />
      )}
      <Field
        defaultValue={filter.sort ?? "-since"}
        kind="select"
        label={said.filter.sort}
        name="sort"
        options={allSorts.map((value) => ({ value, label: said.sorts[value] }))}
      />
      <Button>{said.filter.submit}</Button>
      {isNarrowed && (
        <ButtonLink href={`${path}#links`} variant="quiet">
          {said.filter.reset}
        </ButtonLink>
      )}
    </PlainForm>
  );
}
