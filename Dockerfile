# nmbrs-sync as a service. How to build and run it: docs/operations.md.

# Tested by .ci/node-24. With the headers of 24.19 and later better-sqlite3 12 gives a module that ends its process with SIGABRT when a
# statement is collected; version 13, where that is mended, needs Node 22 (decision 071).
ARG NODE_VERSION=24.18.1

FROM node:${NODE_VERSION}-bookworm-slim AS build
# For better-sqlite3, when there is no prebuilt one for this machine.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json build.js ./
COPY src ./src
# The build runs a few commands, to keep how they are compiled.
COPY bin ./bin
COPY mappings ./mappings
# Installs what the lock file says and compiles; then only what runs is kept.
RUN npm ci \
  && npm prune --omit=dev --ignore-scripts

FROM node:${NODE_VERSION}-bookworm-slim
# The number of the release, from package.json: docker build --build-arg VERSION=...
ARG VERSION=unreleased
LABEL org.opencontainers.image.title="nmbrs-sync" \
  org.opencontainers.image.description="Keeps Visma Nmbrs payroll in step with AlexisHR (Simployer One)" \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.documentation="docs/operations.md"
ENV NODE_ENV=production \
  NMBRS_SYNC_CONFIG=/etc/nmbrs-sync/nmbrs-sync.yaml
WORKDIR /app
COPY package.json LICENSE ./
COPY bin ./bin
COPY mappings ./mappings
# The WSDL files are read where the sources stand.
COPY src/target/nmbrs-soap/wsdl ./src/target/nmbrs-soap/wsdl
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# State, its key and, if configured, the log: the configuration names them by absolute paths, because relative ones start in its own folder.
RUN install --directory --owner=node --group=node --mode=0700 /var/lib/nmbrs-sync
WORKDIR /var/lib/nmbrs-sync
VOLUME /var/lib/nmbrs-sync
# Not root; nothing of /app belongs to this user.
USER node
EXPOSE 9464
# Exit code 1 of the probe is a warning, such as something held: the service itself is well.
HEALTHCHECK --interval=1m --timeout=15s --start-period=1m --retries=3 \
  CMD node /app/bin/nmbrs-sync.js probe || [ $? -eq 1 ]
# After the first signal the people who are begun are completed: give it time with docker stop --time 300.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/app/bin/nmbrs-sync.js"]
CMD ["daemon"]
