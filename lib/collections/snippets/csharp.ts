import { type ApiCall, headersOf } from "../api-call";
import type { SnippetWords } from "./write-snippet";

/** For .NET 6 and later, as a program of top-level statements. */
export function csharp(call: ApiCall, words: SnippetWords) {
  const headers = headersOf(call)
    // .NET keeps this one with the content.
    .filter(([name]) => name !== "Content-Type")
    .map(([name, value]) => `    request.Headers.Add(${text(name)}, ${text(value)});\n`);
  const body =
    call.body === undefined
      ? ""
      : `    request.Content = new StringContent(${text(call.body)}, Encoding.UTF8, "application/json");\n`;
  return `
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

// ${words.secret}
var clientId = ${text(call.clientId)};
var clientSecret = Environment.GetEnvironmentVariable("CLIENT_SECRET") ?? "";
var tokenUrl = ${text(call.tokenUrl)};
var sellerApiUrl = ${text(call.sellerApiUrl)};
using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };

// ${words.wait}
async Task<HttpResponseMessage> Send(Func<HttpRequestMessage> make)
{
    for (var tries = 4; ; tries--)
    {
        var response = await http.SendAsync(make());
        if (response.StatusCode != HttpStatusCode.TooManyRequests || tries == 1) return response;
        await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
    }
}

// ${words.token}
var token = "";
var endsAt = DateTimeOffset.MinValue;
async Task<string> GetToken()
{
    if (DateTimeOffset.UtcNow < endsAt) return token;
    var response = await Send(() => new HttpRequestMessage(HttpMethod.Post, tokenUrl)
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = clientSecret,
        }),
    });
    response.EnsureSuccessStatusCode();
    var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
    token = answer.GetProperty("access_token").GetString()!;
    endsAt = DateTimeOffset.UtcNow.AddSeconds(answer.GetProperty("expires_in").GetInt32() - 60);
    return token;
}

// ${words.call}
var bearer = await GetToken();
var answered = await Send(() =>
{
    var request = new HttpRequestMessage(new HttpMethod(${text(call.method)}), sellerApiUrl + ${text(call.target)});
    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
${headers.join("")}${body}    return request;
});
Console.WriteLine($"{(int)answered.StatusCode} {await answered.Content.ReadAsStringAsync()}");
`;
}

/** What JSON escapes, C# reads the same. */
const text = (value: string) => JSON.stringify(value);
