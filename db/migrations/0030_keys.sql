-- A secret that has just proved itself is kept under the newest pepper from then on: only while it works, and only over
-- the very hash it proved itself by. Whether it did. Changes nothing else of the row.
CREATE FUNCTION rehash_secret(p_secret uuid, p_old_pepper text, p_old_hash bytea, p_pepper text, p_hash bytea, p_at timestamptz) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    WITH kept AS (
      UPDATE secrets SET pepper_id = p_pepper, hash = p_hash
      WHERE id = p_secret AND pepper_id = p_old_pepper AND hash = p_old_hash AND p_pepper <> '' AND length(p_hash) = 32
        AND retired_at IS NULL AND (ends_at IS NULL OR ends_at > p_at)
      RETURNING id)
    SELECT EXISTS (SELECT FROM kept)
  $$;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = 'rehash_secret'
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_machine, portal_definer', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO portal_definer', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
