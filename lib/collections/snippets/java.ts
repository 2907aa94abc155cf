import { type ApiCall, headersOf } from "../api-call";
import type { SnippetWords } from "./write-snippet";

/** For Java 11 and later, with nothing installed: saved as `FirstCall.java`, run by `java FirstCall.java`. */
export function java(call: ApiCall, words: SnippetWords) {
  const headers = headersOf(call).map(
    ([name, value]) => `                .header(${text(name)}, ${text(value)})\n`,
  );
  const body = call.body === undefined ? "noBody()" : `ofString(${text(call.body)})`;
  return `
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

public class FirstCall {
    // ${words.secret}
    static final String CLIENT_ID = ${text(call.clientId)};
    static final String CLIENT_SECRET = System.getenv("CLIENT_SECRET");
    static final String TOKEN_URL = ${text(call.tokenUrl)};
    static final String SELLER_API_URL = ${text(call.sellerApiUrl)};
    static final HttpClient http = HttpClient.newHttpClient();

    // ${words.wait}
    static HttpResponse<String> send(HttpRequest request) throws Exception {
        for (int tries = 4; ; tries--) {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 429 || tries == 1) return response;
            Thread.sleep(1000 * response.headers().firstValueAsLong("Retry-After").orElse(1));
        }
    }

    // ${words.token}
    static String token = "";
    static Instant endsAt = Instant.MIN;

    static String getToken() throws Exception {
        if (Instant.now().isBefore(endsAt)) return token;
        var form = "grant_type=client_credentials"
                + "&client_id=" + URLEncoder.encode(CLIENT_ID, StandardCharsets.UTF_8)
                + "&client_secret=" + URLEncoder.encode(CLIENT_SECRET, StandardCharsets.UTF_8);
        var response = send(HttpRequest.newBuilder(URI.create(TOKEN_URL))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        if (response.statusCode() != 200) throw new Exception(response.statusCode() + " " + response.body());
        token = find("\\"access_token\\"\\\\s*:\\\\s*\\"([^\\"]+)\\"", response.body());
        long seconds = Long.parseLong(find("\\"expires_in\\"\\\\s*:\\\\s*(\\\\d+)", response.body()));
        endsAt = Instant.now().plusSeconds(seconds - 60);
        return token;
    }

    static String find(String pattern, String json) throws Exception {
        var found = Pattern.compile(pattern).matcher(json);
        if (!found.find()) throw new Exception(json);
        return found.group(1);
    }

    // ${words.call}
    public static void main(String[] args) throws Exception {
        var response = send(HttpRequest.newBuilder(URI.create(SELLER_API_URL + ${text(call.target)}))
                .header("Authorization", "Bearer " + getToken())
${headers.join("")}                .method(${text(call.method)}, HttpRequest.BodyPublishers.${body})
                .build());
        System.out.println(response.statusCode() + " " + response.body());
    }
}
`;
}

/** What JSON escapes, Java reads the same. Letters beyond ASCII are escaped too: many a Java takes a file for Latin 1. */
const text = (value: string) =>
  JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
