ALTER TABLE "first_calls" ADD COLUMN "share_hash" bytea;
--> statement-breakpoint
ALTER TABLE "first_calls" ADD COLUMN "share_old_hashes" bytea[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE "first_calls" ADD COLUMN "shared_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "first_calls" ADD COLUMN "shared_by" uuid;
--> statement-breakpoint
ALTER TABLE "first_calls" ADD COLUMN "share_expires_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "first_calls" ADD COLUMN "share_ended_at" timestamp with time zone;
--> statement-breakpoint
CREATE UNIQUE INDEX "first_calls_share" ON "first_calls" USING btree ("share_hash") WHERE "first_calls"."share_hash" is not null;
--> statement-breakpoint
CREATE INDEX "first_calls_share_old" ON "first_calls" USING gin ("share_old_hashes") WHERE "first_calls"."share_old_hashes" <> '{}';
--> statement-breakpoint
-- A report itself never changes; only whether a link to it exists.
GRANT UPDATE (share_hash, share_old_hashes, shared_at, shared_by, share_expires_at, share_ended_at) ON first_calls TO portal_app;
--> statement-breakpoint
-- A report by the token of a link that somebody shared, whose holder is anyone. One that another link replaced is over.
CREATE FUNCTION find_shared_report(p_token_hash bytea)
  RETURNS TABLE (report jsonb, organisation_name text, expires_at timestamptz, is_ended boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT c.report, o.name, c.share_expires_at, c.share_ended_at IS NOT NULL OR o.suspended_at IS NOT NULL
    FROM first_calls c JOIN organisations o ON o.id = c.organisation_id WHERE c.share_hash = p_token_hash
    UNION ALL
    SELECT NULL, o.name, c.share_expires_at, true
    FROM first_calls c JOIN organisations o ON o.id = c.organisation_id
    WHERE c.share_old_hashes <> '{}' AND c.share_old_hashes @> ARRAY[p_token_hash]
    LIMIT 1
  $$;
--> statement-breakpoint
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  REVOKE EXECUTE ON FUNCTION find_shared_report(bytea) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION find_shared_report(bytea) TO portal_app, portal_definer;
  ALTER FUNCTION find_shared_report(bytea) OWNER TO portal_definer;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
