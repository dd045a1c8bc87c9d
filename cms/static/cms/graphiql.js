"use strict";

// Starts GraphiQL on the page's own endpoint. React 17 and GraphiQL are globals: UMD builds.
(() => {
  const place = document.getElementById("graphiql");
  const query = JSON.parse(document.getElementById("query").textContent);
  const url = new URL(place.dataset.endpoint, window.location.href).href;
  const fetcher = GraphiQL.createFetcher({ url });
  ReactDOM.render(
    React.createElement(GraphiQL, { fetcher, defaultQuery: query, shouldPersistHeaders: false }),
    place,
  );
})();
