/** What adds the company's authority to what each tool trusts. None of it stops the tool from checking. */
export const tlsTools = {
  postman: { name: "Postman", command: "" },
  node: { name: "Node.js", command: "NODE_EXTRA_CA_CERTS=company-ca.pem node your-program.js" },
  python: {
    name: "Python",
    command:
      'cat "$(python -m certifi)" company-ca.pem > all-ca.pem\nREQUESTS_CA_BUNDLE=all-ca.pem python your_program.py',
  },
  php: {
    name: "PHP",
    command: 'curl.cainfo = "/etc/ssl/all-ca.pem"\nopenssl.cafile = "/etc/ssl/all-ca.pem"',
  },
  java: { name: "Java", command: "keytool -importcert -alias company-ca -file company-ca.pem -cacerts" },
  dotnet: {
    name: ".NET",
    command:
      "certutil -addstore Root company-ca.pem\nsudo cp company-ca.pem /usr/local/share/ca-certificates/company-ca.crt\nsudo update-ca-certificates",
  },
  curl: { name: "curl", command: "curl --cacert company-ca.pem https://…" },
} as const;

export type TlsTool = keyof typeof tlsTools;
