-- Whose turn it is: deliveries wait by endpoint, so that a slow receiver with many of them holds up nobody else's.
DROP INDEX deliveries_due;
--> statement-breakpoint
CREATE INDEX deliveries_due ON deliveries (endpoint_id, due_at) WHERE answered_at IS NULL AND failed_at IS NULL;
--> statement-breakpoint
-- Open links whose client's side was not told yet: few, and looked for every few minutes.
CREATE INDEX seller_links_untold ON seller_links (created_at) WHERE told_at IS NULL AND unlinked_at IS NULL;
--> statement-breakpoint
-- The client's side asked for these links itself, and so knows of them.
CREATE FUNCTION note_asked(p_links uuid[], p_at timestamptz) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE seller_links SET told_at = p_at, told_by = 'api'
    WHERE id = ANY (p_links) AND told_at IS NULL AND client_organisation_id = app_organisation()
  $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION note_asked(uuid[], timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION note_asked(uuid[], timestamptz) TO portal_app, portal_definer;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION note_asked(uuid[], timestamptz) OWNER TO portal_definer;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
--> statement-breakpoint
-- Rows past their time are deleted around those that somebody holds, and to look for these takes this right.
GRANT UPDATE (created_at) ON claims, idempotency_keys TO portal_worker;
