/** Files for Postman and the like. */
export const tools = {
  collections: {
    title: "Collections and files",
    lead: "Every call of the API for the tool you work with. The collections get the token by themselves and renew it in time. None of the files holds a secret.",
    open: "Collections and programs filled with this clientId",
    placeholders: "The files hold placeholders for clientId and SellerId.",
    signIn: "Sign in to have your own filled in",
    noClient: "Your organisation has no client with this clientId. The files hold placeholders.",
    create: "Create a client",
    choose: {
      title: "Filled with",
      label: "Choose what the files are filled with",
      clientId: "clientId",
      sellerId: "SellerId",
      sellerIdHint: "98979 and 700982 are open test sellers: any client may read them, a few calls a minute.",
      areas: "Areas",
      areasHint: "Tick none for every call. The seller information is always there.",
      remembered: (clientId: string) =>
        `Ticked is what is remembered for ${clientId}; your ticks here are for these files only.`,
      change: "Change what is remembered",
      submit: "Fill in",
    },
    values: {
      clientId: "clientId",
      sellerId: "SellerId",
      tokenUrl: "Token address",
      sellerApiUrl: "API address",
    },
    downloads: {
      title: "Downloads",
      holds: (calls: number) =>
        calls === 1 ? "The collections hold 1 call." : `The collections hold ${calls} calls.`,
      "postman-collection.json": {
        label: "Postman collection",
        about:
          "The calls in folders, and the script that keeps the token fresh. Insomnia and Hoppscotch import it too.",
      },
      "postman-environment.json": {
        label: "Postman environment",
        about: "Addresses, clientId and SellerId, and an empty, hidden place for the secret.",
      },
      "bruno-collection.json": {
        label: "Bruno collection",
        about:
          "One file with the environment inside: Import Collection, then put the secret into clientSecret. Bruno’s own OAuth 2.0 gets and renews the token.",
      },
      "seller-api.http": {
        label: ".http file",
        about:
          "For VS Code (REST Client) and others that read such files. Send its first request, then any other; send the first again when the token has ended.",
      },
      "seller-api-jetbrains.http": {
        label: ".http file for JetBrains",
        about:
          "For IntelliJ IDEA, PhpStorm, WebStorm, PyCharm and Rider from 2023.3 on, together with the next file: the editor gets the token by itself and another when it has ended.",
      },
      "http-client.env.json": {
        label: "JetBrains environment",
        about:
          "Keep it under this name in the folder of the .http file, put the secret into Client Secret, and choose seller-api under “Run with”.",
      },
      "portal.env": {
        label: ".env file",
        about: "The same values for a program of your own. CLIENT_SECRET is empty.",
      },
    },
    steps: {
      title: "Postman: from download to first answer",
      items: [
        {
          title: "Import both files",
          body: "In Postman, press Import and drop the collection and the environment on it.",
          picture: "Postman’s import window: the two files are dropped on it.",
        },
        {
          title: "Put the secret into the environment",
          body: "Pick the environment at the top right, open it, and paste your clientSecret into clientSecret as its current value. Current values stay on your computer, shared values do not.",
          picture:
            "The environment: clientId is filled in, the current value of clientSecret is waiting for the secret.",
        },
        {
          title: "Send “Get Seller Informations”",
          body: "It stands in the folder Seller Info. The token is fetched on the way and used until a minute before it ends. 200 and a shop name: everything works.",
          picture:
            "The request Get Seller Informations with the header SellerId, the button Send, and the answer 200.",
        },
        {
          title: "For requests of your own: Postman’s OAuth 2.0",
          body: "On the tab Authorization pick OAuth 2.0 and fill in what the picture shows, then press Get New Access Token. The collection itself does not need this.",
          picture:
            "The tab Authorization: type OAuth 2.0, grant type Client Credentials, and the three variables.",
        },
      ],
      firstCall: "Make the same call here",
    },
    programs: {
      title: "In a program of your own",
      intro:
        "The same call in six languages: the token is kept until a minute before it ends, and a 429 is waited for as long as it says. Put your secret into the environment variable CLIENT_SECRET.",
      more: "Every call of the API, with these programs for each",
    },
    tls: "Leave certificate checks on. If Postman does not know the certificate of your network, add that certificate under Settings, Certificates.",
    paste: "Is there an old collection, or an error you do not understand? Paste it and read what is wrong.",
  },
  files: {
    about:
      "Choose the environment, put your clientSecret into its variable clientSecret, and send a request. The token is fetched by itself and renewed a minute before it ends.",
    token: "Get a token",
    noSecret: "Choose the environment and put your clientSecret into its variable clientSecret.",
    unreachable: "The token endpoint cannot be reached:",
    noToken: "No token:",
    tokenGiven: "a token was given",
    answers: "the Seller API answers",
    optional: "Optional:",
    http: {
      about: [
        "Put your clientSecret below, behind @clientSecret, and do not share the file afterwards.",
        "Send the first request, then any other. When the token has ended (401), send the first again.",
      ],
      jetbrains: [
        "For JetBrains’ editors. The file http-client.env.json belongs into the same folder: put your clientSecret into its",
        "Client Secret, choose the environment seller-api under “Run with”, and send any request. The token comes by itself.",
      ],
      encoded: "The clientId stands here percent-encoded, since it has characters that a form would change.",
      unused:
        "The last field is ignored. It keeps the script of JetBrains’ editors away from the secret in the others.",
      package: "What “Open an offer package” answered, for the requests that work with a package:",
    },
  },
};
