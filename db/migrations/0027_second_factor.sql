-- A second factor of a person, and the codes for the day it is lost. They belong to people, who belong to no
-- organisation: like `people` and `sessions` they stand outside the walls, and only the portal's own role reaches them.
CREATE TABLE "second_factors" (
  "person_id" uuid PRIMARY KEY NOT NULL REFERENCES "people" ("id"),
  "sealed_key" text,
  "since" timestamptz,
  "last_step" bigint NOT NULL DEFAULT 0,
  "draft_sealed_key" text,
  "draft_session_id" uuid,
  "draft_at" timestamptz,
  CONSTRAINT "second_factors_whole" CHECK (num_nonnulls("sealed_key", "since") IN (0, 2)),
  CONSTRAINT "second_factors_draft" CHECK (num_nonnulls("draft_sealed_key", "draft_session_id", "draft_at") IN (0, 3))
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
  "person_id" uuid NOT NULL REFERENCES "people" ("id"),
  "hash" bytea NOT NULL,
  "used_at" timestamptz,
  PRIMARY KEY ("person_id", "hash")
);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factors, recovery_codes TO portal_app, portal_definer;
--> statement-breakpoint
-- An operator sees whether there is one, never its key, and takes it away from somebody who lost it.
GRANT SELECT (person_id, since), DELETE ON second_factors TO portal_operator;
--> statement-breakpoint
GRANT SELECT (person_id), DELETE ON recovery_codes TO portal_operator;
--> statement-breakpoint
-- What a password must not be made of: the names of the organisations that a person belongs to.
CREATE FUNCTION company_names_of(p_person uuid) RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT o.name FROM members m JOIN organisations o ON o.id = m.organisation_id WHERE m.person_id = p_person $$;
--> statement-breakpoint
-- For how long somebody's browser may stay unseen: whoever acts for the marketplace itself has an hour.
CREATE FUNCTION idle_limit_of(p_person uuid) RETURNS interval
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT CASE WHEN EXISTS (
      SELECT FROM members m JOIN organisations o ON o.id = m.organisation_id AND o.kind = 'operator' WHERE m.person_id = p_person)
    THEN interval '1 hour' ELSE interval '12 hours' END
  $$;
--> statement-breakpoint
-- Who holds this session, and in which organisations. The session's id is the proof.
CREATE OR REPLACE FUNCTION find_session(p_session uuid, p_at timestamptz)
  RETURNS TABLE (person_id uuid, email text, person_name text, language text, fresh_at timestamptz, seen_at timestamptz,
                 shown_organisation_id uuid, organisation_id uuid, organisation_name text, kind text, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT p.id, p.email, p.name, p.language, s.fresh_at, s.seen_at, s.shown_organisation_id,
           o.id, o.name, o.kind, m.role
    FROM sessions s JOIN people p ON p.id = s.person_id
      LEFT JOIN members m ON m.person_id = p.id
      LEFT JOIN organisations o ON o.id = m.organisation_id AND o.suspended_at IS NULL
    WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > p_at AND s.seen_at > p_at - idle_limit_of(p.id)
    ORDER BY m.created_at, o.id
  $$;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (ARRAY[
    'company_names_of','idle_limit_of'])
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app, portal_definer', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO portal_definer', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
