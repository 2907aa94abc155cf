-- Lays the news of a decision about a directory entry into the outbox of its client's endpoint, in the caller's
-- transaction. Whether there was an endpoint that wants it.
CREATE FUNCTION tell_listing_decided(p_delivery uuid, p_client uuid, p_body text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE told boolean;
  BEGIN
    INSERT INTO deliveries (id, endpoint_id, organisation_id, type, body, created_at, due_at)
      SELECT p_delivery, e.id, e.organisation_id, 'listing.decided', p_body, p_at, p_at FROM endpoints e
      WHERE e.client_row_id = p_client AND e.removed_at IS NULL AND e.disabled_at IS NULL AND 'listing.decided' = ANY (e.events)
      RETURNING true INTO told;
    RETURN coalesce(told, false);
  END $$;
--> statement-breakpoint
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  REVOKE EXECUTE ON FUNCTION tell_listing_decided(uuid, uuid, text, timestamptz) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION tell_listing_decided(uuid, uuid, text, timestamptz) TO portal_operator, portal_definer;
  ALTER FUNCTION tell_listing_decided(uuid, uuid, text, timestamptz) OWNER TO portal_definer;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
