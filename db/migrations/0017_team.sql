-- What changes a team beyond the rows of its own organisation, and the order it happens in.

-- One change of a team at a time: whoever comes second judges what the first has left.
CREATE FUNCTION lock_team() RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT 1 FROM organisations o WHERE o.id = app_organisation() FOR NO KEY UPDATE $$;
--> statement-breakpoint
-- Ends the browsers of a member that show the caller's organisation: the one they chose, or without a choice the
-- first of theirs. Others stay signed in. How many ended.
CREATE FUNCTION end_sessions_showing_me(p_person uuid, p_except uuid, p_at timestamptz) RETURNS integer
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    WITH ended AS (
      UPDATE sessions s SET ended_at = p_at
      WHERE s.person_id = p_person AND s.ended_at IS NULL AND s.id IS DISTINCT FROM p_except AND app_organisation() = (
        SELECT m.organisation_id FROM members m JOIN organisations o ON o.id = m.organisation_id AND o.suspended_at IS NULL
        WHERE m.person_id = p_person ORDER BY (m.organisation_id = s.shown_organisation_id) DESC NULLS LAST, m.created_at, o.id LIMIT 1)
      RETURNING s.id)
    SELECT count(*)::integer FROM ended
  $$;
--> statement-breakpoint
-- Takes back the open invitations of somebody whose password was reset, and their offers of the ownership: nobody knows
-- who had the old one. For each owner of each organisation whose invitations this touches: whom to tell, and which
-- addresses had been asked.
CREATE FUNCTION withdraw_team_invitations_of(p_person uuid, p_request text, p_at timestamptz)
  RETURNS TABLE (organisation_name text, person_name text, owner_name text, owner_email text, emails text[])
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE team record;
  BEGIN
    -- The teams first and in one order, as every act on a team: an invitation sent at this moment is seen too.
    FOR team IN SELECT o.id, o.name, p.name AS person FROM organisations o JOIN members m ON m.organisation_id = o.id JOIN people p ON p.id = m.person_id
        WHERE m.person_id = p_person ORDER BY o.id FOR NO KEY UPDATE OF o LOOP
      WITH ended AS (
        UPDATE ownership_offers f SET withdrawn_at = p_at
        WHERE f.organisation_id = team.id AND f.from_person_id = p_person AND num_nonnulls(f.accepted_at, f.declined_at, f.withdrawn_at) = 0
        RETURNING f.id)
      INSERT INTO events (type, organisation_id, data, actor_person_id, actor_name, request_id)
        SELECT 'ownership.withdrawn', team.id, jsonb_build_object('offerId', e.id), p_person, team.person, p_request FROM ended e;
      RETURN QUERY
        WITH ended AS (
          UPDATE team_invitations i SET withdrawn_at = p_at, withdrawn_by = p_person
          WHERE i.organisation_id = team.id AND i.created_by = p_person AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > p_at
          RETURNING i.id, i.email),
        noted AS (
          INSERT INTO events (type, organisation_id, data, actor_person_id, actor_name, request_id)
          SELECT 'team_invitation.withdrawn', team.id, jsonb_build_object('invitationId', e.id), p_person, team.person, p_request FROM ended e)
        SELECT team.name, team.person, o.name, o.email, (SELECT array_agg(e.email ORDER BY e.email) FROM ended e)
        FROM members m JOIN people o ON o.id = m.person_id
        WHERE m.organisation_id = team.id AND m.role = 'owner' AND EXISTS (SELECT 1 FROM ended);
    END LOOP;
  END $$;
--> statement-breakpoint
-- An invitation to a team by its token, whose holder is anyone. It dies with the ownership of whoever sent it.
-- `is_known`: the address has an account. `is_at_home`: and belongs to an organisation, so that it can sign in.
DROP FUNCTION find_team_invitation(bytea);
--> statement-breakpoint
CREATE FUNCTION find_team_invitation(p_token_hash bytea)
  RETURNS TABLE (id uuid, organisation_id uuid, organisation_name text, kind text, email text, role text, invited_by text, expires_at timestamptz,
                 accepted_at timestamptz, withdrawn_at timestamptz, is_known boolean, is_at_home boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT i.id, o.id, o.name, o.kind, i.email, i.role, p.name, i.expires_at, i.accepted_at,
      coalesce(i.withdrawn_at, CASE WHEN o.suspended_at IS NOT NULL OR m.role IS DISTINCT FROM 'owner' THEN i.created_at END),
      EXISTS (SELECT 1 FROM people k WHERE k.email_fold = i.email_fold),
      EXISTS (SELECT 1 FROM people k JOIN members h ON h.person_id = k.id JOIN organisations a ON a.id = h.organisation_id AND a.suspended_at IS NULL
        WHERE k.email_fold = i.email_fold)
    FROM team_invitations i JOIN organisations o ON o.id = i.organisation_id JOIN people p ON p.id = i.created_by
      LEFT JOIN members m ON m.organisation_id = i.organisation_id AND m.person_id = i.created_by
    WHERE i.token_hash = p_token_hash
  $$;
--> statement-breakpoint
-- Lets the person with the invited address in, once. The organisation, or null where the invitation is no longer good.
CREATE OR REPLACE FUNCTION accept_team_invitation(p_token_hash bytea, p_person uuid, p_at timestamptz) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE invited team_invitations%ROWTYPE;
  BEGIN
    -- The team first, as every act on it: an owner who is removed meanwhile takes their invitations along.
    PERFORM 1 FROM organisations o WHERE o.id = (SELECT i.organisation_id FROM team_invitations i WHERE i.token_hash = p_token_hash) FOR NO KEY UPDATE;
    UPDATE team_invitations i SET accepted_at = p_at, accepted_by = p_person
      FROM people p, organisations o, members m
      WHERE i.token_hash = p_token_hash AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > p_at
        AND p.id = p_person AND p.email_fold = i.email_fold AND o.id = i.organisation_id AND o.suspended_at IS NULL
        AND m.organisation_id = i.organisation_id AND m.person_id = i.created_by AND m.role = 'owner'
      RETURNING i.* INTO invited;
    IF invited.id IS NULL THEN RETURN NULL; END IF;
    INSERT INTO members (organisation_id, person_id, role, created_at) VALUES (invited.organisation_id, p_person, invited.role, p_at)
      ON CONFLICT (organisation_id, person_id) DO NOTHING;
    RETURN invited.organisation_id;
  END $$;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (ARRAY[
    'lock_team','end_sessions_showing_me','withdraw_team_invitations_of','find_team_invitation'])
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app, portal_definer', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO portal_definer', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
