import type { LinkChainView } from "@/lib/links/find-link-chain";
import type { SellerWordsView } from "@/lib/links/tags";
import { formKey } from "../../../../_session";
import { formTexts } from "../../../../_text/for-forms";
import type { Text } from "../../../../_text/text";
import { ActionForm } from "../../../../_ui/action-form";
import { FormField } from "../../../../_ui/form-field";
import { Section } from "../../../../_ui/section";
import { noteSellerAction, tagSellerAction, untagSellerAction } from "./actions";

type Props = { view: LinkChainView; words: SellerWordsView; may: boolean; t: Text };

/** What the client's own side says of this seller: its tags, each with a way to take it off, and its note. */
export async function OwnWords({ view, words, may, t }: Props) {
  const said = t.bulk.words;
  const { linkId, clientRowId } = view;
  const path = `/clients/${clientRowId}/links/${linkId}`;
  const offered = { linkId: [linkId] };
  const shared = { pending: t.common.sending, texts: formTexts(t), variant: "secondary" } as const;
  const untagKey = may ? words.tags.map(() => formKey("untag seller", path, offered)) : [];
  const keys = await Promise.all(untagKey);
  return (
    <Section id="words" intro={<p>{said.lead}</p>} title={said.title}>
      {words.tags.length === 0 && <p>{said.noTags}</p>}
      <ul className="flex flex-wrap gap-3">
        {words.tags.map((tag, index) => (
          <li data-tag={tag} key={tag}>
            {may ? (
              <ActionForm
                {...shared}
                action={untagSellerAction}
                formKey={keys[index] ?? ""}
                hidden={{ do: "untag", linkId, tag }}
                size="small"
                submit={
                  <>
                    <span aria-hidden="true">{tag} ×</span>
                    <span className="sr-only">{said.untag(tag)}</span>
                  </>
                }
              />
            ) : (
              <span className="badge badge-neutral">{tag}</span>
            )}
          </li>
        ))}
      </ul>
      {!may && words.note && <p className="whitespace-pre-line">{words.note}</p>}
      {may && (
        <div className="grid items-start gap-6 md:grid-cols-2">
          <ActionForm
            {...shared}
            action={tagSellerAction}
            formKey={await formKey("tag seller", path, offered)}
            hidden={{ do: "tag", linkId }}
            labels={{ tag: said.tag }}
            submit={said.addTag}
          >
            <FormField autoComplete="off" hint={said.tagHint} label={said.tag} maxLength={30} name="tag" />
          </ActionForm>
          <ActionForm
            {...shared}
            action={noteSellerAction}
            formKey={await formKey("note seller", path, offered)}
            hidden={{ do: "note", linkId }}
            labels={{ note: said.note }}
            submit={said.saveNote}
          >
            <FormField
              defaultValue={words.note}
              hint={said.noteHint}
              kind="textarea"
              label={said.note}
              maxLength={1000}
              name="note"
              rows={4}
            />
          </ActionForm>
        </div>
      )}
    </Section>
  );
}
