/** Files for Postman and the like. */
export const tools = {
  collections: {
    title: "Collection and environment",
    lead: "Two files for Postman that get the token by themselves and renew it in time, and one with the same values for a program of your own. None of them holds a secret.",
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
      "postman-collection.json": {
        label: "Postman collection",
        about: "The requests, and the script that keeps the token fresh.",
      },
      "postman-environment.json": {
        label: "Postman environment",
        about: "Addresses, clientId and SellerId, and an empty, hidden place for the secret.",
      },
      "portal.env": {
        label: ".env file",
        about: "The same values for a program of your own. CLIENT_SECRET is empty.",
      },
    },
    steps: {
      title: "From download to first answer",
      items: [
        {
          title: "Import both Postman files",
          body: "In Postman: Import, then drop the collection and the environment.",
        },
        {
          title: "Choose the environment and put the secret in",
          body: "Pick the environment at the top right, open it, and paste your clientSecret into clientSecret as its current value. Current values stay on your computer, shared values do not.",
        },
        {
          title: "Send “Get Seller Informations”",
          body: "It stands in the folder Seller Info. The token is fetched on the way and used until a minute before it ends.",
        },
        {
          title: "Read the answer",
          body: "200 and a shop name: everything works. Anything else: make the same call here and read in plain words what is wrong.",
        },
      ],
      firstCall: "Make a first call here",
    },
    tls: "Leave certificate checks on. If Postman does not know the certificate of your network, add that certificate under Settings, Certificates.",
  },
};
