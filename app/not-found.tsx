import { HelpLink } from "./_help-link";
import { text } from "./_text/text";
import { ButtonLink } from "./_ui/button";
import { PageHeader } from "./_ui/page-header";

export default async function NotFound() {
  const t = await text();
  return (
    <>
      <PageHeader title={t.errors.notFound.title} lead={t.errors.notFound.body} />
      <div className="form-actions">
        <ButtonLink href="/">{t.errors.home}</ButtonLink>
        <HelpLink code="not_found" t={t} />
      </div>
    </>
  );
}
