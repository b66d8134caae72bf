export const definitions = {
  backEndDeveloper:
    "A back-end developer designs, builds and looks after the part of a site or app that runs on the server: its logic, its data and the interfaces through which the front end reaches them.",
  backEndDevelopment:
    "Back-end development is the work on what runs on the server: it takes in what people send, stores it, works with it and sends back what they asked for. It is also called server-side development.",
  frontEndDevelopment: "Front-end, or client-side, development is the work on what runs in the browser or app of the person who uses it.",
  examples: [
    "You open an article: the server finds its text and pictures in a database and sends them to your browser.",
    "You send a form: the server checks and stores your answers, and may use them to send you an e-mail.",
  ],
} as const;
