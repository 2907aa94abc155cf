-- The way back to an account whose authenticator app and recovery codes are both lost: asked for, begun by a mailed
-- link, waited out or stopped. Like `second_factors` these belong to people, who belong to no organisation.
CREATE TABLE "recoveries" (
  "id" uuid PRIMARY KEY NOT NULL,
  "token_hash" bytea NOT NULL,
  "person_id" uuid NOT NULL REFERENCES "people" ("id"),
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "expires_at" timestamptz NOT NULL,
  "begun_at" timestamptz,
  "ready_at" timestamptz,
  "told_at" timestamptz,
  "stopped_at" timestamptz,
  "used_at" timestamptz,
  CONSTRAINT "recoveries_token_hash_unique" UNIQUE ("token_hash"),
  CONSTRAINT "recoveries_begun" CHECK (num_nonnulls("begun_at", "ready_at", "told_at") IN (0, 3)),
  CONSTRAINT "recoveries_used" CHECK ("used_at" IS NULL OR ("begun_at" IS NOT NULL AND "stopped_at" IS NULL))
);
--> statement-breakpoint
-- One wait at a time for each person.
CREATE UNIQUE INDEX "recoveries_running" ON "recoveries" ("person_id")
  WHERE "begun_at" IS NOT NULL AND "stopped_at" IS NULL AND "used_at" IS NULL;
--> statement-breakpoint
-- Each letter about a wait brings a link of its own that stops it.
CREATE TABLE "recovery_stops" (
  "hash" bytea PRIMARY KEY NOT NULL,
  "recovery_id" uuid NOT NULL REFERENCES "recoveries" ("id") ON DELETE CASCADE
);
--> statement-breakpoint
CREATE INDEX "recovery_stops_recovery" ON "recovery_stops" ("recovery_id");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON recoveries, recovery_stops TO portal_app, portal_definer;
--> statement-breakpoint
-- The worker writes the letters of a wait and deletes what is past its time. Of a second factor it sees whether there is one.
GRANT SELECT, UPDATE, DELETE ON recoveries TO portal_worker;
--> statement-breakpoint
GRANT INSERT ON recovery_stops TO portal_worker;
--> statement-breakpoint
GRANT SELECT (person_id, since) ON second_factors TO portal_worker;
--> statement-breakpoint
-- Whether somebody acts for the marketplace itself: they have no way round their second factor.
CREATE FUNCTION acts_for_marketplace(p_person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT EXISTS (SELECT FROM members m JOIN organisations o ON o.id = m.organisation_id
      WHERE m.person_id = p_person AND o.kind = 'operator')
  $$;
--> statement-breakpoint
-- Who holds this session, and which of their organisations are suspended, since when and why: those in which they can
-- do nothing but write to the operator. One that was deleted is none of them.
CREATE FUNCTION find_stopped_session(p_session uuid, p_at timestamptz)
  RETURNS TABLE (person_id uuid, email text, person_name text, language text, fresh_at timestamptz,
                 organisation_id uuid, organisation_name text, kind text, role text, suspended_at timestamptz, reason text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT p.id, p.email, p.name, p.language, s.fresh_at, o.id, o.name, o.kind, m.role, o.suspended_at, o.suspend_reason
    FROM sessions s JOIN people p ON p.id = s.person_id
      JOIN members m ON m.person_id = p.id
      JOIN organisations o ON o.id = m.organisation_id AND o.suspended_at IS NOT NULL AND o.deleted_at IS NULL
    WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > p_at AND s.seen_at > p_at - idle_limit_of(p.id)
    ORDER BY o.suspended_at DESC, o.id
  $$;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (ARRAY[
    'acts_for_marketplace','find_stopped_session'])
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app, portal_definer', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO portal_definer', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
