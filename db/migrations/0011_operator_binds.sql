-- An account whose recorded contact can no longer read a code is bound by the operator, who was shown another proof.
CREATE FUNCTION bind_seller(p_seller bigint, p_organisation uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    UPDATE sellers s SET owner_organisation_id = p_organisation
      WHERE s.seller_id = p_seller AND s.owner_organisation_id IS NULL AND s.open_test_since IS NULL
        AND EXISTS (SELECT 1 FROM organisations o WHERE o.id = p_organisation AND o.kind = 'seller' AND o.suspended_at IS NULL);
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE seller_links l SET seller_organisation_id = p_organisation WHERE l.seller_id = p_seller;
    RETURN true;
  END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION bind_seller(bigint, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION bind_seller(bigint, uuid) TO portal_operator, portal_definer;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION bind_seller(bigint, uuid) OWNER TO portal_definer;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
