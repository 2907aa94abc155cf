-- Searching the directory: letters of every script without case, words with typing errors, and never the whole table.

-- A C database lowers ASCII only, and some Latin letters hold no accent that could be taken off: said letter by letter.
CREATE OR REPLACE FUNCTION name_fold(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT lower(translate(
    replace(replace(replace(replace(replace(
      regexp_replace(normalize(name, NFKD), '[^[:alnum:]\u00c0-\u1fff\u2c00-\uffff]|[\u0300-\u036f]', '', 'g'),
      'ß', 'ss'), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'),
    'ŁłØøĐđıĦħŦŧÐðΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЂЈЉЊЋЏҐ',
    'llooddihhttddαβγδεζηθικλμνξοπρστυφχψωσабвгдежзиклмнопрстуфхцчшщъыьэюяєіђјљњћџґ')) $$;
--> statement-breakpoint
-- Their folds anew, by the function as it is now, and seen by whoever owns the table.
ALTER TABLE listings NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE listings SET display_name = display_name;
--> statement-breakpoint
ALTER TABLE listings FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE INDEX listings_by_name ON listings (name_fold, id) WHERE approved_at IS NOT NULL;
--> statement-breakpoint
DROP FUNCTION search_directory(text, integer, integer);
--> statement-breakpoint
-- The public directory, best match first; without words, by name. `p_nearness` (0 to 1) says how near a part of a name
-- must come to what was typed. Always the plan without values: it goes by the index, while one made for the words at
-- hand takes comparing trigrams for free and reads the whole table, forty times slower.
CREATE FUNCTION search_directory(p_query text, p_limit integer, p_skip integer, p_nearness real DEFAULT 0.5)
  RETURNS TABLE (listing_id uuid, client_id text, display_name text, description text, website text, logo text, methods text[],
                 domain text, domain_verified_at timestamptz, since timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET pg_trgm.word_similarity_threshold = 0.5
  SET plan_cache_mode = force_generic_plan
  AS $$
  DECLARE
    words text := name_fold(left(p_query, 100));
    -- One or two letters are too few for the index unless a name begins with them.
    pattern text := CASE WHEN words ~ '^[a-z0-9]{1,2}$' THEN words || '%' ELSE '%' || words || '%' END;
  BEGIN
    IF words = '' THEN
      RETURN QUERY
        SELECT l.id, c.client_id, l.display_name, l.description, l.website, l.logo, l.methods, o.domain, o.domain_verified_at, l.approved_at
        FROM listings l JOIN clients c ON c.id = l.client_row_id JOIN organisations o ON o.id = l.organisation_id
        WHERE l.approved_at IS NOT NULL AND c.deleted_at IS NULL AND c.suspended_at IS NULL AND o.suspended_at IS NULL
        ORDER BY l.name_fold, l.id LIMIT least(p_limit, 100) OFFSET least(p_skip, 10000);
      RETURN;
    END IF;
    PERFORM set_config('pg_trgm.word_similarity_threshold', p_nearness::text, true);
    RETURN QUERY
      WITH found AS MATERIALIZED (
        SELECT l.* FROM listings l
        WHERE l.approved_at IS NOT NULL AND (l.name_fold LIKE pattern OR l.name_fold % words OR words <% l.name_fold)
      )
      SELECT l.id, c.client_id, l.display_name, l.description, l.website, l.logo, l.methods, o.domain, o.domain_verified_at, l.approved_at
      FROM found l JOIN clients c ON c.id = l.client_row_id JOIN organisations o ON o.id = l.organisation_id
      WHERE c.deleted_at IS NULL AND c.suspended_at IS NULL AND o.suspended_at IS NULL
      ORDER BY l.name_fold = words DESC, starts_with(l.name_fold, words) DESC, strpos(l.name_fold, words) > 0 DESC,
        similarity(l.name_fold, words) + word_similarity(words, l.name_fold) DESC, l.name_fold, l.id
      LIMIT least(p_limit, 100) OFFSET least(p_skip, 10000);
  END $$;
--> statement-breakpoint
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  REVOKE EXECUTE ON FUNCTION search_directory(text, integer, integer, real) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION search_directory(text, integer, integer, real) TO portal_app, portal_definer;
  ALTER FUNCTION search_directory(text, integer, integer, real) OWNER TO portal_definer;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
