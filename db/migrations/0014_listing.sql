-- Pictures of listings: kept by name of their bytes, and let go when nothing shows them.

-- Whoever saves a picture keeps it for another day at least, also one that stood there already and was about to go.
CREATE FUNCTION keep_logo(p_bytes bytea, p_at timestamptz) RETURNS bytea
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    INSERT INTO logos (hash, organisation_id, bytes, created_at) VALUES (sha256(p_bytes), app_organisation(), p_bytes, p_at)
    ON CONFLICT (hash) DO UPDATE SET created_at = greatest(logos.created_at, excluded.created_at)
    RETURNING hash
  $$;
--> statement-breakpoint
REVOKE INSERT ON logos FROM portal_app;
--> statement-breakpoint
-- The worker takes a row before it deletes it.
GRANT UPDATE (created_at) ON logos TO portal_worker;
--> statement-breakpoint
-- A draft that says nothing else than the public entry goes; what was submitted or decided stays.
GRANT DELETE ON listing_versions TO portal_app;
--> statement-breakpoint
CREATE POLICY only_drafts_go ON listing_versions AS RESTRICTIVE FOR DELETE TO portal_app
  USING (submitted_at IS NULL AND decided_at IS NULL);
--> statement-breakpoint
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  REVOKE EXECUTE ON FUNCTION keep_logo(bytea, timestamptz) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION keep_logo(bytea, timestamptz) TO portal_app, portal_definer;
  ALTER FUNCTION keep_logo(bytea, timestamptz) OWNER TO portal_definer;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
